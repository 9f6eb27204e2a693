import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import { LEDGER, readArchiveFile } from '../archive-file.ts'
import { segmentName } from '../ledger/scan-ledger.ts'
import { hasKeyFile, readKeyFile } from './key-file.ts'
import { dataKeyBy, type Secret } from './slots.ts'
import { keyCheck, type Vault, vaultWith } from './vault.ts'
import { openVault } from './vaults.ts'

export type OpenVault = Readonly<{
  vault: Vault
  /** null: the archive is plain. */
  dataKey: Uint8Array | null
  /** One copy of the key file is lost or damaged and has to be written again. */
  keysOnce: boolean
  close(): void
}>

/**
 * Makes an archive's content readable to this thread: at once where it is plain, by the secret where it is encrypted.
 * Throws `archive-sealed` without one, `key-wrong` with another's, `key-file-lost` where there is none to try it on. Nothing
 * is written before the key is known to be the one this folder was sealed with: no key makes a blank archive of it.
 */
export async function unlockVault(folder: string, secret: Secret | null): Promise<OpenVault> {
  const { file } = readArchiveFile(folder)
  if (!hasKeyFile(folder)) {
    if (file.sealed !== undefined) throw new OperationError('key-file-lost', { problem: 'missing' })
    return { ...openVault(folder, null), dataKey: null, keysOnce: false }
  }
  const { file: keys, twice } = readKeyFile(folder)
  if (keys.archiveId !== file.archiveId) throw new OperationError('key-file-lost', { problem: 'foreign' })
  if (!secret) throw new OperationError('archive-sealed')
  const dataKey = await dataKeyBy(keys, secret)
  if (!sealedBy(folder, dataKey, file.sealed)) throw new OperationError('key-wrong', { problem: 'other-key' })
  return { ...openVault(folder, dataKey), dataKey, keysOnce: !twice }
}

/** A key file of the same archive from before it was sealed anew opens, and yet opens nothing here. */
function sealedBy(folder: string, dataKey: Uint8Array, told: string | undefined): boolean {
  if (told !== undefined && told !== keyCheck(dataKey)) return false
  const line = firstLine(join(folder, LEDGER, segmentName(1)))
  return line === null || vaultWith(dataKey).ledger.open(line) !== null || told !== undefined
}

/** null: there is no whole line. */
function firstLine(path: string): Buffer | null {
  if (!existsSync(path)) return null
  const fd = openSync(path, 'r')
  try {
    const begin = Buffer.alloc(1 << 16)
    const read = begin.subarray(0, readSync(fd, begin))
    const end = read.indexOf(10)
    return end < 0 ? null : read.subarray(0, end)
  } finally {
    closeSync(fd)
  }
}
