import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { dispatch } from '#contract/dispatch.ts'
import type { EngineEvent } from '#contract/events.ts'
import { OperationError, type Outcome } from '#contract/failures.ts'
import type { ArchiveState } from '#contract/operations/archive.ts'
import type { ArchiveDeps, OpenedArchive } from './archive-session.ts'
import { readCare } from './care/care-file.ts'
import { createArchive } from './create-archive.ts'
import type { EngineDoor, EngineOptions } from './door.ts'
import { storageFailure } from './files/storage-failure.ts'
import { requireSpace } from './folder-checks.ts'
import { engineTable } from './handlers/all-handlers.ts'
import type { EngineHost } from './handlers/engine-host.ts'
import { newId } from './ids.ts'
import { stageFile } from './intake/staging.ts'
import { createJobs } from './jobs/jobs.ts'
import { locate } from './locate.ts'
import { closeOcr } from './ocr/ocr-jobs.ts'
import { openArchive } from './open-archive.ts'
import { closeReaders } from './read/read-file.ts'
import { proposedFolder, readSettings, rememberFolder } from './settings/settings.ts'
import { office } from './store/office.ts'
import { stopWatching, watcherOf } from './watch/watchers.ts'

/** Makes an engine: at most one open archive, every operation of the contract, jobs and settings. */
export function createEngine(options: EngineOptions): EngineDoor {
  const now = options.now ?? (() => new Date())
  const log = options.log ?? (() => {})
  const hearers = new Set<(event: EngineEvent) => void>()
  let current: OpenedArchive | null = null
  let turn: Promise<unknown> = Promise.resolve()

  function emit(event: EngineEvent): void {
    for (const hear of hearers) {
      try {
        hear(event)
      } catch (error) {
        log(error, 'listener')
      }
    }
  }

  const jobs = createJobs({ now, newId, emit, log })
  const announce = (): void => emit({ type: 'archive', state: state() })
  const deps: ArchiveDeps = { shell: options.shell, now, log, emit, jobs, printer: options.printer, changed: announce }

  function state(): ArchiveState {
    const { recentFolders } = readSettings(options.settingsFolder)
    return {
      ...(current ? stateOf(current) : NOTHING_OPEN),
      shell: options.shell,
      version: options.version,
      recentFolders: [...recentFolders],
      proposedFolder: proposedFolder(),
      canPrintPdf: options.printer !== null
    }
  }

  /** Opening, creating and closing come one after the other: two windows may ask at once. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work)
    turn = next.catch(() => {})
    return next
  }

  async function closeCurrent(): Promise<void> {
    const archive = current
    current = null
    if (archive) await stopWatching(archive)
    await archive?.close()
  }

  /** The new one is opened first where it is another folder: if it cannot be, the old one stays open. */
  async function take(opening: () => Promise<OpenedArchive>): Promise<ArchiveState> {
    const opened = await opening()
    await closeCurrent()
    current = opened
    if (LASTING.has(options.shell) && opened.mode === 'ready') watcherOf(opened).start()
    remember(opened.folder)
    announce()
    return state()
  }

  /** A command that names another archive for once does not make it the office's own. */
  function remember(folder: string): void {
    try {
      const known = readSettings(options.settingsFolder).defaultFolder
      if (options.shell === 'cli' && known !== null && existsSync(known)) return
      rememberFolder(options.settingsFolder, folder)
    } catch (error) {
      log(error, 'settings')
    }
  }

  const host: EngineHost = {
    options,
    jobs,
    archive() {
      if (!current) throw new OperationError('no-archive')
      return current
    },
    state,
    open: (folder) =>
      inTurn(async () => {
        if (current && samePlace(current.folder, folder)) await closeCurrent()
        return await take(() => openArchive(folder, deps))
      }),
    create: (folder, of, caller) => inTurn(() => take(() => createArchive(folder, of, deps, caller))),
    close: () =>
      inTurn(async () => {
        await closeCurrent()
        announce()
        return state()
      }),
    announce,
    emit,
    log
  }
  const table = engineTable(host)

  return {
    call: (name, input, caller) => dispatch(table, name, input, caller, log),
    stage: (name, source) =>
      outcome(async () => {
        const archive = host.archive()
        if (archive.mode === 'read-only') throw new OperationError('archive-read-only')
        requireSpace(archive.folder, 0)
        const staged = newId('s')
        await stageFile(archive.folder, staged, name, 'path' in source ? source.path : Readable.fromWeb(source.stream))
        return { staged }
      }, log),
    locate: (address) => outcome(() => locate(host.archive(), address), log),
    listen(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    async close() {
      await inTurn(closeCurrent).catch((error: unknown) => log(error, 'close'))
      for (const job of jobs.list()) {
        jobs.cancel(job.id)
        await jobs.ended(job.id)
      }
      await closeReaders()
      await closeOcr()
      hearers.clear()
    }
  }
}

/** Shells that stay open: only they look into the watched folder. */
const LASTING: ReadonlySet<string> = new Set<EngineOptions['shell']>(['electron', 'loopback'])

const NOTHING_OPEN = {
  open: false,
  folder: null,
  archiveId: null,
  office: null,
  mode: 'none',
  notices: [],
  documents: 0,
  lastBackupAt: null
} as const satisfies Partial<ArchiveState>

function stateOf(archive: OpenedArchive) {
  return {
    open: true,
    folder: archive.folder,
    archiveId: archive.archiveId,
    office: officeOrNull(archive),
    mode: archive.mode,
    notices: [...archive.notices],
    documents: Number(archive.db.prepare('SELECT count(*) FROM document WHERE withdrawn_at IS NULL').pluck().get()),
    lastBackupAt: readCare(archive.folder).lastBackupAt
  }
}

/** An archive so damaged that not even its office is known still opens, to be looked at. */
function officeOrNull(archive: OpenedArchive): ArchiveState['office'] {
  try {
    return office(archive.db)
  } catch {
    return null
  }
}

function samePlace(a: string, b: string): boolean {
  return resolve(a) === resolve(b)
}

async function outcome<T>(
  work: () => T | Promise<T>,
  log: (error: unknown, where: string) => void
): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (raw) {
    const error = storageFailure(raw)
    if (error instanceof OperationError) return { ok: false, code: error.code, detail: error.detail }
    log(error, 'door')
    return { ok: false, code: 'internal', detail: {} }
  }
}
