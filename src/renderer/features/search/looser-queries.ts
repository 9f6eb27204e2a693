import { searchWords } from '../../strings/search.ts'

export type LooserQuery = Readonly<{
  text: string
  /** The condition that was dropped; null: only the quotation marks were. */
  dropped: string | null
}>

/** Where a field's name begins: after a space, a sign that excludes or at the start, one word or one of the known pairs, and a colon. */
const FIELD = new RegExp(`(?<=(?:^|\\s)-?)(?:${searchWords.longFields.join('|')}|\\p{L}{2,8})\\s*:`, 'giu')

/** Less strict forms of a query that found nothing: without its quotation marks, without each of its field conditions. */
export function looserQueries(text: string): readonly LooserQuery[] {
  const typed = text.normalize('NFC')
  const found: LooserQuery[] = []
  const unquoted = tidy(typed.replace(/["“”]/g, ' '))
  if (/["“”]/.test(typed) && unquoted !== '') found.push({ text: unquoted, dropped: null })
  const starts = [...typed.matchAll(FIELD)].map(({ index }) => index - signBefore(typed.slice(0, index)).length)
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? typed.length
    const rest = tidy(`${typed.slice(0, start)} ${typed.slice(end)}`)
    if (rest !== '') found.push({ text: rest, dropped: tidy(typed.slice(start, end)) })
  })
  return found
}

/** The sign that excludes what comes next goes with it. */
function signBefore(text: string): string {
  return searchWords.query.notSign.exec(text)?.[0] ?? ''
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
