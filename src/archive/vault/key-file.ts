import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import { type FileLayer, writeFileDurably } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { keyCheck } from './vault.ts'

/** What the data key is wrapped in. Without this file no password opens anything: it is kept twice, and goes with every backup. */
export const KEY_FILE = 'keys.json'
export const KEY_FILE_COPY = 'keys-copy.json'
const FORMAT = 1

type Wrapped = Readonly<{ id: string; createdAt: string; salt: string; nonce: string; wrapped: string }>

/** One way to the data key. */
export type Slot =
  | (Wrapped &
      Readonly<{
        kind: 'password'
        /** Whose password it is; null: the office's. An id, never a name. */
        account: string | null
        scrypt: Readonly<{ N: number; r: number; p: number }>
      }>)
  | (Wrapped & Readonly<{ kind: 'recovery' }>)

export type KeyFile = Readonly<{
  kind: 'van-kho-keys'
  format: number
  archiveId: string
  /** When the archive was made: with its id, what a lost `archive.json` is told from. */
  createdAt: string
  /** Which data key it wraps (`keyCheck`). */
  check: string
  /** Counts the changes: of two copies the newer holds. */
  revision: number
  slots: readonly Slot[]
}>

export function isKeyFile(name: string): boolean {
  return name === KEY_FILE || name === KEY_FILE_COPY
}

/** Throws where the disk does not say: an encrypted archive must not be taken for a plain one. */
export function hasKeyFile(folder: string): boolean {
  return [KEY_FILE, KEY_FILE_COPY].some((name) => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined)
}

/**
 * The key file, and whether both copies say it. Throws `key-file-lost` where neither is what was written, and the disk's own
 * failure where a copy could not be read: it may be as good as ever.
 */
export function readKeyFile(folder: string): Readonly<{ file: KeyFile; twice: boolean }> {
  const read = [KEY_FILE, KEY_FILE_COPY].map((name) => contentOf(join(folder, name)))
  const found = read.map(({ text }) => (text === null ? null : parsed(text)))
  const [best] = found.flatMap((one) => (one ? [one] : [])).sort((a, b) => b.revision - a.revision)
  if (!best) {
    const failed = read.find((one) => one.failure !== null)
    if (failed) throw storageFailure(failed.failure)
    const there = read.some((one) => one.text !== null)
    throw new OperationError('key-file-lost', { problem: there ? 'damaged' : 'missing' })
  }
  if (best.format > FORMAT) throw new OperationError('archive-newer', { keys: best.format })
  return { file: best, twice: found.every((one) => one?.revision === best.revision) }
}

/** Both null: it is not there. */
function contentOf(path: string): Readonly<{ text: string | null; failure: unknown }> {
  try {
    return { text: readFileSync(path, 'utf8'), failure: null }
  } catch (error) {
    return { text: null, failure: (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : error }
  }
}

/** Both copies, one after the other: whatever stops it in between, one is whole. */
export function writeKeyFile(files: FileLayer, folder: string, file: KeyFile): void {
  const body = JSON.stringify(file)
  const bytes = Buffer.from(`{"sum":"${sumOf(body)}",\n"keys":${body}}\n`)
  for (const name of [KEY_FILE_COPY, KEY_FILE]) writeFileDurably(files, folder, name, bytes)
}

export function newKeyFile(archiveId: string, createdAt: string, dataKey: Uint8Array): KeyFile {
  const check = keyCheck(dataKey)
  return { kind: 'van-kho-keys', format: FORMAT, archiveId, createdAt, check, revision: 0, slots: [] }
}

function parsed(text: string): KeyFile | null {
  try {
    const match = /^\{"sum":"([0-9a-f]{64})",\n"keys":(.*)\}\n$/s.exec(text)
    if (!match || sumOf(match[2] ?? '') !== match[1]) return null
    const format = (JSON.parse(match[2] ?? '') as { format?: unknown }).format
    if (typeof format === 'number' && format > FORMAT) throw new OperationError('archive-newer', { keys: format })
    return keyFileOf(JSON.parse(match[2] ?? ''))
  } catch (error) {
    if (error instanceof OperationError) throw error
    return null
  }
}

/** null: not what this program writes. A file from a stick may ask for a hash that takes all memory: it is not asked. */
function keyFileOf(read: KeyFile): KeyFile | null {
  const whole =
    read.kind === 'van-kho-keys' &&
    typeof read.archiveId === 'string' &&
    typeof read.createdAt === 'string' &&
    isHex(read.check, 32) &&
    Number.isSafeInteger(read.revision) &&
    Array.isArray(read.slots) &&
    read.slots.length <= MOST_SLOTS &&
    read.slots.every(isSlot)
  return whole ? read : null
}

const MOST_SLOTS = 200
const MOST_MEMORY = 1 << 30

function isSlot(slot: Slot): boolean {
  const { id, createdAt, salt, nonce, wrapped } = slot
  const common = typeof id === 'string' && typeof createdAt === 'string'
  if (!common || !isHex(salt, 32) || !isHex(nonce, 12) || !isHex(wrapped, 48)) return false
  if (slot.kind === 'recovery') return true
  const { N, r, p } = slot.scrypt
  const power = Number.isSafeInteger(N) && N >= 2 && Math.log2(N) % 1 === 0
  const few = [r, p].every((one) => Number.isSafeInteger(one) && one >= 1 && one <= 32)
  return slot.kind === 'password' && power && few && 128 * N * r <= MOST_MEMORY
}

function isHex(text: unknown, bytes: number): boolean {
  return typeof text === 'string' && text.length === bytes * 2 && /^[0-9a-f]+$/.test(text)
}

function sumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}
