import { OperationError } from '#contract/failures.ts'
import type { NumberRequest } from '#contract/operations/books.ts'
import type { SaidDeadlines } from '#contract/operations/handling.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { DocumentFile, DocumentForm } from '#contract/schemas.ts'
import type { DocumentText } from '#domain/text/page-text.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { openDesk } from '../books/number-desk.ts'
import type { RestrictedTo } from '../ledger/access-events.ts'
import type { NewEvent, NumberSaid } from '../ledger/events.ts'
import { extractorOf, keepText } from '../ocr/keep-text.ts'
import { filedDeadlines } from './filed-deadlines.ts'
import { type IntakeRecord, readItemText, readRecord, removeItem } from './intake-items.ts'
import { secrecyOfForm } from './refuse-secret.ts'
import { stagedSource } from './staging.ts'

export type Filing = Readonly<{
  form: DocumentForm
  files: readonly Readonly<{ intakeId: string; role: DocumentFile['role'] }>[]
  reviewed: boolean
  deadlines?: SaidDeadlines | undefined
  /** What the clerk asks of the book; left out in bulk, where numbers are taken as they are. */
  numbering?: NumberRequest | null
}>

/** A filing whose originals and texts are stored: all that is left is the fact. */
export type PreparedFiling = Readonly<{
  form: DocumentForm
  files: readonly DocumentFile[]
  reviewed: boolean
  intakeIds: readonly string[]
  deadlines?: SaidDeadlines | undefined
  numbering?: NumberRequest | null
  /** Not for everyone from the first moment. */
  restriction?: RestrictedTo | null
}>

/** The batch these filings belong to, with the fact that begins it where it is not begun. */
export type BatchStart = Readonly<{ batchId: string; began: NewEvent | null }>

export type ReadItem = Readonly<{ record: IntakeRecord; text: DocumentText }>

export type Filed = Readonly<{ documentId: string; seq: number; number: NumberSaid | null }>

/**
 * Stores the bytes and texts first (design §3): a crash after this leaves orphans, never a document without its file. Their
 * names are made to last by the commit. `read`: what was read of the one file, where the caller has it at hand.
 */
export async function prepareFiling(
  archive: ArchiveContext,
  filing: Filing,
  read: ReadItem | null = null
): Promise<PreparedFiling> {
  if (secrecyOfForm(filing.form)) throw new OperationError('secret-refused', {})
  if (filing.files.length === 0 && !filing.form.subject && !filing.form.number) {
    throw new OperationError('missing-field', { field: 'subject' })
  }
  const files = await Promise.all(
    filing.files.map(({ intakeId, role }) =>
      read?.record.id === intakeId
        ? storeFile(archive, read.record, role, read.text)
        : storeFile(archive, readRecord(archive.folder, intakeId), role)
    )
  )
  const { form, reviewed, deadlines } = filing
  const intakeIds = filing.files.map((file) => file.intakeId)
  const asked = filing.numbering === undefined ? {} : { numbering: filing.numbering }
  return { form, files: withOneMain(files), reviewed, deadlines, intakeIds, ...asked }
}

/** Stores one waiting file among the originals; the hash is taken again from the bytes written. */
export async function storeFile(
  archive: ArchiveContext,
  record: IntakeRecord,
  role: DocumentFile['role'],
  text: DocumentText | null = null
): Promise<DocumentFile> {
  const { sha256, bytes } = await archive.originals.adopt(stagedSource(archive.folder, record.id))
  if (record.sha256 !== '' && sha256 !== record.sha256) throw new OperationError('conflict', { name: record.name })
  if (record.problem === null) await storeText(archive, sha256, text ?? readItemText(archive.folder, record.id))
  const pages = record.pages > 0 ? record.pages : null
  const { name, mediaType, textKind } = record
  return { sha256: sha256 as DocumentFile['sha256'], role, name, mediaType, bytes, pages, textKind }
}

async function storeText(archive: ArchiveContext, sha256: string, text: DocumentText): Promise<void> {
  if (archive.texts.get(sha256) !== null) keepText(archive, sha256, text)
  else await archive.texts.store(sha256, text, extractorOf(text))
}

/**
 * Makes the facts of several filings in one commit, then takes their items out of the queue. Runs without a pause from
 * reading the next number to the commit, so that no number is given twice or left out (N01). `leave`: what is done with the
 * items instead.
 */
export function commitFilings(
  archive: ArchiveContext,
  prepared: readonly PreparedFiling[],
  caller: Caller,
  batch: BatchStart | null = null,
  leave: (id: string) => void = (id) => removeItem(archive.folder, id)
): readonly Filed[] {
  const desk = openDesk(archive.db, archive.today())
  const events: NewEvent[] = batch?.began ? [batch.began] : []
  const filed = prepared.map((one) => {
    const { form, opened, numbering } = desk.enter(one.form, {
      request: one.numbering ?? null,
      bulk: one.numbering === undefined
    })
    if (opened) events.push(opened)
    const documentId = archive.newId('d')
    events.push({
      kind: 'document-filed',
      data: {
        documentId,
        form,
        files: one.files,
        reviewed: one.reviewed,
        ...(batch ? { batch: { id: batch.batchId, key: null } } : {}),
        ...filedDeadlines(archive, form, one.deadlines),
        ...(numbering ? { numbering } : {})
      }
    })
    const at = events.length - 1
    const { restriction } = one
    if (restriction) events.push({ kind: 'document-restricted', data: { documentId, ...restriction, before: null } })
    return { documentId, at, number: numbering ?? null }
  })
  const written = archive.commit(events, caller)
  for (const one of prepared) for (const id of one.intakeIds) leave(id)
  return filed.map(({ documentId, at, number }) => ({ documentId, seq: written[at]?.seq ?? 0, number }))
}

/** Exactly one file is the document itself; where none was said, the first. The rest keep or lose their role. */
function withOneMain(files: readonly DocumentFile[]): readonly DocumentFile[] {
  const main = Math.max(
    0,
    files.findIndex((file) => file.role === 'main')
  )
  return files.map((file, index) =>
    index === main ? { ...file, role: 'main' } : file.role === 'main' ? { ...file, role: 'source' } : file
  )
}
