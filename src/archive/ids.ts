import { randomBytes } from 'node:crypto'

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 20

/** A new id: the letter of its kind and 20 characters drawn by chance (some 103 bits). */
export function newId(letter: string): string {
  let id = ''
  while (id.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      // 252 = 7 × 36: every character equally likely
      if (byte < 252 && id.length < LENGTH) id += LETTERS[byte % 36]
    }
  }
  return `${letter}_${id}`
}

/** The day where this machine stands, ISO. */
export function localDay(at: Date): string {
  const month = String(at.getMonth() + 1).padStart(2, '0')
  const day = String(at.getDate()).padStart(2, '0')
  return `${at.getFullYear()}-${month}-${day}`
}
