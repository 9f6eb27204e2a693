import type { FlatText } from '../../text/flatten.ts'
import { type Mention, mention } from '../mention.ts'
import { slug } from './law-by-date.ts'

/** "Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Hội nghị Trung ương 4 (khoá XI)": known by plenum and term. */
const PATTERN =
  /(?<!\p{L})(Nghị quyết|Kết luận)(?: Hội nghị)?(?: lần thứ)? Trung ương(?: lần thứ)? (\d{1,2}|[\p{Ll}]{2,4}(?: một| hai)?),? ?\(?(?:khóa|khoá|Khóa|Khoá) ([IVX]{1,5}(?:, [IVX]{1,5}){0,3})(?!\p{L})\)?/gu

export function plenumResolutions(flat: FlatText): readonly Mention[] {
  return [...flat.text.matchAll(PATTERN)].map((match) =>
    mention({
      rule: 'plenum-resolution',
      coreStart: match.index,
      coreEnd: match.index + match[0].length,
      nameKey: slug(`${match[1]} trung ương ${match[2]} khóa ${match[3]}`),
      documentType: match[1] === 'Kết luận' ? 'ket-luan' : 'nghi-quyet',
      head: 'named',
      issuer: 'Ban Chấp hành Trung ương'
    })
  )
}
