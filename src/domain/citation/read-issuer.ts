import type { FlatText } from '../text/flatten.ts'
import { fold } from '../text/fold.ts'
import { DOCUMENT_TYPES } from '../vocabulary/document-types.ts'
import { ISSUER_HEADS, ISSUER_STOPS, WITHIN_NAMES } from '../vocabulary/issuer-words.ts'

/** A body's name as it stands in the text; `end` is the offset behind it in the flat text. */
export type ReadIssuer = Readonly<{ name: string; end: number }>

const LONGEST = 170
const HEAD = new RegExp(`^(?:${longestFirst(ISSUER_HEADS).join('|')})(?![a-z])`)
const TYPE_NAMES = Object.values(DOCUMENT_TYPES).map(({ name }) => name.toLowerCase())
const STOP = new RegExp(`(?<!\\p{L})(?:${longestFirst([...ISSUER_STOPS, ...TYPE_NAMES]).join('|')})(?!\\p{L})`, 'gu')
/** "Văn hóa, Thể thao và Du lịch", "Lao động, Thương binh và Xã hội", "Ứng phó sự cố, thiên tai và Tìm kiếm": a comma inside. */
const COMMA_INSIDE = /^, (?:\p{Lu}\p{Ll}+(?: \p{Ll}+)?|\p{Ll}+ \p{Ll}+)(?:, \p{Lu}\p{Ll}+(?: \p{Ll}+)?)? và \p{Lu}/u
const COMMA_TITLE = /^, (?:Chủ nhiệm|Chủ tịch|Bí thư) /u
const NAMES_WITH_COMMA = /^(?:Bộ|Sở|Phòng|Ủy ban|Uỷ ban|Trung tâm|Ban|Cục)/u
const BODY =
  /^(?:Ban|Bộ|Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội|Văn phòng|Đảng|Huyện|Tỉnh|Thường trực|Chủ tịch|Công an)(?!\p{L})/u
const CLOSED =
  /(?:(?:Tỉnh|Huyện|Thành|Quận|Thị) [uủ][ỷy]|Đảng bộ(?= (?:tỉnh|huyện|xã|phường|thị trấn|thành phố|quận)(?!\p{L}))|Đảng [uủ][ỷy](?= (?:xã|phường|thị trấn|đặc khu) )|Bộ Chính trị|Ban Bí thư|Chính phủ|Quốc hội|UBND|HĐND|[ỦU][ỷy] ban nhân dân|Hội đồng nhân dân|Trung ương(?: Đảng)?)(?!\p{L})/u
const PLACE =
  /^ (?:(?:Trung ương(?: Đảng)?|Mặt trận Tổ quốc(?: Việt Nam)?|Đoàn|Hội \p{Lu}\p{Ll}+(?: \p{Ll}+)?|[Tt]hành phố|[Tt]ỉnh|[Hh]uyện|tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố|quận|đặc khu|Đảng|và các|các cấp)(?!\p{L})|\p{Lu}[\p{L}'’]*(?!\p{L}))/u
const TERM = /^ ?(?:\((?:khóa|khoá) [IVX]{1,5}\)|(?:khóa|khoá) [IVX]{1,5}(?!\p{L}))/u
const PLENUM = /^Hội nghị (?:lần thứ [\p{L} \d]{1,20}?|Trung ương \d+ )?(?=Ban Chấp hành)/u
const CENTRAL = /^(?:bo chinh tri|ban bi thu|ban chap hanh trung uong)(?: dang)?$/

/** Reads the name of a body that begins at `at`; null when none begins there. It ends at the subject, a verb or a comma. */
export function readIssuerAt(flat: FlatText, at: number): ReadIssuer | null {
  if (!HEAD.test(flat.folded.slice(at, at + 24))) return null
  const text = flat.text.slice(at, at + LONGEST)
  const length = nameLength(text)
  if (length < 2) return null
  return { name: nameOf(text.slice(0, length)), end: at + length }
}

/** Bodies that issue together are parted by a semicolon. A plenum's committee; central organs are the same whatever their term, a local committee is told apart by it. */
function nameOf(name: string): string {
  const body = name.replace(PLENUM, '')
  const joint = jointMinistries(body)
  if (joint) return joint
  const bare = body.replace(/ ?\(?(?:khóa|khoá) [IVX]{1,5}\)?$/u, '')
  return CENTRAL.test(fold(bare))
    ? bare
    : body.replace(/ và (?=(?:Bộ|Bộ trưởng|Tổng|Ủy ban|Uỷ ban|Viện trưởng|Chánh án) \p{Lu})/gu, '; ')
}

/** "liên Bộ: Thông tin và Truyền thông - Công an": the ministries that issue together, each by its name. */
function jointMinistries(name: string): string | null {
  const list = /^[Ll]iên [Bb]ộ ?:? (.+)$/u.exec(name)?.[1]?.split(/ - |, /u)
  return list && list.length > 1 ? list.map((one) => `Bộ ${one.replace(/^Bộ /u, '')}`).join('; ') : null
}

function nameLength(text: string): number {
  let end = hardEnd(text)
  for (const match of text.toLowerCase().matchAll(STOP)) {
    if (match.index >= end) break
    if (match.index === 0 || isPartOfName(text, match.index, match[0])) continue
    end = match.index
    break
  }
  const name = text
    .slice(0, Math.min(end, closedEnd(text)))
    .replace(/[\s,-]+$/, '')
    .replace(/ (?:và các|và|các|cũng)$/u, '')
  const term = TERM.exec(text.slice(name.length))
  return name.length + (term ? term[0].length : 0)
}

/** "Tỉnh ủy", "Bộ Chính trị", "UBND": behind such a name only a place goes on ("huyện Đức Lâm"), no other word. */
function closedEnd(text: string): number {
  const core = CLOSED.exec(text)
  if (!core) return text.length
  let end = core.index + core[0].length
  for (let more = PLACE.exec(text.slice(end)); more; more = PLACE.exec(text.slice(end))) end += more[0].length
  return /^ \p{Ll}/u.test(text.slice(end)) ? end : text.length
}

/** Punctuation ends a name, save a comma inside the name of a ministry or of one post ("Bộ trưởng, Chủ nhiệm Văn phòng"). */
function hardEnd(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === ':' && /^[Ll]iên Bộ$/u.test(text.slice(0, at))) continue
    if ('.;:()"“”\n!?'.includes(letter)) return at
    if (letter !== ',') continue
    const rest = text.slice(at)
    if (COMMA_TITLE.test(rest) && /(?:Bộ trưởng|Bí thư|Giám đốc)$/u.test(text.slice(0, at))) continue
    const inside = COMMA_INSIDE.exec(rest)
    if (!inside || !NAMES_WITH_COMMA.test(text) || BODY.test(rest.slice(2))) return at
    at += inside[0].length - 1
  }
  return text.length
}

/** A stop word written with a capital in mid-name ("Ủy ban Kiểm tra"), or where a known name holds it, is part of the name. */
function isPartOfName(text: string, at: number, word: string): boolean {
  const before = text.slice(0, at)
  if (WITHIN_NAMES.some(([left, inside]) => left.test(before) && inside.test(word))) return true
  return /^\p{Lu}\p{Ll}/u.test(text.slice(at, at + 2)) && !TYPE_NAMES.includes(word)
}

function longestFirst(list: readonly string[]): readonly string[] {
  return list.toSorted((a, b) => b.length - a.length)
}
