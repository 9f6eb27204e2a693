import { resolve } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import { hasKeyFile } from './key-file.ts'
import { plainVault, type Vault, vaultWith } from './vault.ts'

type Open = Readonly<{ vault: Vault; dataKey: Uint8Array | null }>

/**
 * The vaults of the folders this thread has open. Much of an archive is reached by its folder alone (staging, job files,
 * OCR's work); what cannot be told to be plain is refused, so that nothing is ever written beside the seal.
 */
const opened = new Map<string, Open>()

/** Throws `archive-sealed` for an encrypted archive that has not been unlocked here. */
export function vaultOf(folder: string): Vault {
  const known = opened.get(folder) ?? opened.get(resolve(folder))
  if (known) return known.vault
  if (hasKeyFile(folder)) throw new OperationError('archive-sealed')
  return plainVault
}

/** The key itself, for the slots that wrap it; null: the archive is plain. */
export function dataKeyOf(folder: string): Uint8Array | null {
  const known = opened.get(resolve(folder))
  if (!known) vaultOf(folder)
  return known?.dataKey ?? null
}

/** Makes the folder's content readable to this thread until the way back is taken. */
export function openVault(folder: string, dataKey: Uint8Array | null): Readonly<{ vault: Vault; close(): void }> {
  const path = resolve(folder)
  const mine: Open = { vault: dataKey ? vaultWith(dataKey) : plainVault, dataKey }
  opened.set(path, mine)
  return {
    vault: mine.vault,
    close() {
      if (opened.get(path) === mine) opened.delete(path)
    }
  }
}
