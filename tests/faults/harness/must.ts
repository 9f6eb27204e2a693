/** Fails the case with these words where it does not hold. */
export function must(holds: boolean, words: string): void {
  if (!holds) throw new Error(words)
}

/** Two texts, or values as JSON, are the same; where they part is said. */
export function same(found: unknown, expected: unknown, words: string): void {
  const left = typeof found === 'string' ? found : JSON.stringify(found)
  const right = typeof expected === 'string' ? expected : JSON.stringify(expected)
  if (left === right) return
  let at = 0
  while (at < Math.min(left.length, right.length) && left[at] === right[at]) at++
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60).replaceAll('\n', '⏎')
  throw new Error(`${words}; found …${around(left)}… instead of …${around(right)}…`)
}
