import type { PageText } from '#domain/text/page-text.ts'
import { isBroken } from '#domain/text/readable.ts'
import { isSyllable } from '#domain/text/syllable.ts'
import { decodeAs, encodingOfFont } from './legacy-fonts.ts'
import { decodeLegacy, type LegacyEncoding, repairLegacy } from './legacy-repair.ts'
import { fromTcvn3 } from './legacy-text.ts'

const UNICODE_ONLY = /[\u0100-\u017f\u01a0-\u01b0\u1ea0-\u1ef9]/u
/** A word with one dash: in TCVN3 the letter "ư" has the code of the soft hyphen, which PDFs give as a hyphen. */
const DASHED = /[\p{L}¡-ÿ]*-[\p{L}¡-ÿ]*/gu

/** A piece's letters in Unicode: by the name of its font, else by the encoding its page is in. */
export function unicodePiece(text: string, font: string | null, page: LegacyEncoding): string {
  if (UNICODE_ONLY.test(text)) return text
  const byFont = encodingOfFont(font)
  if (byFont === 'vni') return decodeAs(text, byFont)
  if (byFont) return decodeAs(withHorn(text), byFont)
  if (font !== null) return repairLegacy(text)
  return decodeLegacy(page === 'tcvn3' ? withHorn(text) : text, page)
}

/** A page as it is to be used: one whose letters are not those that were written is given as a page without any. */
export function soundPage(page: PageText): PageText {
  return isBroken(page.text) ? { ...page, text: '', runs: [] } : page
}

function withHorn(text: string): string {
  return text.replace(DASHED, (word) => {
    const letter = word.replace('-', '\u00ad')
    return word !== '-' && isSyllable(fromTcvn3(letter)) ? letter : word
  })
}
