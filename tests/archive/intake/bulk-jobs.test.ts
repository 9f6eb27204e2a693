import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptJobs } from '#archive/jobs/job-journal.ts'
import { dataKeyOf, openVault } from '#archive/vault/vaults.ts'
import type { StagedId } from '#contract/ids.ts'
import { type Desk, openDesk } from '#tests/archive/backlog/desk.ts'
import { textFile } from '#tests/archive/backlog/sheets.ts'

const letter = (number: number, subject = 'việc') =>
  `HUYỆN ỦY ĐAM RÔNG                    ĐẢNG CỘNG SẢN VIỆT NAM
*                              Đam Rông, ngày 03 tháng 01 năm 2019
Số ${number}-CV/HU
V/v ${subject} thứ ${number}

Kính gửi: Đảng ủy các xã.

T/M BAN THƯỜNG VỤ
Cil Múp
`

async function stageAll(desk: Desk, texts: Readonly<Record<string, string>>): Promise<StagedId[]> {
  const staged: StagedId[] = []
  for (const [name, text] of Object.entries(texts)) staged.push(await desk.stage(textFile(name, text), name))
  return staged
}

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index + 1}.txt`, letter(index + 1)]))

test('the lines of a job are there after a restart: listed, looked up page by page, and printed', async () => {
  const desk = await openDesk()
  const staged = await stageAll(desk, { ...many(40), 'lại.txt': letter(1), 'rỗng.txt': '' })
  const job = await desk.ended(await desk.call('intake.import', { staged }))
  expect(job.counts).toEqual({ filed: 40, duplicate: 1, 'file-empty': 1 })
  expect(job.refused).toBe(1)
  await desk.engine.close()

  const again = await openDesk(desk.folder)
  const [listed] = (await again.call('job.list', {})).jobs
  expect(listed).toMatchObject({ id: job.id, state: 'done', total: 42, counts: job.counts, refused: 1 })
  const page = await again.call('job.results', { jobId: job.id, limit: 3 })
  expect(page.total).toBe(42)
  expect(page.results.map((line) => line.code)).toEqual(['file-empty', 'duplicate', 'filed'])
  const rest = await again.call('job.results', { jobId: job.id, offset: 3, limit: 500 })
  expect(rest.results).toHaveLength(39)
  const printed = await again.call('report.html', {
    name: 'import-summary',
    from: null,
    to: null,
    documentId: null,
    jobId: job.id
  })
  expect(printed.rows).toBe(42)
  expect(printed.html).toContain('17-CV/HU')
  expect(printed.html).toContain('Không nhận: tệp rỗng')
})

test('an import cut off by the closing of the program goes on with its own lines, and nothing is filed twice', async () => {
  const desk = await openDesk()
  const staged = await stageAll(desk, many(90))
  const { jobId } = await desk.call('intake.import', { staged })
  while ((await desk.call('job.get', { jobId })).done < 20) await new Promise((resolve) => setTimeout(resolve, 2))
  const vault = openVault(desk.folder, dataKeyOf(desk.folder))
  await desk.engine.close()
  const [cut] = keptJobs(desk.folder)
  vault.close()
  expect(cut?.endedAt).toBe(null)

  const again = await openDesk(desk.folder)
  const before = (await again.call('overview', {})).documents
  expect(before).toBeLessThan(90)
  await again.call('intake.list', {})
  const going = (await again.call('job.list', {})).jobs.find((job) => job.state === 'running')
  if (!going) throw new Error('not gone on with')
  const job = await again.ended({ jobId: going.id })
  expect(job.counts).toEqual({ filed: 90 })
  expect(new Set(job.results.map((line) => line.id)).size).toBe(90)
  expect((await again.call('overview', {})).documents).toBe(90)
  expect((await again.call('intake.list', {})).total).toBe(0)
  expect(keptJobs(desk.folder).map((one) => [one.results.length, one.state])).toEqual([[90, 'done']])
})

test('the queue is given surest first, as much as is asked for, with what is open wherever it stands', async () => {
  const desk = await openDesk()
  const unsure = { 'thiếu số.txt': letter(7).replace(/Số .*\n/, ''), 'chữ.txt': 'vài chữ không có đầu đề' }
  const staged = await stageAll(desk, { ...unsure, ...many(6) })
  await desk.ended(await desk.call('intake.start', { staged }))
  const { items, total, counts, within } = await desk.call('intake.list', { limit: 4 })
  expect(items.map((item) => item.status)).toEqual(['ready', 'ready', 'ready', 'ready'])
  // As they were handed in among equals.
  expect(items.map((item) => item.name)).toEqual(['1.txt', '2.txt', '3.txt', '4.txt'])
  expect({ total, ready: counts.ready, within: within[0] }).toEqual({ total: 8, ready: 6, within: 6 })
  const all = (await desk.call('intake.list', {})).items
  const last = all.at(-1)
  if (!last) throw new Error('nothing waits')
  expect(last.name).toBe('chữ.txt')
  const far = await desk.call('intake.list', { limit: 1, current: last.id })
  expect([far.items.length, far.current?.name]).toEqual([1, 'chữ.txt'])

  const job = await desk.ended(await desk.call('intake.accept', { doubt: 0, name: 'đủ' }))
  expect(job.counts).toEqual({ filed: 6 })
  expect((await desk.call('intake.list', {})).total).toBe(2)
  expect(await desk.ask('intake.accept', { ids: [] })).toMatchObject({ ok: false, code: 'missing-field' })
})

test('a filing taken back waits again with the form as it was, and is no duplicate of itself', async () => {
  const desk = await openDesk()
  await desk.ended(await desk.call('intake.start', { staged: await stageAll(desk, { 'a.txt': letter(5) }) }))
  const [item] = (await desk.call('intake.list', {})).items
  if (!item) throw new Error('nothing waits')
  const { form } = await desk.call('intake.get', { id: item.id })
  const filed = await desk.call('document.file', {
    form: { ...form, handler: 'Ban Tổ chức', note: 'ghi tay' },
    files: [{ intakeId: item.id, role: 'main' }]
  })
  const { files } = await desk.call('document.get', { id: filed.document.id })
  await desk.call('ledger.undo', { seq: filed.undo?.seq ?? 0 })
  const [back] = (await desk.call('intake.list', {})).items
  expect(back).toMatchObject({ name: 'a.txt', status: 'ready', reference: '5-CV/HU', duplicateOf: null })
  if (!back) throw new Error('not back')
  const details = await desk.call('intake.get', { id: back.id })
  expect(details.form).toMatchObject({ handler: 'Ban Tổ chức', note: 'ghi tay', number: '5' })
  expect(details.warnings.map((one) => one.code)).not.toContain('duplicate-bytes')
  // Its original stays with the withdrawn document, and the same bytes handed in by another way are still known.
  expect((await desk.call('document.get', { id: filed.document.id })).files).toEqual(files)
  expect((await desk.call('intake.known', { sha256: files.map((file) => file.sha256) })).known).toHaveLength(1)

  const second = await desk.call('document.file', { form: details.form, files: [{ intakeId: back.id, role: 'main' }] })
  expect(second.document.id).not.toBe(filed.document.id)
  expect((await desk.call('overview', {})).documents).toBe(1)
  const verified = await desk.ended(await desk.call('archive.verify', { depth: 'full' }))
  expect(verified.report).toMatchObject({ ok: true })
})

test('a batch taken back waits again as a whole, over a restart too', async () => {
  const desk = await openDesk()
  await desk.ended(await desk.call('intake.start', { staged: await stageAll(desk, many(12)) }))
  const started = await desk.call('intake.accept', { doubt: 0 })
  await desk.ended(started)
  expect((await desk.call('intake.list', {})).total).toBe(0)
  const undone = await desk.ended(await desk.call('batch.undo', { batchId: started.batchId, reason: 'nhầm' }))
  expect(undone.counts).toEqual({ returned: 12 })
  expect((await desk.call('intake.list', {})).counts).toMatchObject({ ready: 12, duplicate: 0 })
  await desk.engine.close()
  const again = await openDesk(desk.folder)
  expect((await again.call('intake.list', {})).counts.ready).toBe(12)
  expect((await again.ended(await again.call('intake.accept', { doubt: 0 }))).counts).toEqual({ filed: 12 })
  expect((await again.call('overview', {})).documents).toBe(12)
  const { batches } = await again.call('batch.list', { limit: 1 })
  await again.ended(
    await again.call('batch.undo', { batchId: batches[0]?.id ?? started.batchId, reason: 'nhầm lần nữa' })
  )
  expect((await again.call('intake.list', {})).counts.ready).toBe(12)
})

test('a half-filled form of a paper without a file outlives the program', async () => {
  const desk = await openDesk()
  await desk.ended(await desk.call('intake.start', { staged: await stageAll(desk, { 'a.txt': letter(5) }) }))
  const [item] = (await desk.call('intake.list', {})).items
  if (!item) throw new Error('nothing waits')
  const { form } = await desk.call('intake.get', { id: item.id })
  await desk.call('intake.savePaper', { form: { ...form, note: 'dở dang' } })
  // What a power loss leaves of a later save is thrown away: the one before stands.
  writeFileSync(join(desk.folder, '.new-1-paper-form.json'), '{"note":')
  await desk.engine.close()
  const again = await openDesk(desk.folder)
  expect((await again.call('intake.paper', {})).form?.note).toBe('dở dang')
  expect(readdirSync(desk.folder).filter((name) => name.startsWith('.new-'))).toEqual([])
  await again.call('intake.savePaper', { form: null })
  expect((await again.call('intake.paper', {})).form).toBe(null)
})
