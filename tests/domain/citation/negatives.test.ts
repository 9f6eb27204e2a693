import { describe, expect, it } from 'vitest'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { citationsOf, expectCited, LETTER, STATE_PAPER } from './citations-of.ts'

describe('numbers that are no citations', () => {
  it.each([
    ['forms', 'Tổng hợp theo Mẫu số 01, Mẫu 01-DLXH, Biểu số 02, Phiếu số 06.'],
    ['a form with a code', 'Sơ yếu lý lịch (Mẫu 2C-TCTW/98) và Mẫu 05-HSĐV/TW.'],
    [
      'an example in a guidance',
      'Công văn ghi trích yếu dưới số và ký hiệu, ví dụ: “Số 15-CV/ĐU, V/v báo cáo tình hình tháng 4”.'
    ],
    ['a steering committee', 'Ban Chỉ đạo 35 huyện, Ban Chỉ đạo 138, Ban Chỉ đạo 389 họp.'],
    [
      'schemes and campaigns',
      'Đề án 06, Cuộc vận động 282, Chương trình 135, Dự án 5, Phương án số 01 về bảo đảm điện.'
    ],
    ['sessions', 'Tại kỳ họp thứ 12, phiên họp thứ 31, hội nghị Huyện ủy lần thứ 18.'],
    ['annexes and maps', 'Phụ lục số 01, số 02; thửa đất số 12, tờ bản đồ số 27, 28.'],
    ['telephones', 'điện thoại 0265.3876.178, máy lẻ số 105, ĐT: 0265 3876 178, đường dây nóng 0265.3822.909.'],
    [
      'rooms, houses, cars',
      'phòng số 207, số 04 đường Hoàng Văn Thụ, số nhà 12/3 Trần Phú, xe số 13A-005.12, 49C-123.45.'
    ],
    ['articles', 'Điều 116, khoản 6 Điều 3, điểm 2 Mục III Chương IV.'],
    ['shares and units', '9/9 chi bộ, 142/151 đảng viên, 24/24 giờ, 300.000 đồng/người/tháng, 12 triệu đồng/năm.'],
    [
      'amounts after a type word',
      'Báo cáo 6 tháng, Báo cáo 01 lần, Kết luận 3 vụ việc, Nghị quyết có 11 điều, Hướng dẫn 15 xã, Quyết định 12 cán bộ.'
    ],
    ['years after a type word', 'Kế hoạch năm 2020, Báo cáo tháng 8/2021, Chương trình 2020 - 2025.'],
    [
      'other papers with numbers',
      'Giấy phép lái xe số 123/GPLX-SGTVT, tài khoản số 3751/KBNN-HU, hợp đồng số 12/HĐKT.'
    ],
    ['the paper itself', 'Chỉ thị này, Công văn này, Quyết định này có hiệu lực từ ngày 01/10/2020.'],
    ['papers without a name', 'theo Công văn của Huyện ủy và các văn bản chỉ đạo của Trung ương.'],
    ['the end of the recipients', 'Lưu: VT, KTTHa47, NC(ong172), TH(2b).'],
    ['an arrival stamp', 'HUYỆN ỦY ĐỨC LÂM\nĐẾN Số: 618  Ngày: 23/4/2025\nChuyển: đ/c Chánh VP'],
    ['the verb', 'Hội nghị quyết định số lượng cấp phó; thông báo số liệu; báo cáo số 5 điểm.']
  ])('%s', (_, text) => expectCited(text, []))
})

describe('the document’s own number', () => {
  it.each([
    ['in a Party head', 'HUYỆN ỦY ĐAM RÔNG\n*\nSố 221- CV/HU\nV/v tăng cường'],
    ['with a colon', 'Số: 221-CV/HU\nĐam Rông, ngày 12 tháng 8 năm 2021'],
    ['under the type', 'CÔNG VĂN\nSố: 221-CV/HU'],
    ['under the type without a colon', 'CÔNG VĂN\nSố 220-CV/HU']
  ])('%s is no citation', (_, text) => expectCited(text, []))

  it('is none either where the head was not read', () => {
    expectCited('Số: 15/QĐ-UBND   Đam Rông, ngày 12 tháng 8 năm 2021\nQUYẾT ĐỊNH', [], {
      ...STATE_PAPER,
      reference: null
    })
  })

  it('in the head of its annex ties the annex to it', () => {
    const own = { ...LETTER, reference: parseReference('305-QĐ/HU'), issuedOn: '2020-09-12' }
    const text = 'QUY CHẾ\n(Ban hành kèm theo Quyết định số 305-QĐ/HU ngày 12/9/2020\ncủa Ban Thường vụ Huyện ủy)'
    expect(citationsOf(text, own)).toMatchObject([{ key: '305-qd-hu@2020-09-12', relation: 'issued-with' }])
  })

  it('of another day is a document of an earlier term', () => {
    const text = 'Chỉ thị này thay thế Chỉ thị số 12-CT/HU, ngày 15/3/2018 của Ban Thường vụ Huyện ủy.'
    const own = { ...LETTER, reference: parseReference('12-CT/HU'), issuedOn: '2022-08-20' }
    expectCited(text, ['12-CT/HU 2018-03-15'], own)
    expectCited(text, [], { ...own, issuedOn: '2018-03-15' })
  })
})
