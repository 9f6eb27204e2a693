import type { Database } from 'better-sqlite3'
import type { EngineEvent } from '#contract/events.ts'
import type { Job, JobResult, VerifyReport } from '#contract/operations/archive.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { DocumentText } from '#domain/text/page-text.ts'
import type { Printer } from './door.ts'
import type { LedgerEvent, NewEvent } from './ledger/events.ts'
import type { FileSource, StoredFile } from './vault/stored-file.ts'

/** A connection whose functions may only read. The brand keeps a query function from taking the writer's. */
export type ReadableDb = Database & { readonly __readable?: true }
/** The one writing connection; only `apply`, `derive` and the migrations take it. */
export type WritableDb = ReadableDb & { readonly __writable: true }

/** Original bytes by their SHA-256 (F07). */
export type OriginalStore = Readonly<{
  /** Copies the file in: temporary file, fsync, rename, fsync of the folder. Hash is taken from the bytes written. */
  put(source: FileSource): Promise<{ sha256: string; bytes: number }>
  /**
   * Takes in a file of the archive's own staging place, which is on the disk already: by a second name for the same bytes
   * where the disk has such. Its folders are synced by the commit that follows.
   */
  adopt(staged: StoredFile): Promise<{ sha256: string; bytes: number }>
  /** Where it lies on the disk; in an encrypted archive what lies there is sealed. */
  path(sha256: string): string
  /** For whoever reads its bytes. */
  file(sha256: string): StoredFile
  has(sha256: string): boolean
}>

/** Extracted text by the original's SHA-256: derived, stamped with the extractor's version. */
export type TextStore = Readonly<{
  put(sha256: string, text: DocumentText, extractor: string): void
  /** The same without holding up the thread; its folders are synced by the commit that follows. */
  store(sha256: string, text: DocumentText, extractor: string): Promise<void>
  get(sha256: string): DocumentText | null
}>

export type JobLine = JobResult

/** What a long piece of work may do while it runs. */
export type JobHandle = Readonly<{
  id: string
  readonly cancelled: boolean
  /** Aborts extractors and copies of this job. */
  signal: AbortSignal
  total(n: number): void
  step(name: string | null): void
  result(line: JobLine): void
  /** Lines of the same work from before it was cut off: done already. */
  went(lines: readonly JobLine[]): void
  /** Result lines so far survive a crash when this comes; at once for work whose lines are not kept. */
  keep(): Promise<void>
  /** What a verification found; kept with the job. */
  report(report: VerifyReport): void
  /** Where a backup or a restored archive lies. */
  folder(path: string): void
}>

export type JobKind = Job['kind']

export type Clock = Readonly<{ now(): Date }>

/** The archive a handler works on: an open folder and what it needs around it. */
export type ArchiveContext = Readonly<{
  folder: string
  db: ReadableDb
  /**
   * Makes facts: one transaction of apply, derive and ledger append (fsynced), then COMMIT (design §3).
   * Events of one call are all recorded or none. Throws `OperationError` archive-read-only, disk-full or io-error.
   */
  commit(events: readonly NewEvent[], caller: Caller): readonly LedgerEvent[]
  /**
   * Remakes what is derived of documents whose stored text changed (OCR), in one transaction. No fact is made. Throws
   * `OperationError` archive-read-only, disk-full or io-error.
   */
  rederive(documentIds: readonly string[]): void
  /**
   * Keeps which documents have the commonest words and phrases, as far as row `upto`, for the next opening; nothing is
   * kept where the archive cannot be written.
   */
  keepCommon(bits: ReadonlyMap<string, Uint32Array>, upto: number): void
  originals: OriginalStore
  texts: TextStore
  /** Makes the names of what was adopted and stored last; a commit does it too, holding up the thread. */
  settleNames(): Promise<void>
  /** Starts a job; its result lines and progress are pushed as events. Returns its id. */
  startJob(kind: JobKind, work: (job: JobHandle) => Promise<void>): string
  /** Makes PDF of print views; null where the shell has no way to. */
  printer: Printer | null
  clock: Clock
  /** Today by the office's clock, ISO day. */
  today(): string
  /** A new id: the letter and 20 characters, e.g. newId('d'). */
  newId(letter: string): string
  emit(event: EngineEvent): void
  log(error: unknown, where: string): void
}>
