import { fold } from '../text/fold.ts'
import type { Reference } from './reference.ts'

/**
 * What two spellings of one reference share: marks, case, dashes, slashes and leading zeros do not count.
 * "221-CV/HU" → "221-cv-hu"; "08-TT/TU" → "8-tt-tu"; "44a-CV/VPHU" → "44a-cv-vphu"; "22/CT-TW" = "22-CT/TW".
 */
export function referenceKey(reference: Reference): string {
  const number = reference.number.replace(/^0+(?=\d)/, '')
  const symbol = fold(reference.symbol.normalize('NFC'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${number}${fold(reference.suffix ?? '')}-${symbol}`
}
