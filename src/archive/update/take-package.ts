import { createHash, type KeyObject } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import { compareVersions, type UpdateFile, type UpdateManifest } from '#contract/update-manifest.ts'
import type { JobHandle } from '../archive-context.ts'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { requireSpace } from '../folder-checks.ts'
import { CURRENT, chosenVersion, type ProgramPlace, versionsIn } from './program-place.ts'
import { type FileSink, type PackageProblem, readPackage, refuse } from './read-package.ts'

/** What is half unpacked: left by a program that was killed, cleared by the next update. */
const PARTIAL = /^\d[\d.]*\.partial$/

/** Why this machine's program does not take the package, whose signature has been found good; null: it does. */
export function unfitness(manifest: UpdateManifest, version: string, target: string): PackageProblem | null {
  if (manifest.target !== target) return 'other-machine'
  return compareVersions(manifest.version, version) <= 0 ? 'not-newer' : null
}

/**
 * Unpacks a signed package beside the running version and, when every file of it lies there synced and hashed, names it in
 * `current.txt`: killed or cut off at any moment, the version that ran before is the one that starts. The version that
 * runs now is kept to go back to, older ones are cleared. Throws `update-refused`, disk-full, cancelled.
 */
export async function takePackage(
  path: string,
  keys: readonly KeyObject[],
  place: ProgramPlace,
  target: string,
  job: Pick<JobHandle, 'total' | 'step' | 'signal'>
): Promise<UpdateManifest> {
  const promised = readPackage(path, keys, null)
  const unfit = unfitness(promised, place.version, target)
  if (unfit) throw refuse(unfit)
  requireSpace(
    place.folder,
    promised.files.reduce((sum, one) => sum + one.bytes, 0)
  )
  clear(place.folder, (name) => PARTIAL.test(name))
  const partial = join(place.folder, `${promised.version}.partial`)
  const made = join(place.folder, promised.version)
  job.total(promised.files.length)
  try {
    const manifest = await unpack(path, keys, partial, job)
    if (manifest.version !== promised.version) throw refuse('damaged')
    rmSync(made, { recursive: true, force: true })
    systemFiles.renameNow(partial, made)
    systemFiles.syncFolder(place.folder)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw error
  }
  choose(place, promised.version)
  clear(
    place.folder,
    (name) => versionsIn(place.folder).includes(name) && name !== promised.version && name !== place.version
  )
  return promised
}

/** Names the version the next start runs. */
export function choose(place: ProgramPlace, version: string): void {
  writeFileDurably(systemFiles, place.folder, CURRENT, Buffer.from(`${version}\r\n`))
}

/** The newest version older than the one chosen now: what one goes back to. */
export function olderVersion(place: ProgramPlace): string | null {
  const chosen = chosenVersion(place)
  return versionsIn(place.folder).findLast((one) => compareVersions(one, chosen) < 0) ?? null
}

async function unpack(
  path: string,
  keys: readonly KeyObject[],
  into: string,
  job: Pick<JobHandle, 'step' | 'signal'>
): Promise<UpdateManifest> {
  const left = new Set<string>()
  const folders = new Set<string>()
  let known: ReadonlyMap<string, UpdateFile> | null = null
  const manifest = readPackage(path, keys, (name, of) => {
    if (job.signal.aborted) throw new OperationError('cancelled')
    known ??= new Map(of.files.map((one) => [one.path, one]))
    const file = known.get(name)
    if (!file || left.has(name)) throw refuse('damaged')
    left.add(name)
    job.step(name)
    const folder = dirname(join(into, name))
    mkdirSync(folder, { recursive: true })
    folders.add(folder)
    return fileSink(join(into, name), file)
  })
  if (left.size !== manifest.files.length || manifest.files.some((one) => !existsSync(join(into, one.path))))
    throw refuse('damaged')
  for (const folder of folders) systemFiles.syncFolder(folder)
  return manifest
}

/** Writes one file, never a byte more than was promised of it; its last piece closes it, synced and hashed. */
function fileSink(path: string, promised: UpdateFile): FileSink {
  const hash = createHash('sha256')
  let fd: number | null = openSync(path, 'wx')
  let size = 0
  const end = (): void => {
    if (fd !== null) closeSync(fd)
    fd = null
  }
  return (piece, last) => {
    try {
      size += piece.length
      if (fd === null || size > promised.bytes) throw refuse('damaged')
      systemFiles.write(fd, piece)
      hash.update(piece)
      if (!last) return
      systemFiles.sync(fd)
      end()
      if (size !== promised.bytes || hash.digest('hex') !== promised.sha256) throw refuse('damaged')
    } catch (error) {
      end()
      throw error
    }
  }
}

function clear(folder: string, which: (name: string) => boolean): void {
  for (const name of readdirSync(folder).filter(which)) rmSync(join(folder, name), { recursive: true, force: true })
}
