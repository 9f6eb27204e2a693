import { fold } from '../../text/fold.ts'
import { DOCUMENT_TYPES, type DocumentType, documentTypesOfCode } from '../../vocabulary/document-types.ts'
import { COMMON_BODY_CODES, PARTY_BODY_CODES, STATE_BODY_CODES } from '../../vocabulary/issuer-codes.ts'

const PARTY_TYPES: readonly DocumentType[] = [
  ...([
    'nghi-quyet',
    'quyet-dinh',
    'quy-dinh',
    'chi-thi',
    'ket-luan',
    'quy-che',
    'thong-tri',
    'huong-dan',
    'thong-bao'
  ] as const),
  ...([
    'bao-cao',
    'ke-hoach',
    'chuong-trinh',
    'to-trinh',
    'cong-van',
    'bien-ban',
    'giay-moi',
    'de-an',
    'thong-cao'
  ] as const)
]
const STATE_TYPES: readonly DocumentType[] = [
  ...([
    'nghi-dinh',
    'nghi-quyet',
    'quyet-dinh',
    'chi-thi',
    'thong-tu',
    'thong-tu-lien-tich',
    'ke-hoach',
    'thong-bao'
  ] as const),
  ...(['bao-cao', 'to-trinh', 'cong-dien', 'huong-dan', 'cong-van', 'giay-moi', 'chuong-trinh', 'luat'] as const)
]
const GOVERNMENT = ['CP', 'TTg', 'UBND', 'HĐND', 'CTN'] as const
const ASSEMBLY = ['QH8', 'QH9', 'QH10', 'QH11', 'QH12', 'QH13', 'QH14', 'QH15', 'QH16'] as const

export type KnownSymbol = Readonly<{ separator: '-' | '/'; symbol: string; type: DocumentType | null; body: string }>

/** Symbols that a type and a body make, the State's without the year: "CV/VPTU", "NĐ-CP", "UBTVQH15". */
export const KNOWN_SYMBOLS: readonly KnownSymbol[] = [
  ...PARTY_TYPES.flatMap((type) =>
    codesOf(type).flatMap((code) =>
      PARTY_BODY_CODES.map((body) => ({ separator: '-' as const, symbol: `${code}/${body}`, type, body }))
    )
  ),
  ...STATE_TYPES.filter((type) => type !== 'luat' && type !== 'nghi-dinh').flatMap((type) =>
    codesOf(type).flatMap((code) =>
      STATE_BODY_CODES.concat('TTg', 'CP').map((body) => ({
        separator: '/' as const,
        symbol: `${code}-${body}`,
        type,
        body
      }))
    )
  ),
  { separator: '/', symbol: 'NĐ-CP', type: 'nghi-dinh', body: 'CP' },
  ...ASSEMBLY.flatMap((term) => [
    { separator: '/' as const, symbol: term, type: 'luat' as const, body: 'QH' },
    { separator: '/' as const, symbol: term, type: 'nghi-quyet' as const, body: 'QH' },
    { separator: '/' as const, symbol: `UBTVQH${term.slice(2)}`, type: 'nghi-quyet' as const, body: 'UBTVQH' },
    { separator: '/' as const, symbol: `UBTVQH${term.slice(2)}`, type: 'phap-lenh' as const, body: 'UBTVQH' }
  ])
]
const BY_SYMBOL: ReadonlySet<string> = new Set(KNOWN_SYMBOLS.map(({ separator, symbol }) => separator + symbol))
const BODIES: ReadonlySet<string> = new Set([
  ...PARTY_BODY_CODES,
  ...STATE_BODY_CODES,
  ...COMMON_BODY_CODES,
  ...GOVERNMENT
])

export function isKnownBody(code: string): boolean {
  return BODIES.has(code)
}

/** True where nothing in a symbol is unheard of; the year of a State symbol is left out. */
export function isKnownSymbol(separator: '-' | '/', symbol: string): boolean {
  const plain = symbol.replace(/\/nb$/, '')
  if (BY_SYMBOL.has(separator + plain)) return true
  const parts = plain.split(/[-/]/)
  const [first = '', ...rest] = parts
  if (separator === '/' && BODIES.has(first))
    return rest.length > 0 && rest.every((part) => /^\p{Lu}[\p{L}\d]{0,6}$/u.test(part))
  const isType = documentTypesOfCode(first).some((type) => DOCUMENT_TYPES[type].symbols.some((code) => code === first))
  return isType && rest.length > 0 && rest.every((part) => BODIES.has(part))
}

const NAMED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:ban thuong vu|thuong truc|ban chap hanh dang bo)?\s?(?:huyen uy|huyen)\b/, ['HU']],
  [/^(?:ban thuong vu|thuong truc|ban chap hanh dang bo)?\s?(?:tinh uy|tinh|thanh uy)\b/, ['TU']],
  [/^(?:ban thuong vu |thuong truc )?dang uy (?:xa|phuong|thi tran|khoi)\b/, ['ĐU']],
  [/^chi bo\b/, ['CB']],
  [/^(?:bo chinh tri|ban bi thu|ban chap hanh trung uong|hoi nghi)/, ['TW']],
  [/^thu tuong/, ['TTg']],
  [/^chinh phu/, ['CP']],
  [/^(?:chu tich )?(?:uy ban nhan dan|ubnd)/, ['UBND']],
  [/^(?:hoi dong nhan dan|hdnd)/, ['HĐND']],
  [/^uy ban thuong vu quoc hoi/, ['UBTVQH']],
  [/^quoc hoi/, ['QH']]
]
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/ (?:huyen uy)\b.*$/, 'HU'],
  [/ (?:tinh uy|thanh uy)\b.*$/, 'TU'],
  [/ (?:dang uy)\b.*$/, 'ĐU'],
  [/ (?:trung uong)\b.*$/, 'TW']
]
const LONGER: Readonly<Record<string, string>> = { 'van phong': 'VP', 'uy ban kiem tra': 'UBKT', 'ban bao ve': 'BBV' }

/** Bodies that issue together stand parted by semicolons. */
export function codesOfBodies(name: string): readonly string[] {
  return name.split('; ').flatMap(codesOfBody)
}

/** Codes that a body's name would bear: "Ban Tuyên giáo Huyện ủy" → BTGHU, "Bộ Tài chính" → BTC. */
function codesOfBody(name: string): readonly string[] {
  const folded = fold(name).replace(/^(?:bo truong|giam doc) (?=bo|so)/, '')
  for (const [pattern, codes] of NAMED) if (pattern.test(folded)) return codes
  for (const [pattern, unit] of UNITS) {
    const left = folded.replace(pattern, '')
    if (left !== folded) return [(LONGER[left] ?? initials(name, left)) + unit]
  }
  return [initials(name, folded)]
}

/** First letters, "và", "-" and commas left out. */
function initials(name: string, folded: string): string {
  return name
    .slice(name.length - fold(name).length + fold(name).indexOf(folded), fold(name).indexOf(folded) + folded.length)
    .split(/[\s,-]+/)
    .filter((word) => word !== '' && fold(word) !== 'va')
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}

function codesOf(type: DocumentType): readonly string[] {
  return DOCUMENT_TYPES[type].symbols.filter((code) => !/^(?:CTR|TTR|TTrr)$/.test(code))
}
