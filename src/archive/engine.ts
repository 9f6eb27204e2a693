import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { dispatch, isOperationName } from '#contract/dispatch.ts'
import type { EngineEvent } from '#contract/events.ts'
import { OperationError, type Outcome } from '#contract/failures.ts'
import type { ArchiveState } from '#contract/operations/archive.ts'
import { type Asker, type Caller, keepsRegister } from '#contract/operations/operation.ts'
import { operations } from '#contract/operations.ts'
import { type Access, createAccess, sessionKeyOf } from './accounts/access.ts'
import { createPasswords } from './accounts/password.ts'
import { heard } from './accounts/pushed.ts'
import { createReadings } from './accounts/readings.ts'
import { type Redacting, redact } from './accounts/redact.ts'
import type { ArchiveDeps, OpenedArchive } from './archive-session.ts'
import { readCare } from './care/care-file.ts'
import { createKeeper, type Keeper } from './care/keeper.ts'
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
import { idleMinutes } from './store/accounts.ts'
import { office } from './store/office.ts'
import { scryptCost } from './vault/slots.ts'
import { dataKeyOf } from './vault/vaults.ts'
import { stopWatching, watcherOf } from './watch/watchers.ts'

/** Makes an engine: at most one open archive, every operation of the contract, jobs and settings. */
export function createEngine(options: EngineOptions): EngineDoor {
  const now = options.now ?? (() => new Date())
  const log = options.log ?? (() => {})
  const monotonic = options.monotonic ?? (() => performance.now())
  const passwords = createPasswords(options.passwordCost)
  const readings = createReadings(monotonic)
  const hearers = new Map<(event: EngineEvent) => void, Asker>()
  /** Who started a job, where they do not keep the register. */
  const owners = new Map<string, string>()
  /** Jobs of an archive with accounts that was closed: nobody is left who may see them. */
  const forgotten = new Set<string>()
  let access: Access | null = null
  let current: OpenedArchive | null = null
  let keeper: Keeper | null = null
  let locked: ArchiveState['locked'] = null
  let turn: Promise<unknown> = Promise.resolve()

  function emit(event: EngineEvent): void {
    for (const [hear, asker] of [...hearers]) {
      try {
        const told = pushed(event, asker)
        if (told) hear(told)
      } catch (error) {
        log(error, 'listener')
      }
    }
  }

  /** As whom somebody stands before the archive that is open; before none, everybody is the office. */
  function stand(asker: Asker): Caller {
    const { name = '', shell } = asker
    if (!current || !access) return { name, role: 'office', shell }
    try {
      return access.caller(asker)
    } catch (error) {
      // A database in which accounts cannot be read is shut: it can be closed, and restored beside.
      log(error, 'accounts')
      return { name: '', role: 'nobody', shell }
    }
  }

  function redacting(caller: Caller, db: OpenedArchive['db']): Redacting {
    return { caller, db, owns: (jobId) => ownsJob(caller, jobId) }
  }

  function ownsJob(caller: Caller, jobId: string): boolean {
    if (forgotten.has(jobId)) return false
    return keepsRegister(caller.role) || (caller.accountId != null && owners.get(jobId) === caller.accountId)
  }

  function pushed(event: EngineEvent, asker: Asker): EngineEvent | null {
    if (event.type === 'job' && forgotten.has(event.job.id)) return null
    return current ? heard(event, redacting(stand(asker), current.db)) : event
  }

  /** The session's own windows hear of its end, and nobody else. */
  function sessionEnded(sessionKey: string, ended: Extract<EngineEvent, { type: 'session' }>['ended']): void {
    for (const [hear, asker] of [...hearers]) {
      if (!asker.session || sessionKeyOf(asker.session) !== sessionKey) continue
      try {
        hear({ type: 'session', ended })
      } catch (error) {
        log(error, 'listener')
      }
    }
  }

  const jobs = createJobs({ now, newId, emit, log })
  const announce = (): void => emit({ type: 'archive', state: state() })
  const deps: ArchiveDeps = {
    shell: options.shell,
    now,
    log,
    emit,
    jobs,
    printer: options.printer,
    changed: announce,
    released: () => access?.release()
  }

  function state(): ArchiveState {
    const { recentFolders } = readSettings(options.settingsFolder)
    return {
      ...(current ? stateOf(current) : NOTHING_OPEN),
      shell: options.shell,
      version: options.version,
      recentFolders: [...recentFolders],
      proposedFolder: proposedFolder(),
      canPrintPdf: options.printer !== null,
      locked
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
    const left = access
    if (archive && mayKeepAccounts(archive)) for (const job of jobs.list()) forgotten.add(job.id)
    current = null
    access = null
    left?.close()
    keeper?.stop()
    keeper = null
    if (archive) await stopWatching(archive)
    await archive?.close()
  }

  /** The new one is opened first where it is another folder: if it cannot be, the old one stays open. */
  async function take(opening: () => Promise<OpenedArchive>): Promise<ArchiveState> {
    const opened = await opening()
    await closeCurrent()
    current = opened
    locked = null
    access = createAccess(opened, { passwords, clocks: { monotonic, now }, ended: sessionEnded })
    if (LASTING.has(options.shell) && opened.mode === 'ready') {
      watcherOf(opened).start()
      keeper = createKeeper(opened, { program: options.version, changed: announce })
      keeper.start()
    }
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
    open: (folder, secret) =>
      inTurn(async () => {
        const again = current && samePlace(current.folder, folder) ? dataKeyOf(current.folder) : null
        if (current && samePlace(current.folder, folder)) await closeCurrent()
        const opening = secret ?? (again ? { dataKey: again } : undefined)
        try {
          return await take(() => openArchive(folder, opening ? { ...deps, secret: opening } : deps))
        } catch (error) {
          if (!(error instanceof OperationError) || error.code !== 'archive-sealed') throw error
          locked = { folder: resolve(folder) }
          announce()
          throw error
        }
      }),
    create: (folder, of, caller, encryption) =>
      inTurn(() =>
        take(() => {
          const cost = scryptCost(options.passwordCost)
          return createArchive(folder, of, encryption ? { ...deps, encryption: { cost, ...encryption } } : deps, caller)
        })
      ),
    close: () =>
      inTurn(async () => {
        locked = null
        await closeCurrent()
        announce()
        return state()
      }),
    announce,
    emit,
    log,
    access: () => access,
    owns: (jobId) => !forgotten.has(jobId),
    seenBy: (caller) =>
      keepsRegister(caller.role)
        ? host
        : { ...host, archive: () => viewed(caller), owns: (jobId) => ownsJob(caller, jobId) }
  }
  const table = engineTable(host)
  const sweeping = setInterval(() => {
    try {
      if (current) access?.sweep()
    } catch (error) {
      log(error, 'accounts')
    }
  }, SWEEP)
  sweeping.unref()

  function viewed(caller: Caller): OpenedArchive {
    const archive = host.archive()
    return access ? access.view(caller) : archive
  }

  /** One call: who stands there, what they may, what they get of the answer, and what the ledger has to know of it. */
  async function call(name: string, input: unknown, asker: Asker): Promise<Outcome<unknown>> {
    const caller = stand(asker)
    // Screens ask on their own, again and again: only who does something is there.
    if (isOperationName(name) && operations[name].kind === 'command') access?.active(caller)
    const outcome = await dispatch(table, name, input, caller, log, access?.attended() ?? false)
    if (!outcome.ok) return outcome
    const { value } = outcome
    const jobId = (value as { jobId?: unknown } | null)?.jobId
    if (caller.accountId && typeof jobId === 'string') owners.set(jobId, caller.accountId)
    if (!current) return outcome
    if (caller.accountId && access) readings.answered(access.view(caller), { name, input }, caller)
    // With another archive opened it is this one before which the caller stands now.
    const now = name.startsWith('archive.') ? stand(asker) : caller
    return { ok: true, value: redact(name, value, redacting(now, current.db)) }
  }

  function requireRegister(asker: Asker): void {
    const { role } = stand(asker)
    if (!keepsRegister(role)) throw new OperationError(role === 'nobody' ? 'sign-in-needed' : 'not-allowed')
  }

  return {
    call: (name, input, asker) => {
      keeper?.touched(name)
      return call(name, input, asker)
    },
    stage: (name, source, asker) =>
      outcome(async () => {
        requireRegister(asker)
        const archive = host.archive()
        if (archive.mode === 'read-only') throw new OperationError('archive-read-only')
        requireSpace(archive.folder, 0)
        const staged = newId('s')
        await stageFile(archive.folder, staged, name, 'path' in source ? source.path : Readable.fromWeb(source.stream))
        return { staged }
      }, log),
    locate: (address, asker) =>
      outcome(() => {
        if ('intakeId' in address) requireRegister(asker)
        const caller = stand(asker)
        if (caller.role === 'nobody') throw new OperationError('sign-in-needed')
        const archive = viewed(caller)
        const found = locate(archive, address)
        if ('documentId' in address && caller.accountId) readings.file(archive, address.documentId, caller)
        return found
      }, log),
    listen(hear, asker) {
      hearers.set(hear, asker)
      return () => void hearers.delete(hear)
    },
    async close() {
      await inTurn(closeCurrent).catch((error: unknown) => log(error, 'close'))
      for (const job of jobs.list()) {
        jobs.cancel(job.id)
        await jobs.ended(job.id)
      }
      clearInterval(sweeping)
      await closeReaders()
      await closeOcr()
      hearers.clear()
    }
  }
}

/** Sessions left alone are ended within so many milliseconds, though nobody calls. */
const SWEEP = 5_000

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
  lastBackupAt: null,
  encrypted: false
} as const satisfies Partial<ArchiveState>

function stateOf(archive: OpenedArchive) {
  return {
    open: true,
    folder: archive.folder,
    archiveId: archive.archiveId,
    office: officeOrNull(archive),
    mode: archive.mode,
    encrypted: archive.encrypted,
    notices: [...archive.notices],
    documents: Number(archive.db.prepare('SELECT count(*) FROM document WHERE withdrawn_at IS NULL').pluck().get()),
    lastBackupAt: readCare(archive.folder).lastBackupAt
  }
}

/** One whose accounts cannot be read may keep some. */
function mayKeepAccounts(archive: OpenedArchive): boolean {
  try {
    return idleMinutes(archive.db) !== null
  } catch {
    return true
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
