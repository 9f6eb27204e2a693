import type { FlatText } from '../../text/flatten.ts'
import { documentTypesOfCode } from '../../vocabulary/document-types.ts'
import { type Mention, mention } from '../mention.ts'
import { CODE, CODES, NUMBER, readNumber, SUFFIX, tidySymbol } from './symbol-pieces.ts'

/**
 * "713-CV/TU", "713 - CV/TU", "713-CV /TU", "44a-CV/VPHU", "5053-CV/VPTW/nb", "29-CV/TC-NV", "367 - QĐ/TWĐTN-VP";
 * and with the dash lost "713 CV/TU", where the code must be a known abbreviation.
 */
const PATTERN = new RegExp(
  `${NUMBER}${SUFFIX}\\s?(-{0,2})\\s?(${CODE})\\s?/\\s?(${CODES}(?:\\s?/\\s?nb(?!\\p{L}))?)`,
  'gu'
)

export function partySymbols(flat: FlatText): readonly Mention[] {
  const found: Mention[] = []
  for (const match of flat.text.matchAll(PATTERN)) {
    const [whole, thousands = '', digits = '', suffix = null, dash = '', type = '', issuer = ''] = match
    const read = readNumber(digits)
    if (!read) continue
    if (dash === '' && documentTypesOfCode(type).length === 0) continue
    found.push(
      mention({
        rule: dash === '' ? 'party-symbol-without-dash' : 'party-symbol',
        coreStart: match.index,
        coreEnd: match.index + whole.length,
        reference: {
          number: thousands + read.number,
          suffix,
          separator: '-',
          symbol: `${tidySymbol(type)}/${tidySymbol(issuer)}`
        },
        flags: read.repaired ? ['ocr-number'] : []
      })
    )
  }
  return found
}
