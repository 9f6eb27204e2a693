import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { A4_FORM, innerHeight } from '#archive/reports/forms/form.ts'
import { formHeight } from '#archive/reports/forms/form-height.ts'
import { hasForms, rowsOf } from '#archive/reports/print-document.ts'
import type { Assignment } from '#contract/operations/handling.ts'
import { fileIncoming, paramsOf, reportArchive, type TestArchive } from './report-archive.ts'

const ID = (n: number) => `d_in${String(n).padStart(6, '0')}`

function assign(archive: TestArchive, n: number, more: Partial<Assignment> = {}, handlingId = `h_${n}`): void {
  const assignment: Assignment = {
    opinion: 'Ban Tuyên giáo chủ trì tham mưu văn bản triển khai.',
    leader: 'Đ/c Bí thư',
    assignedOn: '2021-08-01',
    main: 'Ban Tuyên giáo Huyện ủy',
    co: ['Công an huyện'],
    due: '2021-08-25',
    dueFrom: null,
    note: null,
    ...more
  }
  archive.memory.record({
    kind: 'handling-assigned',
    data: { documentId: ID(n), handlingId, assignment, before: null }
  })
}

/** Four papers: late, soon due, done late with a reply, without a day; a fifth is not given to anybody. */
function atWork(): TestArchive {
  const archive = reportArchive()
  fileIncoming(archive, 5)
  assign(archive, 1)
  archive.memory.record({
    kind: 'handling-reported',
    data: { documentId: ID(1), reportId: 'r_1', on: '2021-08-20', by: null, text: 'Đã dự thảo' }
  })
  assign(archive, 2, { due: '2021-09-02', main: 'Văn phòng Huyện ủy', co: [], note: 'Khẩn' })
  assign(archive, 3, { due: '2021-08-10' })
  const result = { on: '2021-08-12', by: null, replyId: null, replyText: '57-CV/BTGHU', note: null, covers: ['h_3'] }
  archive.memory.record({
    kind: 'handling-done',
    data: { documentId: ID(3), result: result as never, before: null }
  })
  assign(archive, 4, { due: null })
  return archive
}

describe('sổ theo dõi giải quyết văn bản đến', () => {
  test('has the seven official columns in their order, a line for each paper given out', () => {
    const book = buildReport(atWork(), paramsOf('follow-up-book'))
    expect(book.columns.map((column) => column.title)).toEqual([
      'Số đến',
      'Tên loại, số, ký hiệu, ngày tháng và tên cơ quan, tổ chức ban hành văn bản',
      'Đơn vị hoặc người nhận',
      'Thời hạn giải quyết',
      'Tiến độ giải quyết',
      'Số, ký hiệu văn bản trả lời',
      'Ghi chú'
    ])
    expect(rowsOf(book).map((row) => row.cells.map((cell) => cell.text))).toEqual([
      [
        '1',
        'Công văn số 701-CV/TU, ngày 03/3/2021 của Văn phòng Tỉnh ủy',
        'Ban Tuyên giáo Huyện ủy',
        '25/8/2021',
        '20/8/2021: Đã dự thảo\nQuá hạn 5 ngày',
        '',
        'Phối hợp: Công an huyện'
      ],
      [
        '2',
        'Công văn số 702-CV/TU, ngày 03/5/2021 của Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
        'Văn phòng Huyện ủy',
        '02/9/2021',
        '',
        '',
        'Khẩn'
      ],
      [
        '3',
        'Công văn số 703-CV/TU, ngày 03/8/2021 của Ban Bí thư',
        'Ban Tuyên giáo Huyện ủy',
        '10/8/2021',
        'Đã xong ngày 12/8/2021, chậm 2 ngày',
        '57-CV/BTGHU',
        'Phối hợp: Công an huyện'
      ],
      [
        '4',
        'Công văn số 704-CV/TU, ngày 03/10/2021 của Ban Thường vụ Tỉnh ủy',
        'Ban Tuyên giáo Huyện ủy',
        '',
        '',
        '',
        'Phối hợp: Công an huyện'
      ]
    ])
    expect(rowsOf(book).reduce((sum, row) => sum + (row.tally[2] ?? 0), 0)).toBe(1)
  })

  test('keeps to its period by the day of arrival, and leaves withdrawn papers out', () => {
    const archive = atWork()
    const numbers = (from: string, to: string) =>
      rowsOf(buildReport(archive, paramsOf('follow-up-book', { from, to }))).map((row) => row.cells[0]?.text)
    expect(numbers('2021-05-05', '2021-08-05')).toEqual(['2', '3'])
    archive.memory.record({ kind: 'document-withdrawn', data: { documentId: ID(2), reason: 'trùng' } })
    expect(numbers('2021-05-05', '2021-08-05')).toEqual(['3'])
  })
})

test('the list of late papers stands by unit, late ones before those soon due', () => {
  const list = buildReport(atWork(), paramsOf('overdue-list'))
  expect(list.lines).toEqual(['Đến ngày 30/8/2021: 1 văn bản quá hạn, 1 văn bản đến hạn trong 7 ngày'])
  expect(list.groups.map((group) => [group.title, group.rows[0]?.cells[4]?.text])).toEqual([
    ['Ban Tuyên giáo Huyện ủy (1 văn bản)', 'Quá hạn 5 ngày'],
    ['Văn phòng Huyện ủy (1 văn bản)', 'Còn 3 ngày']
  ])
})

describe('phiếu giải quyết văn bản đến', () => {
  test('has three parts, what was said printed in the first', () => {
    const slip = buildReport(atWork(), paramsOf('routing-slip', { documentId: ID(1) }))
    const text = JSON.stringify(slip.forms)
    const parts = [
      'I. Ý KIẾN CỦA LÃNH ĐẠO CƠ QUAN',
      'Ban Tuyên giáo chủ trì tham mưu',
      'II. Ý KIẾN CỦA LÃNH ĐẠO ĐƠN VỊ',
      'III. Ý KIẾN ĐỀ XUẤT'
    ]
    expect(parts.map((part) => text.indexOf(part)).every((at, index, all) => at > (all[index - 1] ?? -1))).toBe(true)
  })

  test.each([0, 1, 30])('is one sheet with %i bút phê of any length', (count) => {
    const archive = atWork()
    const opinion = 'Giao các cơ quan, đơn vị phối hợp thực hiện nghiêm, báo cáo kết quả. '.repeat(50)
    for (let n = 0; n < count; n++) assign(archive, 5, { opinion, note: opinion }, `h_5_${n}`)
    const slip = buildReport(archive, paramsOf('routing-slip', { documentId: ID(5) }))
    if (!hasForms(slip)) throw new Error('no sheet')
    const [sheet, ...more] = slip.forms.sheets
    expect(more).toEqual([])
    expect(formHeight(sheet ?? [], A4_FORM)).toBeLessThanOrEqual(innerHeight(A4_FORM))
    expect(rowsOf(slip)).toHaveLength(count)
  })
})
