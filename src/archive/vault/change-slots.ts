import { OperationError } from '#contract/operation-error.ts'
import { systemFiles } from '../files/file-layer.ts'
import { newId } from '../ids.ts'
import { type KeyFile, readKeyFile, type Slot, writeKeyFile } from './key-file.ts'
import { dataKeyBy, passwordSlot, recoverySlot, type ScryptCost } from './slots.ts'
import { dataKeyOf } from './vaults.ts'

/** A slot as it is told: nothing by which it could be opened. */
export type SlotFacts = Readonly<{ id: string; kind: Slot['kind']; account: string | null; createdAt: string }>

export function slotsOf(folder: string): readonly SlotFacts[] {
  return readKeyFile(folder).file.slots.map((slot) => ({
    id: slot.id,
    kind: slot.kind,
    account: slot.kind === 'password' ? slot.account : null,
    createdAt: slot.createdAt
  }))
}

/**
 * Lets an account's password open the archive, instead of the one it had; null: the office's own. Nothing in a plain
 * archive. Wraps the key anew and seals nothing again: old copies of the key file still open by the old password.
 */
export async function setPasswordSlot(
  folder: string,
  account: string | null,
  password: string,
  now: Date,
  cost?: ScryptCost
): Promise<void> {
  const dataKey = dataKeyOf(folder)
  if (!dataKey) return
  const { file } = readKeyFile(folder)
  const of = { id: newId('k'), createdAt: now.toISOString(), account, password, ...(cost ? { cost } : {}) }
  const slot = await passwordSlot(file, dataKey, of)
  change(folder, (slots) => [...slots.filter((one) => !isOf(one, account)), slot])
}

/** An account that is closed opens nothing any more. Nothing in a plain archive. */
export function removePasswordSlot(folder: string, account: string): void {
  if (!dataKeyOf(folder)) return
  change(folder, (slots) => slots.filter((one) => !isOf(one, account)))
}

/** Adds a recovery key, or puts it in the place of those before it: a paper that was lost opens nothing then. */
export function setRecoveryKey(folder: string, recoveryKey: string, now: Date, replace: boolean): void {
  const dataKey = keyOf(folder)
  const { file } = readKeyFile(folder)
  const slot = recoverySlot(file, dataKey, { id: newId('k'), createdAt: now.toISOString(), recoveryKey })
  change(folder, (slots) => [...slots.filter((one) => !(replace && one.kind === 'recovery')), slot])
}

/** Throws `conflict` where without it no recovery key, or no password, would be left. */
export function removeSlot(folder: string, id: string): void {
  keyOf(folder)
  const { slots } = readKeyFile(folder).file
  const slot = slots.find((one) => one.id === id)
  if (!slot) throw new OperationError('not-found', { id })
  if (!slots.some((one) => one.kind === slot.kind && one !== slot)) throw new OperationError('conflict', { id })
  change(folder, (all) => all.filter((one) => one.id !== id))
}

/** Throws `key-wrong` where the secret is not one of this archive's. */
export async function requireSecret(folder: string, secret: Parameters<typeof dataKeyBy>[1]): Promise<void> {
  await dataKeyBy(readKeyFile(folder).file, secret)
}

function keyOf(folder: string): Uint8Array {
  const dataKey = dataKeyOf(folder)
  if (!dataKey) throw new OperationError('conflict', { encrypted: false })
  return dataKey
}

/** Read again at the moment of writing: while a password was stretched another slot may have been changed. */
function change(folder: string, slots: (before: KeyFile['slots']) => KeyFile['slots']): void {
  const { file } = readKeyFile(folder)
  writeKeyFile(systemFiles, folder, { ...file, revision: file.revision + 1, slots: slots(file.slots) })
}

function isOf(slot: Slot, account: string | null): boolean {
  return slot.kind === 'password' && slot.account === account
}
