import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { assertEngine, openDatabase } from '#archive/store/db/connection.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

/** Reliability.md R18: the SQLite that is linked is asked for its version, and every connection for what it will do. */
const linked = (version: string) =>
  ({ prepare: () => ({ pluck: () => ({ get: () => version }) }) }) as unknown as Database

describe('a connection', () => {
  it('is not made with an SQLite that may lose a commit', () => {
    for (const version of ['3.51.2', '3.46.1', '3.7.0', '2.99.99']) {
      expect(() => assertEngine(linked(version)), version).toThrow('internal')
    }
    for (const version of ['3.51.3', '3.53.2', '4.0.0'])
      expect(() => assertEngine(linked(version)), version).not.toThrow()
  })

  it('waits for the disk at every commit', () => {
    const db = openDatabase(join(tempFolder(), 'archive.db'))
    try {
      expect(db.pragma('synchronous', { simple: true })).toBe(2)
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(db.pragma('trusted_schema', { simple: true })).toBe(0)
    } finally {
      db.close()
    }
  })
})
