import { parseReference } from '#domain/reference/parse-reference.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { dateBounds } from './filters.ts'
import { tokens } from './tokens.ts'

const MOST = 30

/**
 * Documents whose reference is what was typed: `221`, `221-CV/HU`, `221 cv hu`, `221cv/hu`, `cv 221` (S04).
 * By range on the reference key; newest first, an exact reference before a longer one. Empty when the text is none.
 */
export function findByReference(db: ReadableDb, typed: string): readonly number[] {
  const found = new Set<number>(findDated(db, typed))
  if (found.size > 0) return [...found]
  const keys = referenceKeys(typed)
  if (keys.length === 0) return []
  const exact = prepared<[string], { n: number }>(
    db,
    `SELECT n FROM document WHERE reference_key = ? AND withdrawn_at IS NULL ORDER BY issued_on DESC, n DESC LIMIT ${MOST}`
  )
  const range = prepared<[string, string], { n: number }>(
    db,
    `SELECT n FROM document WHERE reference_key >= ? AND reference_key < ? AND withdrawn_at IS NULL
     ORDER BY issued_on DESC, n DESC LIMIT ${MOST}`
  )
  for (const key of keys) for (const row of exact.all(key)) found.add(row.n)
  for (const key of keys) for (const row of range.all(`${key}-`, `${key}.`)) found.add(row.n)
  // "221cv/h" while typing: the last part may be unfinished.
  if (found.size === 0) {
    for (const key of keys.filter((one) => one.includes('-'))) {
      for (const row of range.all(key, `${key}\u{10FFFF}`)) found.add(row.n)
    }
  }
  return [...found].slice(0, MOST)
}

/** A day, month or year after a reference, with or without the word for it: "145-CV/HU 2021", "145 cv hu ngày 12/3/2021". */
const DATED =
  /^(.*?[\p{L}\d])[\s,]+(?:(?:ngày|ngay|năm|nam|tháng|thang)\s*:?\s*)?((?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d)\s*$/iu

/** Numbers begin anew each year: documents of the reference typed before a date or year, of that date or year alone. */
function findDated(db: ReadableDb, typed: string): readonly number[] {
  const [, reference, date] = DATED.exec(typed.normalize('NFC')) ?? []
  const bounds = date ? dateBounds(date) : null
  if (!reference || !bounds) return []
  const select = prepared<[string, string, string, string, string], { n: number }>(
    db,
    `SELECT n FROM document WHERE (reference_key = ? OR reference_key >= ? AND reference_key < ?)
       AND issued_on BETWEEN ? AND ? AND withdrawn_at IS NULL ORDER BY issued_on DESC, n DESC LIMIT ${MOST}`
  )
  return [
    ...new Set(
      referenceKeys(reference).flatMap((key) =>
        select.all(key, `${key}-`, `${key}.`, bounds.from, bounds.to).map((row) => row.n)
      )
    )
  ]
}

/** The reference keys the typed text may mean, the likeliest first; none when it does not read as a reference. */
export function referenceKeys(typed: string): readonly string[] {
  const text = typed.normalize('NFC').trim()
  if (text === '' || text.length > 60) return []
  const keys: string[] = []
  const whole = parseReference(text)
  if (whole) keys.push(referenceKey(whole))
  const parts = splitParts(text)
  const [first, second] = parts
  if (!first) return keys
  if (/^\d{1,5}[a-z]?$/.test(first) && parts.length <= 6 && parts.slice(1).every(isCodePart)) {
    keys.push([stripZeros(first), ...parts.slice(1)].join('-'))
    // "44a cv" may be 44, suffix a: splitParts keeps one letter with the number; try it apart too.
    const lone = /^(\d+)([a-z])$/.exec(first)
    if (lone?.[1] && lone[2]) keys.push([stripZeros(lone[1]), lone[2], ...parts.slice(1)].join('-'))
  } else if (parts.length >= 2 && second && /^[a-z]{1,5}$/.test(first) && /^\d{1,5}[a-z]?$/.test(second)) {
    keys.push([stripZeros(second), first, ...parts.slice(2)].join('-'))
  }
  return [...new Set(keys)]
}

/** Folded parts, number and letters parted ("221cv" → 221, cv), a lone letter kept with its number ("44a"). */
function splitParts(text: string): readonly string[] {
  const words = tokens(text)
    .map((token) => token.term)
    .filter((term, index) => !(index === 0 && term === 'so'))
  return words.flatMap((word) => {
    const glued = /^(\d{1,5})([a-z]{2,})$/.exec(word)
    return glued?.[1] && glued[2] ? [glued[1], glued[2]] : [word]
  })
}

function isCodePart(part: string): boolean {
  return (
    /^[a-z]{1,10}$/.test(part) || /^(19|20)\d\d$/.test(part) || /^[a-z]+\d{1,3}$/.test(part) || /^\d{1,3}$/.test(part)
  )
}

function stripZeros(number: string): string {
  return number.replace(/^0+(?=\d)/, '')
}
