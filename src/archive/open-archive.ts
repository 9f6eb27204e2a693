import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import { ASIDE, LEDGER, writeArchiveFile } from './archive-file.ts'
import { type ArchiveDeps, makeSession, type OpenedArchive } from './archive-session.ts'
import { sweepTemporary, systemFiles } from './files/file-layer.ts'
import { folderSyncs } from './files/folder-syncs.ts'
import { folderRisk, isWritable } from './folder-checks.ts'
import { sweepStaging } from './intake/staging.ts'
import { type Ledger, openLedger } from './ledger/ledger.ts'
import { takeLock } from './lock.ts'
import { settleLeftovers } from './ocr/settle.ts'
import { ledgerNotice, type Notice, readyDatabase } from './open-database.ts'
import { openReadOnly } from './open-read-only.ts'
import { ORIGINALS, openOriginals } from './originals/original-store.ts'
import { openTexts, TEXTS } from './texts/text-store.ts'
import { readKeyFile, writeKeyFile } from './vault/key-file.ts'
import { type OpenVault, unlockVault } from './vault/open-sealed.ts'

/**
 * Opens the archive in `folder` (design §3): lock → what the folder is → ledger and its chain → database held against
 * it → leftovers swept. Never makes an archive where none is, never takes one of a newer program, and says by name
 * what it mended or why nothing can be written.
 */
export async function openArchive(folder: string, deps: ArchiveDeps = {}): Promise<OpenedArchive> {
  const path = resolve(folder)
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new OperationError('archive-missing')
  if (!isWritable(path)) return await openReadOnly(path, deps)
  const vault = await unlockVault(path, deps.secret ?? null)
  try {
    return await openUnlocked(path, vault, deps)
  } catch (error) {
    vault.close()
    throw error
  }
}

async function openUnlocked(path: string, opened: OpenVault, deps: ArchiveDeps): Promise<OpenedArchive> {
  const { vault } = opened
  const now = deps.now ?? (() => new Date())
  const files = deps.files ?? systemFiles
  const lock = takeLock(path, { shell: deps.shell ?? 'direct', pid: process.pid, since: now().toISOString() })
  let ledger: Ledger | null = null
  try {
    const notices: Notice[] = []
    const told = opened.archiveFile
    if (told.lost) {
      writeArchiveFile(files, path, told.file)
      notices.push({ code: 'archive-file-remade', detail: {} })
    }
    if (opened.keysOnce) {
      writeKeyFile(files, path, readKeyFile(path).file)
      notices.push({ code: 'key-file-mended', detail: {} })
    }
    const risk = folderRisk(path)
    if (risk) notices.push({ code: risk, detail: {} })
    ledger = openLedger(join(path, LEDGER), {
      files,
      seal: vault.ledger,
      ...(deps.segmentBytes === undefined ? {} : { segmentBytes: deps.segmentBytes })
    })
    if (ledger.damage?.code === 'ledger-newer') throw new OperationError('archive-newer', { line: ledger.damage.seq })
    const syncs = folderSyncs(files)
    const originals = openOriginals(path, files, syncs, vault)
    const texts = openTexts(path, files, syncs, vault)
    const { archiveId } = told.file
    const ready = await readyDatabase(path, { ledger, originals, texts, archiveId })
    const damage = ledgerNotice(ledger, ready.readOnly)
    notices.push(...(damage ? [damage] : ready.notices))
    if (ledger.torn && !damage) {
      const { bytes } = ledger.torn
      ledger.cutTorn(join(path, ASIDE), now().toISOString().replaceAll(':', ''))
      notices.push({ code: 'torn-line-cut', detail: { bytes } })
    }
    if (!damage) sweep(path)
    const session = {
      folder: path,
      archiveId,
      db: ready.db,
      ledger,
      originals,
      texts,
      syncs,
      notices,
      encrypted: vault.encrypted,
      readOnly: ready.readOnly || damage !== null,
      folderWritable: true,
      release() {
        lock.release()
        opened.close()
      }
    }
    const archive = makeSession(session, deps)
    if (archive.mode === 'ready') await settleLeftovers(archive).catch((error: unknown) => deps.log?.(error, 'ocr'))
    return archive
  } catch (error) {
    ledger?.close()
    lock.release()
    throw error
  }
}

function sweep(folder: string): void {
  sweepStaging(folder)
  for (const below of ['', ORIGINALS, TEXTS]) sweepTemporary(join(folder, below))
}
