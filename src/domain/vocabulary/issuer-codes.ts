import { fold, foldKey } from '../text/fold.ts'
import type { Level } from './levels.ts'

/**
 * Codes of Party committees (domain.md §4.1). Bodies that serve a committee put their own letters before: VPTU, BTCHU,
 * UBKTTW. The list of bodies is open (an office extends it in its directory); the end alone tells the height.
 */
const COMMITTEES: readonly (readonly [code: string, level: Level])[] = [
  ['TW', 'TW'],
  ['TU', 'TU'],
  ['HU', 'HU'],
  ['QU', 'HU'],
  ['ThU', 'HU'],
  ['TXU', 'HU'],
  ['ĐU', 'XA'],
  ['ĐUK', 'XA'],
  ['CB', 'XA']
]
/** Letters of bodies that stand before a committee's code. */
const SERVING = [
  'VP',
  'BTC',
  'BTG',
  'BTGDV',
  'BDV',
  'BNC',
  'BNV',
  'UBKT',
  'BXDĐ',
  'BCS',
  'BCĐ',
  'BVSK',
  'TTCT',
  'QU'
] as const

/** Codes of State bodies that tell a height; UBND and HĐND stand at three and tell none. */
const STATE_CODES: Readonly<Record<Level, readonly string[]>> = {
  TW: [
    ...[
      'CP',
      'TTg',
      'VPCP',
      'CTN',
      'TANDTC',
      'VKSNDTC',
      'HĐTP',
      'NHNN',
      'TTCP',
      'UBDT',
      'BNV',
      'BTC',
      'BGDĐT',
      'BYT',
      'BCA'
    ],
    ...[
      'BQP',
      'BTP',
      'BXD',
      'BCT',
      'BNNPTNT',
      'BNNMT',
      'BNG',
      'BKHCN',
      'BVHTTDL',
      'BTTTT',
      'BKHĐT',
      'BLĐTBXH',
      'BTNMT',
      'BGTVT'
    ]
  ],
  TU: [
    ...[
      'SNV',
      'STC',
      'SYT',
      'SXD',
      'SCT',
      'STP',
      'SNN',
      'SNNPTNT',
      'SNNMT',
      'SGDĐT',
      'STNMT',
      'SKHĐT',
      'SVHTTDL',
      'STTTT'
    ],
    ...['SLĐTBXH', 'SGTVT', 'SKHCN', 'SNgV']
  ],
  HU: [],
  XA: []
}
const STATE_LEVELS: ReadonlyMap<string, Level> = new Map(
  (['TW', 'TU'] as const).flatMap((level) => STATE_CODES[level].map((code) => [fold(code), level] as const))
)
/** Codes of Party committees and of the bodies that serve them, as they are written: TW, VPTW, HU, BTCHU. */
export const PARTY_BODY_CODES: readonly string[] = [
  ...COMMITTEES.map(([code]) => code),
  ...SERVING.flatMap((body) => COMMITTEES.filter(([code]) => code !== 'CB').map(([code]) => body + code))
]
/** Codes of State bodies, and of those that stand at several heights. */
export const STATE_BODY_CODES: readonly string[] = [...STATE_CODES.TW, ...STATE_CODES.TU, 'UBND', 'HĐND', 'UB']
/** Codes often met that say nothing of a height: boards, councils, fronts, offices and units of every place. */
export const COMMON_BODY_CODES: readonly string[] = (
  'BCĐ BQL BQLDA HĐTĐ HĐ BTV BTT BCH TTHĐND MTTQ UBMTTQ LĐLĐ HND HLHPN HPN CCB HCCB ĐTN TĐTN HĐĐ CAT CAH CA VKS VKSND TAND TA ' +
  'KBNN BHXH TTYT BV PGDĐT GDĐT PNV NV PTC TCKH PTCKH VHTT VHXH TNMT PTNMT NN NNPTNT LĐTBXH HKL KL BCHQS QS TTr VP VPUB VPĐP ' +
  'TTPVHCC ĐKT TCT TGV HĐTĐKT TĐKT KSTT KTTH KTN KGVX NC TH VX XD ĐT CN TTHC'
).split(' ')

/** Quốc hội and its standing committee with the number of the term: QH15, UBTVQH15. */
const ASSEMBLY = /^(?:ubtv)?qh\d*$/

/** Levels by the words of a name, folded, tried in order. "thi xa" is a district's town and "xa hoi" no commune. */
const NAMES: readonly (readonly [RegExp, Level])[] = [
  [/\b(?:bo chinh tri|ban bi thu|chinh phu|thu tuong|quoc hoi|bo truong)\b/, 'TW'],
  [/^(?:ban chap hanh |van phong |ban [a-z ]+ |uy ban kiem tra |dang )?trung uong\b/, 'TW'],
  [/\btrung uong(?: dang| doan)?$/, 'TW'],
  [
    /\bbo (?:noi vu|tai chinh|giao duc|y te|cong an|quoc phong|tu phap|xay dung|cong thuong|nong nghiep|ngoai giao|khoa hoc|van hoa|thong tin|ke hoach|lao dong|tai nguyen|giao thong)\b/,
    'TW'
  ],
  [/\b(?:(?<!thi )xa(?! hoi)|phuong|thi tran|chi bo|dac khu)\b/, 'XA'],
  [/\b(?:huyen|quan uy|thi xa|thi uy)\b/, 'HU'],
  [/\b(?:tinh|thanh uy|thanh pho)\b/, 'TU']
]

/** Committees and the bodies that serve them, by their folded codes; of equal ones the first counts. */
const PARTY_LEVELS: ReadonlyMap<string, Level> = new Map(
  COMMITTEES.flatMap(([committee, level]) =>
    ['', ...SERVING].map((body) => [fold(body + committee), level] as const)
  ).toReversed()
)

/** The level a document stands at: by the name of its issuer where that says it, else by the code in its symbol. null: neither says. */
export function documentLevel(symbol: string, issuer: string | null): Level | null {
  const name = issuer ? foldKey(issuer) : ''
  for (const [pattern, level] of NAMES) if (pattern.test(name)) return level
  const parts = symbol.split('/').filter((part) => part !== 'nb')
  const last = parts.at(-1) ?? ''
  for (const part of [last, ...last.split('-').toReversed()]) {
    const level = levelOfPartyCode(part) ?? levelOfStateCode(part) ?? levelOfUnknownBody(part)
    if (level) return level
  }
  return null
}

/** The level of a Party committee's code or of a known body serving one: TU, VPTU, BTCHU. null: none of them. */
export function levelOfPartyCode(code: string): Level | null {
  return PARTY_LEVELS.get(fold(code.normalize('NFC'))) ?? null
}

function levelOfStateCode(code: string): Level | null {
  const folded = fold(code.normalize('NFC'))
  return ASSEMBLY.test(folded) ? 'TW' : (STATE_LEVELS.get(folded) ?? null)
}

/** A body the table does not know, by the end of its code in capitals: "ĐTNTU", "TTVHHU". */
function levelOfUnknownBody(code: string): Level | null {
  const found = COMMITTEES.find(
    ([committee]) => committee.length === 2 && committee !== 'CB' && code.endsWith(committee)
  )
  return found && code.length >= 4 ? found[1] : null
}
