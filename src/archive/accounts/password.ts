import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { OperationError } from '#contract/operation-error.ts'
import { LEAST_PASSWORD, MOST_PASSWORD } from '#contract/operations/accounts.ts'
import { isGuessable } from '#domain/vocabulary/guessable-passwords.ts'
import type { Verifier } from '../ledger/access-events.ts'
import { accountKey } from './account-key.ts'

/** scrypt's cost: half a second on an office machine, 128 MB while it lasts (stack.md). */
export const SCRYPT_COST = 2 ** 17
const BLOCK = 8
const LANES = 1
const HASH_BYTES = 32
const SALT_BYTES = 16
/** A verifier out of a ledger somebody else wrote asks for no more than this. */
const MOST_COST = 2 ** 20

export type Passwords = Readonly<{
  /** Throws `weak-password`. */
  make(password: string, name: string, field?: string): Promise<Verifier>
  /** Takes as long whether there is a verifier or not. */
  isRight(password: string, verifier: Verifier | null): Promise<boolean>
}>

/** `cost` is a test's to lower; the shells have no way to. One at a time, off the thread: each takes 128 MB. */
export function createPasswords(cost = SCRYPT_COST): Passwords {
  let turn: Promise<unknown> = Promise.resolve()
  const nobody: Verifier = {
    kind: 'scrypt',
    n: cost,
    r: BLOCK,
    p: LANES,
    salt: randomBytes(SALT_BYTES).toString('base64'),
    hash: randomBytes(HASH_BYTES).toString('base64')
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work)
    turn = next.catch(() => {})
    return next
  }

  return {
    async make(password, name, field) {
      requireStrong(password, name, field)
      const salt = randomBytes(SALT_BYTES)
      const shape = { n: cost, r: BLOCK, p: LANES }
      const hash = await inTurn(() => derive(password, salt, shape, HASH_BYTES))
      return { kind: 'scrypt', ...shape, salt: salt.toString('base64'), hash: hash.toString('base64') }
    },
    async isRight(password, verifier) {
      const { salt, hash, ...shape } = verifier ?? nobody
      const known = Buffer.from(hash, 'base64')
      if (shape.n > MOST_COST || shape.r > 32 || shape.p > 16 || known.length < HASH_BYTES) return false
      const made = await inTurn(() => derive(password, Buffer.from(salt, 'base64'), shape, known.length))
      return timingSafeEqual(made, known) && verifier !== null
    }
  }
}

function derive(
  password: string,
  salt: Buffer,
  shape: Readonly<{ n: number; r: number; p: number }>,
  bytes: number
): Promise<Buffer> {
  const { n: N, r, p } = shape
  return new Promise((resolve, reject) => {
    // One writing of each letter: a password is the same on a keyboard that sends marks apart.
    scrypt(password.normalize('NFC'), salt, bytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key)
    )
  })
}

function requireStrong(password: string, name: string, field?: string): void {
  const bounds = { least: LEAST_PASSWORD, most: MOST_PASSWORD, ...(field ? { field } : {}) }
  const length = [...password.normalize('NFC')].length
  if (length < LEAST_PASSWORD || length > MOST_PASSWORD) throw new OperationError('weak-password', bounds)
  if (accountKey(password) === accountKey(name))
    throw new OperationError('weak-password', { ...bounds, problem: 'name' })
  if (isGuessable(password)) throw new OperationError('weak-password', { ...bounds, problem: 'guessable' })
}
