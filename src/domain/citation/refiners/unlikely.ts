import type { FlatText } from '../../text/flatten.ts'
import { documentTypeOfSymbol } from '../../vocabulary/document-types.ts'
import type { Mention } from '../mention.ts'

/** Words right before a bare reference that say that a document is meant: "theo 713-CV/TU", "tại số 15/BC-UBND". */
const SPEAKS = /(?:^|[^a-z])(?:theo|tai|thuc hien|trien khai|can cu|quan triet|phuc dap|tra loi|thay the|bai bo) ?$/

/**
 * Drops what is no citation: a number no type word belongs to. The number in a document's own head ("Số 221-CV/HU"), an example
 * in a guidance (“Số 15-CV/ĐU, V/v …”), a form's code ("2C-TCTW/98") are such. A type in capitals on the line before a number
 * is a head too ("QUYẾT ĐỊNH⏎Số: 15/QĐ-UB").
 */
export function dropUnlikely(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.flatMap((one) => {
    if (one.head === 'bare') {
      const before = flat.folded.slice(Math.max(0, one.start - 14), one.start)
      const dated = one.issuedOn !== null && one.issuer !== null
      if (!one.reference || !SPEAKS.test(before) || !dated) return []
      return [{ ...one, documentType: documentTypeOfSymbol(one.reference) }]
    }
    return isHead(flat, one) ? [] : [one]
  })
}

function isHead(flat: FlatText, one: Mention): boolean {
  if (one.head !== 'stated' || !one.reference) return false
  const words = flat.text.slice(one.start, one.coreStart)
  return /^\p{Lu}{3,}/u.test(words) && /[\n:]\s?$|\n/u.test(words) && one.issuedOn === null
}
