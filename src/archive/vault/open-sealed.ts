import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import { type ArchiveFile, LEDGER, readArchiveFile, SEALED_FORMAT } from '../archive-file.ts'
import { segmentName } from '../ledger/scan-ledger.ts'
import { hasKeyFile, type KeyFile, readKeyFile } from './key-file.ts'
import { dataKeyBy, type Secret } from './slots.ts'
import { type Vault, vaultWith } from './vault.ts'
import { openVault } from './vaults.ts'

export type OpenVault = Readonly<{
  vault: Vault
  /** null: the archive is plain. */
  dataKey: Uint8Array | null
  /** One copy of the key file is lost or damaged and has to be written again. */
  keysOnce: boolean
  /** What the folder is, and whether its `archive.json` is lost or says something else. */
  archiveFile: Readonly<{ file: ArchiveFile; lost: boolean }>
  close(): void
}>

/**
 * Makes an archive's content readable to this thread: at once where it is plain, by the secret where it is encrypted.
 * Throws `archive-sealed` without one, `key-wrong` with another's, `key-file-lost` where there is none to try it on. Nothing
 * is written before the key is known to be the one this folder was sealed with: no key makes a blank archive of it. What was
 * sealed by it says so: the ledger is believed before an `archive.json` that says something else.
 */
export async function unlockVault(folder: string, secret: Secret | null): Promise<OpenVault> {
  const archiveFile = readArchiveFile(folder)
  const { file } = archiveFile
  if (!hasKeyFile(folder)) {
    if (file.sealed !== undefined) throw new OperationError('key-file-lost', { problem: 'missing' })
    return { ...openVault(folder, null), dataKey: null, keysOnce: false, archiveFile }
  }
  const { file: keys, twice } = readKeyFile(folder)
  if (!secret) throw new OperationError('archive-sealed')
  const foreign = new OperationError('key-file-lost', { problem: 'foreign' })
  const dataKey = await dataKeyBy(keys, secret).catch((error: unknown) => {
    throw keys.archiveId === file.archiveId ? error : foreign
  })
  const opened = { ...openVault(folder, dataKey), dataKey, keysOnce: !twice }
  const opens = opensLedger(folder, dataKey)
  const agrees = isOf(keys, file)
  if (opens === true || (opens === null && agrees))
    return { ...opened, archiveFile: agrees ? archiveFile : toldBy(keys) }
  // None of its lines may be whole any more: then another file than the key file itself has to name this key.
  if (opens === false && agrees && !archiveFile.lost) return { ...opened, archiveFile }
  opened.close()
  throw keys.archiveId === file.archiveId ? new OperationError('key-wrong', { problem: 'other-key' }) : foreign
}

function isOf(keys: KeyFile, file: ArchiveFile): boolean {
  return file.archiveId === keys.archiveId && file.format === SEALED_FORMAT && file.sealed === keys.check
}

function toldBy({ archiveId, createdAt, check }: KeyFile): OpenVault['archiveFile'] {
  return { file: { format: SEALED_FORMAT, archiveId, createdAt, sealed: check }, lost: true }
}

/**
 * Whether lines of the ledger's first file were sealed by this key: a key file of the same archive from before it was sealed
 * anew opens, and yet opens nothing here. null: there is no whole line.
 */
function opensLedger(folder: string, dataKey: Uint8Array): boolean | null {
  const path = join(folder, LEDGER, segmentName(1))
  if (!existsSync(path)) return null
  const { ledger } = vaultWith(dataKey)
  const bytes = readFileSync(path)
  let from = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    if (ledger.open(bytes.subarray(from, end))) return true
    from = end + 1
  }
  return from === 0 ? null : false
}
