import type { FlatText } from '../text/flatten.ts'
import { FOLDED_TYPE_NAMES } from '../vocabulary/document-types.ts'
import { ISSUER_HEADS, ISSUER_STOPS } from '../vocabulary/issuer-words.ts'

/** A body's name as it stands in the text; `end` is the offset behind it in the flat text. */
export type ReadIssuer = Readonly<{ name: string; end: number }>

const LONGEST = 150
const HEAD = new RegExp(`^(?:${ISSUER_HEADS.toSorted((a, b) => b.length - a.length).join('|')})(?![a-z])`)
const STOP = new RegExp(
  `(?<![a-z])(?:${[...ISSUER_STOPS, ...FOLDED_TYPE_NAMES].toSorted((a, b) => b.length - a.length).join('|')})(?![a-z])`,
  'g'
)
/** Stop words that are part of a name where they stand before or behind these. */
const WITHIN_NAME =
  /(?:xay dung|bao hiem|ke hoach va dau tu|kiem tra|nghi quyet so|thanh nien|van phong|quan ly (?:du an|dat dai))/
/** "Văn hóa, Thể thao và Du lịch", "Lao động, Thương binh và Xã hội", "Quốc gia Ứng phó sự cố, thiên tai và Tìm kiếm": a comma inside. */
const COMMA_INSIDE = /^, (?:\p{Lu}\p{Ll}+(?: \p{Ll}+)?|\p{Ll}+ \p{Ll}+)(?:, \p{Lu}\p{Ll}+(?: \p{Ll}+)?)? và \p{Lu}/u
const COMMA_TITLE = /^, (?:Chủ nhiệm|Chủ tịch|Bí thư) /u
const TERM = /^ ?(?:\((?:khóa|khoá) [IVX]{1,5}\)|(?:khóa|khoá) [IVX]{1,5}(?!\p{L}))/u
const CENTRAL = /^(?:bo chinh tri|ban bi thu)$/

/** Reads the name of a body that begins at `at`; null when none begins there. It ends at the subject, a verb or a comma. */
export function readIssuerAt(flat: FlatText, at: number): ReadIssuer | null {
  const folded = flat.folded.slice(at, at + LONGEST)
  if (!HEAD.test(folded) || /^(?:cac|nhung) /.test(folded)) return null
  const text = flat.text.slice(at, at + LONGEST)
  const length = nameLength(text, folded)
  if (length < 2) return null
  const name = text.slice(0, length)
  const plenum = /^Hội nghị (?:lần thứ [\p{L} \d]+?|Trung ương \d+ )?(?=Ban Chấp hành)/u.exec(name)
  return { ...centralName(plenum ? name.slice(plenum[0].length) : name), end: at + length }
}

/** Central organs are the same whatever their term; a committee of a province or district is told apart by it. */
function centralName(name: string): { name: string } {
  const bare = name.replace(/ ?\(?(?:khóa|khoá) [IVX]{1,5}\)?$/u, '')
  const folded = bare
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return { name: CENTRAL.test(folded) || /^ban chap hanh trung uong(?: dang)?$/.test(folded) ? bare : name }
}

function nameLength(text: string, folded: string): number {
  let end = hardEnd(text)
  STOP.lastIndex = 0
  for (const match of folded.matchAll(STOP)) {
    if (match.index >= end) break
    if (match.index === 0) continue
    if (isPartOfName(text, folded, match.index, match[0])) continue
    end = match.index
    break
  }
  let name = text.slice(0, end).replace(/[\s,]+$/, '')
  name = name.replace(/ (?:và|và các|các|với|đã|cũng)$/u, '')
  const term = TERM.exec(text.slice(name.length))
  return name.length + (term ? term[0].length : 0)
}

/** Punctuation ends a name, save a comma inside the name of a ministry or of one post ("Bộ trưởng, Chủ nhiệm Văn phòng"). */
function hardEnd(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if ('.;:()"“”\n!?'.includes(letter)) return at
    if (letter !== ',') continue
    const rest = text.slice(at)
    if (COMMA_TITLE.test(rest) && /(?:Bộ trưởng|Bí thư|Giám đốc)$/u.test(text.slice(0, at))) continue
    const inside = COMMA_INSIDE.exec(rest)
    if (inside && /^(?:Bộ|Sở|Phòng|Ủy ban|Uỷ ban|Trung tâm|Ban|Cục)/u.test(text) && !startsBody(rest.slice(2))) {
      at += inside[0].length - 1
      continue
    }
    return at
  }
  return text.length
}

function startsBody(text: string): boolean {
  return /^(?:Ban|Bộ|Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội|Văn phòng|Đảng|Huyện|Tỉnh|Thường trực|Chủ tịch|Công an)(?!\p{L})/u.test(
    text
  )
}

/** A stop word written with a capital in mid-name, or one of the known pairs, is part of the name. */
function isPartOfName(text: string, folded: string, at: number, word: string): boolean {
  if (/^\p{Lu}/u.test(text.charAt(at)) && !FOLDED_TYPE_NAMES.includes(word)) return true
  if (word === 'thuc hien' || word === 'chi dao')
    return /\bban $/.test(folded.slice(0, at)) && /^\p{Lu}/u.test(text.charAt(at))
  const around = folded.slice(Math.max(0, at - 12), at + word.length + 12)
  const known = WITHIN_NAME.exec(around)
  if (known) return true
  return word === 'ke hoach' && /^ke hoach va dau tu/.test(folded.slice(at))
}
