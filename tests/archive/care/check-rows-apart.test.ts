import { expect, test } from 'vitest'
import type { JobHandle } from '#archive/archive-context.ts'
import { checkRows } from '#archive/care/check-rows.ts'
import { checkRowsApart } from '#archive/care/check-rows-apart.ts'
import { verify } from '#archive/care/verify.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { fileText, tempArchive } from '#tests/support/temp-archive.ts'

const job = (signal = new AbortController().signal): JobHandle =>
  ({ id: 'j_1', cancelled: false, signal, total() {}, step() {}, result() {} }) as unknown as JobHandle

test('rows looked at in a thread of their own give what they give in this one, and hold nobody up', async () => {
  const { archive } = await tempArchive()
  for (const at of [1, 2, 3])
    await fileText(archive, `${at}.txt`, `Công văn số ${at}-CV/HU, ngày 03/02/2024 về việc số ${at}.`)
  expect((await verify(archive, 'full', job(), checkRowsApart)).findings).toEqual([])
  // Seen by both: a value that no fact says, and a word the index does not hold.
  const other = openDatabase(archive.db.name)
  other.prepare("UPDATE document SET subject = 'khác' WHERE n = 2").run()
  other.prepare('DELETE FROM fb WHERE rowid = 3').run()
  other.close()
  for (const depth of ['rows', 'full'] as const) {
    const here = await verify(archive, depth, job(), checkRows)
    let turns = 0
    const turning = setInterval(() => turns++, 5)
    const apart = await verify(archive, depth, job(), checkRowsApart)
    clearInterval(turning)
    expect(apart.findings, depth).toEqual(here.findings)
    expect(here.findings.length).toBeGreaterThan(1)
    expect(turns).toBeGreaterThan(3)
  }
})

test('a paper filed meanwhile is no finding; told to stop, it stops', async () => {
  const { archive } = await tempArchive()
  for (const at of [1, 2, 3])
    await fileText(archive, `${at}.txt`, `Công văn số ${at}-CV/HU, ngày 03/02/2024 về việc số ${at}.`)
  const [report] = await Promise.all([
    verify(archive, 'full', job(), checkRowsApart),
    fileText(archive, '4.txt', 'Công văn số 4-CV/HU, ngày 04/02/2024 về việc khác.')
  ])
  expect(report.findings).toEqual([])
  const stopped = verify(archive, 'full', job(AbortSignal.abort()), checkRowsApart)
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
})
