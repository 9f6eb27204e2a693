import { describe, expect, test } from 'vitest'
import { isAddressLabel } from '#domain/layout/addressees.ts'
import { readArrivalStamp } from '#domain/layout/arrival-stamp.ts'
import { readSecrecy, readUrgency } from '#domain/layout/marks.ts'
import { readNumberLine } from '#domain/layout/number-line.ts'
import { readPlaceAndDate } from '#domain/layout/place-and-date.ts'
import { readSignature } from '#domain/layout/signature.ts'
import { findTitle } from '#domain/layout/titles.ts'
import { findTypeLine } from '#domain/layout/type-line.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { cellsOf } from './one-line.ts'

describe('number line', () => {
  const read = (line: string) => {
    const reference = readNumberLine(cellsOf(line))?.reference
    return reference ? printReference(reference) : null
  }
  test.each([
    ['Số 221- CV/HU', '221-CV/HU'],
    ['Số: 03-HD/VPHU', '03-HD/VPHU'],
    ['Số 08 -TT/TU', '08-TT/TU'],
    ['Số 35 - BC/ĐU', '35-BC/ĐU'],
    ['Số 44a-CV/VPHU', '44a-CV/VPHU'],
    ['Số 1310-CV/VPTU/nb', '1310-CV/VPTU/nb'],
    ['Số 29-CV/TC-NV', '29-CV/TC-NV'],
    ['Số 12 – NQ/ĐH', '12-NQ/ĐH'],
    ['SỐ: 07-QĐi/HU', '07-QĐi/HU'],
    ['Số: 1187 /UBND-NN', '1187/UBND-NN'],
    ['Số: 15/2010/QĐ-UBND', '15/2010/QĐ-UBND'],
    ['Nghị quyết số: 25/2022/UBTVQH15', '25/2022/UBTVQH15'],
    ['Luật số: 33/2024/QH15', '33/2024/QH15'],
    ['Số: 04/QĐ-BCĐ138 Lâm Sơn, ngày 02 tháng 02 năm 2025', '04/QĐ-BCĐ138'],
    ['   Số: 57-CV/BTGHU          Đức Lâm, ngày 06 tháng 5 năm 2019', '57-CV/BTGHU']
  ])('%s', (line, reference) => expect(read(line)).toBe(reference))

  test.each([
    ['left for the pen', 'Số:        /UBND-VP'],
    ['left for the pen, with dots', 'Số ......-CV/HU'],
    ['arrival number', 'Số: 412'],
    ['number of copies', 'Số bản: 05'],
    ['copy number', 'Bản số: 03/05'],
    ['house', 'Số 12 Trần Phú, thị trấn Đức Lâm'],
    ['a citation within a subject', 'số 890-CV/TU của Thường trực Tỉnh ủy'],
    ['a letter an engine made', 'Số: 4‡ /QĐ-UBND']
  ])('none: %s', (_, line) => expect(read(line)).toBeNull())
})

describe('place and date', () => {
  const read = (line: string) => readPlaceAndDate(cellsOf(line))
  test.each([
    ['Đam Rông, ngày 12 tháng 8 năm 2021', 'Đam Rông', '2021-08-12'],
    ['Đức Lâm, ngày 14/12/2018', 'Đức Lâm', '2018-12-14'],
    ['TP. Hồ Chí Minh, ngày 05 tháng 02 năm 2019', 'TP. Hồ Chí Minh', '2019-02-05'],
    ['Buôn Ma Thuột, ngày 01 tháng 01 năm 2020', 'Buôn Ma Thuột', '2020-01-01'],
    ["Ea H'leo, ngày 09 tháng 9 năm 2019", "Ea H'leo", '2019-09-09'],
    ['Thủ Dầu Một, ngày 15  tháng 4  năm 2009', 'Thủ Dầu Một', '2009-04-15']
  ])('%s', (line, place, date) => expect(read(line)).toMatchObject({ place, date, exact: true }))

  test.each([
    ['no such day', 'Đức Lâm, ngày 31 tháng 02 năm 2021'],
    ['day left for the pen', 'Đức Lâm, ngày     tháng 8 năm 2021'],
    ['dots', 'Đức Lâm, ngày ... tháng 8 năm 2021']
  ])('no date: %s', (_, line) => expect(read(line)?.date ?? null).toBeNull())

  test('a misprinted year is no more than an offer', () =>
    expect(read('Hà Nội, ngày 23 tháng 02 năm 20264')).toMatchObject({ date: '2026-02-23', exact: false }))

  test.each([
    ['Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;'],
    ['Nghị quyết số 03/2021/UBTVQH15 ngày 24 tháng 9 năm 2021'],
    ['ngày 15 tháng 6 năm 2022 của Bộ trưởng Bộ Kế hoạch và Đầu tư'],
    ['Thực hiện Kế hoạch số 12-KH/HU, ngày 12/8/2021 của Ban Thường vụ']
  ])('no line of place and date: %s', (line) => expect(read(line)).toBeNull())
})

describe('title', () => {
  test.each([
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 'party'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'state'],
    ['CỌNG HOÀ XÃ HỘI CHÚ NGHĨA VIÊT NAM', 'state'],
    ['HUYỆN ỦY ĐỨC LÂM        ĐẢNG CỘNG SẢN VIỆT NAM', 'party'],
    ['ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'state']
  ])('%s', (line, system) => expect(findTitle(cellsOf(line))?.system).toBe(system))
  test.each(['Đảng Cộng sản Việt Nam', 'ĐẢNG ỦY XÃ ĐỨC LÂM', 'MẶT TRẬN TỔ QUỐC VIỆT NAM'])('none: %s', (line) =>
    expect(findTitle(cellsOf(line))).toBeNull()
  )
})

describe('type line', () => {
  test.each([
    ['CHỈ THỊ', 'chi-thi'],
    ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'chuong-trinh'],
    ['BÁO CÁO GIẢI TRÌNH', 'bao-cao'],
    ['THÔNG TƯ LIÊN TỊCH', 'thong-tu-lien-tich'],
    ['THÔNG TRI', 'thong-tri'],
    ['QUY ĐỊNH', 'quy-dinh'],
    ['QUYẾT ĐỊNH', 'quyet-dinh'],
    ['QUYÉT ĐỊNH', 'quyet-dinh'],
    ['GIẤY MỜI', 'giay-moi'],
    ['TỜ TRÌNH', 'to-trinh']
  ])('%s', (line, type) => expect(findTypeLine(cellsOf(line))?.type).toBe(type))
  test.each([
    'BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH',
    'QUYẾT ĐỊNH:',
    'Chỉ thị này phổ biến đến chi bộ',
    'CHỦ TỊCH',
    'BÁO LÂM SƠN',
    'KẾT QUẢ'
  ])('none: %s', (line) => expect(findTypeLine(cellsOf(line))?.exact ?? false).toBe(line === 'QUYẾT ĐỊNH:'))
})

describe('marks', () => {
  test.each([
    ['KHẨN', 'khan'],
    ['THƯỢNG KHẨN', 'thuong-khan'],
    ['HỎA TỐC', 'hoa-toc'],
    ['HOẢ TỐC HẸN GIỜ', 'hoa-toc'],
    ['[ KHẨN ]', 'khan'],
    ['Độ khẩn: Thượng khẩn', 'thuong-khan']
  ])('urgency %s', (line, mark) => expect(readUrgency(cellsOf(line))?.value).toBe(mark))
  test.each([
    ['MẬT', 'mat'],
    ['TỐI MẬT', 'toi-mat'],
    ['TUYỆT MẬT', 'tuyet-mat'],
    ['Độ mật: Mật', 'mat'],
    ['| MẬT |', 'mat'],
    ['M Ậ T', 'mat']
  ])('secrecy %s', (line, mark) => expect(readSecrecy(cellsOf(line))?.value).toBe(mark))
  test.each(['BÍ MẬT NHÀ NƯỚC', 'Văn bản khẩn được chuyển ngay', 'MẶT TRẬN', 'KHẨN TRƯƠNG BÁO CÁO', 'văn bản mật'])(
    'no mark: %s',
    (line) => {
      expect(readUrgency(cellsOf(line))).toBeNull()
      expect(readSecrecy(cellsOf(line))).toBeNull()
    }
  )
})

describe('arrival stamp', () => {
  const read = (text: string) => {
    const stamp = readArrivalStamp(cellsOf(text), 'sure')
    return stamp && [stamp.number?.value ?? null, stamp.date?.value ?? null, stamp.cells.length]
  }
  test.each([
    ['lines', 'HUYỆN ỦY ĐỨC LÂM\nĐẾN\nSố: 412\nNgày: 25/10/2017\nChuyển: đ/c Chánh VP', ['412', '2017-10-25', 5]],
    ['one line', 'HUYỆN ỦY ĐỨC LÂM\nĐẾN Số: 618  Ngày: 23/4/2025', ['618', '2025-04-23', 2]],
    ['other heading', 'CÔNG VĂN ĐẾN\nSố 77\nNgày 5-9-2019', ['77', '2019-09-05', 3]],
    ['no date yet', 'ĐẾN\nSố: 412\nNgày: ........', ['412', null, 3]],
    ['the number of the document follows', 'ĐẾN\nSố: 412\nSố 17-CT/TW', ['412', null, 2]]
  ])('%s', (_, text, stamp) => expect(read(text)).toEqual(stamp))
  test.each([['ĐẾN NĂM 2030, TẦM NHÌN ĐẾN NĂM 2045'], ['Đến ngày 25/10/2017, đã nhận 12 báo cáo'], ['ĐẾN']])(
    'none: %s',
    (text) => expect(read(text)).toBeNull()
  )
})

describe('address label', () => {
  test.each([
    'Kính gửi:',
    'Kính gửi',
    'Kính trình: - Ban Thường vụ Huyện ủy;',
    'Kính gửi : Hội đồng nhân dân tỉnh',
    'Kính gởi: Các chi bộ',
    '----Kính gửi: Các chi bộ'
  ])('%s', (line) => expect(cellsOf(line).some(isAddressLabel)).toBe(true))
  test.each([
    'Kính trình Ban Thường vụ Huyện ủy xem xét.',
    'kính gửi: các đồng chí',
    'Kinh phí: 300.000 đồng',
    'Nơi nhận:',
    'Trân trọng kính mời:'
  ])('none: %s', (line) => expect(cellsOf(line).some(isAddressLabel)).toBe(false))
})

describe('signature', () => {
  const read = (text: string) => {
    const { authority, title, signer } = readSignature(cellsOf(text), 'sure')
    return [authority?.value ?? null, title?.value ?? null, signer?.value ?? null]
  }
  test.each([
    ['T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nĐa Cắt K’Hương', ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Đa Cắt K’Hương']],
    ["T/M BAN CHẤP HÀNH\nBÍ THƯ\n\nLơ Mu K' Sơn", ['T/M BAN CHẤP HÀNH', 'BÍ THƯ', "Lơ Mu K' Sơn"]],
    [
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrịnh Công Phú',
      ['TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trịnh Công Phú']
    ],
    [
      'TM.ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Tuấn Anh',
      ['TM.ỦY BAN NHÂN DÂN / KT.CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Tuấn Anh']
    ],
    ['CHÁNH VĂN PHÒNG\n\nĐỗ Quang Vinh', [null, 'CHÁNH VĂN PHÒNG', 'Đỗ Quang Vinh']],
    ['T/M BAN BÍ THƯ\n\nVương Đức Khải', ['T/M BAN BÍ THƯ', null, 'Vương Đức Khải']],
    ['Q. TRƯỞNG BAN\n\nNguyễn Thị Hoa', [null, 'Q. TRƯỞNG BAN', 'Nguyễn Thị Hoa']],
    [
      'K/T CHỈ HUY TRƯỞNG\nPHÓ CHỈ HUY TRƯỞNG\n\nThượng tá Nguyễn Văn Bình',
      ['K/T CHỈ HUY TRƯỞNG', 'PHÓ CHỈ HUY TRƯỞNG', 'Nguyễn Văn Bình']
    ],
    ['T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG', ['T/L BAN THƯỜNG VỤ', 'CHÁNH VĂN PHÒNG', null]],
    ['BÍ THƯ\n\nNơi nhận:\n- Ban Thường vụ,\n- Lưu.', [null, 'BÍ THƯ', null]]
  ])('%j', (text, signature) => expect(read(text)).toEqual(signature))
  test.each([
    'Bí thư chi bộ báo cáo:',
    'TỔ CHỨC THỰC HIỆN',
    'KTNN huyện',
    'Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành',
    'MỤC TIÊU'
  ])('none: %s', (text) => expect(read(text)).toEqual([null, null, null]))
})
