import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { WritableDb } from '#archive/archive-context.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { APPLICATION_ID, migrate, schemaText } from '#archive/store/db/migrate.ts'
import { MIGRATIONS } from '#archive/store/db/migrations/migrations.ts'

const SNAPSHOT = join(import.meta.dirname, '../../../src/archive/store/db/schema.sql')

test('the committed schema is what the migrations make (vitest -u writes it)', async () => {
  const db = openDatabase(':memory:')
  migrate(db)
  await expect(schemaText(db)).toMatchFileSnapshot(SNAPSHOT)
})

test('every migration is one step of its own, in order, and a second run does nothing', () => {
  const numbers = MIGRATIONS.map((one) => one.number)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(new Set(numbers).size).toBe(numbers.length)
  const db = openDatabase(':memory:')
  let before: readonly string[] = []
  for (const migration of MIGRATIONS) {
    db.transaction(() => {
      migration.up(db)
      db.pragma(`user_version = ${migration.number}`)
    })()
    const now = tables(db)
    expect(now.length).toBeGreaterThan(before.length)
    expect(now).toEqual(expect.arrayContaining([...before]))
    before = now
  }
  migrate(db)
  expect(tables(db)).toEqual(before)
  expect(db.pragma('user_version', { simple: true })).toBe(numbers.at(-1))
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
})

test('stopping after any migration, the rest brings the same schema', () => {
  const whole = openDatabase(':memory:')
  migrate(whole)
  for (const [index, last] of MIGRATIONS.entries()) {
    const db = openDatabase(':memory:')
    for (const migration of MIGRATIONS.slice(0, index + 1)) migration.up(db)
    db.pragma(`user_version = ${last.number}`)
    migrate(db)
    expect(schemaText(db)).toBe(schemaText(whole))
  }
})

test('a database of a newer program is refused untouched', () => {
  const db = openDatabase(':memory:')
  db.pragma('user_version = 9999')
  expect(() => migrate(db)).toThrow(expect.objectContaining({ code: 'archive-newer' }))
  expect(tables(db)).toEqual([])
})

function tables(db: WritableDb): readonly string[] {
  return db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map((row) => row.name)
}
