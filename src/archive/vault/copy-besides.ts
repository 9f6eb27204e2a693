import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { makeFolders, systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { SMALL_STAGED, stagingFolder } from '../intake/staging.ts'
import { JOBS_FOLDER } from '../jobs/job-journal.ts'
import { listWork, loadWork, saveWork } from '../ocr/ocr-work.ts'
import { isKeyFile } from './key-file.ts'
import { readSmall, sealedFor } from './small-seal.ts'
import { streamStored } from './stored-file.ts'
import { vaultOf } from './vaults.ts'

/**
 * Seals for another folder what an archive keeps beside its facts: the review queue, pages read so far, what jobs came to, and
 * the small files at its root. What lies in `aside/` stays behind, and so does what nobody was told is kept.
 */
export async function copyBesides(from: string, to: string): Promise<void> {
  for (const name of readdirSync(from)) {
    if (!/^[a-z][a-z-]*\.json$/.test(name) || isKeyFile(name) || PLAIN.has(name)) continue
    const text = unlessDamaged(() => readSmall(from, name, join(from, name)))
    if (text !== null) writeFileDurably(systemFiles, to, name, sealedFor(to, name, text))
  }
  for (const sha256 of listWork(from)) saveWork(to, loadWork(from, sha256))
  copyJobs(from, to)
  await copyQueue(from, to)
}

/** They say what the folder is and who holds it, and nothing of what is in it. */
const PLAIN: ReadonlySet<string> = new Set(['archive.json', 'lock-holder.json'])

function copyJobs(from: string, to: string): void {
  const folder = join(from, JOBS_FOLDER)
  if (!existsSync(folder)) return
  const [own, other] = [vaultOf(from).journal, vaultOf(to).journal]
  const into = makeFolders(systemFiles, to, JOBS_FOLDER)
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
    const lines = readFileSync(join(folder, name))
      .toString('latin1')
      .split('\n')
      .flatMap((line) => own.open(Buffer.from(line, 'latin1')) ?? [])
      .filter((line) => line.length > 0)
      .flatMap((line) => [other.seal(line), LINE_END])
    writeFileDurably(systemFiles, into, name, Buffer.concat(lines))
  }
}

const LINE_END = Buffer.from('\n')

async function copyQueue(from: string, to: string): Promise<void> {
  const folder = stagingFolder(from)
  if (!existsSync(folder)) return
  for (const id of (await readdir(folder)).filter((one) => one.startsWith('i_'))) {
    const into = makeFolders(systemFiles, to, basename(folder), id)
    await mkdir(into, { recursive: true })
    for (const name of await readdir(join(folder, id))) {
      const path = join(folder, id, name)
      const purpose = SMALL_STAGED[name]
      if (name === 'file') await sealFile(from, path, to, join(into, name))
      else if (purpose !== undefined) {
        const text = unlessDamaged(() => readSmall(from, purpose, path))
        if (text !== null) writeFileDurably(systemFiles, into, name, sealedFor(to, purpose, text))
      }
    }
    systemFiles.syncFolder(into)
  }
}

async function sealFile(from: string, path: string, to: string, target: string): Promise<void> {
  const sealer = vaultOf(to).sealer()
  const handle = await open(target, 'wx', 0o600)
  try {
    for await (const piece of streamStored(vaultOf(from).stored(path))) await handle.writeFile(sealer.update(piece))
    await handle.writeFile(sealer.end())
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A small file that is not what was written counts as not there, here as in daily work; one the disk did not give does not. */
function unlessDamaged<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    throwIfDiskFailed(error)
    return null
  }
}
