import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { EngineDoor } from '#archive/door.ts'
import { EXTENSIONS, type MediaType } from '#archive/read/read-result.ts'
import { sniff } from '#archive/read/sniff.ts'
import { readStored } from '#archive/vault/stored-file.ts'
import type { FileAddress } from '#contract/client.ts'
import type { Failure, Outcome } from '#contract/failures.ts'
import type { Asker } from '#contract/operations/operation.ts'

/** What Electron does with a copy; tests give a stand-in. */
export type OutsideDeeds = Readonly<{
  /** `shell.openPath`: '' where it went well. */
  openPath(path: string): Promise<string>
  /** A folder of ours for copies; emptied when the program ends. */
  folder: string
}>

export type OutsideFiles = Readonly<{
  /** Opens a copy of a filed or waiting paper in the system's program for its kind. */
  open(address: FileAddress): Promise<Outcome<null>>
  /** A copy to be dragged to another program or to a folder. */
  copyForDrag(address: FileAddress): Promise<Outcome<string>>
  /** Takes the copies away; what another program still holds stays for the next time. */
  clear(): Promise<void>
}>

/** Only the copy leaves the archive, under a name of ours: the original in the archive is reached by no other program. */
export function outsideFiles(engine: EngineDoor, asker: () => Asker, deeds: OutsideDeeds): OutsideFiles {
  async function copy(address: FileAddress): Promise<Outcome<string>> {
    const found = await engine.locate(address, asker())
    if (!found.ok) return found
    try {
      const bytes = await readStored(found.value)
      const type = openableType(bytes)
      if (type === null) return refused(found.value.name)
      await mkdir(deeds.folder, { recursive: true })
      const path = join(await mkdtemp(join(deeds.folder, 'v-')), outsideName(found.value.name, type))
      await writeFile(path, bytes)
      await chmod(path, 0o444)
      return { ok: true, value: path }
    } catch {
      return { ok: false, code: 'io-error', detail: { name: found.value.name } }
    }
  }

  return {
    async open(address) {
      const copied = await copy(address)
      if (!copied.ok) return copied
      const problem = await deeds.openPath(copied.value)
      return problem === '' ? { ok: true, value: null } : { ok: false, code: 'io-error', detail: {} }
    },
    copyForDrag: copy,
    clear: () => rm(deeds.folder, { recursive: true, force: true }).catch(() => {})
  }
}

/** Marks of programs within a document: macros of Word in both its formats, and what RTF embeds. */
const PROGRAMS: readonly Buffer[] = [
  Buffer.from('vbaProject.bin', 'latin1'),
  Buffer.from('_VBA_PROJECT', 'utf16le'),
  Buffer.from('\\objdata', 'latin1')
]

/**
 * The kind a file is by its content, where it is one that shows and does not run; null: it does not leave by this door
 * (checklist 15: nothing is opened by the name it came with).
 */
export function openableType(bytes: Buffer): MediaType | null {
  const found = sniff(bytes)
  if ('code' in found) return null
  return PROGRAMS.some((mark) => bytes.includes(mark)) ? null : found.mediaType
}

/** Names Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
const LONGEST = 100

/**
 * The name of a copy: the paper's own without its ending, without what no file system takes and without signs that turn
 * the direction of writing; then the ending of what it truly is.
 */
export function outsideName(name: string, type: MediaType): string {
  const ending = EXTENSIONS[type]
  const stem = name
    .normalize('NFC')
    .slice(0, extname(name) === '' ? undefined : -extname(name).length)
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '')
    .slice(0, LONGEST)
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${stem === '' || DEVICE.test(stem.split('.')[0] ?? '') ? 'van-ban' : stem}${ending}`
}

function refused(name: string): Failure {
  return { ok: false, code: 'file-unsupported', detail: { name, problem: 'not-opened-outside' } }
}
