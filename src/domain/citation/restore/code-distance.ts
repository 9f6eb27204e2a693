/** Letters of codes that are taken for one another on scans; each stands for the first of its row. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  [
    'ĐDÐÙ0OØoQ',
    '1lI|i!J',
    '5Ss',
    '8B3',
    'Cce(',
    'Uun',
    'Tt',
    'Gg6',
    'Hhb',
    'KkX',
    'VvY',
    'Ww',
    '-~.,:;_ ',
    '/⁄|\\'
  ].flatMap((row) => [...row].map((letter) => [letter, row.charAt(0)] as const))
)

/** How far a code read is from a code known: 1 for a letter changed, lost or put in, half for one misread as scans do or doubled. */
export function codeDistance(read: string, known: string, limit: number): number {
  if (Math.abs(read.length - known.length) > limit * 2) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: known.length + 1 }, (_, at) => at)
  for (let at = 1; at <= read.length; at++) {
    const letter = read.charAt(at - 1)
    const next = [(row[0] ?? 0) + 1]
    for (let to = 1; to <= known.length; to++) {
      const target = known.charAt(to - 1)
      const doubled = letter === read.charAt(at - 2) && letter === target
      next.push(
        Math.min(
          (row[to - 1] ?? 0) + changed(letter, target),
          (row[to] ?? 0) + (doubled ? 0.5 : 1),
          (next[to - 1] ?? 0) + 1
        )
      )
    }
    if (Math.min(...next) > limit) return Number.POSITIVE_INFINITY
    row = next
  }
  return row[known.length] ?? Number.POSITIVE_INFINITY
}

function changed(letter: string, target: string): number {
  if (letter === target) return 0
  return (ALIKE.get(letter) ?? letter) === (ALIKE.get(target) ?? target) ? 0.5 : 1
}
