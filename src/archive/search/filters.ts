import type { SearchFilters } from '#contract/operations/search.ts'
import { type Term, termsOf } from '#domain/search/terms.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { tokens } from './tokens.ts'

/** A condition on the table `document` (alias d) with its parameters. */
export type Condition = Readonly<{ sql: string; params: readonly (string | number)[] }>

/** Withdrawn documents have no row in the index: without a filter nothing has to be asked of `document`. */
export const NO_CONDITION: Condition = { sql: '', params: [] }

/** The terms of the office whose archive it is. */
export function officeTerms(db: ReadableDb): readonly Term[] {
  const saved = prepared<[]>(db, "SELECT value ->> 'termStarts' FROM meta WHERE key = 'office'").pluck().get()
  return typeof saved === 'string' ? termsOf(JSON.parse(saved) as readonly string[]) : []
}

/**
 * The facets a clerk ticked, as one condition. Values of one facet are alternatives, facets must all hold. Lists go in as
 * JSON, so that few different statements are ever made. `terms`: those of the office.
 */
export function filterCondition(filters: SearchFilters, terms: readonly Term[]): Condition {
  const parts: string[] = []
  const params: (string | number)[] = []
  const oneOf = (column: string, values: readonly (string | number)[]) => {
    if (values.length === 0) return
    parts.push(`${column} IN (SELECT value FROM json_each(?))`)
    params.push(JSON.stringify(values))
  }
  oneOf('d.direction', filters.directions)
  oneOf('d.document_type', filters.documentTypes)
  oneOf('d.issuer_key', filters.issuers.map(foldKey))
  oneOf('CAST(substr(d.issued_on, 1, 4) AS INTEGER)', filters.years)
  const existing = (sql: string, values: readonly unknown[]) => {
    parts.push(`EXISTS (SELECT 1 FROM ${sql})`)
    params.push(JSON.stringify(values))
  }
  if (filters.terms.length > 0) {
    const days = terms.filter((term) => filters.terms.includes(term.key)).map((term) => [term.from ?? '', term.to])
    existing(
      `json_each(?) t WHERE d.issued_on >= t.value ->> 0 AND (t.value ->> 1 IS NULL OR d.issued_on <= t.value ->> 1)`,
      days
    )
  }
  if (filters.books.length > 0)
    existing(
      `book_line l WHERE l.id = d.id AND l.kind = 'document' AND l.book_id IN (SELECT value FROM json_each(?))`,
      filters.books
    )
  if (filters.dossiers.length > 0)
    existing(
      `dossier_document i JOIN dossier o ON o.id = i.dossier_id WHERE i.document_id = d.id AND o.removed_at IS NULL
         AND o.id IN (SELECT value FROM json_each(?))`,
      filters.dossiers
    )
  if (filters.from) {
    parts.push('d.issued_on >= ?')
    params.push(filters.from)
  }
  if (filters.to) {
    parts.push('d.issued_on <= ?')
    params.push(filters.to)
  }
  if (filters.recipients.length > 0)
    existing(
      'recipient_line r WHERE r.document_id = d.id AND r.text IN (SELECT value FROM json_each(?))',
      filters.recipients
    )
  return parts.length === 0 ? NO_CONDITION : { sql: parts.join(' AND '), params }
}

/**
 * A day, month or year as typed after "ngày:" or "năm:": "09/8/2021", "8/2021", "2021", or a range "2020..2021".
 * ISO bounds, both inclusive; null where it is none.
 */
export function dateBounds(text: string): Readonly<{ from: string; to: string }> | null {
  const [first, second] = text.split(/\.\.|…/)
  const from = oneDate(first ?? '')
  const to = second === undefined ? from : oneDate(second)
  return from && to ? { from: from.from, to: to.to } : null
}

function oneDate(text: string): { from: string; to: string } | null {
  const numbers = tokens(text).map((token) => token.term)
  if (numbers.length === 0 || numbers.length > 3 || !numbers.every((part) => /^\d+$/.test(part))) return null
  const [year, month, day] = numbers[0]?.length === 4 ? numbers : [...numbers].reverse()
  const y = year?.length === 2 ? `20${year}` : year
  if (y?.length !== 4) return null
  if (!month) return { from: `${y}-01-01`, to: `${y}-12-31` }
  const m = month.padStart(2, '0')
  if (!day) return { from: `${y}-${m}-01`, to: `${y}-${m}-31` }
  const d = day.padStart(2, '0')
  return { from: `${y}-${m}-${d}`, to: `${y}-${m}-${d}` }
}
