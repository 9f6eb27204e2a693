import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DERIVED_TABLES, FACT_TABLES, INDEX_TABLES, KEPT_TABLES } from '#archive/care/fact-tables.ts'
import { rebuild } from '#archive/care/rebuild.ts'
import { everything, quietJob, verifyNow } from '#tests/support/damage.ts'
import { CLERK, fileForm, fileText, tempArchive } from '#tests/support/temp-archive.ts'

test('every table of the schema is known as fact, derived or index: none goes unverified', async () => {
  const { archive } = await tempArchive()
  const names = archive.db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'f__%' ORDER BY name")
    .pluck()
    .all() as string[]
  const all = archive.db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[]
  const shadow = all.filter((name) => /^f[mb]_/.test(name))
  const known: readonly string[] = [...FACT_TABLES, ...DERIVED_TABLES, ...INDEX_TABLES, ...KEPT_TABLES]
  expect(all.filter((name) => !known.includes(name) && !shadow.includes(name))).toEqual([])
  expect(names.length).toBeGreaterThan(5)
})

test('rebuild gives an equal database while the archive stays in use', async () => {
  const temp = await tempArchive()
  const { archive } = temp
  for (let n = 1; n <= 130; n++) await fileForm(archive, { number: String(n), symbol: 'CV/HU' })
  const running = rebuild(archive, quietJob())
  await fileText(archive, 'giua.txt', 'Số 500-CV/HU\ntrong lúc dựng lại')
  await running
  const answers = everything(archive)
  expect(archive.notices.map((one) => one.code)).toEqual(['database-rebuilt'])
  expect((await verifyNow(archive, 'full')).findings).toEqual([])
  await fileForm(archive, { number: '501' })
  const again = await temp.reopen()
  expect(again.notices).toEqual([])
  expect(answers.length).toBeGreaterThan(10_000)
  expect((await verifyNow(again, 'rows')).ok).toBe(true)
})

test('rows changed behind the ledger are found by verify and put right by rebuild', async () => {
  const { archive } = await tempArchive()
  const id = await fileText(archive, 'a.txt', 'Số 1-CV/HU\nmột văn bản', { number: '1', symbol: 'CV/HU' })
  const before = everything(archive)
  archive.db.prepare("UPDATE document SET subject = 'sửa trộm' WHERE id = ?").run(id)
  archive.db.prepare("UPDATE citation SET status = 'linked'").run()
  archive.db.exec("DELETE FROM fb WHERE rowid = 1; UPDATE search_text SET body = 'khác'")
  const quick = await verifyNow(archive, 'quick')
  expect(quick.ok).toBe(true)
  const { findings } = await verifyNow(archive, 'full')
  expect(findings).toContainEqual({
    code: 'row-differs',
    document: '1-CV/HU',
    documentId: id,
    detail: 'document 1: differs'
  })
  expect(findings.map((one) => one.code)).toContain('index-differs')
  await rebuild(archive, quietJob())
  expect(everything(archive)).toBe(before)
  expect((await verifyNow(archive, 'full')).ok).toBe(true)
})

test('a cancelled rebuild leaves the database as it was', async () => {
  const { archive } = await tempArchive()
  await fileForm(archive, { number: '1' })
  const job = { ...quietJob(), cancelled: true, signal: AbortSignal.abort() }
  await expect(rebuild(archive, job)).rejects.toMatchObject({ code: 'cancelled' })
  expect(archive.notices).toEqual([])
  await fileForm(archive, { number: '2' })
})

test('a database ahead of its ledger opens to be read, and only a person has it rebuilt', async () => {
  const temp = await tempArchive()
  await fileForm(temp.archive, { number: '1' })
  await fileForm(temp.archive, { number: '2' })
  await temp.archive.close()
  const path = join(temp.folder, 'ledger', '000001.jsonl')
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  writeFileSync(path, `${lines.slice(0, -1).join('\n')}\n`)
  const archive = await temp.reopen()
  expect(archive.mode).toBe('read-only')
  expect(archive.notices).toEqual([{ code: 'database-ahead', detail: { ledger: 2, database: 3 } }])
  expect(() => archive.commit([{ kind: 'body-removed', data: { bodyId: 'b_1' } }], CLERK)).toThrow('archive-read-only')
  expect((await verifyNow(archive, 'quick')).findings.map((one) => one.code)).toContain('database-ahead')
  await rebuild(archive, quietJob())
  expect(archive.mode).toBe('ready')
  expect(archive.db.prepare('SELECT count(*) FROM document').pluck().get()).toBe(1)
})
