import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { TAG } from './sealed-format.ts'

/** How a line of a journal lies on the disk: without its line end, and with no line end in it. */
export type LineSeal = Readonly<{
  seal(line: Uint8Array): Uint8Array
  /** null: these are not letters that were sealed here. */
  open(stored: Buffer): Buffer | null
}>

export const plainLines: LineSeal = { seal: (line) => line, open: (stored) => stored }

const CIPHER = 'aes-256-gcm'
const NONCE = 12

/**
 * Each line for itself, so that one more is appended as before and a torn last one is told as before: base64 of a random
 * nonce, the line under AES-256-GCM and its tag. Order and completeness are the hash chain's to say, within the lines.
 */
export function sealedLines(key: Uint8Array): LineSeal {
  return {
    seal(line) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv(CIPHER, key, nonce)
      const sealed = Buffer.concat([nonce, cipher.update(line), cipher.final(), cipher.getAuthTag()])
      return Buffer.from(sealed.toString('base64'), 'latin1')
    },
    open(stored) {
      const text = stored.toString('latin1')
      const sealed = Buffer.from(text, 'base64')
      // Other letters can stand for the same bytes; only those written count.
      if (sealed.length < NONCE + TAG || sealed.toString('base64') !== text) return null
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
      const line = decipher.update(sealed.subarray(NONCE, sealed.length - TAG))
      try {
        decipher.final()
        return line
      } catch {
        return null
      }
    }
  }
}
