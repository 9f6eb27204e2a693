import type { FlatText } from '../../text/flatten.ts'
import { type Mention, mention } from '../mention.ts'
import { readDateAt } from '../read-date.ts'

/** "Biên bản bàn giao ngày 30/6/2025": minutes are known by what they record and their day. */
const MINUTES = /(?<!\p{L})Biên bản((?: \p{Ll}+){0,5}),? ngày /gu

export function datedWithoutNumber(flat: FlatText): readonly Mention[] {
  const found: Mention[] = []
  for (const match of flat.text.matchAll(MINUTES)) {
    const date = readDateAt(flat.folded, match.index + match[0].length)
    if (!date?.iso) continue
    found.push(
      mention({
        rule: 'dated-without-number',
        coreStart: match.index,
        coreEnd: date.end,
        nameKey: 'bien-ban',
        documentType: 'bien-ban',
        head: 'named',
        issuedOn: date.iso,
        dateSource: 'stated',
        flags: ['no-symbol']
      })
    )
  }
  return found
}
