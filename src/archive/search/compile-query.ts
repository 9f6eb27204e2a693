import type { ReadableDb } from '../archive-context.ts'
import { type Condition, dateBounds } from './filters.ts'
import type { Clause, Query, QueryWord, SearchField } from './query-language.ts'
import { completions, FEW_COMPLETIONS } from './vocabulary.ts'

/** One alternative of a query as FTS5 matches and a condition on `document` (alias d). null: asks nothing there. */
export type CompiledAlternative = Readonly<{
  /** Words anywhere: for `fb`, the typed end of the last word spelt out by the vocabulary. */
  body: string | null
  /** All words of the alternative side by side, for `fb`; null for a single word. */
  phrase: string | null
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

/** `most`: how many words the typed end of the last one may stand for in bodies. */
export function compileQuery(db: ReadableDb, query: Query, most = FEW_COMPLETIONS): readonly CompiledAlternative[] {
  return query.alternatives.map((clauses) => compileAlternative(db, clauses, most))
}

function compileAlternative(db: ReadableDb, clauses: readonly Clause[], most: number): CompiledAlternative {
  const free = clauses.filter((clause) => clause.field === null)
  const named = clauses.filter((clause) => clause.field !== null && clause.field !== 'date')
  const dates = clauses.filter((clause) => clause.field === 'date')
  const wanted = free.filter((clause) => !clause.negated)
  const words = wanted.flatMap((clause) => clause.words)
  return {
    body: join(
      wanted.map((clause) => bodyMatch(db, clause.words, most)),
      ' AND '
    ),
    phrase: words.length > 1 ? bodyMatch(db, words, most) : null,
    register: join(
      wanted.map((clause) => prefixMatch(clause.words)),
      ' AND '
    ),
    fields: join(named.filter((clause) => !clause.negated).map(fieldMatch), ' AND '),
    notBody: join(
      free.filter((clause) => clause.negated).map((clause) => bodyMatch(db, clause.words, most)),
      ' OR '
    ),
    notFields: join(named.filter((clause) => clause.negated).map(fieldMatch), ' OR '),
    condition: dateCondition(dates)
  }
}

/** For `fb`, which has no prefix index: the typed end of the last word spelt out by the vocabulary. */
function bodyMatch(db: ReadableDb, words: readonly QueryWord[], most: number): string {
  const last = words.at(-1)
  if (!last?.prefix) return phrase(words)
  const before = words.slice(0, -1)
  const ends = completions(db, last.term, last.typed, most).map((term) => phrase([...before, { ...last, term }]))
  return ends.length === 1 ? (ends[0] ?? '') : `(${ends.join(' OR ')})`
}

/** For `fm`, which has prefix indexes. */
function prefixMatch(words: readonly QueryWord[]): string {
  const last = words.at(-1)
  if (!last?.prefix) return phrase(words)
  const plain = `${phrase(words)} *`
  if (last.typed === last.term) return plain
  return `(${plain} OR ${phrase([...words.slice(0, -1), { ...last, term: last.typed }])} *)`
}

function fieldMatch(clause: Clause): string {
  const column = (clause.field && COLUMNS[clause.field]) ?? 'subject'
  return `${column} : ${prefixMatch(clause.words)}`
}

function phrase(words: readonly QueryWord[]): string {
  return `"${words.map((word) => word.term).join(' ')}"`
}

function dateCondition(clauses: readonly Clause[]): Condition {
  const parts: string[] = []
  const params: string[] = []
  for (const clause of clauses) {
    const bounds = dateBounds(clause.text)
    // A date that is none finds nothing, rather than everything.
    parts.push(`${clause.negated ? 'NOT ' : ''}(${bounds ? 'd.issued_on BETWEEN ? AND ?' : '0'})`)
    if (bounds) params.push(bounds.from, bounds.to)
  }
  return { sql: parts.join(' AND '), params }
}

function join(parts: readonly string[], by: string): string | null {
  const kept = parts.filter((part) => part !== '' && part !== '""')
  return kept.length === 0 ? null : kept.length === 1 ? (kept[0] ?? null) : kept.map((part) => `(${part})`).join(by)
}
