import { expect, test } from 'vitest'
import { reportHandlers as handlers } from '#archive/handlers/reports.ts'
import { listBooks } from '#archive/store/book-list.ts'
import { REPORT_NAMES } from '#contract/operations/registers.ts'
import { CLERK, fileForm, fileText, OFFICE, tempArchive } from '#tests/support/temp-archive.ts'
import { line, paramsOf, testedElsewhere } from './report-archive.ts'

const LETTER = `Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy và theo tinh thần Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị, Ban Thường vụ Huyện ủy yêu cầu như sau.`

test('every report of an archive on disk, as a page and in every format that needs no printer', async () => {
  const { archive } = await tempArchive()
  await fileForm(archive, {
    direction: 'incoming',
    number: '713',
    symbol: 'CV/TU',
    issuedOn: '2021-08-09',
    arrivedOn: '2021-08-10',
    issuer: 'Tỉnh ủy Lâm Đồng',
    subject: 'về quản lý thông tin trên mạng xã hội'
  })
  const documentId = await fileText(archive, '221.txt', LETTER, {
    direction: 'outgoing',
    number: '221',
    symbol: 'CV/HU',
    documentType: 'cong-van',
    issuedOn: '2021-08-12',
    issuer: OFFICE.name,
    subject: 'tăng cường quản lý thông tin trên mạng xã hội',
    addressees: [line('Ủy ban nhân dân huyện', 'body')],
    recipients: [line('Lưu VP Huyện ủy', 'file-copy')]
  })
  const rows: Record<string, number> = {}
  const books = listBooks(archive.db, { direction: 'outgoing', fondsId: null, on: null }, archive.today())
  const bookId = books.find((book) => book.counts.documents > 0)?.id
  for (const name of REPORT_NAMES.filter((one) => !testedElsewhere(one))) {
    const params = paramsOf(name, {
      documentId: name.startsWith('register') ? null : documentId,
      ...(name === 'book-closing' ? { bookId } : {}),
      ...(name === 'hits-list' ? { hits: { kind: 'named', documentIds: [documentId] } } : {})
    })
    const page = await handlers['report.html'](archive, params, CLERK)
    rows[name] = page.rows
    expect(page.html).toMatch(/Đam Rông/i)
    for (const format of ['xlsx', 'docx', 'csv', 'html'] as const) {
      const file = await handlers['report.file'](archive, { report: params, format }, CLERK)
      expect(file.name).toMatch(new RegExp(`^[a-z0-9_-]+\\.${format}$`))
      const start = Buffer.from(file.base64, 'base64').subarray(0, 2).toString('latin1')
      expect([format, start]).toEqual([format, { xlsx: 'PK', docx: 'PK', csv: 'ï»', html: '<!' }[format]])
    }
  }
  expect(rows).toMatchObject({
    'register-in': 1,
    'register-out': 1,
    'handover-book': 0,
    'signature-sheet': 1,
    'distribution-log': 1,
    unacknowledged: 0,
    reconciliation: 1,
    'sent-to-body': 0,
    'missing-documents': 1,
    'lineage-sheet': 3,
    'hits-list': 1,
    'post-book': 0,
    'send-slips': 1,
    envelopes: 1,
    labels: 1,
    statistics: 2,
    'book-closing': 8,
    'fonds-handover': 4
  })
})
