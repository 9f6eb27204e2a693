import { expect, test } from 'vitest'
import { previewCitations } from '#archive/intake/preview-citations.ts'
import { citationsOf } from '#archive/store/citations.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { dump, memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

const TEXT = `ĐẢNG BỘ TỈNH LÂM ĐỒNG
HUYỆN ỦY ĐAM RÔNG
*
Số 221-CV/HU
V/v quản lý thông tin trên mạng xã hội

ĐẢNG CỘNG SẢN VIỆT NAM

Đam Rông, ngày 12 tháng 8 năm 2021

Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy về quản lý thông tin;
tiếp tục thực hiện Chỉ thị số 12-CT/HU, ngày 01/3/2021 của Ban Thường vụ Huyện ủy.
`

test('what a paper not yet filed would link to is what it links to once filed; nothing is written', () => {
  const archive = memoryArchive(OFFICE)
  archive.file('d_tu00', { number: '713', symbol: 'CV/TU', issuedOn: '2021-08-09', issuer: 'Tỉnh ủy Lâm Đồng' })
  archive.file('d_ct00', { number: '12', symbol: 'CT/HU', issuedOn: '2021-03-02', issuer: OFFICE.name })
  const before = dump(archive.db)
  const pages = splitPages(TEXT.normalize('NFC'))
  const preview = previewCitations(archive.db, readDocument(pages, { today: '2021-08-12' }), {
    kind: 'born-digital',
    pages
  })
  expect(
    preview.map((one) => [one.reference, one.status, one.to?.id ?? one.candidates.map((line) => line.id)])
  ).toEqual([
    ['713-CV/TU', 'linked', 'd_tu00'],
    ['12-CT/HU', 'date-mismatch', ['d_ct00']]
  ])
  expect(dump(archive.db)).toEqual(before)
  archive.file('d_own0', { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12', issuer: OFFICE.name }, TEXT)
  const filed = citationsOf(archive.db, 'd_own0').map(({ id, from, ...rest }) => rest)
  expect(preview.map(({ id, ...rest }) => rest)).toEqual(filed)
})
