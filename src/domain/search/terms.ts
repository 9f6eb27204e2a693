/** Before the first term that is known. */
export const EARLIER = 'earlier'

/** A committee's term (nhiệm kỳ) by its first day; days both inclusive, null where no one knows. */
export type Term = Readonly<{ key: string; from: string | null; to: string | null }>

/** The terms papers fall into by their own day, oldest first; none where the office has said none. */
export function termsOf(starts: readonly string[]): readonly Term[] {
  const sorted = [...new Set(starts)].toSorted()
  const [first] = sorted
  if (first === undefined) return []
  return [
    { key: EARLIER, from: null, to: dayBefore(first) },
    ...sorted.map((from, index) => {
      const next = sorted[index + 1]
      return { key: from, from, to: next === undefined ? null : dayBefore(next) }
    })
  ]
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
