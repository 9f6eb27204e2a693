import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '#archive/open-archive.ts'
import { onDatabase } from '#tests/faults/zoo/keeper.ts'
import { copyOf } from '#tests/support/damage.ts'
import { fileForm, tempArchive } from '#tests/support/temp-archive.ts'

/** Ledger and database are each other's witness: whichever was changed, the other one tells (design §3). */
async function archive(name: string) {
  const temp = await tempArchive()
  for (let n = 1; n <= 4; n++)
    await fileForm(temp.archive, { number: `${n}`, symbol: 'CV/HU', subject: `${name} ${n}` })
  const ledger = join(temp.folder, 'ledger', '000001.jsonl')
  const lines = readFileSync(ledger, 'utf8').trimEnd().split('\n')
  await temp.archive.close()
  return { folder: temp.folder, lines }
}

async function opened(folder: string) {
  const one = await openArchive(folder)
  const facts = { mode: one.mode, notices: one.notices.map(({ code }) => code), archiveId: one.archiveId }
  const subjects = one.db.prepare('SELECT subject FROM document ORDER BY n').pluck().all()
  await one.close()
  return { ...facts, subjects }
}

describe('an archive opened', () => {
  it('with lines of the ledger gone is read-only and says so', async () => {
    const { folder, lines } = await archive('việc')
    writeFileSync(join(folder, 'ledger', '000001.jsonl'), `${lines.slice(0, -2).join('\n')}\n`)
    expect(await opened(folder)).toMatchObject({ mode: 'read-only', notices: ['database-ahead'] })
  })

  it('with another line under the same number is read-only and says so', async () => {
    const { folder } = await archive('việc')
    await onDatabase(folder, (db) =>
      db.prepare("UPDATE meta SET value = ? WHERE key = 'ledger_hash'").run('0'.repeat(64))
    )
    expect(await opened(folder)).toMatchObject({ mode: 'read-only', notices: ['ledger-differs'] })
  })

  it('with the database of another one makes its own again', async () => {
    const [one, other] = [await archive('việc'), await archive('chuyện')]
    const folder = copyOf(one.folder)
    rmSync(join(folder, 'archive.db'))
    cpSync(join(other.folder, 'archive.db'), join(folder, 'archive.db'))
    const found = await opened(folder)
    expect(found.notices).toEqual(['database-rebuilt'])
    expect(found.subjects).toEqual(['việc 1', 'việc 2', 'việc 3', 'việc 4'])
  })

  it('with a document’s row gone makes the database again', async () => {
    const { folder } = await archive('việc')
    await onDatabase(folder, (db) => {
      db.pragma('foreign_keys = OFF')
      db.exec('DELETE FROM document WHERE n = (SELECT max(n) FROM document)')
    })
    const found = await opened(folder)
    expect(found.notices).toEqual(['database-rebuilt'])
    expect(found.subjects).toHaveLength(4)
  })
})
