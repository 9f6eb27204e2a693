import type { FlatText } from '../../text/flatten.ts'
import { documentTypeOfName, FOLDED_TYPE_NAMES } from '../../vocabulary/document-types.ts'
import { type Mention, mention } from '../mention.ts'
import { BACK_REFERENCE } from '../refiners/distinct.ts'

/** "Công văn nêu trên", "Kết luận nói trên", "Chỉ thị trên": a document named before. "Công văn này" is the text itself. */
const PATTERN = new RegExp(
  `(?<![a-z])(?<!cac )(${FOLDED_TYPE_NAMES.join('|')}) (?:da )?(?:neu tren|noi tren|dan tren|ke tren|vua neu|(?<=da )dan|tren(?=[ ,.;:)]*(?:[,.;:)\\n]|cua |va )))(?![a-z])`,
  'g'
)

export function backReferences(flat: FlatText): readonly Mention[] {
  return [...flat.folded.matchAll(PATTERN)].flatMap((match) => {
    if (!/\p{Lu}/u.test(flat.text.charAt(match.index))) return []
    return [
      mention({
        rule: BACK_REFERENCE,
        coreStart: match.index,
        coreEnd: match.index + match[0].length,
        documentType: documentTypeOfName(match[1] ?? ''),
        head: 'named'
      })
    ]
  })
}
