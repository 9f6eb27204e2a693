import type { Reference } from '../../reference/reference.ts'
import { withinOneEdit } from '../../text/edit-distance.ts'
import type { FlatText } from '../../text/flatten.ts'
import { fold } from '../../text/fold.ts'
import type { Mention } from '../mention.ts'

type Own = Readonly<{ reference: Reference | null; issuer: string | null }>

const PARTY_BODY = /^((?:Đảng [uủ][ỷy]|Chi bộ|Đảng bộ|Chi [uủ][ỷy]) )(.+)$/u
const BARE_COMMITTEE = /^(?:dang uy|dang uy xa|dang uy phuong|chi bo|chi uy)$/
const BARE_PLENARY = /^ban chap hanh$/
const STATE_BODY = /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|ban chi dao [\da-z ]*?)(?: tinh) (.+)$/
const PROVINCIAL = /(?:(?<!\p{L})tỉnh|(?<!\p{L})Tỉnh [uủ][ỷy])$/u
const DEPARTMENT = /^Sở \p{Lu}/u

/**
 * Says in full whom a short name means in this paper: "Đảng ủy", "Chi bộ", "Ban Chấp hành" in a paper of that committee or
 * cell are its own; in a paper of a province's State body "UBND tỉnh", "Sở Tài chính" are those of the province that the
 * text itself names ("trên địa bàn tỉnh …"). A name that says its place, or a paper that names none, is left as it stands.
 */
export function fillIssuers(flat: FlatText, mentions: readonly Mention[], own: Own): readonly Mention[] {
  if (own.issuer === null) return mentions
  const province = ownProvince(flat, own)
  return mentions.map((one) => {
    const issuer = one.issuer === null ? null : fullName(one, one.issuer, own, province)
    return issuer === null ? one : { ...one, issuer }
  })
}

function fullName(one: Mention, issuer: string, own: Own, province: string | null): string | null {
  const party = PARTY_BODY.exec(own.issuer ?? '')
  if (party?.[2] && isOfOwnCode(one, own)) {
    const name = fold(issuer)
    const bare = BARE_COMMITTEE.test(name) && fold(own.issuer ?? '').startsWith(`${name} `)
    if (bare) return own.issuer
    if (BARE_PLENARY.test(name) && /^Đảng/u.test(party[1] ?? '')) return `Ban Chấp hành Đảng bộ ${party[2]}`
  }
  if (province === null) return null
  if (PROVINCIAL.test(issuer)) return `${issuer} ${province}`
  return DEPARTMENT.test(issuer) && !/ (?:tỉnh|thành phố|Thành phố) \p{Lu}/u.test(issuer)
    ? `${issuer} tỉnh ${province}`
    : null
}

/** A number of another series is not the committee's own, whatever the name beside it. */
function isOfOwnCode(one: Mention, own: Own): boolean {
  if (one.reference === null) return true
  const code = (reference: Reference): string => reference.symbol.replace(/\/nb$/, '').split(/[-/]/).at(-1) ?? ''
  return own.reference !== null && code(own.reference) === code(one.reference)
}

/** The province as the text writes it, where that is the one of the head; the head of a scan may be misread by a letter. */
function ownProvince(flat: FlatText, own: Own): string | null {
  if (own.reference?.separator === '-') return null
  const place = STATE_BODY.exec(fold(own.issuer ?? ''))?.[1]?.split(' ')
  if (!place) return null
  const spellings = new Map<string, number>()
  for (const match of flat.text.matchAll(/(?<!\p{L})tỉnh ((?:\p{Lu}\p{L}*'?\p{L}*)(?: \p{Lu}\p{L}*){0,3})/gu)) {
    const words = (match[1] ?? '').split(' ').slice(0, place.length)
    const same = words.length === place.length && words.every((word, at) => withinOneEdit(fold(word), place[at] ?? ''))
    if (same) spellings.set(words.join(' '), (spellings.get(words.join(' ')) ?? 0) + 1)
  }
  return [...spellings].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
