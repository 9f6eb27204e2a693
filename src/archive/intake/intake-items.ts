import { rmSync, statSync } from 'node:fs'
import { copyFile, mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import type { DocumentText, TextKind } from '#domain/text/page-text.ts'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { systemFiles } from '../files/file-layer.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'
import { putInQueue, queueOf, removeLater, sortedQueue, takeFromQueue } from './queue-memory.ts'
import { entries, ITEM, ITEM_TEXT, nothingStaged, type Staged, staged, stagedFile, stagingFolder } from './staging.ts'

export type PaperIdentity = Readonly<
  Pick<DocumentForm, 'number' | 'suffix' | 'separator' | 'symbol' | 'issuedOn' | 'issuer'>
>

/** The part of a form that tells one paper from another. */
export function identityOf(form: PaperIdentity): PaperIdentity {
  const { number, suffix, separator, symbol, issuedOn, issuer } = form
  return { number, suffix, separator, symbol, issuedOn, issuer }
}

/** What is kept of a waiting file beside its bytes: `<archive>/staging/i_…/item.json`. */
export type IntakeRecord = Readonly<{
  id: string
  name: string
  receivedAt: string
  /** Its place among those handed in together. */
  turn?: number
  /** unread: taken over from the sender, its text not yet read; a crash leaves such ones, and they are read again. */
  state: 'unread' | 'read'
  sha256: string
  bytes: number
  mediaType: string
  pages: number
  textKind: TextKind
  /** A failure code: why it could not be read. */
  problem: string | null
  /** Letters were read off its picture. Missing: not, or not yet. */
  ocr?: boolean
  /** For the queue's line. */
  reference: string | null
  subject: string | null
  doubts: readonly string[]
  /** What was read surely of the paper's identity: what lines of a register are looked for by. */
  identity?: PaperIdentity
  /** Taken over to be filed at once: what a stop leaves of it is gone on with, not put before the clerk. */
  how?: 'import'
  /** The document whose filing was taken back: withdrawn documents do not make this file one that is there already. */
  from?: string
  /** The half-filled form ("Ghi tạm"). */
  form: DocumentForm | null
}>

/** Items written at the same time: the disk takes them together. */
const AT_ONCE = 8

/**
 * Takes staged files over into the queue by renaming their folders: from here on they survive a restart. The ids are
 * given by the caller, one for each.
 */
export async function takeOver(
  folder: string,
  taken: readonly Readonly<{ stagedId: string; intakeId: string }>[],
  receivedAt: string,
  how: 'review' | 'import' = 'review'
): Promise<readonly IntakeRecord[]> {
  for (const { stagedId } of taken) {
    if (!stagedId.startsWith('s_') || !statSync(stagedFile(folder, stagedId), { throwIfNoEntry: false })) {
      throw nothingStaged(folder, stagedId)
    }
  }
  const records: IntakeRecord[] = []
  const left = [...taken.entries()]
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, { stagedId, intakeId }] = next
      const found = staged(folder, stagedId)
      await rename(join(stagingFolder(folder), stagedId), join(stagingFolder(folder), intakeId))
      const record = { ...unread(intakeId, receivedAt, found), turn: index, ...(how === 'import' ? { how } : {}) }
      await writeRecord(folder, record)
      records[index] = record
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return records
}

/** Puts an item with its text into the queue; the bytes are another name for a file that lies in the archive. */
export async function putItem(folder: string, record: IntakeRecord, text: DocumentText, bytes: string): Promise<void> {
  const path = join(stagingFolder(folder), record.id)
  await mkdir(path, { recursive: true })
  if (!(await systemFiles.link(bytes, join(path, 'file')))) await copyFile(bytes, join(path, 'file')) // sealed alike
  await saveText(folder, record.id, text)
  await writeRecord(folder, record)
}

export function readRecord(folder: string, id: string): IntakeRecord {
  const record = queueOf(folder, () => storedRecords(folder)).records.get(id)
  if (!record) throw new OperationError('not-found', { intake: id })
  return record
}

/** Every item of the queue, oldest first. One half written by a crash is no item. */
export function listRecords(folder: string): readonly IntakeRecord[] {
  return sortedQueue(queueOf(folder, () => storedRecords(folder)))
}

/** Keeps what became of an item; one that has left the queue meanwhile does not come back. */
export async function saveRecord(folder: string, record: IntakeRecord): Promise<void> {
  readRecord(folder, record.id)
  await writeRecord(folder, record, () => void readRecord(folder, record.id))
}

async function writeRecord(folder: string, record: IntakeRecord, check: () => void = () => {}): Promise<void> {
  const bytes = sealedFor(folder, ITEM, JSON.stringify(record))
  await writeWhole(join(stagingFolder(folder), record.id, 'item.json'), bytes, check)
  putInQueue(
    queueOf(folder, () => storedRecords(folder)),
    record
  )
}

export async function saveText(folder: string, id: string, text: DocumentText): Promise<void> {
  await writeWhole(join(stagingFolder(folder), id, 'text.json'), sealedFor(folder, ITEM_TEXT, JSON.stringify(text)))
}

/** The text read from the file; none where nothing could be read. */
export function readItemText(folder: string, id: string): DocumentText {
  try {
    return JSON.parse(readSmall(folder, ITEM_TEXT, join(stagingFolder(folder), id, 'text.json'))) as DocumentText
  } catch (error) {
    throwIfDiskFailed(error)
    return { kind: 'none', pages: [] }
  }
}

/** No item from now on, also after a crash; its bytes go in their own time. */
export function removeItem(folder: string, id: string): void {
  const queue = queueOf(folder, () => storedRecords(folder))
  takeFromQueue(queue, id)
  const path = join(stagingFolder(folder), id)
  rmSync(join(path, 'item.json'), { force: true })
  removeLater(queue, path)
}

/** The same, nothing of it left when this returns: for what must not be kept. */
export function removeItemNow(folder: string, id: string): void {
  takeFromQueue(
    queueOf(folder, () => storedRecords(folder)),
    id
  )
  rmSync(join(stagingFolder(folder), id), { recursive: true, force: true })
}

function storedRecords(folder: string): readonly IntakeRecord[] {
  return entries(folder)
    .filter((entry) => entry.startsWith('i_'))
    .flatMap((id) => recordIn(folder, id) ?? [])
}

function recordIn(folder: string, id: string): IntakeRecord | null {
  try {
    return JSON.parse(readSmall(folder, ITEM, join(stagingFolder(folder), id, 'item.json'))) as IntakeRecord
  } catch (error) {
    throwIfDiskFailed(error)
    return null
  }
}

function unread(id: string, receivedAt: string, { name, sha256, bytes }: Staged): IntakeRecord {
  return {
    id,
    name,
    receivedAt,
    state: 'unread',
    sha256,
    bytes,
    mediaType: 'application/octet-stream',
    pages: 0,
    textKind: 'none',
    problem: null,
    reference: null,
    subject: null,
    doubts: [],
    form: null
  }
}

/** Whole or not at all: written beside, synced, then renamed over. */
async function writeWhole(path: string, content: Uint8Array, check: () => void = () => {}): Promise<void> {
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  check()
  await rename(beside, path)
}
