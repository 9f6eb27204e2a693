/** Signs that turn the direction of what follows, or have no width: a name may hide its end, or a part, behind one. */
const BIDI = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const LINE = /\r\n?|[\u2028\u2029]/g
/** Signs no printer shows and no XML may hold; "\n" stays. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g

/** What is printed is seen: turning signs stand as "[U+202E]", control signs as blanks, halves of signs as U+FFFD. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(BIDI, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(LINE, '\n')
    .replace(CONTROL, ' ')
}

/** The same data with every text in it cleaned. */
export function cleaned<T>(value: T): T {
  return clean(value) as T
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, clean(held)]))
}
