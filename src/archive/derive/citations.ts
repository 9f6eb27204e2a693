import type { Office } from '#contract/operations/archive.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { CitingDocument } from '#domain/resolve/resolution.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import type { WritableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { office } from '../store/office.ts'
import { type AddedCitation, type CitationRow, rowOfAdded } from './citation-rows.ts'
import { citingDocument, type Effective, effectiveRow, type Held, type ResolvableRow } from './resolve-row.ts'

/** Added ones stand behind those read. */
const AFTER_READ = 10_000

/** Writes the citations of a document anew: those read, those added by people, each with its decision and its link. */
export function writeCitations(db: WritableDb, documentId: string, found: readonly CitationRow[]): void {
  removeCitations(db, documentId)
  const own = office(db)
  const citing = citingDocument(db, documentId, own)
  if (!citing) return
  const read = found.filter((row) => !isOwn(db, documentId, row))
  for (const row of read) insertRow(db, documentId, row, effectiveRow(db, row, citing, own, null))
  addCitations(db, citing, own)
}

export function removeCitations(db: WritableDb, documentId: string): void {
  prepared<[string]>(db, 'DELETE FROM citation WHERE document_id = ?').run(documentId)
}

/** The citations people added by hand, written again. */
export function rewriteAdded(db: WritableDb, documentId: string): void {
  prepared<[string]>(db, "DELETE FROM citation WHERE document_id = ? AND origin = 'human'").run(documentId)
  const own = office(db)
  const citing = citingDocument(db, documentId, own)
  if (citing) addCitations(db, citing, own)
}

function addCitations(db: WritableDb, citing: CitingDocument, own: Office): void {
  addedCitations(db, citing.id).forEach(({ target, ...added }, index) => {
    const row = rowOfAdded(added, AFTER_READ + index)
    const taken = prepared<[string, string], { one: number }>(
      db,
      'SELECT 1 AS one FROM citation WHERE document_id = ? AND key = ?'
    ).get(citing.id, row.key)
    if (!taken) insertRow(db, citing.id, row, effectiveRow(db, row, citing, own, target))
  })
}

/** Resolves one citation again, after a decision. */
export function resolveOne(db: WritableDb, documentId: string, key: string): void {
  const row = prepared<[string, string], StoredRow>(
    db,
    `SELECT ${RESOLVABLE} FROM citation WHERE document_id = ? AND key = ?`
  ).get(documentId, key)
  if (row) resolveAgain(db, [row])
}

/** Resolves every citation that looks for one of these keys: a document with it came, went or changed (C07). */
export function resolveKeys(db: WritableDb, keys: readonly (string | null)[]): void {
  for (const key of new Set(keys)) {
    if (key === null) continue
    resolveAgain(
      db,
      prepared<[string], StoredRow>(db, `SELECT ${RESOLVABLE} FROM citation WHERE match_key = ?`).all(key)
    )
  }
}

/** Citations that people tied to a document by hand follow it when it is withdrawn or restored, whatever their key. */
export function resolveDecidedFor(db: WritableDb, targetId: string): void {
  resolveAgain(
    db,
    prepared<[string, string], StoredRow>(
      db,
      `SELECT ${RESOLVABLE} FROM citation JOIN (
         SELECT document_id AS d, key AS k FROM citation_decision WHERE target_id = ?
         UNION SELECT document_id, key FROM citation_added WHERE target_id = ?
       ) ON document_id = d AND key = k`
    ).all(targetId, targetId)
  )
}

/** Every citation anew: the office's name, place or terms changed. */
export function resolveAll(db: WritableDb): void {
  resolveAgain(db, prepared<[], StoredRow>(db, `SELECT ${RESOLVABLE} FROM citation`).all())
}

type StoredRow = ResolvableRow &
  Readonly<{
    document_id: string
    origin: 'read' | 'human'
    relation: string
    status: string
    target_id: string | null
    candidates: string
    decided: number
  }>
const RESOLVABLE = `document_id, key, origin, raw, reference, match_key, document_type, issued_on, issuer, read_relation, flags,
  relation, status, target_id, candidates, decided`

function resolveAgain(db: WritableDb, rows: readonly StoredRow[]): void {
  if (rows.length === 0) return
  const own = office(db)
  const update = prepared<unknown[]>(
    db,
    `UPDATE citation SET relation = ?, status = ?, target_id = ?, candidates = ?, decided = ?
     WHERE document_id = ? AND key = ?`
  )
  const held: Held = new Map()
  for (const row of rows) {
    const citing = citingDocument(db, row.document_id, own)
    if (!citing) continue
    const target = row.origin === 'human' ? addedTarget(db, row.document_id, row.key) : null
    const { relation, status, target_id, candidates, decided } = effectiveRow(db, row, citing, own, target, held)
    const made = [relation, status, target_id, JSON.stringify(candidates), decided]
    const was = [row.relation, row.status, row.target_id, row.candidates, row.decided]
    // Most stay as they were; each written one costs four indexes.
    if (made.some((value, at) => value !== was[at])) update.run(...made, row.document_id, row.key)
  }
}

function insertRow(db: WritableDb, documentId: string, row: CitationRow, made: Effective): void {
  prepared<unknown[]>(
    db,
    `INSERT INTO citation(document_id, key, position, origin, raw, reference, match_key, identity, document_type, issued_on,
       issuer, read_relation, relation_of, quote, quote_start, quote_end, page, start, "end", flags,
       relation, status, target_id, candidates, decided)
     VALUES (@document_id, @key, @position, @origin, @raw, @reference, @match_key, @identity, @document_type, @issued_on,
       @issuer, @read_relation, @relation_of, @quote, @quote_start, @quote_end, @page, @start, @end, @flags,
       @relation, @status, @target_id, @candidates, @decided)`
  ).run({ ...row, ...made, candidates: JSON.stringify(made.candidates), document_id: documentId })
}

/**
 * A paper naming itself cites nothing: the head of its annex ("ban hành kèm theo Quyết định số 412-QĐ/HU"), its own
 * number on a later page. The same number with another date is another document.
 */
function isOwn(db: WritableDb, documentId: string, row: CitationRow): boolean {
  const own = prepared<[string], { matchKey: string | null; issuedOn: string | null }>(
    db,
    'SELECT match_key AS matchKey, issued_on AS issuedOn FROM document WHERE id = ?'
  ).get(documentId)
  if (!own?.matchKey || own.matchKey !== row.match_key) return false
  return row.issued_on === null || row.issued_on === own.issuedOn
}

type AddedRow = Readonly<{
  key: string
  reference: string
  document_type: DocumentType | null
  issued_on: string | null
  issuer: string | null
  relation: Relation
  quote: string
  target_id: string | null
}>

function addedCitations(db: WritableDb, documentId: string): readonly (AddedCitation & { target: string | null })[] {
  return prepared<[string], AddedRow>(
    db,
    `SELECT key, reference, document_type, issued_on, issuer, relation, quote, target_id
     FROM citation_added WHERE document_id = ? ORDER BY key`
  )
    .all(documentId)
    .map((row) => ({
      key: row.key,
      reference: JSON.parse(row.reference) as Reference,
      documentType: row.document_type,
      issuedOn: row.issued_on,
      issuer: row.issuer,
      relation: row.relation,
      quote: row.quote,
      target: row.target_id
    }))
}

function addedTarget(db: WritableDb, documentId: string, key: string): string | null {
  return (
    prepared<[string, string], { target: string | null }>(
      db,
      'SELECT target_id AS target FROM citation_added WHERE document_id = ? AND key = ?'
    ).get(documentId, key)?.target ?? null
  )
}
