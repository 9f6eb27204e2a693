import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { swapDatabase } from '#archive/care/swap-database.ts'
import * as connection from '#archive/store/db/connection.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

vi.mock('#archive/store/db/connection.ts', { spy: true })

const { openDatabase } = await vi.importActual<typeof connection>('#archive/store/db/connection.ts')

test('a journal the other database left does not come to lie beside the old one, which is opened again as it was', () => {
  const folder = tempFolder()
  const made = (name: string, text: string) => {
    const db = openDatabase(join(folder, name), { key: null })
    db.exec('CREATE TABLE t(x)')
    db.prepare('INSERT INTO t VALUES (?)').run(text)
    return db
  }
  const old = made('archive.db', 'old')
  made('.new.db', 'new').close()
  const failed = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_DELETE' })
  vi.mocked(connection.openDatabase).mockImplementationOnce((path) => {
    writeFileSync(`${path}-journal`, 'what could not be removed')
    throw failed
  })
  let beside = true
  vi.mocked(connection.openDatabase).mockImplementationOnce((path, options) => {
    beside = existsSync(`${path}-journal`)
    return openDatabase(path, options)
  })
  const { db, failure, inPlace } = swapDatabase(folder, join(folder, '.new.db'), old)
  expect([failure, inPlace]).toEqual([failed, true])
  expect(db.prepare('SELECT x FROM t').pluck().all()).toEqual(['old'])
  expect(beside).toBe(false)
  expect(readdirSync(folder).filter((name) => name.startsWith('.new'))).toEqual(['.new.db'])
  db.close()
})
