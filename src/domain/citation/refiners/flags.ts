import { fold } from '../../text/fold.ts'
import { documentTypesOfCode } from '../../vocabulary/document-types.ts'
import { levelOfPartyCode } from '../../vocabulary/issuer-codes.ts'
import type { Level } from '../../vocabulary/levels.ts'
import type { Mention } from '../mention.ts'

/** Committees by name, for holding a symbol against the issuer beside it. A thành ủy may stand at two levels: left out. */
const COMMITTEES: readonly (readonly [RegExp, Level])[] = [
  [/(?<![a-z])(?:tinh uy|dang bo tinh)(?![a-z])/, 'TU'],
  [/(?<![a-z])(?:huyen uy|quan uy|thi uy|dang bo huyen)(?![a-z])/, 'HU'],
  [/(?<![a-z])(?:bo chinh tri|ban bi thu|trung uong)(?![a-z])/, 'TW']
]
const STATE_BODIES = /^(?:UBND|HĐND|CP|TTg|UBTVQH\d*)$/u

/** Marks what is odd in a mention, for the clerk to see: nothing is repaired (values.md 4). */
export function flagOddities(mentions: readonly Mention[], citingDate: string | null): readonly Mention[] {
  return mentions.map((one) => {
    const odd = [
      isAgainstIssuer(one) ? 'symbol-against-issuer' : null,
      isStateSymbolInPartyForm(one) ? 'symbol-order' : null,
      citingDate !== null && one.issuedOn !== null && one.issuedOn > citingDate ? 'dated-after-citing' : null
    ].filter((flag) => flag !== null)
    return odd.length === 0 ? one : { ...one, flags: [...new Set([...one.flags, ...odd])] }
  })
}

/** "Kế hoạch số 145-KH/HU … của Ban Thường vụ Tỉnh ủy": the code speaks of the district, the name of the province. */
function isAgainstIssuer(one: Mention): boolean {
  if (one.reference?.separator !== '-' || one.issuer === null) return false
  const code = one.reference.symbol.replace(/\/nb$/, '').split('/').at(-1) ?? ''
  const coded = levelOfPartyCode(code)
  const name = fold(one.issuer)
  const named = COMMITTEES.find(([pattern]) => pattern.test(name))?.[1] ?? null
  return coded !== null && named !== null && coded !== named
}

/** "15-QĐ/UBND" for 15/QĐ-UBND. */
function isStateSymbolInPartyForm({ reference }: Mention): boolean {
  if (reference?.separator !== '-') return false
  const [type = '', body = ''] = reference.symbol.split('/')
  return documentTypesOfCode(type).length > 0 && STATE_BODIES.test(body)
}
