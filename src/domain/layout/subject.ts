import { isAddressLabel } from './addressees.ts'
import { isCapitals } from './capitals.ts'
import type { Cell } from './cells.ts'
import type { Reading } from './draft.ts'
import { isSound } from './ocr-signs.ts'
import { type Certainty, oneLine, reading } from './reading.ts'

const ABOUT = /^v\s?\/\s?v(?![a-z])[\s.:]*/
const RULE = /^[-–—_=*.·~\s]{3,}$/
/** How sentences of the text begin. Inside a subject a line begins small or with a name, never with these in capitals. */
const SENTENCE =
  /^(?:thuc hien|can cu|quan triet|trien khai|theo (?:de nghi|chi dao|tinh than|quy dinh|ke hoach|chuong trinh|noi dung|y kien)|xet de nghi|tren co so|de (?:thuc|trien|tiep|nang|kip|tang|chuan|som|bao|chu)|sau khi|trong (?:thoi gian|nhung nam|khi)|thoi gian (?:qua|gan)|nhung nam|ngay \d|tiep theo|phuc dap|tra loi|qua (?:kiem tra|theo doi|ra soat)|nham|hien nay|vua qua|truoc (?:dien bien|tinh hinh))(?![a-z])/
const CERTAIN_BODY =
  /^(?:-?\s*can cu\b|kinh (?:gui|trinh)\b|[ivx]+\s?[.]\s|\d+\s?[.)]\s|dieu \d|chuong [ivx\d]|noi nhan\b)/
/** "CỦA BAN THƯỜNG VỤ HUYỆN ỦY" between type and subject. */
const OF_BODY =
  /^cua\s+(?:ban|bo|uy ban|ubnd|hoi dong|hdnd|thuong truc|(?:huyen|tinh|thanh|quan|thi|dang) uy|dang bo|chi (?:bo|uy)|van phong|chinh phu|quoc hoi|thu tuong|dai hoi)(?![a-z])/
const ISSUED_WITH = /^\(\s*(?:ban hanh )?kem theo|^\(dinh kem/
const ABOUT_WORDS = /\s(ve(?: viec)?\s)/
const MAX_LINES = 16

/** True for the line that begins the subject of a công văn: "V/v …"; "Về việc …" where the paper is addressed to somebody. */
export function isAboutLine(cell: Cell, addressed: boolean): boolean {
  return ABOUT.test(cell.folded) || (addressed && /^ve viec /.test(cell.folded) && cell.text.length < 90)
}

/**
 * Trích yếu of a công văn: "V/v" and the lines that go on with it in its column; other zones of the head may stand between
 * (M04).
 */
export function readLetterSubject(
  cells: readonly Cell[],
  at: Cell,
  others: ReadonlySet<Cell>,
  certainty: Certainty
): Reading<string> | null {
  const own = [at]
  for (const cell of cells.slice(cells.indexOf(at) + 1)) {
    if (isAddressLabel(cell)) break
    if (others.has(cell)) continue
    if (cell.column > 0 || cell.indent > Math.max(40, at.indent + 30)) continue
    if (CERTAIN_BODY.test(cell.folded) || RULE.test(cell.text) || own.length >= MAX_LINES) break
    if (cell.afterBlank && !/^[\p{Ll}(]/u.test(cell.text)) break
    if (isCapitals(cell.text) && !isCapitals(at.text)) continue
    own.push(cell)
  }
  return join(own, ABOUT.exec(at.folded)?.[0].length ?? 0, certainty, 'subject-of-letter')
}

/** Trích yếu under the type line, up to a rule line, a blank line or the body. The line "của Ban …" is left out (corpus rule). */
export function readTitledSubject(
  cells: readonly Cell[],
  type: Cell,
  others: ReadonlySet<Cell>,
  certainty: Certainty
): Reading<string> | null {
  const own: Cell[] = []
  const ofBody: Cell[] = []
  for (const cell of cells.slice(cells.indexOf(type) + 1)) {
    const first = own.length === 0
    if (isAddressLabel(cell)) break
    if (others.has(cell)) continue
    if (RULE.test(cell.text) || CERTAIN_BODY.test(cell.folded) || own.length >= MAX_LINES) break
    if (!/\p{L}{2}/u.test(cell.text)) continue
    if (first && isOfBody(cell)) {
      ofBody.push(cell)
      continue
    }
    if (first && ofBody.length > 0 && isCapitals(cell.text)) {
      ofBody.push(cell)
      continue
    }
    if (first && ofBody.length > 0 && cell.afterBlank && /^\p{Lu}/u.test(cell.text)) break
    if (first && cell.line - type.line > 8) break
    if (!first) {
      if (isCapitals(cell.text) !== isCapitals(own[0]?.text ?? '') && isCapitals(cell.text)) break
      if (ISSUED_WITH.test(cell.folded)) break
      if (cell.afterBlank && (own.at(-1)?.text.length ?? 0) < 2) break
      if (cell.afterBlank && !/^[\p{Ll}(]/u.test(cell.text)) break
      if (/^\p{Lu}/u.test(cell.text) && SENTENCE.test(cell.folded)) break
    } else if (
      isCapitals(cell.text) &&
      cell.text.length > 12 &&
      /^(?:ban|uy ban|bo truong|chinh phu|hoi dong|chu tich|giam doc|truong)\b/.test(cell.folded)
    )
      break
    own.push(cell)
  }
  const head = own[0]
  if (!head) return join(ofBody, 0, certainty, 'subject-under-type')
  const of = OF_BODY.test(head.folded) ? ABOUT_WORDS.exec(head.folded) : null
  return join(own, of ? of.index + 1 : (ABOUT.exec(head.folded)?.[0].length ?? 0), certainty, 'subject-under-type')
}

/** "của Ban Bí thư" alone on its line; "của Ban … về việc …" goes on with the subject and is cut there. */
function isOfBody(cell: Cell): boolean {
  return OF_BODY.test(cell.folded) && !ABOUT_WORDS.test(cell.folded)
}

function join(own: readonly Cell[], skip: number, certainty: Certainty, rule: string): Reading<string> | null {
  const first = own[0]
  const last = own.at(-1)
  if (!first || !last) return null
  const value = oneLine([first.text.slice(skip), ...own.slice(1).map((cell) => cell.text)].join(' ')).replace(
    /[\s.;,:]+$/,
    ''
  )
  if (value.length < 3) return null
  return reading(value, isSound(value) ? certainty : 'hint', first, rule, { start: first.start + skip, end: last.end })
}
