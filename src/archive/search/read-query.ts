import type { QueryPart, QueryReading } from '#contract/operations/search.ts'
import type { QueryProblem } from '#domain/search/fields.ts'
import type { ReadableDb } from '../archive-context.ts'
import { dateBounds } from './filters.ts'
import { type Clause, fieldName, operatorOf, type Piece, parseQuery, queryPieces, queryText } from './query-language.ts'
import { typedHelp } from './typed-help.ts'
import { readable } from './typed-query.ts'

/** How a query is understood while it is typed: its parts, what is wrong with it, and what could stand at the caret. */
export function readQuery(db: ReadableDb, typed: string, caret: number): QueryReading {
  const asTyped = queryText(typed)
  const { text, at } = readable(asTyped)
  return {
    typed: asTyped,
    text,
    parts: partsOf(text),
    problems: problemsOf(text),
    help: typedHelp(db, text, at(Math.min(caret, asTyped.length)))
  }
}

/** Clauses as a person sees them: words of one field, or plain words side by side, are one part. */
function partsOf(text: string): QueryPart[] {
  const parts: QueryPart[] = []
  parseQuery(text).alternatives.forEach((clauses, alternative) => {
    let before: Clause | null = null
    for (const clause of clauses) {
      const last = parts.at(-1)
      if (before && last && isOne(before, clause)) {
        parts[parts.length - 1] = joined(last, clause)
      } else {
        parts.push(partOf(text, clause, alternative))
      }
      before = clause
    }
  })
  return parts
}

/** What is excluded together is taken out together. */
function isOne(before: Clause, clause: Clause): boolean {
  if (before.exclusion !== clause.exclusion) return false
  if (clause.exclusion !== null) return true
  const plain = (one: Clause) => one.near === null && !isQuoted(one)
  return plain(before) && plain(clause) && before.field === clause.field && before.named === clause.named
}

function joined(part: QueryPart, clause: Clause): QueryPart {
  const said = [part.kind === 'phrase' ? `“${part.text}”` : part.text]
  said.push(isQuoted(clause) ? `“${clause.text.trim()}”` : clause.text)
  return { ...part, kind: 'words', within: null, to: clause.to, text: said.join(' ') }
}

function partOf(text: string, clause: Clause, alternative: number): QueryPart {
  const { field, negated, near, named, to } = clause
  // The field's name goes with the first part that stands under it.
  const between = named === null ? '' : text.slice(named, clause.from)
  const from = named !== null && named < clause.from && /^[^:]*:\s*$/u.test(between) ? named : clause.from
  const kind = near ? 'near' : isQuoted(clause) ? 'phrase' : 'words'
  const said = near ? text.slice(clause.from, to) : clause.text
  return { kind, field, negated, alternative, text: said.trim(), within: near?.within ?? null, from, to }
}

/** Quoted, not merely glued by a hyphen ("CV/HU"). */
function isQuoted(clause: Clause): boolean {
  return clause.phrase && clause.near === null && /\s/.test(clause.text.trim())
}

type Problem = QueryReading['problems'][number]

function problemsOf(text: string): Problem[] {
  const pieces = queryPieces(text)
  const found: Problem[] = []
  const say = (code: QueryProblem, piece: Pick<Piece, 'from' | 'to'>, words: string) =>
    found.push({ code, from: piece.from, to: piece.to, text: words })
  pieces.forEach((piece, index) => {
    const [before, next] = [pieces[index - 1], pieces[index + 1]]
    if (piece.quoted) {
      if (!piece.closed) say('open-quote', piece, piece.text)
      return
    }
    const operator = operatorOf(piece)
    if (operator && operator.kind !== 'and') {
      const alone = !next || operatorOf(next) !== null
      const nothingBefore = !before || operatorOf(before)?.kind === 'or' || operatorOf(before)?.kind === 'near'
      if (alone || (operator.kind !== 'not' && nothingBefore)) say('loose-operator', piece, piece.text)
      return
    }
    if (/^(?:hoặc|hoac|or)$/u.test(piece.text) && before && next) say('small-operator', piece, piece.text)
    if (/^\(.|^[()]$/u.test(piece.text)) say('brackets', piece, piece.text)
    const named = fieldName(piece.text)
    if (named) {
      const empty = named.rest === '' && (!next || operatorOf(next) !== null || (!next.quoted && fieldName(next.text)))
      if (empty) say('empty-field', piece, piece.text)
    } else {
      const [, name] = /^(\p{L}[\p{L}_]{0,14}):(?!\/)/u.exec(piece.text) ?? []
      if (name) say('unknown-field', piece, `${name}:`)
    }
  })
  for (const clause of parseQuery(text).alternatives.flat()) {
    if (clause.field !== 'date') continue
    const bounds = dateBounds(clause.text)
    if (!bounds || !isDay(bounds.from) || !isDay(bounds.to)) say('bad-date', clause, clause.text)
    else if (bounds.from > bounds.to) say('turned-dates', clause, clause.text)
  }
  return found.toSorted((a, b) => a.from - b.from)
}

/** Bounds of months end on the 31st whatever the month: only days that no month has are wrong. */
function isDay(iso: string): boolean {
  const [, month, day] = iso.split('-').map(Number)
  return month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= 31
}
