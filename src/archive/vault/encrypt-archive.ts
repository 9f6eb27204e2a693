import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import type { JobHandle } from '../archive-context.ts'
import { DATABASE, LEDGER, readArchiveFile, SEALED_FORMAT, writeArchiveFile } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { type NamedFile, namedFiles } from '../care/check-files.ts'
import { indexDifferences } from '../care/compare-index.ts'
import { differences } from '../care/compare-rows.ts'
import { DERIVED_TABLES, FACT_TABLES } from '../care/fact-tables.ts'
import { newFolder } from '../care/new-folder.ts'
import { replay } from '../care/replay.ts'
import { makeFolders, systemFiles, TEMPORARY, writeFileDurably } from '../files/file-layer.ts'
import { folderSyncs } from '../files/folder-syncs.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { requireSpace } from '../folder-checks.ts'
import { type Ledger, type Line, openLedger } from '../ledger/ledger.ts'
import { parseLine } from '../ledger/ledger-line.ts'
import { hashFile, openOriginals } from '../originals/original-store.ts'
import { openDatabase } from '../store/db/connection.ts'
import { migrate } from '../store/db/migrate.ts'
import { openTexts, textFile, textFileBytes } from '../texts/text-store.ts'
import { copyBesides } from './copy-besides.ts'
import { writeKeyFile } from './key-file.ts'
import { type NewEncryption, type NewKeys, newKeys } from './new-keys.ts'
import { SealBroken } from './seal-broken.ts'
import { sealSmall } from './small-seal.ts'
import type { Vault } from './vault.ts'
import { openVault } from './vaults.ts'

/**
 * Makes a sealed copy of the open archive in a new folder, by a key of its own: every line of the ledger, every original and
 * text, what waits in the queue, and a database made anew of them. All is read back and held against the open archive
 * before the folder gets its name; whatever fails, nothing is left and the open archive is as it was. Nothing can be
 * filed in it while this goes on. An encrypted archive is sealed anew the same way: the only way to another data key.
 */
export async function encryptArchive(
  archive: OpenedArchive,
  folder: string,
  encryption: NewEncryption,
  job: JobHandle
): Promise<string> {
  const target = newFolder(resolve(folder))
  const work = join(dirname(target), `${TEMPORARY}${basename(target)}`)
  const { file } = readArchiveFile(archive.folder)
  const keys = await newKeys(encryption, file, archive.clock.now().toISOString())
  const opened = openVault(work, keys.dataKey)
  try {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work)
    const making: Making = { archive, work, vault: opened.vault, keys, job }
    await fill(making)
    if (job.cancelled) throw new OperationError('cancelled')
    const { createdAt, archiveId } = file
    writeArchiveFile(systemFiles, work, { format: SEALED_FORMAT, archiveId, createdAt, sealed: keys.file.check })
    if (existsSync(target)) rmdirSync(target)
    renameSync(work, target)
    systemFiles.syncFolder(dirname(target))
    return target
  } catch (error) {
    rmSync(work, { recursive: true, force: true })
    throw storageFailure(error)
  } finally {
    opened.close()
  }
}

type Making = Readonly<{ archive: OpenedArchive; work: string; vault: Vault; keys: NewKeys; job: JobHandle }>

async function fill(making: Making): Promise<void> {
  const { archive, work, vault, keys, job } = making
  const named = [...namedFiles(archive).values()]
  requireSpace(
    work,
    named.reduce((sum, one) => sum + one.bytes, 0)
  )
  const head = archive.ledger.head()
  job.total(named.length * 2 + head.seq)
  writeKeyFile(systemFiles, work, keys.file)
  const ledger = openLedger(join(work, LEDGER), { seal: vault.ledger })
  try {
    copyLedger(archive.ledger, ledger)
    const lost = await copyPapers(making, named)
    await copyBesides(archive.folder, work)
    await makeDatabase(making, ledger)
    await readBack(making, named, lost)
    for (const one of lost) job.result({ name: one.name, code: 'file-missing', id: one.documentId, detail: {} })
    const documents = archive.ledger.filingsUpTo(head.seq)
    const detail = {
      documents,
      originals: named.length - lost.size,
      missing: lost.size,
      seq: head.seq,
      head: head.hash
    }
    job.result({ name: basename(archive.folder), code: 'encrypted', id: null, detail })
  } finally {
    ledger.close()
  }
}

const LINES_AT_ONCE = 500

/** The same lines, so that the chain and its head are the same; a commit's stay together. */
function copyLedger(from: Ledger, to: Ledger): void {
  let lines: Line[] = []
  for (const { name, length } of from.extent()) {
    for (const line of from.letters(name, length).toString('utf8').split('\n').slice(0, -1)) {
      const event = parseLine(line)
      lines.push({ line, event })
      if (lines.length < LINES_AT_ONCE || (event.more ?? 0) > 0) continue
      to.append(lines)
      lines = []
    }
  }
  if (lines.length > 0) to.append(lines)
  if (to.head().hash !== from.head().hash) throw new OperationError('archive-damaged', { damage: 'ledger-chain' })
}

/** Says which originals the archive has lost or let change: they are told, and not sealed as if they were good. */
async function copyPapers(making: Making, named: readonly NamedFile[]): Promise<ReadonlySet<NamedFile>> {
  const { archive, work, vault, job } = making
  const syncs = folderSyncs(systemFiles)
  const originals = openOriginals(work, systemFiles, syncs, vault)
  const lost = new Set<NamedFile>()
  for (const one of named) {
    if (job.cancelled) throw new OperationError('cancelled')
    job.step(one.name)
    const good = archive.originals.has(one.sha256) && (await isWhole(archive, one.sha256))
    if (good) await originals.put(archive.originals.file(one.sha256))
    else lost.add(one)
    const text = textFileBytes(archive.folder, one.sha256)
    if (text) writeText(work, one.sha256, vault, text)
  }
  await syncs.settleLater()
  return lost
}

async function isWhole(archive: OpenedArchive, sha256: string): Promise<boolean> {
  try {
    return (await hashFile(archive.originals.file(sha256))).sha256 === sha256
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}

function writeText(work: string, sha256: string, vault: Vault, bytes: Uint8Array): void {
  const { path, seal } = textFile(work, sha256, vault)
  const parts = dirname(path)
    .slice(work.length + 1)
    .split(/[\\/]/)
  writeFileDurably(systemFiles, makeFolders(systemFiles, work, ...parts), basename(path), sealSmall(seal, bytes))
}

/** Of the ledger and the texts alone: nothing of the plain database's pages is ever written here. */
async function makeDatabase({ work, vault, job }: Making, ledger: Ledger): Promise<void> {
  const db = openDatabase(join(work, DATABASE))
  try {
    migrate(db)
    let done = 0
    await replay(db, ledger, {
      texts: openTexts(work, systemFiles, undefined, vault),
      signal: job.signal,
      step(now) {
        for (; done < now; done++) job.step(DATABASE)
      }
    })
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** What lies in the new folder says the same as the open archive: each original and text, each row, each place of a word. */
async function readBack(making: Making, named: readonly NamedFile[], lost: ReadonlySet<NamedFile>): Promise<void> {
  const { archive, work, vault, job } = making
  const originals = openOriginals(work, systemFiles, undefined, vault)
  for (const one of named) {
    if (job.cancelled) throw new OperationError('cancelled')
    job.step(one.name)
    if (lost.has(one)) continue
    if ((await hashFile(originals.file(one.sha256))).sha256 !== one.sha256) throw unequal(one.name)
    const [before, after] = [textFileBytes(archive.folder, one.sha256), textFileBytes(work, one.sha256)]
    if (!Buffer.from(before ?? []).equals(Buffer.from(after ?? []))) throw unequal(one.name)
  }
  const again = openLedger(join(work, LEDGER), { seal: vault.ledger })
  // A connection of its own: whoever asks for this may be shown less than there is.
  const before = openDatabase(join(archive.folder, DATABASE), { readonly: true })
  const db = openDatabase(join(work, DATABASE), { readonly: true })
  try {
    if (again.damage || again.torn || again.head().hash !== archive.ledger.head().hash) throw unequal(LEDGER)
    for (const one of differences(before, db, [...FACT_TABLES, ...DERIVED_TABLES])) throw unequal(one.table)
    if (indexDifferences(before, db).size > 0) throw unequal('index')
  } finally {
    again.close()
    before.close()
    db.close()
  }
}

function unequal(what: string): OperationError {
  return new OperationError('archive-damaged', { damage: 'copy-differs', file: what })
}
