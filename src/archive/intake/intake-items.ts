import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { OperationError } from '#contract/failures.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import type { DocumentText, TextKind } from '#domain/text/page-text.ts'
import { entries, stagedFile, stagingFolder } from './staging.ts'

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
  /** The half-filled form ("Ghi tạm"). */
  form: DocumentForm | null
}>

/**
 * Takes staged files over into the queue by renaming their folders: from here on they survive a restart. The ids are
 * given by the caller, one for each.
 */
export async function takeOver(
  folder: string,
  staged: readonly Readonly<{ stagedId: string; intakeId: string }>[],
  receivedAt: string,
  how: 'review' | 'import' = 'review'
): Promise<readonly IntakeRecord[]> {
  const records: IntakeRecord[] = []
  for (const { stagedId, intakeId } of staged) {
    const from = join(stagingFolder(folder), stagedId)
    if (!stagedId.startsWith('s_') || !existsSync(join(from, 'file'))) {
      throw new OperationError('not-found', { staged: stagedId })
    }
    const { name } = JSON.parse(readFileSync(join(from, 'name.json'), 'utf8')) as { name: string }
    renameSync(from, join(stagingFolder(folder), intakeId))
    const bytes = await digest(stagedFile(folder, intakeId))
    const record: IntakeRecord = {
      ...unread(intakeId, name, receivedAt),
      ...bytes,
      ...(how === 'import' ? { how } : {})
    }
    await saveRecord(folder, record)
    records.push(record)
  }
  return records
}

export function readRecord(folder: string, id: string): IntakeRecord {
  const record = /^i_[0-9a-z]+$/.test(id) ? recordIn(folder, id) : null
  if (!record) throw new OperationError('not-found', { intake: id })
  return record
}

/** Every item of the queue, oldest first. One half written by a crash is no item. */
export function listRecords(folder: string): readonly IntakeRecord[] {
  return entries(folder)
    .filter((entry) => entry.startsWith('i_'))
    .flatMap((id) => recordIn(folder, id) ?? [])
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0))
}

export async function saveRecord(folder: string, record: IntakeRecord): Promise<void> {
  await writeWhole(join(stagingFolder(folder), record.id, 'item.json'), JSON.stringify(record))
}

export async function saveText(folder: string, id: string, text: DocumentText): Promise<void> {
  await writeWhole(join(stagingFolder(folder), id, 'text.json'), JSON.stringify(text))
}

/** The text read from the file; none where nothing could be read. */
export function readItemText(folder: string, id: string): DocumentText {
  try {
    return JSON.parse(readFileSync(join(stagingFolder(folder), id, 'text.json'), 'utf8')) as DocumentText
  } catch {
    return { kind: 'none', pages: [] }
  }
}

export function removeItem(folder: string, id: string): void {
  rmSync(join(stagingFolder(folder), id), { recursive: true, force: true })
}

function recordIn(folder: string, id: string): IntakeRecord | null {
  try {
    return JSON.parse(readFileSync(join(stagingFolder(folder), id, 'item.json'), 'utf8')) as IntakeRecord
  } catch {
    return null
  }
}

function unread(id: string, name: string, receivedAt: string): IntakeRecord {
  return {
    id,
    name,
    receivedAt,
    state: 'unread',
    sha256: '',
    bytes: 0,
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

async function digest(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
    }
  })
  return { sha256: hash.digest('hex'), bytes }
}

/** Whole or not at all: written beside, synced, then renamed over. */
async function writeWhole(path: string, content: string): Promise<void> {
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
