import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileLayer, TEMPORARY } from '../files/file-layer.ts'
import { type BackupFile, backupsBelow, readManifest, sharedName, sharedParts } from './backup-manifest.ts'
import { type Copied, copyHashed } from './copy-file.ts'

/** Says in an unfinished backup whose it is, so that another run may take it away. */
const OWNER = '.van-kho-backup'
/** Earlier backups looked into for files that need not be copied again. */
const MOST_EARLIER = 2

export type BackupTarget = Readonly<{
  work: string
  /** null: files that stay the same have second names in each backup; otherwise they lie once in this folder. */
  shared: string | null
  /** It need not be copied: an earlier backup holds a file of this hash (null: under this path) and length. */
  has(path: string, sha256: string | null, bytes: number): boolean
  /**
   * Puts a file under its path, from the earlier backup or else copied; null: the source is not there or not this hash. Without
   * a hash: bytes under this path never change.
   */
  put(path: string, sha256: string | null, source: string, length?: number): Promise<Put | null>
  /** Copies under its path whatever it is. */
  copy(path: string, source: string, length?: number): Promise<BackupFile>
  /** Takes the place of a copy from an earlier backup that turned out damaged; the damaged one stays beside it. */
  replace(file: BackupFile, source: string): Promise<boolean>
  /** Where a file lies. */
  place(file: BackupFile): string
  /** Every folder in which names were made is synced. */
  settle(): Promise<void>
}>

export type Put = Readonly<{ file: BackupFile; reused: boolean }>

/**
 * The folder a backup is made in, below `into`. What an earlier backup of the same archive holds there is not copied again:
 * where the disk knows second names it gets one in this backup, where it does not (FAT, exFAT) it lies once beside all.
 */
export async function backupTarget(
  files: FileLayer,
  into: string,
  name: string,
  archiveId: string,
  signal: AbortSignal
): Promise<BackupTarget> {
  sweepLeft(into, archiveId)
  const work = join(into, `${TEMPORARY}${name}`)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work)
  await writeFile(join(work, OWNER), archiveId)
  const made = new Set<string>([work])
  const shared = (await knowsSecondNames(files, work)) ? null : join(into, sharedName(archiveId))
  const earlier = earlierFiles(into, archiveId)

  function known(sha256: string, bytes: number): string | null {
    const path = shared === null ? earlier.byHash.get(sha256) : join(shared, ...sharedParts(sha256))
    if (path === undefined) return null
    const found = lstatSync(path, { throwIfNoEntry: false })
    return found?.isFile() && found.size === bytes ? path : null
  }

  function folder(path: string): void {
    const at = dirname(path)
    if (made.has(at)) return
    mkdirSync(at, { recursive: true })
    // Parents made on the way lie between this one and the backup, or the shared folder.
    for (let up = at; up !== work && up !== into && !made.has(up); up = dirname(up)) made.add(up)
    if (shared !== null) made.add(into)
  }

  function targetOf(path: string, sha256: string): string {
    return shared === null ? join(work, path) : join(shared, ...sharedParts(sha256))
  }

  async function write(path: string, source: string, sha256: string | null, length?: number): Promise<Copied | null> {
    const temporary = join(work, `${TEMPORARY}copy`)
    const copied = await copyHashed(files, source, temporary, { signal, ...(length === undefined ? {} : { length }) })
    if (sha256 !== null && copied.sha256 !== sha256) {
      await rm(temporary)
      return null
    }
    const target = targetOf(path, copied.sha256)
    folder(target)
    await files.rename(temporary, target)
    return copied
  }

  return {
    work,
    shared,
    has(path, sha256, bytes) {
      const of = sha256 ?? earlier.byPath.get(path)?.sha256
      return of !== undefined && known(of, bytes) !== null
    },
    async put(path, sha256, source, length) {
      const bytes =
        length ?? lstatSync(source, { throwIfNoEntry: false })?.size ?? earlier.byPath.get(path)?.bytes ?? -1
      const of = sha256 ?? earlier.byPath.get(path)?.sha256
      const there = of === undefined ? null : known(of, bytes)
      if (of !== undefined && there !== null) {
        const put = { file: { path, bytes, sha256: of }, reused: true }
        if (shared !== null) return put
        const target = join(work, path)
        folder(target)
        if (await files.link(there, target)) return put
      }
      if (!existsSync(source)) return null
      const copied = await write(path, source, sha256, length)
      return copied && { file: { path, ...copied }, reused: false }
    },
    async copy(path, source, length) {
      const target = join(work, path)
      folder(target)
      return {
        path,
        ...(await copyHashed(files, source, target, { signal, ...(length === undefined ? {} : { length }) }))
      }
    },
    async replace(file, source) {
      if (!existsSync(source)) return false
      const target = targetOf(file.path, file.sha256)
      if (shared !== null && existsSync(target)) await rename(target, `${target}.bad`)
      return (await write(file.path, source, file.sha256)) !== null
    },
    place: (file) => (existsSync(join(work, file.path)) ? join(work, file.path) : targetOf(file.path, file.sha256)),
    async settle() {
      await rm(join(work, OWNER), { force: true })
      const left = [...made].filter((one) => existsSync(one))
      const next = async (): Promise<void> => {
        for (let one = left.pop(); one !== undefined; one = left.pop()) await files.syncFolderLater(one)
      }
      await Promise.all([next(), next(), next(), next()])
    }
  }
}

type Earlier = Readonly<{ byHash: ReadonlyMap<string, string>; byPath: ReadonlyMap<string, BackupFile> }>

/** Files of the newest backups of this archive: where a hash lies, and what lay under a path. */
function earlierFiles(into: string, archiveId: string): Earlier {
  const byHash = new Map<string, string>()
  const byPath = new Map<string, BackupFile>()
  const backups = backupsBelow(into).filter((one) => one.archiveId === archiveId)
  for (const { folder } of backups.slice(0, MOST_EARLIER)) {
    try {
      for (const file of readManifest(folder).files) {
        if (!byHash.has(file.sha256)) byHash.set(file.sha256, join(folder, file.path))
        if (!byPath.has(file.path)) byPath.set(file.path, file)
      }
    } catch {
      // A damaged one is nothing to build upon; the next is looked at.
    }
  }
  return { byHash, byPath }
}

async function knowsSecondNames(files: FileLayer, work: string): Promise<boolean> {
  const first = join(work, `${TEMPORARY}first`)
  const second = join(work, `${TEMPORARY}second`)
  await writeFile(first, '')
  try {
    return await files.link(first, second)
  } finally {
    await rm(first, { force: true })
    await rm(second, { force: true })
  }
}

/** Takes away what an earlier run of this archive's backup left half made there. */
function sweepLeft(into: string, archiveId: string): void {
  for (const name of readdirSync(into)) {
    if (!name.startsWith(TEMPORARY) && !name.startsWith(REMOVED)) continue
    const folder = join(into, name)
    if (!lstatSync(folder).isDirectory()) continue
    if (ownerOf(folder) === archiveId) rmSync(folder, { recursive: true, force: true })
  }
}

function ownerOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, OWNER), 'utf8')
  } catch {
    return backupsBelow(folder)[0]?.archiveId ?? null
  }
}

/** Begins the name of a backup that is being taken away. */
export const REMOVED = '.old-'
