import type { ReadableDb } from '../archive-context.ts'
import { countBits } from './bits.ts'
import { together } from './candidates.ts'
import { sizeOf } from './columns.ts'
import { compileQuery } from './compile-query.ts'
import { NO_CONDITION } from './filters.ts'
import { everyMatch } from './match.ts'
import { type Clause, parseQuery, type Query, type QueryWord } from './query-language.ts'
import { tokens } from './tokens.ts'
import { completions, isKnown, neighbours } from './vocabulary.ts'

/** Known words tried in place of one mistyped. */
const TRIED = 8
/** What it may cost to see whether the words of one try stand together. */
const LOOKED = 20_000

/**
 * The query with mistyped words put right, when nothing answers it: first each word no document knows gets the known one
 * nearest to it that makes the query answered; then, a slip may have made another word, the same is tried with one word
 * that is known. null when nothing helps.
 */
export function repairQuery(db: ReadableDb, query: Query): string | null {
  let text = query.text
  const unknown = words(query).filter((word) => !isReadable(db, word))
  for (const word of unknown) text = better(db, text, word, true) ?? text
  if (countOf(db, text) > 0) return text === query.text ? null : text
  if (unknown.length > 0) return null
  const all = words(query).flatMap((word) => better(db, text, word, false) ?? [])
  return best(db, all)
}

function better(db: ReadableDb, text: string, word: QueryWord, always: boolean): string | null {
  const tries = neighbours(db, word.term, TRIED).map((term) => replace(text, word, term))
  return best(db, tries) ?? (always ? (tries[0] ?? null) : null)
}

/** The try most documents answer; where several are answered, one whose words stand side by side somewhere. */
function best(db: ReadableDb, tries: readonly string[]): string | null {
  const answered = tries
    .map((text) => ({ text, count: countOf(db, text) }))
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count)
  if (answered.length < 2) return answered[0]?.text ?? null
  return answered.find((one) => standsTogether(db, one.text))?.text ?? answered[0]?.text ?? null
}

function countOf(db: ReadableDb, text: string): number {
  const size = sizeOf(db)
  return compileQuery(db, parseQuery(text)).reduce((sum, one) => sum + countBits(everyMatch(db, one, size)), 0)
}

function standsTogether(db: ReadableDb, text: string): boolean {
  return compileQuery(db, parseQuery(text), 1).some((one) => together(db, one, NO_CONDITION, 1, LOOKED).length > 0)
}

function words(query: Query): readonly QueryWord[] {
  return query.alternatives.flatMap((all) => all.filter(isText).flatMap((clause) => clause.words))
}

/** Words that may be put right: not what is excluded, and no date. */
function isText(clause: Clause): boolean {
  return !clause.negated && clause.field !== 'date'
}

function isReadable(db: ReadableDb, word: QueryWord): boolean {
  if (/\d/.test(word.term) || word.term.length < 2 || isKnown(db, word.term)) return true
  return word.prefix && completions(db, word.term, word.typed, 2).length > 1
}

/** The text with each standing of the word replaced. */
function replace(text: string, word: QueryWord, term: string): string {
  let put = ''
  let at = 0
  for (const token of tokens(text)) {
    if (token.term !== word.term) continue
    put += text.slice(at, token.start) + term
    at = token.end
  }
  return put + text.slice(at)
}
