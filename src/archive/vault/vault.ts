import { createHmac, hkdfSync } from 'node:crypto'
import { type LineSeal, plainLines, sealedLines } from './sealed-lines.ts'
import { createSealer, plainSealer, type Sealer } from './sealer.ts'
import type { SmallSeal } from './small-seal.ts'
import { CONTENT, type StoredFile } from './stored-file.ts'

/**
 * How an archive's content lies on the disk: plain, or sealed by a key (ADR 0017). Whoever writes or reads content below
 * an archive's folder does it through this, and need not know which.
 */
export type Vault = Readonly<{
  encrypted: boolean
  /** The name a paper of this hash, its text and what is kept of it go by on the disk: a hash would tell of a known paper. */
  nameOf(sha256: string): string
  /** A paper that lies at `path` of this archive. */
  stored(path: string): StoredFile
  /** Seals a paper's bytes as they come. */
  sealer(): Sealer
  /** For small files; `purpose` keeps one from passing for another. null: they are plain. */
  smallSeal(purpose: string): SmallSeal | null
  ledger: LineSeal
  journal: LineSeal
  databaseKey: Uint8Array | null
}>

export const plainVault: Vault = {
  encrypted: false,
  nameOf: (sha256) => sha256,
  stored: (path) => ({ path, key: null }),
  sealer: () => plainSealer,
  smallSeal: () => null,
  ledger: plainLines,
  journal: plainLines,
  databaseKey: null
}

/** Each kind of thing has a key of its own made of the archive's data key. */
export function vaultWith(dataKey: Uint8Array): Vault {
  const content = subkey(dataKey, 'content')
  const small = subkey(dataKey, 'small files')
  const names = subkey(dataKey, 'names')
  return {
    encrypted: true,
    nameOf: (sha256) => createHmac('sha256', names).update(sha256).digest('hex'),
    stored: (path) => ({ path, key: content }),
    sealer: () => createSealer(content, CONTENT),
    smallSeal: (purpose) => ({ key: small, purpose }),
    ledger: sealedLines(subkey(dataKey, 'ledger')),
    journal: sealedLines(subkey(dataKey, 'journal')),
    databaseKey: subkey(dataKey, 'database')
  }
}

/** Says which data key a folder is sealed by, and nothing of the key. */
export function keyCheck(dataKey: Uint8Array): string {
  return subkey(dataKey, 'check').toString('hex')
}

function subkey(dataKey: Uint8Array, what: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(0), `van-kho ${what} 1`, 32))
}
