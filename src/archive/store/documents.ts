import { createHash } from 'node:crypto'
import type { DocumentFile, DocumentForm, RecipientLine } from '#contract/schemas.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'
import { matchKey } from '#domain/resolve/match-key.ts'
import { foldKey } from '#domain/text/fold.ts'
import { documentLevel } from '#domain/vocabulary/issuer-codes.ts'
import type { ReadableDb, WritableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

/** The columns of `document` a form fills, in one place for writing, hashing and reading back. */
const FORM_COLUMNS = {
  fondsId: 'fonds_id',
  direction: 'direction',
  number: 'number',
  suffix: 'suffix',
  separator: 'separator',
  symbol: 'symbol',
  documentType: 'document_type',
  issuedOn: 'issued_on',
  place: 'place',
  issuer: 'issuer',
  parentBody: 'parent_body',
  actingBody: 'acting_body',
  subject: 'subject',
  urgency: 'urgency',
  signer: 'signer',
  signerTitle: 'signer_title',
  authority: 'authority',
  arrivalNumber: 'arrival_number',
  arrivedOn: 'arrived_on',
  handler: 'handler',
  copies: 'copies',
  pageCount: 'page_count',
  paperLocation: 'paper_location',
  note: 'note'
} as const satisfies Partial<Record<keyof DocumentForm, string>>

type FormColumn = keyof typeof FORM_COLUMNS
const FIELDS = Object.keys(FORM_COLUMNS) as readonly FormColumn[]

export type DocumentStamp = Readonly<{ filedAt: string; filedBy: string; reviewed: boolean }>

export function insertDocument(
  db: WritableDb,
  id: string,
  form: DocumentForm,
  files: readonly DocumentFile[],
  stamp: DocumentStamp
): void {
  const n = (prepared<[], { n: number | null }>(db, 'SELECT max(n) AS n FROM document').get()?.n ?? 0) + 1
  const columns = FIELDS.map((field) => FORM_COLUMNS[field])
  const row = {
    ...formValues(form),
    ...derivedValues(form),
    n,
    id,
    text_kind: textKindOf(files),
    reviewed: stamp.reviewed ? 1 : 0,
    filed_at: stamp.filedAt,
    filed_by: stamp.filedBy,
    row_hash: rowHash(form, files)
  }
  const names = [
    ...columns,
    'reference',
    'reference_key',
    'match_key',
    'issuer_key',
    'level',
    'n',
    'id',
    'text_kind',
    'reviewed',
    'filed_at',
    'filed_by',
    'row_hash'
  ]
  prepared(
    db,
    `INSERT INTO document(${names.join(', ')}, revision) VALUES (${names.map((name) => `@${name}`).join(', ')}, 1)`
  ).run(row)
  files.forEach((file, position) => {
    insertFile(db, id, file, position)
  })
  writeRecipientLines(db, id, form)
}

/** Puts a corrected form in the row; files stay. */
export function updateDocument(db: WritableDb, id: string, form: DocumentForm): void {
  const columns = [
    ...FIELDS.map((field) => FORM_COLUMNS[field]),
    'reference',
    'reference_key',
    'match_key',
    'issuer_key',
    'level',
    'row_hash'
  ]
  const changed = prepared(
    db,
    `UPDATE document SET ${columns.map((name) => `${name} = @${name}`).join(', ')}, revision = revision + 1, reviewed = 1 WHERE id = @id`
  ).run({ ...formValues(form), ...derivedValues(form), row_hash: rowHash(form, documentFiles(db, id)), id }).changes
  if (changed !== 1) throw new Error(`no document ${id} to correct`)
  writeRecipientLines(db, id, form)
}

export function addFile(db: WritableDb, id: string, file: DocumentFile): void {
  const files = documentFiles(db, id)
  if (file.role === 'main')
    prepared(db, "UPDATE document_file SET role = 'source' WHERE document_id = ? AND role = 'main'").run(id)
  insertFile(db, id, file, files.length)
  refreshFiles(db, id)
}

export function removeFile(db: WritableDb, id: string, sha256: string): void {
  prepared(db, 'DELETE FROM document_file WHERE document_id = ? AND sha256 = ?').run(id, sha256)
  refreshFiles(db, id)
}

export function setWithdrawn(db: WritableDb, id: string, at: string | null, reason: string | null): void {
  const changed = prepared(
    db,
    'UPDATE document SET withdrawn_at = ?, withdrawn_reason = ?, revision = revision + 1 WHERE id = ?'
  ).run(at, reason, id).changes
  if (changed !== 1) throw new Error(`no document ${id} to withdraw or restore`)
}

export function documentFiles(db: ReadableDb, id: string): DocumentFile[] {
  return prepared<[string], DocumentFile>(
    db,
    `SELECT sha256, role, name, media_type AS mediaType, bytes, pages, text_kind AS textKind
       FROM document_file WHERE document_id = ? ORDER BY position`
  ).all(id)
}

/** The form as it stands now: filed, or last corrected. undefined where there is no such document. */
export function documentForm(db: ReadableDb, id: string): DocumentForm | undefined {
  const select = FIELDS.map((field) => `${FORM_COLUMNS[field]} AS ${field}`).join(', ')
  const row = prepared<[string], Record<FormColumn, unknown>>(db, `SELECT ${select} FROM document WHERE id = ?`).get(id)
  if (!row) return undefined
  return {
    ...row,
    addressees: recipientLines(db, id, 'addressees'),
    recipients: recipientLines(db, id, 'recipients')
  } as DocumentForm
}

export function recipientLines(db: ReadableDb, id: string, list: 'addressees' | 'recipients'): RecipientLine[] {
  type Row = { text: string; kind: RecipientLine['kind']; names: string; note: string | null; evidence: string | null }
  return prepared<[string, string], Row>(
    db,
    'SELECT text, kind, names, note, evidence FROM recipient_line WHERE document_id = ? AND list = ? ORDER BY position'
  )
    .all(id, list)
    .map((row) => ({
      ...row,
      names: JSON.parse(row.names) as string[],
      evidence: row.evidence === null ? null : (JSON.parse(row.evidence) as RecipientLine['evidence'])
    }))
}

/** SHA-256 over a document's facts, the same for the row and for the ledger's event: what verify compares. */
export function rowHash(form: DocumentForm, files: readonly DocumentFile[]): string {
  const fields = FIELDS.map((field) => form[field] ?? null)
  const lists = [form.addressees, form.recipients].map((list) =>
    list.map((line) => [line.text, line.kind, line.names, line.note])
  )
  const stored = files.map((file) => [file.sha256, file.name, file.bytes])
  return createHash('sha256')
    .update(JSON.stringify([fields, lists, stored]))
    .digest('hex')
}

function formValues(form: DocumentForm): Record<string, unknown> {
  return Object.fromEntries(FIELDS.map((field) => [FORM_COLUMNS[field], form[field] ?? null]))
}

/** The reference as printed; the number alone where there is no symbol. */
export function printedReference(form: DocumentForm): string | null {
  const { number, symbol, suffix, separator } = form
  return number && symbol ? printReference({ number, suffix, separator, symbol }) : number
}

function derivedValues(form: DocumentForm): Record<string, unknown> {
  const reference =
    form.number && form.symbol
      ? { number: form.number, suffix: form.suffix, separator: form.separator, symbol: form.symbol }
      : null
  return {
    reference: printedReference(form),
    reference_key: reference ? referenceKey(reference) : null,
    match_key: reference ? matchKey(reference) : null,
    issuer_key: form.issuer ? foldKey(form.issuer) : null,
    level: documentLevel(form.symbol ?? '', form.issuer)
  }
}

function insertFile(db: WritableDb, id: string, file: DocumentFile, position: number): void {
  prepared(
    db,
    `INSERT INTO document_file(document_id, position, sha256, role, name, media_type, bytes, pages, text_kind)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(id, position, file.sha256, file.role, file.name, file.mediaType, file.bytes, file.pages, file.textKind)
}

function refreshFiles(db: WritableDb, id: string): void {
  const form = documentForm(db, id)
  if (!form) throw new Error(`no document ${id} for a file`)
  const files = documentFiles(db, id)
  prepared(db, 'UPDATE document SET text_kind = ?, row_hash = ?, revision = revision + 1 WHERE id = ?').run(
    textKindOf(files),
    rowHash(form, files),
    id
  )
}

function textKindOf(files: readonly DocumentFile[]): string {
  const main = files.find((file) => file.role === 'main') ?? files[0]
  const readable = files.find((file) => file.textKind !== 'none')
  return main && main.textKind !== 'none' ? main.textKind : (readable?.textKind ?? 'none')
}

function writeRecipientLines(db: WritableDb, id: string, form: DocumentForm): void {
  prepared(db, 'DELETE FROM recipient_line WHERE document_id = ?').run(id)
  const insert = prepared(
    db,
    'INSERT INTO recipient_line(document_id, list, position, text, kind, names, note, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
  )
  for (const list of ['addressees', 'recipients'] as const) {
    form[list].forEach((line, position) => {
      const evidence = line.evidence === null ? null : JSON.stringify(line.evidence)
      insert.run(id, list, position, line.text, line.kind, JSON.stringify(line.names), line.note, evidence)
    })
  }
}
