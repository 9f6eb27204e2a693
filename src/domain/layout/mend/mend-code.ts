import { withinOne } from '../../text/edit-distance.ts'
import { DOCUMENT_TYPE_CODES, DOCUMENT_TYPES } from '../../vocabulary/document-types.ts'
import { levelOfPartyCode } from '../../vocabulary/issuer-codes.ts'
import { bareWord } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** Number and symbol: "12-CT/HU", "1310-CV/VPTU/nb", "25/2022/NQ-CP"; signs of both kinds between the parts. */
const CODE = /^\d{1,5}\p{Ll}?[-~–⁄/.][\p{L}\d|`~–⁄/.:;-]*\p{L}[\p{L}\d]*$/u
const SEPARATOR = /([-~–⁄/]+)/
const BODIES = [
  'TW',
  'TU',
  'HU',
  'ĐU',
  'VPTW',
  'VPTU',
  'VPHU',
  'VPĐU',
  'UBND',
  'HĐND',
  'UBTVQH15',
  'UBTVQH14',
  'QH15',
  'QH14',
  'CP',
  'TTg'
]
const KNOWN: ReadonlySet<string> = new Set([
  ...BODIES,
  ...DOCUMENT_TYPE_CODES.flatMap((type): readonly string[] => DOCUMENT_TYPES[type].symbols)
])

/** The parts of the symbols a text writes, each with how often. */
export type CodeParts = ReadonlyMap<string, number>

export function codeParts(tokens: readonly Token[]): CodeParts {
  const parts = new Map<string, number>()
  for (const token of tokens) {
    if (token.kind !== 'code' || !CODE.test(token.text)) continue
    for (const part of token.text.split(SEPARATOR)) parts.set(part, (parts.get(part) ?? 0) + 1)
  }
  return parts
}

/**
 * A symbol with a letter misread ("12-CT/hU", "133~KH/HU", "51/2025/ND-CP"), put right by the codes everybody knows and the
 * symbols the same text writes. Digits are never touched, nor a code that could be two ("aU").
 */
export function mendCode(code: string, parts: CodeParts): string | null {
  if (!CODE.test(code)) return null
  const mended = code
    .split(SEPARATOR)
    .map((part, at) => (at % 2 === 1 ? separator(part) : mendPart(part, parts)))
    .join('')
  return mended === code ? null : mended
}

function separator(sign: string): string {
  return /[⁄/]/.test(sign) ? '/' : '-'
}

function mendPart(part: string, parts: CodeParts): string {
  if (!/^\p{L}/u.test(part) || isKnown(part) || (parts.get(part) ?? 0) > 1) return part
  const others = [
    ...new Set([
      ...KNOWN,
      ...[...parts].filter(([other, count]) => count > 1 && /^\p{L}/u.test(other)).map(([other]) => other)
    ])
  ]
  const same = others.filter((other) => bareWord(other) === bareWord(part))
  if (same.length > 0) return same.length === 1 ? (same[0] ?? part) : part
  const once = part.replace(/(\p{L})\1/u, '$1')
  if (once !== part && others.includes(once)) return once
  const near =
    part.length < 3
      ? []
      : others.filter((other) => other.length > 2 && digitsOf(other) === digitsOf(part) && withinOne(other, part))
  return near.length === 1 ? (near[0] ?? part) : part
}

function digitsOf(part: string): string {
  return part.replace(/\D/g, '')
}

/** Known codes, and those of any Party committee; "nb" (internal) and the like stand small. */
function isKnown(part: string): boolean {
  return KNOWN.has(part) || part === 'nb' || (part === part.toUpperCase() && levelOfPartyCode(part) !== null)
}

const ABBREVIATIONS = [
  'UBND',
  'HĐND',
  'MTTQ',
  'UBMTTQ',
  'UBKT',
  'VPTU',
  'VPHU',
  'VPĐU',
  'TAND',
  'VKSND',
  'LHPN',
  'TNCS'
] as const

/** "ƯBND", "UBD", "UBeD": an abbreviation everybody knows, with one letter or mark misread; "VPU" could be three and stays. */
export function mendAbbreviation(word: string): string | null {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0
  if (capitals < 3 || capitals < word.length - 1 || ABBREVIATIONS.some((known) => known === word)) return null
  const same = ABBREVIATIONS.filter((known) => bareWord(known) === bareWord(word))
  // One capital in another's place is another body ("VPTW", "TCCS").
  const near = same.length > 0 ? same : ABBREVIATIONS.filter((known) => withinOne(known, word) && !isOther(known, word))
  return near.length === 1 ? (near[0] ?? null) : null
}

function isOther(known: string, word: string): boolean {
  return known.length === word.length && [...word].every((letter) => /\p{Lu}/u.test(letter))
}
