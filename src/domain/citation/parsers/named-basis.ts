import type { FlatText } from '../../text/flatten.ts'
import type { DocumentType } from '../../vocabulary/document-types.ts'
import { type Mention, mention } from '../mention.ts'
import { slug } from './law-by-date.ts'

/**
 * Papers known by name alone, where the text says that it stands on them: "Căn cứ Điều lệ Đảng", "Căn cứ Hiến pháp nước
 * Cộng hòa xã hội chủ nghĩa Việt Nam", "Căn cứ Luật Đất đai;". Elsewhere such a name is no citation ("theo Luật Đất đai").
 */
const BASIS = /(?<=căn cứ (?:vào )?|căn cứ (?:vào )?[^.;:\n]{0,80}[;,] )/iu
const NAMES: readonly (readonly [RegExp, DocumentType | null])[] = [
  [/Điều lệ Đảng(?: Cộng sản Việt Nam)?(?! \p{L}* ?viên)/gu, 'dieu-le'],
  [/Điều lệ (?:Đoàn|Công đoàn|Mặt trận Tổ quốc|Hội) [^.;:,\n()]{3,60}(?=[;,.\n])/gu, 'dieu-le'],
  [/Hiến pháp(?: nước Cộng hòa xã hội chủ nghĩa Việt Nam| nước CHXHCN Việt Nam)?(?: năm (?:19|20)\d\d)?/gu, null],
  [/(?:Luật|Bộ luật) \p{Lu}[^.;:()\n\d]{2,100}?(?=[;\n])/gu, 'luat']
]
/** "Quy chế làm việc của Ban Chấp hành Đảng bộ huyện khoá X": a by-law named by whose it is. */
const WORKING_RULES =
  /Quy chế làm việc (?=của (?:Ban Chấp hành|Ban Thường vụ|Huyện |Tỉnh |Đảng |Quận |Thành |Uỷ ban|Ủy ban))/gu

export function namedBases(flat: FlatText): readonly Mention[] {
  const found: Mention[] = []
  for (const [pattern, documentType] of NAMES) {
    for (const match of flat.text.matchAll(pattern)) {
      const before = flat.text.slice(Math.max(0, match.index - 100), match.index)
      if (!new RegExp(`${BASIS.source}$`, 'iu').test(before)) continue
      const name = match[0].trimEnd()
      found.push(
        mention({
          rule: 'named-basis',
          coreStart: match.index,
          coreEnd: match.index + name.length,
          nameKey: slug(name),
          documentType,
          head: 'named'
        })
      )
    }
  }
  for (const match of flat.text.matchAll(WORKING_RULES)) {
    found.push(
      mention({
        rule: 'working-rules',
        coreStart: match.index,
        coreEnd: match.index + match[0].length - 1,
        nameKey: slug(match[0]),
        documentType: 'quy-che',
        head: 'named'
      })
    )
  }
  return found
}
