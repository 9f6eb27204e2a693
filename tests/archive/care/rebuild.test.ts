import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { DERIVED_TABLES, FACT_TABLES, INDEX_TABLES, KEPT_TABLES } from '#archive/care/fact-tables.ts'
import { rebuild } from '#archive/care/rebuild.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { everything, quietJob, verifyNow } from '#tests/support/damage.ts'
import { CLERK, fileForm, fileText, tempArchive } from '#tests/support/temp-archive.ts'

afterEach(() => void vi.restoreAllMocks())

const EIO = Object.assign(new Error('EIO: i/o error, rename'), { code: 'EIO' })

/** Renames of the database fail from the n-th on, so many of them. */
function failingRenames(from: number, many: number): void {
  const real = systemFiles.renameNow
  let n = 0
  vi.spyOn(systemFiles, 'renameNow').mockImplementation((one, two) => {
    if (!/archive\.db$/.test(one) && !/archive\.db$/.test(two)) return real(one, two)
    n++
    if (n >= from && n < from + many) throw EIO
    real(one, two)
  })
}

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

test.each([
  [1, 'the old one cannot be put aside'],
  [2, 'the new one cannot be put in its place']
])('where the swap fails at step %i (%s) the archive goes on with the old database', async (step) => {
  const temp = await tempArchive()
  await fileForm(temp.archive, { number: '1' })
  const before = everything(temp.archive)
  failingRenames(step, 1)
  await expect(rebuild(temp.archive, quietJob())).rejects.toMatchObject({ code: 'io-error' })
  expect(temp.archive.mode).toBe('ready')
  expect(everything(temp.archive)).toBe(before)
  await fileForm(temp.archive, { number: '2' })
  const again = await temp.reopen()
  expect(again.notices).toEqual([])
  expect((await verifyNow(again, 'full')).ok).toBe(true)
})

test('a thing in the way of the old database is a failure before anything was moved', async () => {
  const { archive, folder } = await tempArchive()
  await fileForm(archive, { number: '1' })
  const inTheWay = join(folder, 'aside', 'archive.db')
  mkdirSync(join(inTheWay, 'x'), { recursive: true })
  await expect(rebuild(archive, quietJob())).rejects.toMatchObject({
    code: expect.stringMatching(/io-error|read-only/)
  })
  await fileForm(archive, { number: '2' })
  rmSync(inTheWay, { recursive: true })
  await rebuild(archive, quietJob())
  expect((await verifyNow(archive, 'full')).ok).toBe(true)
})

test('where the old database cannot go back to its place it is read where it lies, and nothing is written', async () => {
  const temp = await tempArchive()
  await fileForm(temp.archive, { number: '1' })
  const before = everything(temp.archive)
  failingRenames(2, 2)
  await expect(rebuild(temp.archive, quietJob())).rejects.toMatchObject({ code: 'io-error' })
  expect(everything(temp.archive)).toBe(before)
  expect(temp.archive.mode).toBe('read-only')
  expect(temp.archive.notices.map((one) => one.code)).toEqual(['database-not-replaced'])
  await expect(fileForm(temp.archive, { number: '2' })).rejects.toMatchObject({ code: 'archive-read-only' })
  await rebuild(temp.archive, quietJob())
  expect(temp.archive.mode).toBe('ready')
  await fileForm(temp.archive, { number: '2' })
  const again = await temp.reopen()
  expect(again.notices).toEqual([])
  expect((await verifyNow(again, 'full')).ok).toBe(true)
})
