import { describe, expect, onTestFinished, test } from 'vitest'
import { PLAIN_TABLES, SHADOWS } from '#archive/accounts/hidden-rows.ts'
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
})
