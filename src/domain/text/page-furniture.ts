import type { Span } from './span.ts'

/** A line that is only a page number: "2", "- 2 -", "Trang 2", "2/5". */
const PAGE_NUMBER = /^(?:[-–—] ?)?(?:trang )?\d{1,3}(?: ?\/ ?\d{1,3})?(?: ?[-–—])?$/iu
/** Running heads of the Official Gazette and the banner of its signature ("CÔNG BÁO/Số 146/Ngày 11-03-2026"). */
const RUNNING_HEAD = /^(?:CÔNG BÁO\s*\/\s*Số|(?:Ký bởi|Ngày ký|Thời gian ký)\s*:)/u
const SIGNING_BODY = /^Cơ quan\s*:/u

type Line = Readonly<{ start: number; end: number; text: string; afterBreak: boolean; beforeBreak: boolean }>

/**
 * What stands on a page and is no part of its sentences: page numbers, running heads. A number counts as a page number only
 * where an empty line or a page break stands beside it, so that a number set alone in a table column is left in place when
 * text touches it on both sides (domain.md §8: "Quy định số ⏎3⏎⏎205-QĐ/TW").
 */
export function pageFurniture(text: string): readonly Span[] {
  const lines = splitLines(text)
  const found: Span[] = []
  lines.forEach((line, index) => {
    if (line.text === '') return
    const before = lines[index - 1]
    const after = lines[index + 1]
    const besideEmpty =
      line.afterBreak || line.beforeBreak || before === undefined || before.text === '' || after?.text === ''
    const underRunningHead = before !== undefined && RUNNING_HEAD.test(before.text)
    const isFurniture =
      RUNNING_HEAD.test(line.text) ||
      (SIGNING_BODY.test(line.text) && underRunningHead) ||
      (PAGE_NUMBER.test(line.text) && (besideEmpty || underRunningHead))
    if (isFurniture) found.push({ start: line.start, end: line.end })
  })
  return found
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  let afterBreak = false
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at]
    if (at < text.length && letter !== '\n' && letter !== '\f') continue
    const beforeBreak = letter === '\f'
    lines.push({ start, end: at, text: text.slice(start, at).trim(), afterBreak, beforeBreak })
    afterBreak = beforeBreak
    start = at + 1
  }
  return lines
}
