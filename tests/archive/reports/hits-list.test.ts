import { expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { rowsOf } from '#archive/reports/print-document.ts'
import { renderCsv } from '#archive/reports/render/csv.ts'
import type { DossierId } from '#contract/ids.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import { MOST_LISTED } from '#domain/search/hit-limits.ts'
import { full, ids } from '../search/search-support.ts'
import { fileIncoming, fileLetter, LETTER, paramsOf, reportArchive, type TestArchive } from './report-archive.ts'

function desk(): TestArchive {
  const archive = reportArchive()
  fileLetter(archive)
  fileIncoming(archive, 12)
  return archive
}
const list = (archive: TestArchive, hits: unknown) => buildReport(archive, paramsOf('hits-list', { hits }))
const listed = (archive: TestArchive, hits: unknown) =>
  rowsOf(list(archive, hits)).map((row) => row.documentId as string)

test('holds all that the search shows, by day, and says what was asked', () => {
  const archive = desk()
  const asked = { filters: { ...NO_FILTERS, directions: ['incoming'], years: [2021] }, query: 'covid' } as const
  const answer = full(archive.db, asked.query, { filters: { directions: ['incoming'], years: [2021] }, limit: 200 })
  const sheet = list(archive, { kind: 'found', ...asked, leftOut: [] })
  expect(rowsOf(sheet).map((row) => row.documentId)).toEqual([...ids(answer)].toSorted())
  expect(answer.total).toBeGreaterThan(1)
  expect(sheet.lines).toEqual(['Nội dung tìm: covid', 'Chiều: đến; Năm: 2021'])
  const days = rowsOf(sheet).map((row) => row.cells[2]?.value)
  expect(days).toEqual(days.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))))
})

test('says by their names the terms, books and dossiers it was narrowed by', () => {
  const archive = desk()
  const own = { code: '01-VP', title: 'Phòng dịch', heading: null, years: null, keeper: null, openedOn: '2021-01-01' }
  const dossier = { ...own, id: 'o_0001' as DossierId, paperLocation: null, note: null, rule: null }
  archive.memory.record({ kind: 'dossier-saved', data: { dossier, before: null } })
  const items = [{ documentId: 'd_in000003', position: 1 }]
  archive.memory.record({ kind: 'dossier-documents-added', data: { dossierId: dossier.id, items } })
  const facets = full(archive.db, '', { filters: { dossiers: [dossier.id] } }).facets
  const filters = {
    ...NO_FILTERS,
    terms: ['2020-08-01', 'earlier'],
    books: facets?.books.map((one) => one.value) ?? [],
    dossiers: [dossier.id]
  }
  const sheet = list(archive, { kind: 'found', query: '', filters, leftOut: [] })
  expect(sheet.lines).toEqual([
    'Nhiệm kỳ 2020–2025, trước ngày 01/8/2015; Sổ: Sổ văn bản đến, năm 2021; Hồ sơ: 01-VP Phòng dịch'
  ])
  expect(rowsOf(sheet).map((row) => row.documentId)).toEqual(['d_in000003'])
})

test('leaves out what was unticked, and holds just the named ones, once each', () => {
  const archive = desk()
  const found = { kind: 'found', query: '', filters: NO_FILTERS, leftOut: [] }
  const all = listed(archive, found)
  expect(all).toHaveLength(full(archive.db, '').total ?? 0)
  expect(listed(archive, { ...found, leftOut: [LETTER, 'd_in000003'] })).toEqual(
    all.filter((id) => id !== LETTER && id !== 'd_in000003')
  )
  const named = { kind: 'named', documentIds: ['d_in000005', LETTER, 'd_in000005', 'd_unknown'] }
  expect(listed(archive, named).toSorted()).toEqual(['d_in000005', LETTER].toSorted())
})

test('a withdrawn paper is no hit and stands in no list, named or found', () => {
  const archive = desk()
  archive.memory.record({ kind: 'document-withdrawn', data: { documentId: 'd_in000005', reason: 'Vào sổ hai lần' } })
  expect(listed(archive, { kind: 'named', documentIds: ['d_in000005', LETTER] })).toEqual([LETTER])
  expect(listed(archive, { kind: 'found', query: '', filters: NO_FILTERS, leftOut: [] })).not.toContain('d_in000005')
})

test('without a choice of hits there is no list', () => {
  expect(() => buildReport(desk(), paramsOf('hits-list'))).toThrow(expect.objectContaining({ code: 'bad-input' }))
})

test('says what the search screen says of a paper, never what its text says', () => {
  const archive = desk()
  archive.memory.file('d_words', { subject: 'Về việc khác' }, 'Thân bài có chữ mênh mông chỉ nằm trong lời văn.')
  const csv = renderCsv(list(archive, { kind: 'found', query: 'mênh mông', filters: NO_FILTERS, leftOut: [] }))
  const text = Buffer.from(csv).toString('utf8')
  expect(text).toContain('Về việc khác')
  expect(text).not.toContain('lời văn')
})

test('of too many the newest are listed, and the foot says so', () => {
  const archive = desk()
  const insert = archive.db.transaction(() => {
    for (let n = 0; n < MOST_LISTED; n++)
      archive.memory.file(`d_many${n}`, { issuedOn: '2022-01-01', subject: 'Về rừng' })
  })
  insert()
  const sheet = list(archive, { kind: 'found', query: '', filters: NO_FILTERS, leftOut: ['d_many7'] })
  const all = (full(archive.db, '').total ?? 0) - 1
  expect(rowsOf(sheet)).toHaveLength(MOST_LISTED)
  expect(sheet.footnotes).toEqual([`Danh sách ghi ${MOST_LISTED} văn bản mới nhất trong ${all} văn bản tìm được.`])
  expect(rowsOf(sheet).filter((row) => row.documentId?.startsWith('d_many'))).toHaveLength(MOST_LISTED - 1)
})
