import { createRequire } from 'node:module'
import Plain from 'better-sqlite3'

type Engine = typeof Plain

let ciphers: Engine | null = null

/** The engine that reads sealed pages: the same interface, a binary of its own, loaded for encrypted archives alone. */
function cipherEngine(): Engine {
  ciphers ??= createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as Engine
  return ciphers
}

/**
 * Opens a database file; with a key, as SQLCipher keeps it (AES-256 and HMAC-SHA-512 for each page): the format other
 * programs read too, should this one be gone. The key is raw: no password is stretched here.
 */
export function openEngine(path: string, options: Plain.Options, key: Uint8Array | null): Plain.Database {
  if (!key) return new Plain(path, options)
  const Ciphers = cipherEngine()
  const db = new Ciphers(path, options)
  try {
    db.pragma("cipher = 'sqlcipher'")
    db.pragma('legacy = 4')
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
