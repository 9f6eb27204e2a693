import { OperationError } from '#contract/failures.ts'
import type { JobResult } from '#contract/operations/archive.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { DocumentText } from '#domain/text/page-text.ts'
import type { ArchiveContext, JobHandle, ReadableDb } from '../archive-context.ts'
import { openPackages } from '../export/edxml/open-packages.ts'
import { brokenOff, forgetJob } from '../jobs/job-journal.ts'
import { CLOSING } from '../jobs/jobs.ts'
import { startOcrOfDocuments, startOcrOfItems } from '../ocr/ocr-jobs.ts'
import { prepared } from '../store/db/prepared.ts'
import { office } from '../store/office.ts'
import { busyItems } from './busy-items.ts'
import { commitFilings, type PreparedFiling, prepareFiling } from './file-documents.ts'
import { type IntakeRecord, listRecords, removeItem, saveRecord, saveText, takeOver } from './intake-items.ts'
import { prefillForm } from './prefill-form.ts'
import { isGeneral, readAhead } from './read-ahead.ts'
import { type ItemRead, readItem } from './read-item.ts'
import { documentsWithFile } from './warnings.ts'

/**
 * Bulk import groups so many documents a commit; no line says "filed" before its commit is on the disk. More would keep a
 * keystroke in the search waiting longer than it should.
 */
const FILES_A_COMMIT = 32
/** The screens are told at most so often that the queue changed. */
const TELL_EVERY_MS = 700

/** Reads staged files into the review queue. */
export async function startIntake(archive: ArchiveContext, staged: readonly string[]): Promise<string> {
  const records = await takeOverAll(archive, staged)
  return archive.startJob('intake', (job) => readForReview(archive, records, job))
}

/** Reads what a crash left unread in the queue. */
export function resumeIntake(archive: ArchiveContext, records: readonly IntakeRecord[]): string {
  return archive.startJob('intake', (job) => readForReview(archive, records, job, true))
}

/** Reads staged files and files each at once, without a clerk's look. */
export async function startImport(archive: ArchiveContext, staged: readonly string[], caller: Caller): Promise<string> {
  const left = leftFromImport(archive)
  const records = await takeOverAll(archive, staged, 'import')
  return importInTurn(archive, withLeft(archive, records, left), caller, left.length > 0)
}

/**
 * Takes one staged file into the queue and reads it; says "taken", or why it was refused (nothing of it is kept then). Of a
 * package that brought several files it says what became of the first.
 */
export async function takeIntoQueue(archive: ArchiveContext, staged: string, signal: AbortSignal): Promise<string> {
  const [record, ...others] = await takeOverAll(archive, [staged])
  if (!record) throw new OperationError('not-found', { staged })
  const said = await readOne(archive, record, signal)
  for (const other of others) await readOne(archive, other, signal)
  return said
}

async function readOne(archive: ArchiveContext, record: IntakeRecord, signal: AbortSignal): Promise<string> {
  try {
    const read = await readItem(archive, record, signal)
    if (read.kind === 'refused') return read.code
    if (read.kind === 'read') startOcrOfItems(archive, [read.record])
    else removeItem(archive.folder, record.id)
    return read.kind === 'read' ? 'taken' : 'cancelled'
  } finally {
    busyItems(archive).done(record.id)
  }
}

/** Goes on with what a stop left of a bulk import; null where it left nothing. */
export function resumeImport(archive: ArchiveContext, caller: Caller): string | null {
  const left = leftFromImport(archive)
  return left.length === 0 ? null : importInTurn(archive, left, caller, true)
}

/** Items of imports that run or wait for their turn, held until the import is over. */
const importing = new WeakMap<ArchiveContext, Set<string>>()
const turns = new WeakMap<ArchiveContext, Promise<void>>()

/** One bulk import after the other: each sees what the one before filed, so that the same bytes are never filed twice. */
function importInTurn(
  archive: ArchiveContext,
  records: readonly IntakeRecord[],
  caller: Caller,
  again: boolean
): string {
  const held = importing.get(archive) ?? new Set<string>()
  importing.set(archive, held)
  for (const record of records) held.add(record.id)
  busyItems(archive).add(records)
  return archive.startJob('import', async (job) => {
    const before = turns.get(archive) ?? Promise.resolve()
    const mine = before.then(() => importAll(archive, records, job, caller, again))
    turns.set(
      archive,
      mine.catch(() => {})
    )
    try {
      await mine
    } finally {
      for (const record of records) held.delete(record.id)
    }
  })
}

/**
 * Items of a bulk import that was stopped, oldest first; also those that were filed and only not yet gone. What could not
 * be read, or a clerk has begun, is the clerk's.
 */
function leftFromImport(archive: ArchiveContext): readonly IntakeRecord[] {
  return listRecords(archive.folder).filter(
    (record) =>
      record.how === 'import' &&
      record.problem === null &&
      record.form === null &&
      !busyItems(archive).has(record.id) &&
      !importing.get(archive)?.has(record.id)
  )
}

/** A file handed in again that waits from before is that one: one line, and it is filed once. The rest comes after. */
function withLeft(
  archive: ArchiveContext,
  records: readonly IntakeRecord[],
  left: readonly IntakeRecord[]
): readonly IntakeRecord[] {
  const waiting = new Map(left.map((record) => [record.sha256, record]))
  const goingOn = records.map((record) => {
    const before = waiting.get(record.sha256)
    if (!before) return record
    waiting.delete(record.sha256)
    busyItems(archive).done(record.id)
    removeItem(archive.folder, record.id)
    return before
  })
  return [...goingOn, ...waiting.values()]
}

async function takeOverAll(
  archive: ArchiveContext,
  staged: readonly string[],
  how: 'review' | 'import' = 'review'
): Promise<readonly IntakeRecord[]> {
  const files = await openPackages(archive.folder, [...new Set(staged)], archive.newId)
  const pairs = files.map((stagedId) => ({ stagedId, intakeId: archive.newId('i') }))
  const records = await takeOver(archive.folder, pairs, archive.clock.now().toISOString(), how)
  busyItems(archive).add(records)
  return records
}

async function readForReview(
  archive: ArchiveContext,
  records: readonly IntakeRecord[],
  job: JobHandle,
  again = false
): Promise<void> {
  const { before, left } = again ? goOn(archive, job, 'intake', records) : { before: 0, left: records }
  job.total(before + left.length)
  const scans: IntakeRecord[] = []
  const tell = teller(archive, 'intake')
  for await (const [record, read] of readAhead(archive, left, job, 'always')) {
    if (read.kind === 'cancelled') {
      if (job.signal.reason !== CLOSING) removeItem(archive.folder, record.id)
      continue
    }
    if (read.kind === 'refused') {
      job.result({ name: record.name, code: read.code, id: null, detail: read.detail })
    } else if (read.kind === 'read') {
      const [duplicate] = documentsWithFile(archive.db, record.sha256)
      const code = duplicate ? 'duplicate' : (read.record.problem ?? (isReadable(read) ? 'waiting' : 'unreadable'))
      job.result({
        name: read.record.name,
        code,
        id: record.id,
        detail: duplicate ? duplicateDetail(duplicate.id, duplicate.reference) : referenceDetail(read.record)
      })
      if (!duplicate) scans.push(read.record)
    }
    if (tell()) await job.keep()
  }
  archive.emit({ type: 'changed', what: 'intake', documentId: null })
  // In a job of its own: pictures take seconds a page, and the papers with letters of their own are ready now.
  if (!job.cancelled) startOcrOfItems(archive, scans)
}

type Waiting = Readonly<{
  record: IntakeRecord
  text: DocumentText
  prepared: Promise<PreparedFiling>
  code: string
}>

async function importAll(
  archive: ArchiveContext,
  records: readonly IntakeRecord[],
  job: JobHandle,
  caller: Caller,
  again: boolean
): Promise<void> {
  const { before, left } = again ? goOn(archive, job, 'import', records) : { before: 0, left: records }
  job.total(before + left.length)
  let group: Waiting[] = []
  /** Items dealt with; they leave the queue once their lines are kept, so that a stop loses no line. */
  const over: string[] = []
  const hashes = new Set<string>()
  const scans: string[] = []
  const tell = teller(archive, 'documents')
  async function flush(): Promise<void> {
    const now = group
    group = []
    const ready = await Promise.all(now.map((one) => one.prepared))
    await archive.settleNames()
    const filed = fileGroup(archive, ready, caller, (id) => void over.push(id))
    for (const [index, { record, text, code }] of now.entries()) {
      const one = filed[index]
      if (typeof one === 'string') {
        job.result({ name: record.name, code, id: one, detail: {} })
        if (record.textKind === 'scan' || record.textKind === 'mixed') scans.push(one)
      } else {
        await leaveToClerk(archive, record, text)
        job.result({ name: record.name, code: one?.code ?? 'internal', id: record.id, detail: {} })
      }
    }
    await job.keep()
    for (const id of over.splice(0)) removeItem(archive.folder, id)
    if (now.length > 0) tell()
  }
  for await (const [record, read] of readAhead(archive, left, job, 'unreadable')) {
    if (read.kind === 'cancelled') {
      // The program is closing: the next opening goes on with it.
      if (job.signal.reason !== CLOSING) removeItem(archive.folder, record.id)
    } else if (read.kind === 'refused')
      job.result({ name: record.name, code: read.code, id: null, detail: read.detail })
    else if (read.record.problem !== null) {
      // Damaged or locked: it waits in the queue for a person, its bytes as they came.
      job.result({ name: read.record.name, code: read.record.problem, id: record.id, detail: {} })
    } else {
      const [duplicate] = documentsWithFile(archive.db, record.sha256)
      if (duplicate || hashes.has(record.sha256)) {
        over.push(record.id)
        job.result({
          name: record.name,
          code: 'duplicate',
          id: duplicate?.id ?? null,
          detail: duplicateDetail(duplicate?.id, duplicate?.reference)
        })
        continue
      }
      hashes.add(record.sha256)
      const form = arrivalAsStamped(prefillForm(read.draft, office(archive.db), archive.today(), read.record.pages))
      const files = [{ intakeId: record.id, role: 'main' }] as const
      const filing = prepareFiling(archive, { form, files, reviewed: false }, read)
      filing.catch(() => {}) // seen when its group is committed
      group.push({
        record: read.record,
        text: read.text,
        prepared: filing,
        code: isReadable(read) ? 'filed' : 'unreadable'
      })
      if (group.length >= FILES_A_COMMIT) await flush()
    }
  }
  await flush()
  archive.emit({ type: 'changed', what: 'documents', documentId: null })
  archive.emit({ type: 'changed', what: 'intake', documentId: null })
  // Filed already; their letters come in a job of their own, which may be stopped and goes on another time.
  if (!job.cancelled) startOcrOfDocuments(archive, scans)
}

/** A paper that cannot be filed as it was read (its book is closed, say) waits in the queue for a person. */
async function leaveToClerk(archive: ArchiveContext, record: IntakeRecord, text: DocumentText): Promise<void> {
  const { how: _, ...waiting } = record
  await saveText(archive.folder, record.id, text)
  await saveRecord(archive.folder, waiting)
}

/** All in one commit; where one of them cannot be filed as it is, each by itself. Their documents, or why there is none. */
function fileGroup(
  archive: ArchiveContext,
  group: readonly PreparedFiling[],
  caller: Caller,
  leave: (id: string) => void
): readonly (string | OperationError)[] {
  if (group.length === 0) return []
  try {
    return commitFilings(archive, group, caller, null, leave).map((one) => one.documentId)
  } catch (error) {
    if (!(error instanceof OperationError) || isGeneral(error)) throw error
    if (group.length === 1) return [error]
    return group.flatMap((one) => fileGroup(archive, [one], caller, leave))
  }
}

/**
 * Goes on with work that was cut off: its lines are this job's now. Says how many they are and what is left to do. What was
 * filed before the stop and not yet said to be has its line now.
 */
function goOn(
  archive: ArchiveContext,
  job: JobHandle,
  kind: 'intake' | 'import',
  records: readonly IntakeRecord[]
): Readonly<{ before: number; left: readonly IntakeRecord[] }> {
  const cutOff = brokenOff(archive.folder, kind).filter((one) => one.id !== job.id)
  const lines: JobResult[] = cutOff.toReversed().flatMap((one) => one.results)
  const since = cutOff.at(-1)?.startedAt
  const said = new Set(lines.map((line) => `${line.name}\n${line.id}`))
  const documents = new Set(lines.map((line) => line.id))
  const left: IntakeRecord[] = []
  for (const record of records) {
    const [document] = since === undefined ? [] : documentsWithFile(archive.db, record.sha256)
    const told = document !== undefined && said.has(`${record.name}\n${document.id}`)
    const filed =
      document !== undefined && !documents.has(document.id) && filedSince(archive.db, document.id, since ?? '')
    if (record.how !== 'import' || !(told || filed)) {
      left.push(record)
      continue
    }
    if (!told) lines.push({ name: record.name, code: 'filed', id: document.id, detail: {} })
    documents.add(document.id)
    removeItem(archive.folder, record.id)
    busyItems(archive).done(record.id)
  }
  job.went(lines)
  for (const one of cutOff) forgetJob(archive.folder, one.id)
  return { before: lines.length, left }
}

function filedSince(db: ReadableDb, documentId: string, since: string): boolean {
  return (
    prepared<[string, string]>(db, 'SELECT 1 FROM document WHERE id = ? AND filed_at >= ?').get(documentId, since) !==
    undefined
  )
}

/** Tells the screens, but not for each file; says whether it told. */
function teller(archive: ArchiveContext, what: 'intake' | 'documents'): () => boolean {
  let told = 0
  return () => {
    if (Date.now() - told < TELL_EVERY_MS) return false
    told = Date.now()
    archive.emit({ type: 'changed', what, documentId: null })
    return true
  }
}

/** In bulk a paper has arrived when its stamp says so; a day of arrival is never made up. */
function arrivalAsStamped<F extends Readonly<{ arrivalNumber: number | null; arrivedOn: string | null }>>(form: F): F {
  return form.arrivalNumber === null ? { ...form, arrivedOn: null } : form
}

function isReadable(read: Extract<ItemRead, { kind: 'read' }>): boolean {
  return read.text.pages.some((page) => /\p{L}/u.test(page.text))
}

/** What the list of results says of a paper that waits. */
function referenceDetail({ reference }: IntakeRecord): Record<string, string> {
  return reference === null ? {} : { reference }
}

function duplicateDetail(id: string | undefined, reference: string | null | undefined): Record<string, string> {
  return id ? { documentId: id, reference: reference ?? '' } : {}
}
