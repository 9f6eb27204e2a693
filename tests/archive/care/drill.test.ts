import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backup } from '#archive/care/backup.ts'
import { readCare } from '#archive/care/care-file.ts'
import { drill } from '#archive/care/drill.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { everything, quietJob } from '#tests/support/damage.ts'
import { fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

async function backedUp() {
  const temp = await tempArchive()
  const ids: string[] = []
  for (let n = 1; n <= 4; n++) ids.push(await fileText(temp.archive, `${n}.txt`, `Số ${n}-CV/HU\nviệc thứ ${n}`))
  const lose = (id: string): void => {
    const sha256 = documentFiles(temp.archive.db, id)[0]?.sha256 ?? ''
    writeFileSync(temp.archive.originals.path(sha256), 'khác')
  }
  return { temp, ids, lose }
}

test('restores beside the archive, counts, holds it against the ledger, and leaves nothing', async () => {
  const { temp } = await backedUp()
  const made = await backup(temp.archive, tempFolder(), 'test', quietJob())
  const seq = temp.archive.ledger.head().seq
  await fileText(temp.archive, 'sau.txt', 'Số 9-CV/HU\nvào sau')
  const before = everything(temp.archive)
  const report = await drill(temp.archive, made, quietJob())
  expect(report).toMatchObject({
    ok: true,
    problem: null,
    sameLedger: true,
    ledger: { seq, hash: temp.archive.ledger.hashOf(seq) },
    restored: { documents: 4, originals: 4, texts: 4 },
    findings: 0
  })
  expect(report.restored).toEqual(report.expected)
  expect(readdirSync(dirname(temp.folder))).toEqual(['archive'])
  expect(everything(temp.archive)).toBe(before)
  expect(readCare(temp.folder).lastDrill).toEqual(report)
})

test('a backup that cannot be restored is the result of the drill, by name', async () => {
  const { temp } = await backedUp()
  const made = await backup(temp.archive, tempFolder(), 'test', quietJob())
  const path = join(made, 'archive.db')
  const bytes = readFileSync(path)
  bytes[5000] = (bytes[5000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const report = await drill(temp.archive, made, quietJob())
  expect(report).toMatchObject({ ok: false, problem: 'backup-file', restored: { documents: 0 } })
  expect(readdirSync(dirname(temp.folder))).toEqual(['archive'])
})

test('a backup of another line of facts is told by the ledger; what was lost before the backup is expected', async () => {
  const { temp, ids, lose } = await backedUp()
  lose(ids[0] ?? '')
  const made = await backup(temp.archive, tempFolder(), 'test', quietJob())
  expect(await drill(temp.archive, made, quietJob())).toMatchObject({
    ok: true,
    restored: { documents: 4, originals: 3 },
    findings: 1
  })
  const other = await backedUp()
  await expect(drill(other.temp.archive, made, quietJob())).rejects.toMatchObject({ code: 'conflict' })
})
