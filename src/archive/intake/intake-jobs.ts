import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { ArchiveContext, JobHandle } from '../archive-context.ts'
import { startOcrOfItems } from '../ocr/ocr-jobs.ts'
import { office } from '../store/office.ts'
import { commitFilings, type PreparedFiling, prepareFiling } from './file-documents.ts'
import { type IntakeRecord, listRecords, removeItem, takeOver } from './intake-items.ts'
import { prefillForm } from './prefill-form.ts'
import { type ItemRead, readItem } from './read-item.ts'
import { documentsWithFile } from './warnings.ts'

/** Bulk import groups so many documents a commit; no line says "filed" before its commit is on the disk. */
const FILES_A_COMMIT = 25
/** Files read ahead while the one before is dealt with: as many as there are reader threads. */
const AHEAD = 2

/** Reads staged files into the review queue. */
export async function startIntake(archive: ArchiveContext, staged: readonly string[]): Promise<string> {
  const records = await takeOverAll(archive, staged)
  return archive.startJob('intake', (job) => readForReview(archive, records, job))
}

/** Reads what a crash left unread in the queue. */
export function resumeIntake(archive: ArchiveContext, records: readonly IntakeRecord[]): string {
  return archive.startJob('intake', (job) => readForReview(archive, records, job))
}

/** Reads staged files and files each at once, without a clerk's look. */
export async function startImport(archive: ArchiveContext, staged: readonly string[], caller: Caller): Promise<string> {
  const left = leftFromImport(archive)
  const records = await takeOverAll(archive, staged, 'import')
  return importInTurn(archive, withLeft(archive, records, left), caller)
}

/** Takes one staged file into the queue and reads it; says "taken", or why it was refused (nothing of it is kept then). */
export async function takeIntoQueue(archive: ArchiveContext, staged: string, signal: AbortSignal): Promise<string> {
  const [record] = await takeOverAll(archive, [staged])
  if (!record) throw new OperationError('not-found', { staged })
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
  return left.length === 0 ? null : importInTurn(archive, left, caller)
}

/** Items of imports that run or wait for their turn, held until the import is over. */
const importing = new WeakMap<ArchiveContext, Set<string>>()
const turns = new WeakMap<ArchiveContext, Promise<void>>()

/** One bulk import after the other: each sees what the one before filed, so that the same bytes are never filed twice. */
function importInTurn(archive: ArchiveContext, records: readonly IntakeRecord[], caller: Caller): string {
  const held = importing.get(archive) ?? new Set<string>()
  importing.set(archive, held)
  for (const record of records) held.add(record.id)
  busyItems(archive).add(records)
  return archive.startJob('import', async (job) => {
    const before = turns.get(archive) ?? Promise.resolve()
    const mine = before.then(() => importAll(archive, records, job, caller))
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
 * Items of a bulk import that was stopped before they were filed, oldest first. Those of which only the tidying up was
 * left, their bytes being filed, are tidied up. What could not be read, or a clerk has begun, is the clerk's.
 */
function leftFromImport(archive: ArchiveContext): readonly IntakeRecord[] {
  return listRecords(archive.folder).filter((record) => {
    if (record.how !== 'import' || record.problem !== null || record.form !== null) return false
    if (busyItems(archive).has(record.id) || importing.get(archive)?.has(record.id)) return false
    if (documentsWithFile(archive.db, record.sha256).length === 0) return true
    removeItem(archive.folder, record.id)
    return false
  })
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
  const pairs = [...new Set(staged)].map((stagedId) => ({ stagedId, intakeId: archive.newId('i') }))
  const records = await takeOver(archive.folder, pairs, archive.clock.now().toISOString(), how)
  busyItems(archive).add(records)
  return records
}

async function readForReview(archive: ArchiveContext, records: readonly IntakeRecord[], job: JobHandle): Promise<void> {
  job.total(records.length)
  const scans: IntakeRecord[] = []
  for await (const [record, read] of readAll(archive, records, job)) {
    if (read.kind === 'cancelled') {
      removeItem(archive.folder, record.id)
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
        detail: duplicateDetail(duplicate?.id, duplicate?.reference)
      })
      if (!duplicate) scans.push(read.record)
    }
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
  }
  // In a job of its own: pictures take seconds a page, and the papers with letters of their own are ready now.
  if (!job.cancelled) startOcrOfItems(archive, scans)
}

async function importAll(
  archive: ArchiveContext,
  records: readonly IntakeRecord[],
  job: JobHandle,
  caller: Caller
): Promise<void> {
  job.total(records.length)
  let group: { record: IntakeRecord; prepared: PreparedFiling; code: string }[] = []
  const hashes = new Set<string>()
  function flush(): void {
    if (group.length === 0) return
    const filed = commitFilings(
      archive,
      group.map((one) => one.prepared),
      caller
    )
    group.forEach(({ record, code }, index) => {
      job.result({ name: record.name, code, id: filed[index]?.documentId ?? null, detail: {} })
    })
    group = []
    archive.emit({ type: 'changed', what: 'documents', documentId: null })
  }
  for await (const [record, read] of readAll(archive, records, job)) {
    if (read.kind === 'cancelled') removeItem(archive.folder, record.id)
    else if (read.kind === 'refused') job.result({ name: record.name, code: read.code, id: null, detail: read.detail })
    else if (read.record.problem !== null) {
      // Damaged or locked: it waits in the queue for a person, its bytes as they came.
      job.result({ name: read.record.name, code: read.record.problem, id: record.id, detail: {} })
    } else {
      const [duplicate] = documentsWithFile(archive.db, record.sha256)
      if (duplicate || hashes.has(record.sha256)) {
        removeItem(archive.folder, record.id)
        job.result({
          name: record.name,
          code: 'duplicate',
          id: duplicate?.id ?? null,
          detail: duplicateDetail(duplicate?.id, duplicate?.reference)
        })
        continue
      }
      hashes.add(record.sha256)
      const prepared = await prepareFiling(archive, {
        form: arrivalAsStamped(prefillForm(read.draft, office(archive.db), archive.today(), read.record.pages)),
        files: [{ intakeId: record.id, role: 'main' }],
        reviewed: false
      })
      group.push({ record: read.record, prepared, code: isReadable(read) ? 'filed' : 'unreadable' })
      if (group.length >= FILES_A_COMMIT) flush()
    }
  }
  flush()
  archive.emit({ type: 'changed', what: 'intake', documentId: null })
}

/** Reads a few files ahead and gives them in order; after a cancel the rest come as cancelled. */
async function* readAll(
  archive: ArchiveContext,
  records: readonly IntakeRecord[],
  job: JobHandle
): AsyncGenerator<readonly [IntakeRecord, ItemRead]> {
  const reading: Promise<ItemRead>[] = []
  try {
    for (const [index, record] of records.entries()) {
      while (reading.length < Math.min(records.length, index + AHEAD)) {
        const next = records[reading.length]
        if (!next) break
        const promise: Promise<ItemRead> = job.cancelled
          ? Promise.resolve({ kind: 'cancelled' })
          : readItem(archive, next, job.signal)
        promise.catch(() => {}) // seen when its turn comes
        reading.push(promise)
      }
      job.step(record.name)
      try {
        const read = await reading[index]
        if (read) yield [record, read]
      } catch (error) {
        if (error instanceof OperationError) throw error
        archive.log(error, 'intake.read')
        yield [record, { kind: 'refused', code: 'internal', detail: {} }]
      } finally {
        busyItems(archive).done(record.id)
      }
    }
  } finally {
    for (const record of records) busyItems(archive).done(record.id)
  }
}

/** In bulk a paper has arrived when its stamp says so; a day of arrival is never made up. */
function arrivalAsStamped<F extends Readonly<{ arrivalNumber: number | null; arrivedOn: string | null }>>(form: F): F {
  return form.arrivalNumber === null ? { ...form, arrivedOn: null } : form
}

function isReadable(read: Extract<ItemRead, { kind: 'read' }>): boolean {
  return read.text.pages.some((page) => /\p{L}/u.test(page.text))
}

function duplicateDetail(id: string | undefined, reference: string | null | undefined): Record<string, string> {
  return id ? { documentId: id, reference: reference ?? '' } : {}
}

const busy = new WeakMap<ArchiveContext, Set<string>>()

/** Items a running job is reading: not to be read a second time. */
export function busyItems(archive: ArchiveContext) {
  const ids = busy.get(archive) ?? new Set<string>()
  busy.set(archive, ids)
  return {
    has: (id: string): boolean => ids.has(id),
    add: (records: readonly IntakeRecord[]): void => records.forEach((record) => void ids.add(record.id)),
    done: (id: string): void => void ids.delete(id)
  }
}
