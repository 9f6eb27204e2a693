import { fold, foldKey } from '../text/fold.ts'
import type { Level } from './levels.ts'

/**
 * Codes of Party committees and of the bodies that serve them (domain.md §4.1). An office extends the list of bodies in its
 * directory; this table only tells at which height of the lineage a document stands.
 */
const COMMITTEES: readonly (readonly [string, Level])[] = [
  ['TW', 'TW'],
  ['TU', 'TU'],
  ['HU', 'HU'],
  ['QU', 'HU'],
  ['ThU', 'HU'],
  ['TXU', 'HU'],
  ['ĐU', 'XA'],
  ['ĐUK', 'XA']
]
/** What stands before a committee's code in the code of one of its bodies: VPTU, BTCHU, UBKTTW. */
const BODIES = ['VP', 'BTC', 'BTG', 'BTGDV', 'BDV', 'BNC', 'UBKT', 'BXDĐ', 'BCS', 'BCĐ', 'QU', 'TTCT'] as const

/** Codes of State bodies that tell a level. */
const STATE_CODES: readonly (readonly [RegExp, Level])[] = [
  [/^(?:cp|ttg|vpcp|qh\d*|ubtvqh\d*|ctn|tandtc|vksndtc|hdtp)$/, 'TW'],
  [/^b(?!ql|cd|qt|tt|tg|tc|dv|nc|xd|cs|ch)[a-z]{1,8}$/, 'TW'],
  [/^s[a-z]{1,6}$/, 'TU']
]

/** Levels by the words of a name, folded, tried in order: the place that stands last and lowest decides. */
const NAMES: readonly (readonly [RegExp, Level])[] = [
  [/\b(?:bo chinh tri|ban bi thu|chinh phu|thu tuong|quoc hoi|bo truong)\b/, 'TW'],
  [/^(?:ban chap hanh |van phong |ban [a-z ]+ |uy ban kiem tra |dang )?trung uong\b/, 'TW'],
  [/\btrung uong(?: dang| doan)?$/, 'TW'],
  [
    /\bbo (?:noi vu|tai chinh|giao duc|y te|cong an|quoc phong|tu phap|xay dung|cong thuong|nong nghiep|ngoai giao|khoa hoc|van hoa|thong tin|ke hoach|lao dong|tai nguyen|giao thong)\b/,
    'TW'
  ],
  [/\b(?:xa|phuong|thi tran|chi bo|dac khu)\b(?! hoi)/, 'XA'],
  [/\b(?:huyen|quan uy|thi xa|thi uy)\b/, 'HU'],
  [/\b(?:tinh|thanh uy|thanh pho)\b/, 'TU']
]

/** The level a document stands at: by the name of its issuer where that says it, else by the code in its symbol. null: neither says. */
export function documentLevel(symbol: string, issuer: string | null): Level | null {
  const name = issuer
    ? foldKey(issuer)
        .replace(/\bthi xa\b/g, 'thi-xa')
        .replace(/\bxa hoi\b/g, '')
    : ''
  for (const [pattern, level] of NAMES) if (pattern.test(name.replace('thi-xa', 'huyen'))) return level
  const parts = symbol.split('/').filter((part) => part !== 'nb')
  const last = parts.at(-1) ?? ''
  for (const part of [last, ...last.split('-').toReversed()]) {
    const level = levelOfPartyCode(part) ?? levelOfStateCode(part)
    if (level) return level
  }
  return null
}

/** The level of a Party committee's code or of a body serving one: TU, VPTU, BTCHU, "TWĐTN" not. null: none of them. */
export function levelOfPartyCode(code: string): Level | null {
  const folded = fold(code.normalize('NFC'))
  if (folded === 'cb') return 'XA'
  for (const [committee, level] of COMMITTEES) {
    const end = fold(committee)
    if (folded === end) return level
    if (folded.endsWith(end) && BODIES.some((body) => folded === fold(body) + end)) return level
  }
  return null
}

function levelOfStateCode(code: string): Level | null {
  const folded = fold(code.normalize('NFC'))
  return STATE_CODES.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}
