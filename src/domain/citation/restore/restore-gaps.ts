import type { Edit } from '../../text/edits.ts'
import type { FlatText } from '../../text/flatten.ts'
import { FOLDED_TYPE_NAMES } from '../../vocabulary/document-types.ts'

const TYPES = FOLDED_TYPE_NAMES.join('|')
/** "Hướng dẫn st 36-HD/VPTW": what stands between a type and its number. */
const NUMBER_WORD = new RegExp(
  `(?<![a-z])(?:${TYPES}) (?!so(?![a-z]))([^\\s\\d]{1,3})(?= \\d{1,5} ?[-/.,] ?[^\\s]*[-/])`,
  'g'
)
/** "sốn166-TB/HU", "Kế hoạche99-KH/TU": a letter for the space before a number. */
const NUMBER_GAP = new RegExp(`(?<![a-z])(?:so|${TYPES})([a-z.,;~\`|-])(?=\\d{1,5} ?[-/] ?[a-z\\d]+ ?[-/])`, 'g')
/** "79/2025/NĐ-CPcngày", "133-KH/HUtngày", "64/2025/QH15đã": the space behind a symbol lost, or read as a letter. */
const BEHIND_SYMBOL =
  /(?<=[-/][\p{Lu}\d]{1,9}|TT)[\p{Lu}\dg]([a-z`~|.,;:]?)(?=(?:ngày|của|về|đã|được|và|quy định|hướng dẫn)[ .,;:])/gu

/** The word and the gaps about a number put right. */
export function restoreGaps(flat: FlatText): readonly Edit[] {
  return [
    ...[...flat.folded.matchAll(NUMBER_WORD)].map((match) => last(match, 'số')),
    ...[...flat.folded.matchAll(NUMBER_GAP)].map((match) => last(match, ' ')),
    ...[...flat.text.matchAll(BEHIND_SYMBOL)].map(({ index, 0: letters }) => ({
      start: index,
      end: index + letters.length,
      text: `${letters.charAt(0)} `
    }))
  ]
}

/** The last part of a match, read as `text`. */
function last(match: RegExpExecArray, text: string): Edit {
  const end = match.index + match[0].length
  return { start: end - (match[1]?.length ?? 0), end, text }
}
