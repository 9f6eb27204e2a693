import type { CitationId } from '#contract/ids.ts'
import type { CitationView } from '#contract/schemas.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { documentLine, documentLines } from './document-lines.ts'

/** A row of `citation` as stored. */
export type StoredCitation = Readonly<{
  document_id: string
  key: string
  origin: 'read' | 'human'
  raw: string
  reference: string | null
  identity: string
  document_type: DocumentType | null
  issued_on: string | null
  issuer: string | null
  relation: Relation
  quote: string
  quote_start: number
  quote_end: number
  page: number | null
  start: number | null
  end: number | null
  flags: string
  status: CitationView['status']
  target_id: string | null
  candidates: string
  decided: number
}>

/** What a document cites, in the order of its text; what a person rejected is among it. */
export function citationsOf(db: ReadableDb, documentId: string): CitationView[] {
  const rows = prepared<[string], StoredCitation>(
    db,
    'SELECT * FROM citation WHERE document_id = ? ORDER BY position, key'
  ).all(documentId)
  return citationViews(db, rows)
}

/** Citations that link to a document, newest citing document first. */
export function citedBy(db: ReadableDb, documentId: string): CitationView[] {
  const rows = prepared<[string], StoredCitation>(
    db,
    `SELECT c.* FROM citation c JOIN document d ON d.id = c.document_id
     WHERE c.target_id = ? ORDER BY d.issued_on DESC, d.n DESC, c.position`
  ).all(documentId)
  return citationViews(db, rows)
}

export function citationRow(db: ReadableDb, documentId: string, key: string): StoredCitation | undefined {
  return prepared<[string, string], StoredCitation>(db, 'SELECT * FROM citation WHERE document_id = ? AND key = ?').get(
    documentId,
    key
  )
}

/** Other documents' citations of the same cited document that nobody has decided on. */
export function sameCitations(db: ReadableDb, row: StoredCitation): readonly StoredCitation[] {
  return prepared<[string, string], StoredCitation>(
    db,
    `SELECT c.* FROM citation c JOIN document d ON d.id = c.document_id
     WHERE c.identity = ? AND c.document_id <> ? AND c.decided = 0 ORDER BY d.issued_on, d.n, c.key`
  ).all(row.identity, row.document_id)
}

export function citationView(db: ReadableDb, row: StoredCitation): CitationView {
  const [view] = citationViews(db, [row])
  if (!view) throw new Error(`citation of no document: ${row.document_id}`)
  return view
}

export function citationViews(db: ReadableDb, rows: readonly StoredCitation[]): CitationView[] {
  return rows.flatMap((row) => {
    const from = documentLine(db, row.document_id)
    if (!from) return []
    return [
      {
        id: citationId(row.document_id, row.key),
        from,
        raw: row.raw,
        reference: row.reference,
        documentType: row.document_type,
        issuedOn: row.issued_on,
        issuer: row.issuer,
        relation: row.relation,
        status: row.status,
        to: row.target_id === null ? null : (documentLine(db, row.target_id) ?? null),
        candidates: documentLines(db, JSON.parse(row.candidates) as string[]),
        decided: row.decided === 1,
        origin: row.origin,
        quote: row.quote,
        quoteStart: row.quote_start,
        quoteEnd: row.quote_end,
        page: row.page,
        start: row.start,
        end: row.end,
        flags: JSON.parse(row.flags) as string[]
      }
    ]
  })
}

/** A document's id holds no colon, a citation's key may. */
export function citationId(documentId: string, key: string): CitationId {
  return `${documentId}:${key}` as CitationId
}

export function splitCitationId(id: string): Readonly<{ documentId: string; key: string }> {
  const colon = id.indexOf(':')
  return { documentId: id.slice(0, colon), key: id.slice(colon + 1) }
}
