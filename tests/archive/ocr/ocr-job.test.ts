import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { verify } from '#archive/care/verify.ts'
import { intakeDetails } from '#archive/intake/intake-details.ts'
import { listRecords } from '#archive/intake/intake-items.ts'
import { startIntake } from '#archive/intake/intake-jobs.ts'
import { intakeItem } from '#archive/intake/intake-view.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { closeOcr, startOcr } from '#archive/ocr/ocr-jobs.ts'
import { waitingForOcr } from '#archive/ocr/ocr-targets.ts'
import { loadWork, saveWork } from '#archive/ocr/ocr-work.ts'
import { searchFull } from '#archive/search/answer.ts'
import { citationsOf } from '#archive/store/citations.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { worklistCounts } from '#archive/store/worklists.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Job } from '#contract/operations/archive.ts'
import { SearchRequest } from '#contract/operations/search.ts'
import { PAPER, scanOf } from '#tests/support/scan-sheet.ts'
import { fileBytes, fileForm, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

// A page takes four seconds alone, and many times that where others work beside it.
vi.setConfig({ testTimeout: 150_000 })
afterAll(closeOcr)

async function ended(events: readonly EngineEvent[], kind: Job['kind'], id: string | null = null): Promise<Job> {
  for (;;) {
    for (const event of events) {
      if (event.type !== 'job' || event.job.kind !== kind || event.job.state === 'running') continue
      if (id === null || event.job.id === id) return event.job
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function hits(archive: OpenedArchive, query: string): number | null {
  const request = SearchRequest.parse({ query, filters: {}, sort: 'relevance', limit: 10 })
  return searchFull(archive.db, request).total
}

const QUIET = {
  id: 'j',
  cancelled: false,
  signal: new AbortController().signal,
  total() {},
  step() {},
  result() {},
  went() {},
  keep: () => Promise.resolve(),
  report() {},
  folder() {}
}

describe('scans that are filed', () => {
  it('are read, found, linked and marked, and no fact is made', async () => {
    const temp = await tempArchive()
    const { archive } = temp
    const target = await fileForm(archive, {
      direction: 'incoming',
      number: '713',
      symbol: 'CV/TU',
      documentType: 'cong-van',
      issuedOn: '2021-08-09',
      issuer: 'Tỉnh ủy Lâm Đồng'
    })
    const scan = await fileBytes(archive, 'quet.jpg', scanOf(PAPER), {
      subject: 'Bản quét',
      issuer: 'Huyện ủy Đam Rông'
    })
    const [file] = documentFiles(archive.db, scan)
    const before = archive.ledger.head()
    expect(worklistCounts(archive.db, '2026-01-01')['no-text']).toBe(1)
    expect(waitingForOcr(archive.db)).toBe(1)
    expect(hits(archive, 'quán triệt nghiêm')).toBe(0)

    const job = await ended(temp.events, 'ocr', startOcr(archive, null))
    expect(job).toMatchObject({ state: 'done', total: 1, results: [{ code: 'ocr-read', id: scan }] })
    const text = archive.texts.get(file?.sha256 ?? '')
    expect(text).toMatchObject({ kind: 'scan', pages: [{ page: 1, ocr: { doubtfulLines: expect.any(Number) } }] })
    expect(hits(archive, 'quán triệt nghiêm')).toBe(1)
    const cited = citationsOf(archive.db, scan).find((one) => one.reference === '713-CV/TU')
    expect(cited).toMatchObject({ status: 'linked', to: { id: target } })
    expect(worklistCounts(archive.db, '2026-01-01')['no-text']).toBe(0)
    expect(archive.ledger.head()).toEqual(before)
    expect(temp.events).toContainEqual({ type: 'changed', what: 'documents', documentId: scan })
    expect(loadWork(archive.folder, file?.sha256 ?? '').pages).toEqual([])
    expect((await verify(archive, 'full', QUIET)).findings).toEqual([])

    // Read once is read: nothing is left to do, and the same bytes filed again do not take the text away.
    const again = await ended(temp.events, 'ocr', startOcr(archive, [scan]))
    expect(again).toMatchObject({ total: 0, results: [] })
    await fileBytes(archive, 'quet-lan-hai.jpg', scanOf(PAPER), { subject: 'Bản quét lần hai' })
    expect(hits(archive, 'quán triệt nghiêm')).toBe(2)
  })

  it('keep what was read before a crash: it is put in place at the next opening', async () => {
    const temp = await tempArchive()
    const scan = await fileBytes(temp.archive, 'quet.jpg', scanOf(PAPER, { dpi: 100 }), { subject: 'Bản quét' })
    const sha256 = documentFiles(temp.archive.db, scan)[0]?.sha256 ?? ''
    const page = {
      page: 1,
      text: 'Chữ đọc trước khi mất điện',
      width: 595,
      height: 842,
      runs: [],
      ocr: { doubtfulLines: 0 }
    }
    saveWork(temp.folder, { sha256, count: 1, pages: [page], done: true })
    const archive = await temp.reopen()
    expect(archive.texts.get(sha256)?.pages).toEqual([page])
    expect(hits(archive, 'mất điện')).toBe(1)
    expect(loadWork(temp.folder, sha256).pages).toEqual([])
    expect((await verify(archive, 'full', QUIET)).findings).toEqual([])
  })

  it('stop when asked, and what was read stays', async () => {
    const temp = await tempArchive()
    await fileBytes(temp.archive, 'quet.jpg', scanOf(PAPER, { dpi: 150 }), { subject: 'Bản quét' })
    const id = startOcr(temp.archive, null)
    setTimeout(() => void temp.archive.close(), 500)
    expect(await ended(temp.events, 'ocr', id)).toMatchObject({ state: 'cancelled', results: [] })
    const archive = await temp.reopen()
    expect(worklistCounts(archive.db, '2026-01-01')['no-text']).toBe(1)
  })
})

it('a scan in the review queue becomes readable by itself; its number and day are only hints', async () => {
  const temp = await tempArchive()
  const { archive } = temp
  const path = join(tempFolder(), 'in')
  writeFileSync(path, scanOf(PAPER, { dpi: 200, degrees: -1 }))
  const staged = archive.newId('s')
  await stageFile(archive.folder, staged, 'quet.jpg', path)
  await startIntake(archive, [staged])
  expect((await ended(temp.events, 'intake')).results).toMatchObject([{ code: 'unreadable' }])
  await ended(temp.events, 'ocr')
  const [record] = listRecords(archive.folder)
  if (!record) throw new Error('no item')
  expect(intakeItem(archive.db, record)).toMatchObject({ status: 'unsure', textKind: 'scan' })
  const { form, draft, text } = intakeDetails(archive, record.id)
  expect(text.pages[0]?.ocr).toBeDefined()
  expect(form).toMatchObject({ number: null, symbol: null, issuedOn: null })
  expect(draft.reference).toMatchObject({ certainty: 'hint', value: { number: '221', symbol: 'CV/HU' } })
  expect(draft.issuedOn).toMatchObject({ certainty: 'hint', value: '2021-08-12' })
})
