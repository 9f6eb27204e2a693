import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { OperationError } from '#contract/operation-error.ts'
import { readRecoveryKey } from '#domain/encryption/recovery-key.ts'
import { isGuessable } from '#domain/vocabulary/guessable-passwords.ts'
import type { KeyFile, Slot } from './key-file.ts'
import { keyCheck } from './vault.ts'

/** What an archive is opened with. `account`: whose password it is, where that is known; its slot is tried first. */
export type Secret =
  | Readonly<{ password: string; account?: string | null }>
  | Readonly<{ recoveryKey: string }>
  /** Handed on within the program, never kept. */
  | Readonly<{ dataKey: Uint8Array }>

export type ScryptCost = Readonly<{ N: number; r: number; p: number }>
/** About half a second and 128 MB on an office machine (OWASP; RFC 7914). */
export const SCRYPT: ScryptCost = { N: 1 << 17, r: 8, p: 1 }

/** The cost with another N, where a test asks for one. */
export function scryptCost(N: number | undefined): ScryptCost {
  return N === undefined ? SCRYPT : { ...SCRYPT, N }
}

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt)
const CIPHER = 'aes-256-gcm'
const TAG = 16

export function newDataKey(): Buffer {
  return randomBytes(32)
}

type SlotHead = Readonly<{ id: string; createdAt: string }>

/** Throws `weak-password`: whoever has the folder tries as often as he likes, and these first. */
export async function passwordSlot(
  file: Pick<KeyFile, 'archiveId'>,
  dataKey: Uint8Array,
  of: SlotHead & Readonly<{ password: string; account: string | null; cost?: ScryptCost }>
): Promise<Slot> {
  const { id, createdAt, account, password } = of
  if (isGuessable(password)) throw new OperationError('weak-password', { problem: 'guessable' })
  const { N, r, p } = of.cost ?? SCRYPT
  const salt = randomBytes(32)
  const key = await passwordKey(password, salt, { N, r, p })
  const kind = 'password'
  const wrapped = wrap(key, dataKey, aad(file.archiveId, kind, id))
  return { id, createdAt, kind, account, salt: salt.toString('hex'), scrypt: { N, r, p }, ...wrapped }
}

export function recoverySlot(
  file: Pick<KeyFile, 'archiveId'>,
  dataKey: Uint8Array,
  of: SlotHead & Readonly<{ recoveryKey: string }>
): Slot {
  const { id, createdAt } = of
  const recoveryKey = wholeRecoveryKey(of.recoveryKey)
  const salt = randomBytes(32)
  const kind = 'recovery'
  const wrapped = wrap(recoveryKeyKey(recoveryKey, salt), dataKey, aad(file.archiveId, kind, id))
  return { id, createdAt, kind, salt: salt.toString('hex'), ...wrapped }
}

/** A key that was mistyped on the way would open nothing, and nobody would know before it is needed. */
export function wholeRecoveryKey(typed: string): string {
  const read = readRecoveryKey(typed)
  if (!read.ok) throw new OperationError('key-wrong', { problem: 'mistyped', group: read.group })
  return read.key
}

/** The data key a secret opens. Throws `key-wrong`, with the group of a printed key that was mistyped. */
export async function dataKeyBy(file: KeyFile, secret: Secret): Promise<Uint8Array> {
  if ('dataKey' in secret) {
    if (keyCheck(secret.dataKey) !== file.check) throw new OperationError('key-wrong', { problem: 'other-key' })
    return secret.dataKey
  }
  if ('recoveryKey' in secret) {
    const typed = wholeRecoveryKey(secret.recoveryKey)
    for (const slot of file.slots) {
      if (slot.kind !== 'recovery') continue
      const key = recoveryKeyKey(typed, Buffer.from(slot.salt, 'hex'))
      const dataKey = unwrap(key, slot, aad(file.archiveId, slot.kind, slot.id))
      if (dataKey) return dataKey
    }
    throw new OperationError('key-wrong', { problem: 'recovery-key' })
  }
  const account = secret.account ?? null
  const slots = file.slots.flatMap((slot) => (slot.kind === 'password' ? [slot] : []))
  const own = slots.filter((slot) => slot.account === account)
  for (const slot of [...own, ...slots.filter((one) => !own.includes(one))]) {
    const key = await passwordKey(secret.password, Buffer.from(slot.salt, 'hex'), slot.scrypt)
    const dataKey = unwrap(key, slot, aad(file.archiveId, slot.kind, slot.id))
    if (dataKey) return dataKey
  }
  throw new OperationError('key-wrong', { problem: 'password' })
}

async function passwordKey(password: string, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> {
  const maxmem = 256 * cost.N * cost.r + (1 << 20)
  return await derive(password.normalize('NFC'), salt, 32, { ...cost, maxmem })
}

/** It is random enough to need no slow hash. */
function recoveryKeyKey(recoveryKey: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', recoveryKey, salt, 'van-kho recovery key 1', 32))
}

/** A slot is good for its archive and its kind alone. */
function aad(archiveId: string, kind: Slot['kind'], id: string): Buffer {
  return Buffer.from(`van-kho key slot 1 ${archiveId} ${kind} ${id}`)
}

function wrap(key: Uint8Array, dataKey: Uint8Array, about: Uint8Array): { nonce: string; wrapped: string } {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(about)
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('hex'), wrapped: wrapped.toString('hex') }
}

function unwrap(key: Uint8Array, slot: Slot, about: Uint8Array): Buffer | null {
  const wrapped = Buffer.from(slot.wrapped, 'hex')
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(slot.nonce, 'hex'), { authTagLength: TAG }).setAAD(about)
  decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG))
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, wrapped.length - TAG)), decipher.final()])
  } catch {
    return null
  }
}
