import { cpSync, existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copyBeforeMigration } from '#archive/care/copy-before-migration.ts'
import { type FileLayer, systemFiles } from '#archive/files/file-layer.ts'
import { openArchive } from '#archive/open-archive.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { NEWEST_SCHEMA } from '#archive/store/db/migrate.ts'
import { dataKeyOf, openVault } from '#archive/vault/vaults.ts'
import { fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

test('before the schema changes, ledger and database are copied: with the originals it is the archive as it was', async () => {
  const { archive, folder } = await tempArchive()
  await fileText(archive, 'a.txt', 'Công văn số 12-CV/HU, ngày 03/02/2024 về việc nạo vét kênh Ông Thoòng.')
  const head = archive.ledger.head()
  const key = dataKeyOf(folder)
  await archive.close()
  const vault = openVault(folder, key)
  onTestFinished(() => vault.close())
  const db = openDatabase(join(folder, 'archive.db'))
  copyBeforeMigration(folder, db)
  expect(copies(folder), 'nothing to change, nothing to copy').toEqual([])
  for (const schema of [NEWEST_SCHEMA - 3, NEWEST_SCHEMA - 2, NEWEST_SCHEMA - 1]) {
    db.pragma(`user_version = ${schema}`)
    copyBeforeMigration(folder, db)
  }
  db.close()
  expect(copies(folder)).toEqual([`schema-${NEWEST_SCHEMA - 2}`, `schema-${NEWEST_SCHEMA - 1}`].sort())

  const again = join(tempFolder(), 'again')
  cpSync(join(folder, 'aside', `schema-${NEWEST_SCHEMA - 1}`), again, { recursive: true })
  for (const part of ['originals', 'texts']) cpSync(join(folder, part), join(again, part), { recursive: true })
  const copied = openDatabase(join(again, 'archive.db'), { key: vault.vault.databaseKey })
  expect(copied.pragma('user_version', { simple: true })).toBe(NEWEST_SCHEMA - 1)
  copied.pragma(`user_version = ${NEWEST_SCHEMA}`)
  copied.close()
  const opened = await openArchive(again, { log: () => {}, emit: () => {} })
  expect(opened.ledger.head()).toEqual(head)
  expect(opened.notices).toEqual([])
  expect(opened.db.prepare('SELECT count(*) FROM document').pluck().get()).toBe(1)
  await opened.close()
})

test.skipIf(process.platform !== 'linux')(
  'the copy is on the disk, bytes and names, before it gets its name and before the schema is touched',
  async () => {
    const { archive, folder } = await tempArchive()
    await fileText(archive, 'a.txt', 'Công văn số 12-CV/HU, ngày 03/02/2024 về việc nạo vét kênh Ông Thoòng.')
    const key = dataKeyOf(folder)
    await archive.close()
    const vault = openVault(folder, key)
    onTestFinished(() => vault.close())
    const db = openDatabase(join(folder, 'archive.db'))
    db.pragma(`user_version = ${NEWEST_SCHEMA - 1}`)
    const aside = join(folder, 'aside')
    const partial = join(aside, `schema-${NEWEST_SCHEMA - 1}.partial`)
    const calls: string[] = []
    let there: readonly string[] = []
    const watched: FileLayer = {
      ...systemFiles,
      sync(fd) {
        calls.push(`sync ${readlinkSync(`/proc/self/fd/${fd}`)}`)
        systemFiles.sync(fd)
      },
      syncFolder(path) {
        calls.push(`folder ${path}`)
        systemFiles.syncFolder(path)
      },
      renameNow(from, to) {
        there = readdirSync(from, { recursive: true, withFileTypes: true }).map((entry) => {
          return `${entry.isDirectory() ? 'folder' : 'sync'} ${join(entry.parentPath, entry.name)}`
        })
        calls.push('rename')
        systemFiles.renameNow(from, to)
      }
    }
    copyBeforeMigration(folder, db, watched)
    db.close()
    const before = calls.slice(0, calls.indexOf('rename'))
    expect(there).toEqual(
      expect.arrayContaining([`sync ${join(partial, 'archive.db')}`, `folder ${join(partial, 'ledger')}`])
    )
    expect(there.filter((one) => !before.includes(one))).toEqual([])
    // A folder is synced after what it names.
    expect(before.at(-1)).toBe(`folder ${partial}`)
    expect(before.indexOf(`folder ${join(partial, 'ledger')}`)).toBeGreaterThan(
      before.findLastIndex((one) => one.startsWith(`sync ${join(partial, 'ledger')}`))
    )
    expect(calls.slice(calls.indexOf('rename'))).toEqual(['rename', `folder ${aside}`])
  }
)

function copies(folder: string): readonly string[] {
  const aside = join(folder, 'aside')
  return existsSync(aside)
    ? readdirSync(aside)
        .filter((name) => name.startsWith('schema-'))
        .sort()
    : []
}
