import type { InputOf, OutputOf } from '#contract/operations.ts'
import type { CitationView, DocumentLine } from '#contract/schemas.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { worklistWords as words } from '../../strings/worklists.ts'

export type CitationRow = OutputOf<'worklist.citations'>['rows'][number]
export type Decision = InputOf<'citation.decide'>['decision']

/** An answer that can be given to a citation, in the order of the keys 1, 2, 3 … */
export type Choice = Readonly<{ decision: Decision; document: DocumentLine | null }>

/**
 * What can be answered: each document it may be, one a person looked up, another that is not held, no citation at all.
 * A citation that is merely missing has nothing to choose from but the last two and what is looked up.
 */
export function choicesOf(citation: CitationView, lookedUp: DocumentLine | null): readonly Choice[] {
  const candidates = citation.candidates.slice(0, 6)
  const extra = lookedUp && !candidates.some((one) => one.id === lookedUp.id) ? [lookedUp] : []
  const documents = [...candidates, ...extra].map(
    (document): Choice => ({ decision: { kind: 'link', documentId: document.id }, document })
  )
  const notHeld: readonly Choice[] =
    citation.status === 'missing' ? [] : [{ decision: { kind: 'not-held' }, document: null }]
  return [...documents, ...notHeld, { decision: { kind: 'not-a-citation' }, document: null }]
}

/** "145-CV/HU", or the type's name where no number was written. */
export function citedName(row: Pick<CitationRow, 'reference' | 'documentType' | 'issuedOn'>): string {
  if (row.reference) return row.reference
  const type = row.documentType ? DOCUMENT_TYPES[row.documentType].name : words.unnamed
  return row.issuedOn ? `${type} ${showDay(row.issuedOn)}` : type
}

/** The head of the panel: the question as a person would put it. */
export function questionTitle(row: CitationRow): string {
  const name = citedName(row)
  if (row.kind === 'missing') return words.missing(name)
  if (row.kind === 'date-mismatch') return words.mismatch(name, showDay(row.issuedOn))
  return words.which(row.documentType && row.reference ? DOCUMENT_TYPES[row.documentType].name : '', name).trim()
}

/** Why the program did not link by itself. */
export function questionReason(row: CitationRow, citation: CitationView): string {
  if (row.kind === 'missing') return words.reasons.missing
  if (row.kind === 'date-mismatch') return words.reasons.mismatch(showDay(citation.issuedOn ?? row.issuedOn))
  if (citation.issuedOn) return words.reasons.ambiguousMany
  return citation.issuer ? words.reasons.ambiguousNoDay : words.reasons.ambiguousPlain
}

/** "713-CV/TU và 4 văn bản": the documents that cite, each named once. */
export function citingLine(row: Pick<CitationRow, 'citations'>): string {
  const documents = new Map(row.citations.map((one) => [one.from.id as string, one.from]))
  const [first] = documents.values()
  if (!first) return ''
  const name = first.reference ?? commonWords.noReference
  // Many bodies number alike ("35-BC/ĐU"): the one paper is named with its issuer.
  return documents.size === 1 && first.issuer
    ? words.insideOne(name, first.issuer)
    : words.inside(name, documents.size - 1)
}

/** Stable name of a row: what is cited, and how it stands. */
export function rowKey(row: CitationRow): string {
  return JSON.stringify([row.kind, row.reference, row.documentType, row.issuedOn, row.issuer])
}

/** The row to go to when this one is answered and leaves the list: the next of the same kind, else the one before. */
export function rowAfter(rows: readonly (CitationRow | null)[], key: string): string | null {
  const at = rows.findIndex((row) => row !== null && rowKey(row) === key)
  const next = rows[at + 1] ?? rows[at - 1]
  return at >= 0 && next ? rowKey(next) : null
}
