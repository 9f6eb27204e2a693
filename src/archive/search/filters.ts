import type { SearchFilters } from '#contract/operations/search.ts'
import { foldKey } from '#domain/text/fold.ts'
import { tokens } from './tokens.ts'

/** A condition on the table `document` (alias d) with its parameters. */
export type Condition = Readonly<{ sql: string; params: readonly (string | number)[] }>

/** Withdrawn documents have no row in the index: without a filter nothing has to be asked of `document`. */
export const NO_CONDITION: Condition = { sql: '', params: [] }

/**
 * The facets a clerk ticked, as one condition. Values of one facet are alternatives, facets must all hold. Lists go in as
 * JSON, so that few different statements are ever made.
 */
export function filterCondition(filters: SearchFilters): Condition {
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
  if (filters.from) {
    parts.push('d.issued_on >= ?')
    params.push(filters.from)
  }
  if (filters.to) {
    parts.push('d.issued_on <= ?')
    params.push(filters.to)
  }
  if (filters.recipients.length > 0) {
    parts.push(
      'EXISTS (SELECT 1 FROM recipient_line r WHERE r.document_id = d.id AND r.text IN (SELECT value FROM json_each(?)))'
    )
    params.push(JSON.stringify(filters.recipients))
  }
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
