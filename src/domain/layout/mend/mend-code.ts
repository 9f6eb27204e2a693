import { documentTypesOfCode } from '../../vocabulary/document-types.ts'
import { levelOfPartyCode } from '../../vocabulary/issuer-codes.ts'
import { withinOne } from './near.ts'
import type { Token } from './tokens.ts'

const COMMITTEES: ReadonlySet<string> = new Set(['TW', 'TU', 'HU', 'ĐU', 'UBND', 'HĐND'])
const CODE = /^(\d{1,5}\p{Ll}?)([-~–.])(\p{L}[\p{L}\d|.`~:;,]*)([/⁄])(\p{L}[\p{L}\d|.`~:;,]*)$/u

/**
 * A symbol of the Party with a letter misread ("12-CT/hU", "133~KH/HU", "57-CV/BTGHUU"), put right by a symbol the same
 * text writes elsewhere. Its number is never touched.
 */
export function mendCode(code: string, tokens: readonly Token[]): string | null {
  const match = CODE.exec(code)
  const [, number = '', dash = '', type = '', slash = '', issuer = ''] = match ?? []
  if (!match) return null
  const others = tokens.flatMap((token) => {
    const own = token.kind === 'code' && token.text !== code ? CODE.exec(token.text) : null
    return own ? [own] : []
  })
  const right = [
    mendPart(
      type,
      documentTypesOfCode(type).length > 0 && type !== type.toLowerCase(),
      others.map((other) => other[3] ?? '').filter((part) => documentTypesOfCode(part).length > 0)
    ),
    mendPart(
      issuer,
      levelOfPartyCode(issuer) !== null && issuer === issuer.toUpperCase(),
      others
        .map((other) => other[5] ?? '')
        .filter((part) => levelOfPartyCode(part) !== null && part === part.toUpperCase())
    )
  ] as const
  const mended = `${number}${dash === '~' || dash === '–' ? '-' : dash}${right[0]}${slash === '⁄' ? '/' : slash}${right[1]}`
  return mended === code ? null : mended
}

/** A known part stays; else the one near part that the text writes elsewhere. */
function mendPart(part: string, known: boolean, others: readonly string[]): string {
  if (known) return part
  const once = part.replace(/(\p{Lu})\1/u, '$1')
  if (once !== part && COMMITTEES.has(once)) return once
  const upper = [...new Set(others)].filter(
    (other) => withinOne(other, part) || other.toUpperCase() === part.toUpperCase()
  )
  return upper.length === 1 ? (upper[0] ?? part) : part
}
