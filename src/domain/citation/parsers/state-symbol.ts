import type { FlatText } from '../../text/flatten.ts'
import { documentTypesOfCode, typeCodeOf } from '../../vocabulary/document-types.ts'
import { levelOfPartyCode } from '../../vocabulary/issuer-codes.ts'
import { type Mention, mention } from '../mention.ts'
import { CODES, NUMBER, readNumber, SUFFIX, tidySymbol } from './symbol-pieces.ts'

/** "42/2022/NĐ-CP", "33/2024/QH15", "15/QĐ-UBND", "574/UBND-KTTH", "158/UB"; "10/2007/QĐ_BKHCN" as misprinted. */
const PATTERN = new RegExp(
  `${NUMBER}${SUFFIX}\\s?/{1,2}\\s?((?:(?:19|20)\\d\\d\\s?/\\s?)?)(${CODES}(?:\\s?/\\s?${CODES})?)`,
  'gu'
)
/** The slash before the code lost: "27/2017NQ-HĐND", "1420TTr-BQL". The code must be a known abbreviation. */
const SLASH_LOST = new RegExp(`${NUMBER}(/(?:19|20)\\d\\d)?(${CODES})`, 'gu')

export function stateSymbols(flat: FlatText): readonly Mention[] {
  const found: Mention[] = []
  for (const match of flat.text.matchAll(PATTERN)) {
    const [whole, thousands = '', digits = '', suffix = null, year = '', codes = ''] = match
    const read = readNumber(digits)
    if (!read) continue
    const symbol = tidySymbol(year + codes)
    const flags = read.repaired ? ['ocr-number'] : []
    found.push(
      mention({
        rule: 'state-symbol',
        coreStart: match.index,
        coreEnd: match.index + whole.length,
        reference: { number: thousands + read.number, suffix, separator: '/', symbol },
        flags: isPartySymbolInStateForm(symbol) ? [...flags, 'symbol-order'] : flags
      })
    )
  }
  for (const match of flat.text.matchAll(SLASH_LOST)) {
    const [whole, thousands = '', digits = '', year = '', codes = ''] = match
    if (thousands !== '' || !/^\d+$/.test(digits) || !codes.includes('-')) continue
    const symbol = tidySymbol(codes)
    if (documentTypesOfCode(typeCodeOf(symbol)).length === 0) continue
    found.push(
      mention({
        rule: 'state-symbol-without-slash',
        coreStart: match.index,
        coreEnd: match.index + whole.length,
        reference: {
          number: digits,
          suffix: null,
          separator: '/',
          symbol: year === '' ? symbol : `${year.slice(1)}/${symbol}`
        }
      })
    )
  }
  return found
}

/** "21/CT-TU" for 21-CT/TU: a type and a Party committee's code in the State's order. Shown, never repaired. */
function isPartySymbolInStateForm(symbol: string): boolean {
  const [type = '', body = '', ...more] = symbol.split('-')
  return more.length === 0 && documentTypesOfCode(type).length > 0 && levelOfPartyCode(body) !== null
}
