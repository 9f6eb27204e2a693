import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everything, verifyNow } from '#tests/support/damage.ts'
import { TEST_ENCRYPTED } from '#tests/support/encrypted.ts'
import { CLERK, fileText, type TempArchive, tempArchive } from '#tests/support/temp-archive.ts'
import { report } from './case-count.ts'

async function filled(papers: number): Promise<TempArchive> {
  const temp = await tempArchive()
  for (let n = 1; n <= papers; n++) {
    const text = `Số ${n}-CV/HU\nThực hiện Công văn số ${n + 1}-CV/HU của Ban Thường vụ Huyện ủy về việc số ${n * 7}.`
    await fileText(temp.archive, `${n}.txt`, text, { number: String(n), symbol: 'CV/HU', subject: `việc thứ ${n}` })
  }
  const first = temp.archive.db.prepare<[], string>('SELECT id FROM document WHERE n = 1').pluck().get() ?? ''
  temp.archive.commit([{ kind: 'document-withdrawn', data: { documentId: first, reason: 'thử' } }], CLERK)
  return temp
}

describe('the database is lost', () => {
  test('deleted: made again from ledger and originals, every row and answer equal', async () => {
    const temp = await filled(12)
    const before = everything(temp.archive)
    await temp.archive.close()
    rmSync(join(temp.folder, 'archive.db'))
    const again = await temp.reopen()
    expect(again.notices.map((one) => [one.code, one.detail.why])).toEqual([['database-rebuilt', 'database-missing']])
    expect(everything(again)).toBe(before)
    expect((await verifyNow(again, 'full')).findings).toEqual([])
    report('database deleted and rebuilt equal', 1)
  })

  test('deleted with all texts: they are read again from the originals', async () => {
    const temp = await filled(5)
    const before = everything(temp.archive)
    await temp.archive.close()
    rmSync(join(temp.folder, 'archive.db'))
    rmSync(join(temp.folder, 'texts'), { recursive: true })
    const again = await temp.reopen()
    expect(again.notices[0]?.detail).toMatchObject({ texts: 5 })
    expect(everything(again)).toBe(before)
  })

  test('a database of another archive in its place is recognised', async () => {
    const temp = await filled(3)
    const before = everything(temp.archive)
    const other = await tempArchive()
    await other.archive.close()
    await temp.archive.close()
    copyFileSync(join(other.folder, 'archive.db'), join(temp.folder, 'archive.db'))
    const again = await temp.reopen()
    // One that is sealed by another key is no database at all.
    expect(again.notices[0]?.detail.why).toBe(TEST_ENCRYPTED ? 'database-damaged' : 'database-foreign')
    expect(everything(again)).toBe(before)
    expect(existsSync(join(temp.folder, 'aside', 'archive.db'))).toBe(true)
  })
})
