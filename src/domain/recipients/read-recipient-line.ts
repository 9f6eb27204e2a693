import { fold } from '../text/fold.ts'
import type { Evidence } from '../text/span.ts'
import type { RecipientKind, RecipientLine } from './recipient.ts'
import { recipientNames } from './recipient-names.ts'

const NOTE = /\s*\(([^()]*)\)\s*$/
/** Specks of a scan after the separator: "CT, PCT UBND tỉnh; «". */
const STRAY = /[;,.]\s*[^\p{L}\p{N}();.\s]{1,3}(?:\s*[^\p{L}\p{N}();.\s]{1,2})?$/u
/** Specks in a row, one letter each and one of them none: "Bộ Tài chính: ˆ R X", "Như trên - `". "Khu phố 1, 2" has none. */
const SPECKS =
  /\s*[;,.:/-]?(?=[^\n]*\s[^\p{Lu}\p{Ll}\p{N}\s()]{1,2}(?:\s|$))(?:\s+(?:[\p{L}\p{N}]|[^\p{Lu}\p{Ll}\p{N}\s()]{1,2}))+$/u
const FILE_COPY = /^luu(?![a-z])/
const AS_ADDRESSED = /^nhu (?:kinh gui|tren|kinh trinh)(?![a-z])/
const BY_REFERENCE = /^nhu(?![a-z])/
const GROUP =
  /^(?:cac|nhung|toan the|thanh vien|uy vien|lanh dao|dang vien|dai bieu|cap uy|ct, ?(?:cac )?pct|chu tich, ?(?:cac )?pho chu tich|(?:ubnd|dang uy|van phong|ban thuong truc \S+ viet nam) cac)(?![a-z])/
/** "(b/c)", "(để phối hợp)", "(t/h)": what the copy is for. Others tell the place, the number of copies, who typed it. */
const PURPOSE =
  /^(?:de |b\/c|b\/cao|bc|bao cao|p\/h|ph|phoi hop|t\/h|th|thuc hien|theo doi|chi dao|biet|xin y kien|dang (?:tin|tai)|niem yet|ban so|qua )/

/** One line of "Kính gửi" or "Nơi nhận" (domain.md §7): white space folded, dash and end punctuation cut, note kept in the text. */
export function readRecipientLine(text: string, evidence: Evidence | null): RecipientLine {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-‐‑‒–—−~¬+•]+\s*/, '')
    .replace(STRAY, '')
    .replace(SPECKS, '')
    .replace(/[\s.,;:]+$/, '')
  const key = fold(line)
  const kind = kindOf(key)
  const bracket = NOTE.exec(line)
  const note =
    bracket && kind !== 'file-copy' && PURPOSE.test(fold(bracket[1] ?? '').trim()) ? (bracket[1] ?? '').trim() : null
  const named = note === null ? line : line.replace(NOTE, '')
  return {
    text: line,
    kind,
    names: kind === 'body' || kind === 'group' ? recipientNames(named, kind) : [],
    note,
    evidence
  }
}

function kindOf(key: string): RecipientKind {
  if (FILE_COPY.test(key)) return 'file-copy'
  if (AS_ADDRESSED.test(key)) return 'as-addressed'
  if (BY_REFERENCE.test(key)) return 'by-reference'
  return GROUP.test(key) ? 'group' : 'body'
}
