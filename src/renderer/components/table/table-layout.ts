/** A run of rows of one group, and the head that stands before it. */
export type Group = Readonly<{
  key: string
  /** The first of its rows, and the one after its last. */
  from: number
  to: number
  /** Whether the rows beside it are known, so that it is known to end there. */
  whole: boolean
}>

/** A line of the table: the head of a group, or a row by its place. */
export type Line = Readonly<{ kind: 'group'; group: Group }> | Readonly<{ kind: 'row'; row: number }>

/** Where heads and rows stand. Rows not known yet are lines too, so that a list is as long as it is from the start. */
export type TableLayout = Readonly<{
  count: number
  lineOf(row: number): number
  at(line: number): Line | null
}>

/** Heads before each run of the same group. null: a row not known yet, which begins no group and ends none. */
export function layoutOf<Row>(rows: readonly (Row | null)[], groupOf: ((row: Row) => string) | undefined): TableLayout {
  const groups = groupOf ? groupsOf(rows, groupOf) : []
  /** How many heads stand at or before the row. */
  const headsBefore = (row: number) => countWhile(groups, (group) => group.from <= row)
  return {
    count: rows.length + groups.length,
    lineOf: (row) => row + headsBefore(row),
    at(line) {
      if (line < 0 || line >= rows.length + groups.length) return null
      const heads = countWhile(groups, (group, index) => group.from + index <= line)
      const last = groups[heads - 1]
      return last && last.from + heads - 1 === line
        ? { kind: 'group', group: last }
        : { kind: 'row', row: line - heads }
    }
  }
}

function groupsOf<Row>(rows: readonly (Row | null)[], groupOf: (row: Row) => string): readonly Group[] {
  const groups: Group[] = []
  /** Whether the row before is known; the first has none before it. */
  let known = true
  rows.forEach((row, at) => {
    const last = groups.at(-1)
    const running = last && last.to === at ? last : null
    if (row === null) {
      if (running) groups[groups.length - 1] = { ...running, whole: false }
      known = false
      return
    }
    const key = groupOf(row)
    if (running?.key === key) groups[groups.length - 1] = { ...running, to: at + 1 }
    else groups.push({ key, from: at, to: at + 1, whole: known })
    known = true
  })
  return groups
}

/** How many from the start fulfil what only the first ones do. */
function countWhile<T>(sorted: readonly T[], holds: (one: T, index: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(sorted[middle] as T, middle)) low = middle + 1
    else high = middle
  }
  return low
}
