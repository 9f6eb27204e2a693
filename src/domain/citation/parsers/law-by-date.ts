import type { FlatText } from '../../text/flatten.ts'
import { fold } from '../../text/fold.ts'
import type { DocumentType } from '../../vocabulary/document-types.ts'
import { type Mention, mention } from '../mention.ts'
import { readDateAt } from '../read-date.ts'

/** A law's name begins with a capital and runs on, commas and all, to its date; "pháp luật" inside it is no beginning. */
const LAW = /(?<!\p{L})(Luật|Bộ luật|Pháp lệnh) (?=\p{L})/gu
/** What may not stand inside a law's name. A second "Luật" may only where one amends the other. */
const BREAK = /[.;:()\n"“”]|\d| (?:ngày|số|năm|sô|đã được|được|và Luật|và Nghị|, Luật) /u
/** A law that amends may name several: "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức …". */
const AMENDING_BREAK = /[.;:()\n"“”]|\d| (?:ngày|số|năm|sô) (?!đi[êềếé]u)/u
const LONGEST_NAME = 200

/**
 * "Luật Bảo vệ môi trường ngày 17/11/2020", "Luật Lưu trữ năm 2011", "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm
 * y tế ngày 13 tháng 6 năm 2014". Laws with a number ("Luật Lưu trữ số 33/2024/QH15") are read by their symbol.
 */
export function lawsByDate(flat: FlatText): readonly Mention[] {
  const found: Mention[] = []
  let readTo = 0
  for (const match of flat.text.matchAll(LAW)) {
    if (match.index < readTo) continue
    const kind = match[1] ?? ''
    const nameStart = match.index + match[0].length
    const law = readLaw(flat, match.index, nameStart, kind)
    if (!law) continue
    found.push(law)
    readTo = law.coreEnd
  }
  return found
}

function readLaw(flat: FlatText, start: number, nameStart: number, kind: string): Mention | null {
  const window = flat.text.slice(nameStart - 1, nameStart + LONGEST_NAME)
  const broken = (/^ s\p{L}a /u.test(window) ? AMENDING_BREAK : BREAK).exec(window)
  if (!broken) return null
  const nameEnd = nameStart - 1 + broken.index
  const name = flat.text.slice(nameStart, nameEnd).replace(/[,\s]+$/, '')
  if (!/^[\p{Lu}s]|^ban |^t/u.test(name)) return null
  const behind = flat.folded.slice(nameEnd, nameEnd + 60)
  const documentType: DocumentType = kind === 'Luật' ? 'luat' : kind === 'Bộ luật' ? 'bo-luat' : 'phap-lenh'
  const base = `${documentType}-${slug(name)}`
  const year = /^,? ?nam ((?:19|20)\d\d)(?!\d)/.exec(behind)
  if (year) {
    const coreEnd = nameEnd + year[0].length
    return mention({
      rule: 'law-by-year',
      coreStart: start,
      coreEnd,
      nameKey: `${base}-${year[1]}`,
      documentType,
      head: 'named'
    })
  }
  const day = /^,? ?ngay /.exec(behind)
  const date = day ? readDateAt(flat.folded, nameEnd + day[0].length) : null
  if (!date?.iso) return null
  return mention({
    rule: 'law-by-date',
    coreStart: start,
    coreEnd: date.end,
    nameKey: base,
    documentType,
    head: 'named',
    issuedOn: date.iso,
    dateSource: 'stated'
  })
}

export function slug(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
