import type { QueryReading } from '#contract/operations/search.ts'
import type { SearchField } from '#domain/search/fields.ts'
import type { ReadableDb } from '../archive-context.ts'
import { type Clause, FIELD_NAMES, fieldName, operatorOf, parseQuery, queryPieces } from './query-language.ts'
import { tokens } from './tokens.ts'
import { type NamedField, namesLike } from './value-names.ts'

const MOST = 4
const NAMED: readonly NamedField[] = ['issuer', 'type', 'signer', 'recipient']
type Help = QueryReading['help']

/**
 * What could stand at the caret: names of the field that is being filled in, the name of a field that is being typed, or
 * names that the plain words may mean. Each says what of the query it would take the place of.
 */
export function typedHelp(db: ReadableDb, text: string, caret: number): Help {
  const pieces = queryPieces(text)
  const at = pieces.findLastIndex((piece) => piece.from < caret)
  const piece = pieces[at]
  if (!piece || operatorOf(piece) !== null) return { field: null, suggestions: [] }
  const clauses = parseQuery(text).alternatives.flat()
  const clause = clauses.findLast((one) => one.from <= caret && caret <= one.to + 1 && (one.named ?? one.from) < caret)
  const begun = piece.quoted ? null : fieldName(piece.text)
  if (begun && begun.rest === '' && caret >= piece.to) {
    return { field: begun.field, suggestions: valuesOf(db, begun.field, '', caret, caret, text) }
  }
  if (clause?.field) {
    const from = startOfValue(text, clause)
    return { field: clause.field, suggestions: valuesOf(db, clause.field, text.slice(from, caret), from, caret, text) }
  }
  if (!clause || clause.negated || clause.near || piece.quoted) return { field: null, suggestions: [] }
  const words = plainWords(clauses, clause)
  return {
    field: null,
    suggestions: [...fieldsLike(text, words, caret), ...anyNames(db, text, words)].slice(0, MOST)
  }
}

function valuesOf(
  db: ReadableDb,
  field: SearchField,
  typed: string,
  from: number,
  to: number,
  text: string
): Help['suggestions'] {
  if (field === 'number' || field === 'date' || field === 'subject') return []
  const before = text.slice(0, from).endsWith(':') ? ' ' : ''
  return namesLike(db, field, typed, MOST)
    .filter((name) => name.text !== typed.trim())
    .map((name) => ({
      kind: 'value',
      field,
      text: name.text,
      insert: `${before}${quoted(name.text)}`,
      count: name.count,
      from,
      to
    }))
}

/** In quotation marks a name is found as a whole, and what is typed behind it is no part of it. */
function quoted(name: string): string {
  return /\s/.test(name) ? `"${name.replace(/["“”]/g, ' ')}"` : name
}

/** Where the words of a field begin: behind its colon. */
function startOfValue(text: string, clause: Clause): number {
  if (clause.named === null) return clause.from
  const after = text.indexOf(':', clause.named) + 1
  return after + (/^\s*/.exec(text.slice(after))?.[0].length ?? 0)
}

/** The plain words around one: from the first to the last of the same kind. */
function plainWords(clauses: readonly Clause[], clause: Clause): Readonly<{ from: number; to: number }> {
  const at = clauses.indexOf(clause)
  const plain = (one: Clause | undefined) => one && one.field === null && !one.negated && !one.near && !one.phrase
  let first = at
  let last = at
  while (plain(clauses[first - 1])) first--
  while (plain(clauses[last + 1])) last++
  return { from: clauses[first]?.from ?? clause.from, to: clauses[last]?.to ?? clause.to }
}

/** "người k" is about to name a field: one word for short names, two for the long ones. */
function fieldsLike(text: string, words: Readonly<{ from: number }>, caret: number): Help['suggestions'] {
  const found: Help['suggestions'] = []
  const starts = [...text.slice(words.from, caret).matchAll(/(?<=^|\s)\S/g)].map((match) => words.from + match.index)
  for (const from of starts.slice(-2)) {
    const typed = tokens(text.slice(from, caret))
      .map((token) => token.term)
      .join('')
    if (typed.length < 2) continue
    const fields = new Set(
      Object.entries(FIELD_NAMES)
        .filter(([name]) => name.startsWith(typed) && name.length > 2)
        .map(([, field]) => field)
    )
    for (const field of fields) {
      if (!found.some((one) => one.field === field)) {
        found.push({ kind: 'field', field, text: '', insert: '', count: null, from, to: caret })
      }
    }
  }
  return found
}

/** Bodies, signers and kinds that all of the plain words name as they are typed: words of a text are no slips of names. */
function anyNames(db: ReadableDb, text: string, words: Readonly<{ from: number; to: number }>): Help['suggestions'] {
  const typed = text.slice(words.from, words.to)
  if (tokens(typed).length < 2) return []
  return NAMED.filter((field) => field !== 'recipient')
    .flatMap((field) => namesLike(db, field, typed, 2, false).map((name) => ({ field, name })))
    .map(({ field, name }) => ({
      kind: 'value' as const,
      field,
      text: name.text,
      insert: quoted(name.text),
      count: name.count,
      ...words
    }))
}
