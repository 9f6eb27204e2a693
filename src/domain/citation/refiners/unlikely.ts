import type { FlatText } from '../../text/flatten.ts'
import { documentTypeOfSymbol } from '../../vocabulary/document-types.ts'
import type { Mention } from '../mention.ts'

/** Words right before a bare reference that say that a document is meant: "theo 713-CV/TU", "tại số 15/BC-UBND". */
const SPEAKS = /(?:^|[^a-z])(?:theo|tai|thuc hien|trien khai|can cu|quan triet|phuc dap|tra loi|thay the|bai bo) ?$/

/** A type in capitals and "Số" that is not: "QUYẾT ĐỊNH⏎Số: 15/QĐ-UB". In a title both are: "CHỈ THỊ SỐ 05-CT/TW". */
const HEAD = /^[\p{Lu}\s]{4,}\s(?!\p{Lu}{2})\S{1,3} ?:?\s?$/u

/**
 * Drops what is no citation: a number no type word belongs to. The number in a document's own head ("Số 221-CV/HU"), an example
 * in a guidance (“Số 15-CV/ĐU, V/v …”), a form's code ("2C-TCTW/98") are such. One that says its day and
 * whose it is, as a row of a table does, is kept.
 */
export function dropUnlikely(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.flatMap((one) => {
    if (one.head === 'bare') {
      const before = flat.folded.slice(Math.max(0, one.start - 14), one.start)
      const told = one.issuedOn !== null && one.issuer !== null
      const saidWhose = / (?:của|do) /u.test(flat.text.slice(one.coreEnd, one.end))
      if (!one.reference || !told || !(saidWhose || SPEAKS.test(before))) return []
      return [{ ...one, documentType: documentTypeOfSymbol(one.reference) }]
    }
    return isHead(flat, one) ? [] : [one]
  })
}

function isHead(flat: FlatText, one: Mention): boolean {
  if (one.head !== 'stated' || !one.reference) return false
  return one.issuedOn === null && HEAD.test(flat.text.slice(one.headStart, one.coreStart))
}
