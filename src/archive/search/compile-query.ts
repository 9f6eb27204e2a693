import type { ReadableDb } from '../archive-context.ts'
import { longForm, shortForm } from './abbreviated.ts'
import { type Condition, dateBounds } from './filters.ts'
import type { Clause, Query, QueryWord, SearchField } from './query-language.ts'
import { completions, FEW_COMPLETIONS, isKnown } from './vocabulary.ts'

/** Any of these must hold, each of several matches that must all hold; every match is one word or phrase for `fb`. */
export type Unit = readonly (readonly string[])[]

/** One alternative of a query as FTS5 matches and a condition on `document` (alias d). null: asks nothing there. */
export type CompiledAlternative = Readonly<{
  /** Words anywhere: for `fb`, the typed end of the last word spelt out by the vocabulary. */
  body: string | null
  /** The same in parts, all of which must hold: what counting puts together from kept postings. */
  units: readonly Unit[]
  /** All words of the alternative side by side, for `fb`; null where it is one word or phrase already. */
  phrase: string | null
  /** All words close together in any order, for `fb`: what somebody remembers half; null for fewer than three, and where some must stand in a row. */
  near: string | null
  /** The same words for `fm`, the typed end as prefix. */
  register: string | null
  /** Words of named fields, for `fm`. */
  fields: string | null
  /** Excluded, for `fb` and `fm`. */
  notBody: string | null
  notFields: string | null
  condition: Condition
}>

const COLUMNS: Readonly<Partial<Record<SearchField, string>>> = {
  number: 'num',
  issuer: 'issuer',
  type: 'kind',
  signer: 'signer',
  recipient: 'recipients',
  subject: 'subject'
}
/** Ends of the last word that a phrase is looked for with: each costs as much as the first. */
const PHRASE_ENDS = 6
/** A word that is one as it stands is likelier meant so. */
const KNOWN_ENDS = 2
/** Words of a half-remembered phrase may stand so much further apart than they are many. */
const SPREAD = 3
const MOST_NEAR = 12

/** `most`: how many words the typed end of the last one may stand for in bodies. */
export function compileQuery(db: ReadableDb, query: Query, most = FEW_COMPLETIONS): readonly CompiledAlternative[] {
  return query.alternatives.map((clauses) => compileAlternative(db, clauses, most))
}

function compileAlternative(db: ReadableDb, clauses: readonly Clause[], most: number): CompiledAlternative {
  const free = clauses.filter((clause) => clause.field === null)
  const named = clauses.filter((clause) => clause.field !== null && clause.field !== 'date')
  const dates = clauses.filter((clause) => clause.field === 'date')
  const parts = joinAbbreviated(free.filter((clause) => !clause.negated))
  const words = parts.flatMap((part) => part.clauses.flatMap((clause) => clause.words))
  const units = parts.map((part) => unitOf(db, part, most))
  const loose = parts.every((part) => part.clauses.every((clause) => !clause.phrase && clause.near === null))
  const ends = words.at(-1)?.prefix ? endsOf(db, words, Math.min(most, PHRASE_ENDS)) : [words]
  return {
    body: join(units.map(unitMatch), ' AND '),
    units,
    phrase: parts.length > 1 ? anyOf(ends.map(phrase)) : null,
    near: loose ? nearOf(words, ends) : null,
    register: join(parts.map(registerMatch), ' AND '),
    fields: join(named.filter((clause) => !clause.negated).map(fieldMatch), ' AND '),
    notBody: join(
      free.filter((clause) => clause.negated).map((clause) => anyOf(bodyMatches(db, clause, most))),
      ' OR '
    ),
    notFields: join(
      exclusionsOf(named).map((together) => join(together.map(fieldMatch), ' AND ') ?? ''),
      ' OR '
    ),
    condition: dateCondition(dates)
  }
}

/** Clauses that stand for one thing: a clause of its own, or the words of a form that has a shorter or longer one (S13). */
type Part = Readonly<{ clauses: readonly Clause[]; other: string | null }>

function joinAbbreviated(clauses: readonly Clause[]): readonly Part[] {
  const parts: Part[] = []
  for (let at = 0; at < clauses.length; ) {
    const rest = clauses.slice(at)
    const free = rest.findIndex((clause) => clause.phrase || clause.near !== null)
    const single = (free < 0 ? rest : rest.slice(0, free)).map((clause) => clause.words[0]?.term ?? '')
    const short = shortForm(single)
    const length = short?.words ?? 1
    const other = short ? short.term : single.length > 0 ? longForm(single[0] ?? '') : null
    parts.push({ clauses: clauses.slice(at, at + length), other })
    at += length
  }
  return parts
}

function unitOf(db: ReadableDb, part: Part, most: number): Unit {
  const each = part.clauses.map((clause) => bodyMatches(db, clause, most))
  const before = each.slice(0, -1).map((matches) => matches[0] ?? '')
  const all = (each.at(-1) ?? []).map((last) => [...before, last])
  return part.other === null ? all : [...all, [`"${part.other}"`]]
}

function unitMatch(unit: Unit): string {
  return anyOf(unit.map((all) => (all.length === 1 ? (all[0] ?? '') : `(${all.join(' AND ')})`)))
}

function registerMatch(part: Part): string {
  const all = part.clauses.map(prefixMatch).join(' AND ')
  return part.other === null ? all : `((${all}) OR "${part.other}")`
}

/** For `fb`, which has no prefix index: the typed end of the last word spelt out by the vocabulary. */
function bodyMatches(db: ReadableDb, clause: Clause, most: number): readonly string[] {
  const { words } = clause
  const ends = words.at(-1)?.prefix
    ? completions(db, words.at(-1)?.term ?? '', words.at(-1)?.typed ?? '', most).map((term) => withEnd(words, term))
    : [words]
  return ends.map((end) => (clause.near === null ? phrase(end) : nearMatch(end, clause)))
}

function endsOf(db: ReadableDb, words: readonly QueryWord[], most: number): readonly (readonly QueryWord[])[] {
  const last = words.at(-1)
  if (!last) return []
  const few = isKnown(db, last.term) ? KNOWN_ENDS : most
  return completions(db, last.term, last.typed, few).map((term) => withEnd(words, term))
}

function withEnd(words: readonly QueryWord[], term: string): readonly QueryWord[] {
  return words.map((word, index) => (index === words.length - 1 ? { ...word, term } : word))
}

function nearOf(words: readonly QueryWord[], ends: readonly (readonly QueryWord[])[]): string | null {
  if (words.length < 3 || words.length > MOST_NEAR) return null
  return anyOf(ends.map((end) => `NEAR(${end.map((word) => `"${word.term}"`).join(' ')}, ${end.length + SPREAD})`))
}

/** The parts of "a GẦN b" with their words as they are in `words`. */
function nearMatch(words: readonly QueryWord[], clause: Clause, star = false): string {
  let at = 0
  const parts = (clause.near?.parts ?? []).map((count) => {
    const part = words.slice(at, at + count)
    at += count
    return phrase(part) + (star && at === words.length ? ' *' : '')
  })
  return `NEAR(${parts.join(' ')}, ${clause.near?.within ?? 0})`
}

/** For `fm`, which has prefix indexes. */
function prefixMatch(clause: Clause): string {
  const { words } = clause
  const last = words.at(-1)
  const whole = (end: readonly QueryWord[]) =>
    clause.near === null ? `${phrase(end)}${last?.prefix ? ' *' : ''}` : nearMatch(end, clause, last?.prefix)
  if (!last?.prefix || last.typed === last.term) return whole(words)
  return `(${whole(words)} OR ${whole(withEnd(words, last.typed))})`
}

/** A field's short and long forms are one as well: "nơi nhận: UBND". */
function fieldMatch(clause: Clause): string {
  const column = (clause.field && COLUMNS[clause.field]) ?? 'subject'
  const own = `${column} : ${prefixMatch(clause)}`
  const other = clause.words.length === 1 ? longForm(clause.words[0]?.term ?? '') : null
  return other === null ? own : `(${own} OR ${column} : "${other}")`
}

function phrase(words: readonly QueryWord[]): string {
  return `"${words.map((word) => word.term).join(' ')}"`
}

/** Clauses that are excluded, those of one sign together: only what has all of them is left out. */
function exclusionsOf(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  const negated = clauses.filter((clause) => clause.negated)
  return [...Map.groupBy(negated, (clause) => clause.exclusion).values()]
}

function dateCondition(clauses: readonly Clause[]): Condition {
  const params: string[] = []
  const holds = (clause: Clause): string => {
    const bounds = dateBounds(clause.text)
    if (bounds) params.push(bounds.from, bounds.to)
    // A date that is none finds nothing, rather than everything.
    return bounds ? '(d.issued_on BETWEEN ? AND ?)' : '(0)'
  }
  const parts = clauses.filter((clause) => !clause.negated).map(holds)
  for (const together of exclusionsOf(clauses)) parts.push(`NOT ifnull(${together.map(holds).join(' AND ')}, 0)`)
  return { sql: parts.join(' AND '), params }
}

function anyOf(matches: readonly string[]): string {
  return matches.length === 1 ? (matches[0] ?? '') : `(${matches.join(' OR ')})`
}

function join(parts: readonly string[], by: string): string | null {
  const kept = parts.filter((part) => part !== '' && part !== '""')
  return kept.length === 0 ? null : kept.length === 1 ? (kept[0] ?? null) : kept.map((part) => `(${part})`).join(by)
}
