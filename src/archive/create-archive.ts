import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { ARCHIVE_FORMAT, ASIDE, DATABASE, isArchive, LEDGER, SEALED_FORMAT, writeArchiveFile } from './archive-file.ts'
import { type ArchiveDeps, makeSession, type OpenedArchive } from './archive-session.ts'
import { removeDatabase } from './care/aside.ts'
import { makeFolders, systemFiles } from './files/file-layer.ts'
import { folderSyncs } from './files/folder-syncs.ts'
import { storageFailure } from './files/storage-failure.ts'
import { namesIn, requireSpace, requireUsableFolder } from './folder-checks.ts'
import { newId } from './ids.ts'
import { openLedger } from './ledger/ledger.ts'
import { takeLock } from './lock.ts'
import { ORIGINALS, openOriginals } from './originals/original-store.ts'
import { openDatabase } from './store/db/connection.ts'
import { migrate } from './store/db/migrate.ts'
import { openTexts, TEXTS } from './texts/text-store.ts'
import { KEY_FILE, KEY_FILE_COPY, writeKeyFile } from './vault/key-file.ts'
import { type NewKeys, newKeys } from './vault/new-keys.ts'
import type { Vault } from './vault/vault.ts'
import { openVault } from './vault/vaults.ts'

/** What a creation that broke off may have left behind. */
const LEFTOVER =
  /^(?:archive\.db(?:-wal|-shm|-journal)?|lock\.db|lock-holder\.json|ledger|originals|texts|aside|keys(?:-copy)?\.json|\.new-.*)$/

/**
 * Makes a new archive in an empty or new folder and opens it. `archive.json` is written last but for nothing: until the
 * ledger's first line is on the disk there is no archive, and after it the file can be told from the line.
 */
export async function createArchive(
  folder: string,
  office: Office,
  deps: ArchiveDeps = {},
  caller: Caller = { name: office.clerk, role: 'clerk', shell: 'direct' }
): Promise<OpenedArchive> {
  const path = resolve(folder)
  if (isArchive(path)) throw new OperationError('archive-exists')
  requireUsableFolder(path)
  if (existsSync(path) && namesIn(path).some((name) => !LEFTOVER.test(name))) {
    throw new OperationError('folder-unusable', { problem: 'not-empty' })
  }
  requireSpace(path, 0)
  try {
    mkdirSync(path, { recursive: true })
    return await makeWithin(path, office, deps, caller)
  } catch (error) {
    throw storageFailure(error)
  }
}

/** A key of its own first, where it is to be encrypted: nothing is written that is not sealed by it. */
async function makeWithin(path: string, office: Office, deps: ArchiveDeps, caller: Caller): Promise<OpenedArchive> {
  const archiveId = newId('a')
  const at = (deps.now?.() ?? new Date()).toISOString()
  const keys = deps.encryption ? await newKeys(deps.encryption, { archiveId, createdAt: at }, at) : null
  const opened = openVault(path, keys?.dataKey ?? null)
  try {
    return make(path, { archiveId, office, keys, vault: opened.vault, close: () => opened.close() }, deps, caller)
  } catch (error) {
    opened.close()
    throw error
  }
}

type Making = Readonly<{ archiveId: string; office: Office; keys: NewKeys | null; vault: Vault; close(): void }>

function make(path: string, making: Making, deps: ArchiveDeps, caller: Caller): OpenedArchive {
  const { archiveId, office, keys, vault } = making
  const now = deps.now ?? (() => new Date())
  const files = deps.files ?? systemFiles
  const lock = takeLock(path, { shell: deps.shell ?? 'direct', pid: process.pid, since: now().toISOString() })
  try {
    if (isArchive(path)) throw new OperationError('archive-exists')
    removeDatabase(join(path, DATABASE))
    rmSync(join(path, LEDGER), { recursive: true, force: true })
    for (const name of [KEY_FILE, KEY_FILE_COPY]) rmSync(join(path, name), { force: true })
    if (keys) writeKeyFile(files, path, keys.file)
    for (const name of [LEDGER, ORIGINALS, TEXTS, ASIDE]) makeFolders(files, path, name)
    const db = openDatabase(join(path, DATABASE))
    migrate(db)
    const ledger = openLedger(join(path, LEDGER), {
      files,
      seal: vault.ledger,
      ...(deps.segmentBytes === undefined ? {} : { segmentBytes: deps.segmentBytes })
    })
    const syncs = folderSyncs(files)
    const session = makeSession(
      {
        folder: path,
        archiveId,
        db,
        ledger,
        originals: openOriginals(path, files, syncs, vault),
        texts: openTexts(path, files, syncs, vault),
        syncs,
        notices: [],
        encrypted: vault.encrypted,
        readOnly: false,
        folderWritable: true,
        release() {
          lock.release()
          making.close()
        }
      },
      deps
    )
    const data = { archiveId, format: ARCHIVE_FORMAT, office, fondsId: newId('f') }
    const [created] = session.commit([{ kind: 'archive-created', data }], caller)
    writeArchiveFile(files, path, {
      format: keys ? SEALED_FORMAT : ARCHIVE_FORMAT,
      archiveId,
      createdAt: created?.at ?? now().toISOString(),
      ...(keys ? { sealed: keys.file.check } : {})
    })
    return session
  } catch (error) {
    lock.release()
    throw error
  }
}
