import type { ArchiveState, Job, VerifyReport } from '#contract/operations/archive.ts'
import type { Book } from '#contract/operations/books.ts'
import type { CareState } from '#contract/operations/care.ts'
import { type Caller, keepsRegister } from '#contract/operations/operation.ts'
import type { OperationName, OutputOf } from '#contract/operations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { hiddenFrom } from '../store/accounts.ts'
import { readerOf } from './access.ts'

/**
 * What an answer leaves out for those who do not keep the register. Most is left out below, by the connection they read
 * over; here is what does not come out of the database's rows. By role and never by whether anything is hidden: else the
 * difference would tell.
 */
export type Redacting = Readonly<{ caller: Caller; db: ReadableDb; owns(jobId: string): boolean }>

type Redactors = { readonly [N in OperationName]?: (value: OutputOf<N>, how: Redacting) => OutputOf<N> }

const redactors: Redactors = {
  'archive.state': (state, how) => redactState(state, how),
  'archive.create': (state, how) => redactState(state, how),
  'archive.open': (state, how) => redactState(state, how),
  'archive.close': (state, how) => redactState(state, how),
  'archive.lastVerify': ({ report, at }, how) => ({ report: report && redactReport(report, how), at }),
  'care.state': (state, how) => redactCare(state, how),
  'care.saveSettings': (state, how) => redactCare(state, how),
  'care.addMedium': (state, how) => redactCare(state, how),
  'care.dropMedium': (state, how) => redactCare(state, how),
  // The queue is the register keepers'.
  overview: (counts) => ({ ...counts, intakeWaiting: 0, intakeReady: 0 }),
  'book.list': ({ books }) => ({ books: books.map(withoutGaps) }),
  'book.get': ({ book, blanks }) => ({ book: withoutGaps(book), blanks, sheet: null }),
  'job.list': ({ jobs }, how) => ({ jobs: jobs.filter((job) => how.owns(job.id)).map((job) => redactJob(job, how)) }),
  'job.results': () => ({ total: 0, results: [] }),
  'job.get': (job, how) => redactJob(job, how),
  'job.cancel': (job, how) => redactJob(job, how)
}

export function redact(name: string, value: unknown, how: Redacting): unknown {
  if (keepsRegister(how.caller.role)) return value
  const run = redactors[name as OperationName] as ((value: unknown, how: Redacting) => unknown) | undefined
  return run ? run(value, how) : value
}

/** Before anybody has signed in no more is told than what stands on the door, and what is wrong with the archive. */
export function redactState(state: ArchiveState, { caller, db }: Redacting): ArchiveState {
  if (caller.role === 'nobody') return { ...state, documents: 0, lastBackupAt: null }
  const reader = readerOf(caller)
  if (!state.open || reader === null) return state
  const standing = db.prepare('SELECT count(*) FROM document WHERE id = ? AND withdrawn_at IS NULL').pluck()
  const hidden = hiddenFrom(db, reader).reduce((sum, one) => sum + Number(standing.get(one.id)), 0)
  return { ...state, documents: state.documents - hidden }
}

/** A number that is missing to those who do not see its paper is not missing: gaps are told to nobody else. */
function withoutGaps(book: Book): Book {
  return { ...book, next: null, counts: { ...book.counts, missing: 0 } }
}

export function redactJob(job: Job, how: Redacting): Job {
  return { ...job, current: null, results: [], report: job.report && redactReport(job.report, how) }
}

/** That something is damaged is told to whoever cares for the archive; which paper, to those who may see it. */
function redactReport(report: VerifyReport, { caller, db }: Redacting): VerifyReport {
  const reader = readerOf(caller)
  const hidden = reader === null ? [] : hiddenFrom(db, reader)
  const files = db
    .prepare(
      'SELECT count(*), coalesce(sum(bytes), 0) FROM document_file WHERE document_id IN (SELECT value FROM json_each(?))'
    )
    .raw()
    .get(JSON.stringify(hidden.map((one) => one.id))) as [number, number]
  const ids = new Set(hidden.map((one) => one.id))
  const { events, documents, files: all, bytes } = report.checked
  return {
    ...report,
    checked: { events, documents: documents - hidden.length, files: all - files[0], bytes: bytes - files[1] },
    findings: report.findings.map((one) =>
      one.documentId !== null && !ids.has(one.documentId)
        ? one
        : { code: one.code, document: null, documentId: null, detail: '' }
    )
  }
}

/** That a file is damaged is told; whose, to those who may see it. */
function redactCare(state: CareState, { caller, db }: Redacting): CareState {
  const reader = readerOf(caller)
  const hidden = new Set((reader === null ? [] : hiddenFrom(db, reader)).map((one) => one.id))
  const findings = state.scrub.findings.map((one) =>
    hidden.has(one.documentId) ? { ...one, name: '', documentId: '', document: null } : one
  )
  return { ...state, scrub: { ...state.scrub, findings } }
}
