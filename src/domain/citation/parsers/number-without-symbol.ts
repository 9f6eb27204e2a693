import type { FlatText } from '../../text/flatten.ts'
import { documentTypeOfName, FOLDED_TYPE_NAMES } from '../../vocabulary/document-types.ts'
import { type Mention, mention } from '../mention.ts'

/** Names of programmes and the like that carry a number of their own: "Đề án 06", "Chương trình 135", "Phương án số 01". */
const NOT_BY_NUMBER = new Set([
  'de an',
  'chuong trinh',
  'phuong an',
  'du an',
  'luat',
  'bo luat',
  'dieu le',
  'quy hoach',
  'chien luoc'
])

/**
 * "Kế hoạch số 133 ngày 25/9/2019", "Biên bản số 03 ngày 02/3/2020", "Chỉ thị 12 của Huyện uỷ": a type and a number. It stands
 * for a document where its day or issuer is said; a fuller mention elsewhere lends it the symbol ("Kết luận 58").
 */
const PATTERN = new RegExp(
  `(?<![a-z])(${FOLDED_TYPE_NAMES.join('|')}) (?:so:? ?)?(\\d{1,5})([a-e])?(?![\\d/]|[a-z]| ?[-/] ?[a-z\\d]|[.,]\\d|%| ?(?:ngay|thang|nam|dieu|muc|gio|dong|nguoi|ban(?![a-z])|phan tram|trieu|ty)(?! \\d))`,
  'gu'
)

/** "Công văn số 713, 714 và 715-CV/TU": the symbol stands behind the last, or on the next line. */
const OF_A_LIST = /^,? ?(?:va |den )?(?:het )?(?:so )?\d|^\s*[-/]/
/** What a clause goes on with behind "Kết luận 21"; "Kết luận 21 vụ việc" counts something. */
const GOES_ON =
  /^(?:[.,;:)\n”"]|$| ?\(| (?:cua|va|da|duoc|la|ve|neu|noi|tren|de|tai|thi|co|chua|con|theo|van|nham|trong|cho|do|hoac|den|vao|voi|nay|phai|se)(?![a-z]))/

export function numbersWithoutSymbol(flat: FlatText): readonly Mention[] {
  const found: Mention[] = []
  for (const match of flat.folded.matchAll(PATTERN)) {
    const [whole, type = '', digits = '', suffix = ''] = match
    if (NOT_BY_NUMBER.has(type) || !/\p{Lu}/u.test(flat.text.charAt(match.index))) continue
    const behind = flat.folded.slice(match.index + whole.length, match.index + whole.length + 40)
    const dated = /^,? ?ngay ?\d/.test(behind)
    const issued = /^ cua (?!\d)/.test(behind)
    if (!dated && !issued && (!GOES_ON.test(behind) || OF_A_LIST.test(behind))) continue
    found.push(
      mention({
        rule: 'number-without-symbol',
        coreStart: match.index,
        coreEnd: match.index + whole.length,
        nameKey: `${type.replaceAll(' ', '-')}-${digits.replace(/^0+(?=\d)/, '')}${suffix}`,
        documentType: documentTypeOfName(type),
        head: 'named',
        flags: dated || issued ? ['no-symbol'] : ['no-symbol', 'number-only']
      })
    )
  }
  return found
}
