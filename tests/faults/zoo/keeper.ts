import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { restoreExport } from '#archive/export/from-export.ts'
import { openEngine } from '#archive/store/db/engines.ts'
import { vaultOf } from '#archive/vault/vaults.ts'
import { OperationError } from '#contract/failures.ts'
import { quietJob, verifyNow } from '#tests/support/alter.ts'
import { restoreHere, unlocked } from '#tests/support/encrypted.ts'
import { openIt } from '../harness/archive.ts'

export type Keeper = Readonly<{
  place: string
  /** The whole archive, closed; an older backup of it; another archive. */
  source: string
  older: string
  foreign: string
  /** Copies to break. */
  archive(): string
  backup(): string
  exported(): string
  /** Where something would be restored to. */
  target: string
}>

/** Breaks something and says which codes came of it. */
export type Cage = (keeper: Keeper) => Promise<readonly string[]>

/** What opening says: notices, or the failure. */
export async function opening(folder: string): Promise<readonly string[]> {
  try {
    const archive = await openIt(folder)
    const codes = archive.notices.map((one) => String(one.detail.why ?? one.code))
    await archive.close()
    return codes
  } catch (error) {
    return [codeOf(error)]
  }
}

/** What a full check finds, each code once; opening's notices are not part of it. */
export async function checking(folder: string): Promise<readonly string[]> {
  const archive = await openIt(folder)
  try {
    return [...new Set((await verifyNow(archive, 'full')).findings.map((one) => one.code))]
  } finally {
    await archive.close()
  }
}

export function restoring(backup: string, target: string): Promise<readonly string[]> {
  return refusal(() => restoreHere(backup, target, quietJob()))
}

export function restoringExport(from: string, target: string): Promise<readonly string[]> {
  return refusal(() => restoreExport(from, target, quietJob()))
}

async function refusal(work: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await work()
    return []
  } catch (error) {
    return [codeOf(error)]
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof OperationError)) throw error
  return String(error.detail.damage ?? error.detail.problem ?? error.code)
}

/** The database as SQLite has it, none of the program's ways with it; a sealed one by its key. */
export async function onDatabase(folder: string, work: (db: Database) => void): Promise<void> {
  await unlocked(folder, () => {
    const db = openEngine(join(folder, 'archive.db'), {}, vaultOf(folder).databaseKey)
    work(db)
    db.close()
  })
}

/** The files below, by their paths. */
export function below(folder: string, within: string): readonly string[] {
  return readdirSync(join(folder, within), { recursive: true })
    .map((name) => join(folder, within, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort()
}

export function first(paths: readonly string[]): string {
  const [path] = paths
  if (path === undefined) throw new Error('nothing to break')
  return path
}

export function change(path: string, by: (bytes: Buffer) => Uint8Array): void {
  chmodSync(path, 0o600)
  writeFileSync(path, by(readFileSync(path)))
}

/** Turns a bit in the middle. */
export function harm(path: string): void {
  change(path, (bytes) => {
    const at = bytes.length >> 1
    bytes[at] = (bytes[at] ?? 0) ^ 4
    return bytes
  })
}

type Manifest = { files: { path: string; bytes: number; sha256: string }[] } & Record<string, unknown>

/** The manifest of a backup put in order again after a change, as one who knows the format could. */
export function reseal(folder: string, by: (manifest: Manifest) => unknown = (manifest) => manifest): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')) as Manifest
  const files = manifest.files.map((one) => {
    const path = join(folder, one.path)
    if (!existsSync(path)) return one
    const bytes = readFileSync(path)
    return { ...one, bytes: bytes.length, sha256: sha(bytes) }
  })
  const bytes = Buffer.from(JSON.stringify(by({ ...manifest, files }), null, 1))
  writeFileSync(join(folder, 'backup.json'), bytes)
  writeFileSync(join(folder, 'backup.sha256'), `${sha(bytes)}\n`)
}

export function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
