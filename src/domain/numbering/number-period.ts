/**
 * The period in which a number is given once (N02): Party papers are numbered by the committee's term, State papers,
 * whose number is parted by a slash, by the calendar year. null where the date is not known.
 */
export function periodOf(issuedOn: string | null, separator: '-' | '/', termStarts: readonly string[]): string | null {
  if (issuedOn === null) return null
  const term = separator === '-' ? termStarts.filter((start) => start <= issuedOn).at(-1) : undefined
  return term ?? issuedOn.slice(0, 4)
}
