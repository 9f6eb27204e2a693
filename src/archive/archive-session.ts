import type { EngineEvent } from '#contract/events.ts'
import { OperationError } from '#contract/failures.ts'
import type { ArchiveContext, JobKind, OriginalStore, TextStore, WritableDb } from './archive-context.ts'
import { reopened, type Swapped } from './care/swap-database.ts'
import { commit } from './commit.ts'
import { rederive } from './derive/rederive.ts'
import type { Printer } from './door.ts'
import type { FileLayer } from './files/file-layer.ts'
import type { FolderSyncs } from './files/folder-syncs.ts'
import { storageFailure } from './files/storage-failure.ts'
import { localDay, newId } from './ids.ts'
import { leaveQueue } from './intake/queue-memory.ts'
import { openJournal } from './jobs/job-journal.ts'
import { CLOSING, createJobs, type Jobs } from './jobs/jobs.ts'
import { journaled } from './jobs/journaled.ts'
import { watchClock } from './ledger/clock-watch.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Notice } from './open-database.ts'
import { storeBits } from './search/common-bits.ts'
import type { NewEncryption } from './vault/new-keys.ts'
import type { Secret } from './vault/slots.ts'

/** What opening an archive may be given; everything has a default, so that a test names only what matters. */
export type ArchiveDeps = Readonly<{
  shell?: string
  now?: () => Date
  log?: (error: unknown, where: string) => void
  emit?: (event: EngineEvent) => void
  jobs?: Jobs
  printer?: Printer | null
  /** Told when the archive goes read-only or its database was replaced. */
  changed?: () => void
  /** Told before the database's file is put out of the way: whoever else reads it lets go. */
  released?: () => void
  files?: FileLayer
  /** What an encrypted archive is opened with. */
  secret?: Secret | null
  /** A new archive is to be encrypted. */
  encryption?: NewEncryption | null
  /** Length at which the ledger begins a new file. */
  segmentBytes?: number
}>

/** An open archive: what handlers work on, and what its care needs besides. */
export type OpenedArchive = ArchiveContext &
  Readonly<{
    archiveId: string
    mode: 'ready' | 'read-only'
    /** Why read-only, and what was mended at opening. */
    notices: readonly Notice[]
    ledger: Ledger
    /** Whether what lies on the disk is sealed (ADR 0017). */
    encrypted: boolean
    /** Nothing is written until the way back is taken; the archive is read-only meanwhile, and the notice says why. */
    hold(notice: Notice): () => void
    /** Whether care may write beside the facts (backup dates, a new database): the folder itself can be written. */
    folderWritable: boolean
    /** Says something of the archive until it is taken back by null. */
    setNotice(code: string, detail: Notice['detail'] | null): void
    /**
     * Puts another database in place: `swap` gets the old one, closes it and says what came of it. What it throws is thrown
     * with the old one untouched; a failure it tells is thrown with the old one open again. Where that one does not lie in its
     * place, nothing more is written until the archive is opened anew.
     */
    replaceDatabase(swap: (old: WritableDb) => Swapped, notice: Notice): void
    /** Cancels and awaits this archive's jobs, brings the database to rest and gives up the lock. */
    close(): Promise<void>
  }>

export type SessionParts = Readonly<{
  folder: string
  archiveId: string
  db: WritableDb
  ledger: Ledger
  originals: OriginalStore
  texts: TextStore
  /** Names of originals and texts that do not last yet. */
  syncs: FolderSyncs
  notices: readonly Notice[]
  encrypted: boolean
  readOnly: boolean
  folderWritable: boolean
  /** Runs last: lock, working copy. */
  release(): void
}>

export function makeSession(parts: SessionParts, deps: ArchiveDeps): OpenedArchive {
  const now = deps.now ?? (() => new Date())
  const log = deps.log ?? (() => {})
  const emit = deps.emit ?? (() => {})
  const jobs = deps.jobs ?? createJobs({ now, newId, emit, log })
  const started = new Set<string>()
  let db = parts.db
  let readOnly = parts.readOnly
  let notices = parts.notices
  let closed = false
  let held = 0
  const writable = (): boolean => !readOnly && held === 0

  function freeze(code: string, error: unknown): void {
    log(error, code)
    readOnly = true
    notices = [...notices.filter((one) => one.code !== code), { code, detail: {} }]
    deps.changed?.()
  }

  const setNotice: OpenedArchive['setNotice'] = (code, detail) => {
    const others = notices.filter((one) => one.code !== code)
    if (detail === null && others.length === notices.length) return
    notices = detail === null ? others : [...others, { code, detail }]
    deps.changed?.()
  }

  const clock = watchClock(parts.ledger)
  const behind = clock.look(now())
  if (behind?.code === 'clock-behind') notices = [...notices, behind]

  return {
    folder: parts.folder,
    archiveId: parts.archiveId,
    ledger: parts.ledger,
    originals: parts.originals,
    texts: parts.texts,
    encrypted: parts.encrypted,
    folderWritable: parts.folderWritable,
    printer: deps.printer ?? null,
    clock: { now },
    get db() {
      // Out of its place and not to be opened when that was tried: the disk may be well again by now.
      if (!db.open && !closed) db = reopened(parts.folder)
      return db
    },
    get mode() {
      return writable() ? 'ready' : 'read-only'
    },
    get notices() {
      return notices
    },
    setNotice,
    today: () => localDay(now()),
    newId,
    emit,
    log,
    commit(events, caller) {
      if (closed) throw new OperationError('no-archive')
      const { folder, ledger, texts, syncs } = parts
      const made = commit({ folder, db, ledger, texts, syncs, now, writable, freeze, emit }, events, caller)
      const wrong = clock.recorded(now())
      if (wrong) setNotice(wrong.code, wrong.detail)
      return made
    },
    async settleNames() {
      try {
        await parts.syncs.settleLater()
      } catch (error) {
        freeze('names-not-kept', error)
        throw storageFailure(error)
      }
    },
    rederive(documentIds) {
      if (closed) throw new OperationError('no-archive')
      if (!writable()) throw new OperationError('archive-read-only')
      rederive(db, documentIds, parts.texts)
    },
    keepCommon(bits, upto) {
      if (closed || !writable()) return
      try {
        storeBits(db, bits, upto)
      } catch (error) {
        // Nobody waits for it: the index itself is asked as before.
        log(error, 'search')
      }
    },
    startJob(kind: JobKind, work) {
      const startedAt = now().toISOString()
      const id = jobs.start(kind, (job) => {
        const journal = openJournal(parts.folder, { id: job.id, kind, startedAt }, (error) => log(error, 'journal'))
        return journal ? journaled(job, journal, now, work) : work(job)
      })
      started.add(id)
      void jobs.ended(id).then(() => started.delete(id))
      return id
    },
    hold(notice) {
      held++
      notices = [...notices, notice]
      deps.changed?.()
      return () => {
        if (!notices.includes(notice)) return
        held--
        notices = notices.filter((one) => one !== notice)
        deps.changed?.()
      }
    },
    replaceDatabase(swap, notice) {
      deps.released?.()
      const swapped = swap(db)
      db = swapped.db
      if (swapped.failure !== null) {
        if (swapped.inPlace) deps.changed?.()
        else freeze('database-not-replaced', swapped.failure)
        throw swapped.failure
      }
      readOnly = !parts.folderWritable || parts.ledger.damage !== null
      notices = [...notices.filter((one) => !MENDED_BY_REBUILD.has(one.code)), notice]
      deps.changed?.()
    },
    async close() {
      if (closed) return
      for (const id of started) jobs.cancel(id, CLOSING)
      await Promise.all([...started].map((id) => jobs.ended(id)))
      closed = true
      await leaveQueue(parts.folder)
      parts.ledger.close()
      rest(db)
      parts.release()
    }
  }
}

const MENDED_BY_REBUILD: ReadonlySet<string> = new Set([
  'database-ahead',
  'ledger-differs',
  'database-rebuilt',
  'database-not-replaced'
])

/** A database at rest has no log beside it and needs none: it can be read from a disk that cannot be written. */
function rest(db: WritableDb): void {
  if (!db.open) return
  try {
    if (!db.readonly) db.pragma('journal_mode = DELETE')
  } catch {
    // The log stays beside it, and the next opening goes on from there.
  }
  db.close()
}
