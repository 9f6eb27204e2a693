/** A line of a book: a document, or a number without one. `suffix` '' where there is none. */
export type BookLine = Readonly<{
  id: string
  kind: 'document' | 'void' | 'reserved'
  number: number | null
  suffix: string
  day: string
  withdrawn: boolean
}>

export type Range = Readonly<{ from: number; to: number }>

export type Counts = Readonly<{
  first: number | null
  last: number | null
  documents: number
  withdrawn: number
  voided: number
  reserved: number
  missing: number
  unnumbered: number
}>

/** The order of a book: by number, then without suffix, a, b … ; what has no number stands first. */
export function compareNumbers(a: Pick<BookLine, 'number' | 'suffix'>, b: Pick<BookLine, 'number' | 'suffix'>): number {
  if (a.number !== b.number) return (a.number ?? 0) - (b.number ?? 0)
  return a.suffix < b.suffix ? -1 : a.suffix > b.suffix ? 1 : 0
}

/**
 * The number the next paper gets: one more than the highest that was given or made void, past numbers kept back. A
 * withdrawn paper keeps its number; one kept back far ahead does not drag the others after it.
 */
export function nextNumber(last: number | null, first: number, reserved: ReadonlySet<number>): number {
  let next = Math.max(first, (last ?? 0) + 1)
  while (reserved.has(next)) next++
  return next
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The suffix the next paper between 12 and 13 gets: a, then b … z; null where the letters are used up. */
export function nextSuffix(used: Iterable<string>): string | null {
  let at = -1
  for (const suffix of used) at = Math.max(at, suffix === '' ? -1 : LETTERS.indexOf(suffix.charAt(0)))
  return LETTERS.charAt(at + 1) || null
}

/** As written on the paper: two digits at least (05-HD/VPTW; NĐ 30/2020, Phụ lục I). */
export function printNumber(number: number): string {
  return String(number).padStart(2, '0')
}

/** Numbers from the book's first to the last given that stand on nothing. */
export function missingRanges(lines: readonly BookLine[], firstNumber: number): readonly Range[] {
  const held = new Set<number>()
  let last = 0
  for (const line of lines) {
    if (line.number === null) continue
    held.add(line.number)
    if (line.kind !== 'reserved') last = Math.max(last, line.number)
  }
  const ranges: Range[] = []
  let next = firstNumber
  for (const number of [...held].toSorted((a, b) => a - b)) {
    if (number > last) break
    if (number > next) ranges.push({ from: next, to: number - 1 })
    next = Math.max(next, number + 1)
  }
  return ranges
}

export function countLines(lines: readonly BookLine[], firstNumber: number): Counts {
  const given = lines.flatMap((line) => (line.number === null || line.kind === 'reserved' ? [] : [line.number]))
  const count = (test: (line: BookLine) => boolean) => lines.reduce((sum, line) => sum + (test(line) ? 1 : 0), 0)
  return {
    first: given.length === 0 ? null : given.reduce((a, b) => Math.min(a, b)),
    last: given.length === 0 ? null : given.reduce((a, b) => Math.max(a, b)),
    documents: count((line) => line.kind === 'document' && !line.withdrawn),
    withdrawn: count((line) => line.kind === 'document' && line.withdrawn),
    voided: count((line) => line.kind === 'void'),
    reserved: count((line) => line.kind === 'reserved'),
    missing: missingRanges(lines, firstNumber).reduce((sum, range) => sum + range.to - range.from + 1, 0),
    unnumbered: count((line) => line.kind === 'document' && line.number === null && !line.withdrawn)
  }
}

/** Groups of standing papers that bear one number. */
export function duplicateNumbers(lines: readonly BookLine[]): readonly (readonly BookLine[])[] {
  const groups = new Map<string, BookLine[]>()
  for (const line of lines) {
    if (line.number === null || line.withdrawn || line.kind === 'reserved') continue
    const key = `${line.number}${line.suffix}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Papers dated before one with a lower number (lùi ngày): `after` is that later date. */
export function backDatedLines(lines: readonly BookLine[]): readonly Readonly<{ line: BookLine; after: string }>[] {
  const found: { line: BookLine; after: string }[] = []
  let latest = ''
  let before = ''
  let number: number | null = null
  for (const line of lines.filter((one) => one.kind === 'document' && one.number !== null).toSorted(compareNumbers)) {
    if (line.number !== number) {
      before = latest
      number = line.number
    }
    if (line.day < before) found.push({ line, after: before })
    if (!line.withdrawn && line.day > latest) latest = line.day
  }
  return found
}
