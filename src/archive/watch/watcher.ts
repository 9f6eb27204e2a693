import { createHash } from 'node:crypto'
import { existsSync, type Stats } from 'node:fs'
import { type FileHandle, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { extname, join, relative, resolve } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { WatchSettings, WatchState } from '#contract/operations/watch.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { isShortcut, isUnfinished, isUnseen } from '../files/no-paper.ts'
import { openRegular } from '../files/open-regular.ts'
import { listRecords } from '../intake/intake-items.ts'
import { takeIntoQueue } from '../intake/intake-jobs.ts'
import { stageFile, stagingFolder } from '../intake/staging.ts'
import { documentsWithFile } from '../intake/warnings.ts'
import { readWatch, saveWatch } from './watch-file.ts'

/** Taken files lie here, inside the watched folder, so that the scanner's own is empty. */
export const DONE_FOLDER = 'da-nhan'
const LOOK_EVERY_MS = 2000
const MOST_SAID = 50

type Seen = Readonly<{ size: number; changedAt: number; since: number }>

export type Watcher = ReturnType<typeof createWatcher>

/**
 * Looks into a folder again and again, without the system's notices (they do not come from shared drives). A file is
 * taken when its size and time have stood still for the time set, it opens, and it is the same after it was copied:
 * one that a scanner still writes is never taken.
 */
export function createWatcher(archive: ArchiveContext) {
  const seen = new Map<string, Seen>()
  /** Files that could not be taken, as they stood: tried again when they change. */
  const failed = new Map<string, string>()
  let last: WatchState['last'] = []
  let problem: string | null = null
  let timer: NodeJS.Timeout | null = null
  const ending = new AbortController()
  let looking: Promise<void> = Promise.resolve()

  const now = (): number => archive.clock.now().getTime()
  const state = (): WatchState => {
    const { settings } = readWatch(archive.folder)
    return { settings, doneFolder: DONE_FOLDER, problem, last: [...last] }
  }
  function say(name: string, code: string): void {
    last = [{ name, at: archive.clock.now().toISOString(), code }, ...last].slice(0, MOST_SAID)
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
  }

  /** One look. */
  async function look(): Promise<void> {
    const { settings, taken } = readWatch(archive.folder)
    if (!settings.on || settings.folder === null) return
    const remembered = new Set(taken.map((one) => markOf(one.name, one.size, one.changedAt)))
    const names = await readdir(settings.folder).catch(() => null)
    const before = problem
    problem = names === null ? 'folder-unusable' : null
    if (problem !== before) archive.emit({ type: 'changed', what: 'intake', documentId: null })
    if (names === null) return
    for (const name of [...seen.keys()]) if (!names.includes(name)) seen.delete(name)
    for (const name of names.sort()) {
      const meant = !isUnseen(name) && !isUnfinished(name) && !isShortcut(name)
      if (meant) await lookAt(settings.folder, name, settings, remembered)
    }
  }

  async function lookAt(
    folder: string,
    name: string,
    settings: WatchSettings,
    remembered: ReadonlySet<string>
  ): Promise<void> {
    const path = join(folder, name)
    const found = await lstat(path).catch(() => null)
    if (!found?.isFile() || found.size === 0) return
    const known = seen.get(name)
    if (!known || known.size !== found.size || known.changedAt !== found.mtimeMs) {
      seen.set(name, { size: found.size, changedAt: found.mtimeMs, since: now() })
      return
    }
    if (now() - known.since < settings.seconds * 1000) return
    const mark = markOf(name, found.size, found.mtimeMs)
    if (failed.get(name) === mark || remembered.has(mark)) return
    try {
      const code = await take(path, name, found)
      if (code === null) seen.delete(name)
      else if (code !== 'taken' && code !== 'duplicate') {
        // Refused: it stays where it is, for a person to see to.
        failed.set(name, mark)
        say(name, code)
      } else {
        await putAway(path, name, found, settings)
        say(name, code)
      }
    } catch (error) {
      failed.set(name, mark)
      say(name, error instanceof OperationError ? error.code : 'io-error')
      if (!(error instanceof OperationError)) archive.log(error, 'watch')
    }
  }

  /** Copies the file into the queue; null: it changed meanwhile and is looked at again. */
  async function take(path: string, name: string, found: Stats): Promise<string | null> {
    // A program that still writes holds the file on some systems: then it does not open, and waits.
    const handle = await openRegular(path).catch(() => null)
    if (!handle) return null
    const sha256 = await hashOf(handle)
    if (await changedSince(path, found)) return null
    const waits = listRecords(archive.folder).some((record) => record.sha256 === sha256)
    if (waits || documentsWithFile(archive.db, sha256).length > 0) return 'duplicate'
    const staged = archive.newId('s')
    await stageFile(archive.folder, staged, name, path)
    if (await changedSince(path, found)) {
      await rm(join(stagingFolder(archive.folder), staged), { recursive: true, force: true })
      return null
    }
    const code = await takeIntoQueue(archive, staged, ending.signal)
    return code === 'cancelled' ? null : code
  }

  async function putAway(path: string, name: string, found: Stats, settings: WatchSettings): Promise<void> {
    if (settings.after === 'leave' || settings.folder === null) {
      const watch = readWatch(archive.folder)
      const taken = { name, size: found.size, changedAt: found.mtimeMs }
      saveWatch(archive.folder, { ...watch, taken: [...watch.taken.filter((one) => one.name !== name), taken] })
      return
    }
    const folder = join(settings.folder, DONE_FOLDER)
    await mkdir(folder, { recursive: true })
    await rename(path, freeName(folder, name))
    seen.delete(name)
  }

  return {
    state,
    look,
    start(): void {
      timer ??= setInterval(() => {
        looking = looking.then(look).catch((error: unknown) => archive.log(error, 'watch'))
      }, LOOK_EVERY_MS).unref()
    },
    /** Ends the looking; comes when the look under way is over. */
    async stop(): Promise<void> {
      if (timer) clearInterval(timer)
      timer = null
      ending.abort()
      await looking
    },
    save(settings: WatchSettings): WatchState {
      if (settings.on) requireFolder(archive.folder, settings.folder)
      const { taken, settings: before } = readWatch(archive.folder)
      saveWatch(archive.folder, { settings, taken: before.folder === settings.folder ? taken : [] })
      seen.clear()
      failed.clear()
      problem = null
      return state()
    }
  }
}

/** A folder that is there, and neither the archive's own nor one around or inside it. */
function requireFolder(archiveFolder: string, folder: string | null): void {
  if (folder === null || !existsSync(folder)) throw new OperationError('folder-unusable', { problem: 'missing' })
  const [archive, watched] = [resolve(archiveFolder), resolve(folder)]
  const inside = (outer: string, inner: string): boolean => {
    const way = relative(outer, inner)
    return way === '' || !(way.startsWith('..') || resolve(way) === way)
  }
  if (inside(archive, watched) || inside(watched, archive)) {
    throw new OperationError('folder-unusable', { problem: 'archive' })
  }
}

/** A file as it stood. */
function markOf(name: string, size: number, changedAt: number): string {
  return `${name}\n${size}\n${changedAt}`
}

async function changedSince(path: string, found: Stats): Promise<boolean> {
  const again = await lstat(path).catch(() => null)
  return !again || again.size !== found.size || again.mtimeMs !== found.mtimeMs
}

async function hashOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file.createReadStream()) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** "scan.pdf", "scan (2).pdf" …: nothing that lies there is written over. */
function freeName(folder: string, name: string): string {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${stem} (${n})${ending}`)
    if (!existsSync(path)) return path
  }
}
