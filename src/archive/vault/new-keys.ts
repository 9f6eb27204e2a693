import { newId } from '../ids.ts'
import { type KeyFile, newKeyFile } from './key-file.ts'
import { newDataKey, passwordSlot, recoverySlot, type ScryptCost } from './slots.ts'

/** What a new encrypted archive is to be opened with. The recovery key has been shown to a person before. */
export type NewEncryption = Readonly<{
  password: string
  recoveryKey: string
  /** Whose password it is; left out: the office's. */
  account?: string | null
  cost?: ScryptCost
}>

export type NewKeys = Readonly<{ dataKey: Uint8Array; file: KeyFile }>

/** A new data key, wrapped by both. */
export async function newKeys(
  of: NewEncryption,
  archive: Readonly<{ archiveId: string; createdAt: string }>,
  at: string
): Promise<NewKeys> {
  const dataKey = newDataKey()
  const file = newKeyFile(archive.archiveId, archive.createdAt, dataKey)
  const { password, account = null, cost } = of
  const byPassword = await passwordSlot(file, dataKey, {
    id: newId('k'),
    createdAt: at,
    password,
    account,
    ...(cost ? { cost } : {})
  })
  const byRecovery = recoverySlot(file, dataKey, { id: newId('k'), createdAt: at, recoveryKey: of.recoveryKey })
  return { dataKey, file: { ...file, revision: 1, slots: [byPassword, byRecovery] } }
}
