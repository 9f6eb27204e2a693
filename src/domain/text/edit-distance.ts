/** True within one letter changed, lost or added; two letters turned about are two. */
export function withinOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const at = apart(a, b)
  const restA = a.length >= b.length ? at + 1 : at
  const restB = b.length >= a.length ? at + 1 : at
  return a.slice(restA) === b.slice(restB)
}

/** The same, or with two neighbours that changed places. */
export function withinOneEdit(a: string, b: string): boolean {
  if (withinOne(a, b)) return true
  if (a.length !== b.length) return false
  const at = apart(a, b)
  return a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at) && a.slice(at + 2) === b.slice(at + 2)
}

/** The first letter in which they differ. */
function apart(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}
