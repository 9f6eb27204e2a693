import { describe, expect, onTestFinished, test } from 'vitest'
import { PLAIN_TABLES, SHADOWS, shadow } from '#archive/accounts/hidden-rows.ts'
import { isRestricted } from '#archive/store/accounts.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { migrate } from '#archive/store/db/migrate.ts'

describe('what hides rows', () => {
  test('stands before every table but those that tell of no document', () => {
    const db = openDatabase(':memory:')
    onTestFinished(() => void db.close())
    migrate(db)
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
           AND name NOT GLOB 'f[mb]' AND name NOT GLOB 'f[mb]_*'`
      )
      .pluck()
      .all() as string[]
    expect(tables.filter((name) => !(name in SHADOWS) && !PLAIN_TABLES.has(name))).toEqual([])
    expect([...Object.keys(SHADOWS), ...PLAIN_TABLES].filter((name) => !tables.includes(name))).toEqual([])
    expect(isRestricted(db, 'd_none')).toBe(false)
  })

  test('leaves queries their indexes: no table is read through for one document', () => {
    const db = openDatabase(':memory:')
    onTestFinished(() => void db.close())
    migrate(db)
    shadow(db)
    for (const sql of [
      'SELECT * FROM document WHERE id = ?',
      'SELECT n FROM document WHERE reference_key = ? ORDER BY issued_on DESC, n DESC LIMIT 30',
      'SELECT key FROM citation WHERE target_id = ?',
      'SELECT key FROM citation WHERE document_id = ?',
      'SELECT c.key FROM json_each(?) j CROSS JOIN citation c ON c.target_id = j.value',
      'SELECT text FROM recipient_line WHERE document_id = ? ORDER BY list, position',
      'SELECT v.id FROM delivery v JOIN document d ON d.id = v.document_id WHERE v.document_id = ?'
    ]) {
      const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all('x')
      const through = plan.map((row) => row.detail).filter((detail) => /^SCAN (?!j |citation$)/.test(detail))
      expect(through, sql).toEqual([])
    }
  })
})
