import { foldKey } from '../text/fold.ts'
import type { Level } from '../vocabulary/levels.ts'

/**
 * A body's name taken apart: "Ban Tuyên giáo Huyện ủy Đức Lâm" → ban tuyen giao, HU, duc lam. A Party committee, its Ban
 * Thường vụ, its Thường trực and its Ban Chấp hành share symbol and number series (design §4), so all are `COMMITTEE`;
 * who acted is kept beside. null: the name does not say.
 */
export type IssuingBody = Readonly<{
  organ: string | null
  level: Level | null
  place: string | null
  acting: string | null
}>

export const COMMITTEE = 'cap uy'

/** Abbreviations as clerks write them in names (domain.md §7, §11), folded. */
const SHORT: Readonly<Record<string, string>> = {
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  ubmttq: 'uy ban mat tran to quoc',
  ubmttqvn: 'uy ban mat tran to quoc viet nam',
  mttq: 'mat tran to quoc',
  mttqvn: 'mat tran to quoc viet nam',
  ubkt: 'uy ban kiem tra',
  btv: 'ban thuong vu',
  btt: 'ban thuong truc',
  bch: 'ban chap hanh',
  btc: 'ban to chuc',
  btg: 'ban tuyen giao',
  bdv: 'ban dan van',
  bnc: 'ban noi chinh',
  vp: 'van phong',
  tt: 'thuong truc',
  tw: 'trung uong',
  bct: 'bo chinh tri',
  bbt: 'ban bi thu',
  lhpn: 'lien hiep phu nu',
  ldld: 'lien doan lao dong'
}

const CENTRAL =
  /\b(bo chinh tri|ban bi thu|ban chap hanh trung uong|hoi nghi .*trung uong|hoi nghi .*ban chap hanh|dai hoi .*toan quoc)\b/
const UNIT =
  /\b(trung uong|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo|tinh|thanh pho|huyen|thi xa|(?<!bao hiem )xa(?! hoi)|(?<!dia )phuong|thi tran|dac khu)\b/
const LEVEL_OF: Readonly<Record<string, Level | null>> = {
  'trung uong': 'TW',
  'tinh uy': 'TU',
  tinh: 'TU',
  'thanh uy': null, // of a city under the centre, or of one in a province
  'thanh pho': null,
  'huyen uy': 'HU',
  'quan uy': 'HU',
  'thi uy': 'HU',
  huyen: 'HU',
  'thi xa': 'HU',
  xa: 'XA',
  phuong: 'XA',
  'thi tran': 'XA',
  'dac khu': 'XA'
}
/** Units that are a Party committee by themselves. */
const PARTY_UNITS: ReadonlySet<string> = new Set([
  'tinh uy',
  'thanh uy',
  'huyen uy',
  'quan uy',
  'thi uy',
  'dang uy',
  'dang bo'
])
/** What may stand before a committee's name without being another body. */
const ACTING = /^(?:ban thuong vu|thuong truc|ban chap hanh|hoi nghi .*|dong chi .*|bi thu|pho bi thu|)$/

/** Organs that surely differ from one another when their names do. */
const KNOWN_ORGANS: readonly string[] = [
  COMMITTEE,
  'van phong',
  'ban to chuc',
  'ban tuyen giao',
  'ban tuyen giao va dan van',
  'ban dan van',
  'ban noi chinh',
  'uy ban kiem tra',
  'uy ban nhan dan',
  'hoi dong nhan dan',
  'mat tran to quoc'
]

/** Names are asked for over and over, a handful in an archive: the last ones read are known. */
const read = new Map<string, IssuingBody>()
const MOST_READ = 5_000

export function readIssuingBody(name: string): IssuingBody {
  const known = read.get(name)
  if (known) return known
  if (read.size >= MOST_READ) read.clear()
  const body = takeApart(name)
  read.set(name, body)
  return body
}

function takeApart(name: string): IssuingBody {
  const key = expandShort(foldKey(name))
    .replace(/\b(?:khoa|nhiem ki|truoc day|nay la|lan thu)\b.*$/, '')
    .trim()
  const central = CENTRAL.exec(key)
  if (central?.[1] && !/\b(?:huyen|tinh|xa|dang bo)\b/.test(key)) {
    return { organ: COMMITTEE, level: 'TW', place: null, acting: central[1] }
  }
  const found = UNIT.exec(key)
  if (!found?.[1]) return { organ: plainOrgan(key), level: null, place: null, acting: null }
  const before = key.slice(0, found.index).trim()
  const after = key.slice(found.index + found[1].length).trim()
  return PARTY_UNITS.has(found[1]) ? partyBody(before, found[1], after) : otherBody(before, found[1], after)
}

function partyBody(before: string, unit: string, after: string): IssuingBody {
  let level = LEVEL_OF[unit] ?? null
  let place: string | null = after === '' ? null : after
  if (unit === 'dang uy' || unit === 'dang bo') {
    const inner = UNIT.exec(after)
    if (inner?.[1] && inner.index === 0) {
      level = LEVEL_OF[inner[1]] ?? null
      place = after.slice(inner[1].length).trim() || null
    } else if (after !== '') {
      // "Đảng ủy Công an tỉnh": a committee inside another body, a body of its own.
      return { organ: `dang uy ${after}`, level: null, place: null, acting: null }
    }
  }
  if (ACTING.test(before)) return { organ: COMMITTEE, level, place, acting: before === '' ? null : before }
  return { organ: plainOrgan(before), level, place, acting: null }
}

function otherBody(before: string, unit: string, after: string): IssuingBody {
  const place = unit === 'trung uong' || after === '' ? null : after
  return { organ: plainOrgan(before), level: LEVEL_OF[unit] ?? null, place, acting: null }
}

/** "chủ tịch ủy ban nhân dân" acts for the body; "tỉnh", "huyện" alone name no organ. */
function plainOrgan(text: string): string | null {
  if (/mat tran to quoc/.test(text)) return 'mat tran to quoc'
  const organ = text.replace(/^(?:(?:pho )?chu tich|thuong truc|ban thuong truc|thuong vu) /, '').trim()
  return organ === '' || organ === 'dang' ? null : organ
}

export function expandShort(key: string): string {
  return key
    .split(' ')
    .map((word) => SHORT[word] ?? word)
    .join(' ')
}

/** How a body a citation names stands to the one that issued a document. */
export type BodyMatch = 'agrees' | 'unknown' | 'other-body' | 'other-place'

/** `place` of `named` may have been filled in from the citing document's own district or province. */
export function compareBodies(named: IssuingBody, issuer: IssuingBody): BodyMatch {
  const organ = compareOrgans(named.organ, issuer.organ)
  if (organ === 'differs') return 'other-body'
  if (named.level && issuer.level && named.level !== issuer.level) return 'other-body'
  if (named.place && issuer.place && !samePlace(named.place, issuer.place)) return 'other-place'
  if (organ === 'unknown') return 'unknown'
  return named.level === issuer.level || (named.place !== null && issuer.place !== null) ? 'agrees' : 'unknown'
}

function compareOrgans(a: string | null, b: string | null): 'same' | 'differs' | 'unknown' {
  if (a === null || b === null) return 'unknown'
  if (a === b) return 'same'
  return KNOWN_ORGANS.includes(a) && KNOWN_ORGANS.includes(b) ? 'differs' : 'unknown'
}

/** "đức lâm" and "đức lâm tỉnh lâm sơn" are one place. */
function samePlace(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
}
