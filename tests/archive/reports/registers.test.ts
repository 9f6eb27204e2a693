import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { type PrintDocument, rowsOf } from '#archive/reports/print-document.ts'
import { sumsOf } from '#archive/reports/totals.ts'
import { fileIncoming, fileLetter, LETTER, paramsOf, reportArchive, withdraw } from './report-archive.ts'

const titles = (document: PrintDocument) => document.columns.map((column) => column.title)
const texts = (document: PrintDocument, row = 0) => rowsOf(document)[row]?.cells.map((cell) => cell.text)

describe('registers', () => {
  test('the incoming register has the ten official columns in order', () => {
    expect(titles(buildReport(reportArchive(), paramsOf('register-in')))).toEqual([
      'Ngày đến',
      'Số đến',
      'Tác giả',
      'Số, ký hiệu văn bản',
      'Ngày tháng văn bản',
      'Tên loại và trích yếu nội dung văn bản',
      'Đơn vị hoặc người nhận',
      'Ngày chuyển',
      'Ký nhận',
      'Ghi chú'
    ])
  })

  test('the outgoing register has the ten official columns in order', () => {
    expect(titles(buildReport(reportArchive(), paramsOf('register-out')))).toEqual([
      'Số, ký hiệu văn bản',
      'Ngày tháng văn bản',
      'Tên loại và trích yếu nội dung văn bản',
      'Người ký',
      'Nơi nhận văn bản',
      'Đơn vị, người nhận bản lưu',
      'Số lượng bản',
      'Ngày chuyển',
      'Ký nhận',
      'Ghi chú'
    ])
  })

  test('an incoming line as the paper says it', () => {
    const archive = reportArchive()
    fileIncoming(archive, 3)
    const document = buildReport(archive, paramsOf('register-in', { from: '2021-01-01', to: '2021-12-31' }))
    expect(document.lines).toEqual(['Năm 2021'])
    expect(document.head).toEqual({
      parent: 'ĐẢNG BỘ TỈNH LÂM ĐỒNG',
      issuer: 'HUYỆN ỦY ĐAM RÔNG',
      party: 'ĐẢNG CỘNG SẢN VIỆT NAM'
    })
    expect(document.foot).toBe('Văn phòng Huyện ủy Đam Rông, in ngày 30/8/2021')
    expect(texts(document)).toEqual([
      '05/4/2021',
      '1',
      'Văn phòng Tỉnh ủy',
      '701-CV/TU',
      '03/4/2021',
      'Công văn về việc góp ý dự thảo kế hoạch kiểm tra, giám sát',
      'Ban Tuyên giáo Huyện ủy',
      '',
      '',
      ''
    ])
  })

  test('an outgoing line names who keeps the file copy and how many have not signed', () => {
    const archive = reportArchive()
    fileLetter(archive)
    const document = buildReport(archive, paramsOf('register-out'))
    expect(texts(document)).toEqual([
      '221-CV/HU',
      '12/8/2021',
      'Công văn về việc tăng cường công tác chỉ đạo, định hướng, quản lý thông tin trên mạng xã hội',
      "Đa Cắt K'Hương",
      "Ủy ban nhân dân huyện; Ban Tuyên giáo Huyện ủy; Đảng ủy xã Đạ K'Nàng; Đảng ủy xã Phi Liêng; Đội cờ đỏ liên trường",
      'VP Huyện ủy',
      '5',
      '12/8/2021',
      'Nguyễn Thị Hạnh, Ban Tuyên giáo Huyện ủy',
      'Còn 2 nơi chưa ký nhận'
    ])
  })

  test('a withdrawn number stays to be seen, struck, and counts apart', () => {
    const archive = reportArchive()
    fileLetter(archive)
    withdraw(archive, LETTER, 'Ghi trùng nội dung với 216-CV/HU')
    const document = buildReport(archive, paramsOf('register-out'))
    const [row] = rowsOf(document)
    expect(row?.cells[0]).toMatchObject({ text: '221-CV/HU', struck: true })
    expect(row?.cells[2]?.lead).toBe('ĐÃ RÚT KHỎI SỔ.')
    expect(row?.cells[9]?.text).toBe('Lý do: Ghi trùng nội dung với 216-CV/HU')
    expect(sumsOf(document, rowsOf(document))).toEqual([0, 1, 0, 0, 0])
  })

  test('many lines stand in their months; a few need no months', () => {
    const archive = reportArchive()
    fileIncoming(archive, 60)
    const document = buildReport(archive, paramsOf('register-in'))
    expect(document.groups.map((group) => group.title)[0]).toBe('Tháng 01 năm 2021')
    expect(document.groups.map((group) => group.total)[11]).toBe('Cộng tháng 12 năm 2021')
    expect(document.groups.flatMap((group) => group.rows)).toHaveLength(60)
    const few = reportArchive()
    fileIncoming(few, 12)
    expect(buildReport(few, paramsOf('register-in')).groups).toMatchObject([{ title: null, total: null }])
  })

  test('the handover book lists each handing over with its signature or the place for it', () => {
    const archive = reportArchive()
    fileLetter(archive)
    const document = buildReport(archive, paramsOf('handover-book', { from: '2021-08-01', to: '2021-08-31' }))
    expect(document.title).toBe('Sổ chuyển giao văn bản đi')
    expect(document.lines).toEqual(['Tháng 8/2021'])
    expect(rowsOf(document).map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['12/8/2021', '221-CV/HU', 'Ủy ban nhân dân huyện', '2', 'Nguyễn Thị Hạnh, 13/8/2021', ''],
      ['12/8/2021', '221-CV/HU', 'Ban Tuyên giáo Huyện ủy', '1', 'Đã ký nhận, 14/8/2021', ''],
      ['13/8/2021', '221-CV/HU', "Đảng ủy xã Đạ K'Nàng", '1', '', 'Văn thư chuyển'],
      ['13/8/2021', '221-CV/HU', 'Công an huyện', '1', '', 'Bưu điện']
    ])
    const first = buildReport(archive, paramsOf('handover-book', { from: '2021-08-12', to: '2021-08-12' }))
    expect(rowsOf(first)).toHaveLength(2)
  })
})
