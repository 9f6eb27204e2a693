const LETTER = /\p{L}/gu
const UPPER = /\p{Lu}/gu

/** True when the letters are capitals, but for one in twelve (`slack`): a stray letter of a reader's does not undo a heading. */
export function isCapitals(text: string, slack = 12): boolean {
  const letters = text.match(LETTER)?.length ?? 0
  if (letters < 2) return false
  const upper = text.match(UPPER)?.length ?? 0
  return letters - upper <= Math.floor(letters / slack)
}
