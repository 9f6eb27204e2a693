import { closeSync, cpSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { WritableDb } from '../archive-context.ts'
import { ARCHIVE_FILE, ASIDE, DATABASE, LEDGER } from '../archive-file.ts'
import { type FileLayer, makeFolders, systemFiles } from '../files/file-layer.ts'
import { requireSpace } from '../folder-checks.ts'
import { NEWEST_SCHEMA, schemaOf } from '../store/db/migrate.ts'
import { KEY_FILE, KEY_FILE_COPY } from '../vault/key-file.ts'

/** Copies lie in `aside/` under this name and the schema they have; the two newest are kept. */
const NAME = 'schema-'
const KEPT = 2

/**
 * Before a newer program changes the schema, what it will change is copied: the database as it stands (one instant, its
 * write-ahead log included), the ledger, `archive.json`, the key file of a sealed archive. Originals and texts keep their
 * names and bytes and need no copy: with them the copy is an archive the older program opens. Every byte and name of it is on
 * the disk when this returns: a power cut in the midst of the change finds it whole. Throws disk-full before anything is changed.
 */
export function copyBeforeMigration(folder: string, db: WritableDb, files: FileLayer = systemFiles): void {
  const schema = schemaOf(db)
  if (schema === 0 || schema >= NEWEST_SCHEMA) return
  const aside = makeFolders(files, folder, ASIDE)
  const made = join(aside, `${NAME}${schema}`)
  if (existsSync(made)) return
  requireSpace(folder, sizeOf(folder))
  const partial = `${made}.partial`
  rmSync(partial, { recursive: true, force: true })
  makeFolders(files, aside, `${NAME}${schema}.partial`)
  db.prepare('VACUUM INTO ?').run(join(partial, DATABASE))
  cpSync(join(folder, LEDGER), join(partial, LEDGER), { recursive: true })
  for (const name of [ARCHIVE_FILE, KEY_FILE, KEY_FILE_COPY]) {
    if (existsSync(join(folder, name))) cpSync(join(folder, name), join(partial, name))
  }
  syncTree(files, partial)
  files.renameNow(partial, made)
  files.syncFolder(aside)
  for (const old of copiesIn(aside).slice(KEPT)) rmSync(join(aside, old), { recursive: true, force: true })
}

/** Neither SQLite's copy nor the system's is synced by itself. Files first, then the folder that names them. */
function syncTree(files: FileLayer, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      syncTree(files, path)
      continue
    }
    // Windows syncs only what is open for writing.
    const fd = openSync(path, 'r+')
    try {
      files.sync(fd)
    } finally {
      closeSync(fd)
    }
  }
  files.syncFolder(folder)
}

/** Newest schema first. */
function copiesIn(aside: string): readonly string[] {
  const number = (name: string): number => Number(name.slice(NAME.length))
  return readdirSync(aside)
    .filter((name) => name.startsWith(NAME) && Number.isInteger(number(name)))
    .sort((a, b) => number(b) - number(a))
}

function sizeOf(folder: string): number {
  const segments = readdirSync(join(folder, LEDGER)).map((name) => join(folder, LEDGER, name))
  return [join(folder, DATABASE), join(folder, `${DATABASE}-wal`), ...segments]
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + statSync(path).size, 0)
}
