import { describe, expect, it } from 'vitest'
import { expectCited, soleCitation } from './citations-of.ts'

describe('a Party number', () => {
  it.each([
    ['as it should be', 'Công văn số 713-CV/TU'],
    ['spaces about the dash', 'Công văn số 713 - CV/TU'],
    ['a space before the dash', 'Công văn số 713 -CV/TU'],
    ['a space before the slash', 'Công văn số 713-CV /TU'],
    ['no dash', 'Công văn số 713 CV/TU'],
    ['a line break', 'Công văn số 713\n-CV/TU'],
    ['a break after the dash', 'Công văn số 713-\nCV/TU'],
    ['an en dash', 'Công văn số 713–CV/TU'],
    ['a no-break hyphen', 'Công văn số 713\u2011CV/TU'],
    ['no-break spaces', 'Công văn số\u00a0713\u00a0-\u00a0CV/TU'],
    ['a soft hyphen for the dash', 'Công văn số 713\u00adCV/TU'],
    ['no space behind “số”', 'Công văn số713-CV/TU'],
    ['a colon behind “số”', 'Công văn số: 713-CV/TU'],
    ['no “số”', 'Công văn 713-CV/TU'],
    ['another slash', 'Công văn số 713-CV⁄TU'],
    ['capitals', 'CÔNG VĂN SỐ 713-CV/TU'],
    ['small letters in the type word', 'công văn số 713-CV/TU'],
    ['the type abbreviated', 'CV số 713-CV/TU'],
    ['decomposed letters', 'Công văn số 713-CV/TU'.normalize('NFD')],
    ['a letter read for a digit', 'Công văn số 7l3-CV/TU'],
    ['a dash read as a tilde', 'Công văn số 713~CV/TU']
  ])('is read with %s', (_, text) => expectCited(`Thực hiện ${text} về mạng xã hội.`, ['713-CV/TU']))

  it.each([
    ['the page number and a form feed', 'Quyết định số\n\n                    2\n\f\n305-QĐ/HU'],
    ['a page number alone', 'Quyết định số \n3\n\n305-QĐ/HU'],
    ['a form feed alone', 'Quyết định số 305-\fQĐ/HU'],
    ['a page number with dashes', 'Quyết định số 305-\n- 2 -\n\fQĐ/HU'],
    ['the head of a gazette', 'Quyết định số\nCÔNG BÁO/Số 146/Ngày 11-03-2026\n101\n305-QĐ/HU']
  ])('is read across %s', (_, text) => expectCited(`theo ${text}, ngày 12/9/2020`, ['305-QĐ/HU 2020-09-12']))

  it.each([
    ['Công văn số 44a-CV/VPHU', '44a-CV/VPHU'],
    ['Công văn số 5053-CV/VPTW/nb', '5053-CV/VPTW/nb'],
    ['Công văn số 29-CV/TC-NV', '29-CV/TC-NV'],
    ['Quyết định số 367 - QĐ/TWĐTN-VP', '367-QĐ/TWĐTN-VP'],
    ['Quyết định số 296-QÐ/TW', '296-QĐ/TW'],
    ['Quy định số 08-QĐi/TW', '08-QĐi/TW'],
    ['Quyết định số 12-QĐ/ThU', '12-QĐ/ThU'],
    ['Chương trình hành động số 42-CTr/HU', '42-CTr/HU'],
    ['Quy chế làm việc số 02-QC/HU', '02-QC/HU'],
    ['Thông báo kết luận số 100-TB/HU', '100-TB/HU'],
    ['Báo cáo giải trình số 07-BC/CB', '07-BC/CB'],
    ['Kết luận của Bộ Chính trị số 58-KL/TW', '58-KL/TW'],
    ['Quyết định về việc thành lập Tổ công tác số 12-QĐ/HU', '12-QĐ/HU']
  ])('of the form in “%s” is read', (text, reference) => expectCited(`Xem ${text}.`, [reference]))

  it('keeps a misread letter as a flag, not in silence', () => {
    expect(soleCitation('Công văn số 7l3-CV/TU').flags).toContain('ocr-number')
    expect(soleCitation('Công văn số 713-CV/TU').flags).toEqual([])
  })
})

describe('a number without a type word', () => {
  it.each([
    [
      'is cited where its day and issuer are said',
      'số 713-CV/TU, ngày 09/8/2021 của Tỉnh ủy',
      ['713-CV/TU 2021-08-09']
    ],
    ['is none with its day alone', 'số 713-CV/TU, ngày 09/8/2021', []],
    ['is none with its issuer alone', 'số 713-CV/TU của Tỉnh ủy', []]
  ])('%s', (_, text, expected) => expectCited(`Xem ${text}.`, expected))
})

describe('a State number', () => {
  it.each([
    ['Nghị định số 42/2022/NĐ-CP', '42/2022/NĐ-CP'],
    ['Quyết định số 15/QĐ-UBND', '15/QĐ-UBND'],
    ['Công văn số 574/UBND-KTTH', '574/UBND-KTTH'],
    ['Công văn số 158/UB', '158/UB'],
    ['Luật Lưu trữ số 33/2024/QH15', '33/2024/QH15'],
    ['Luật số 65/2020/QH14', '65/2020/QH14'],
    ['Nghị quyết số 25/2022/UBTVQH15', '25/2022/UBTVQH15'],
    ['Nghị quyết số 30a/2008/NQ-CP', '30a/2008/NQ-CP'],
    ['Thông tư liên tịch số 05/2008/TTLT-BKHCN-BNV', '05/2008/TTLT-BKHCN-BNV'],
    ['Quyết định số 04/QĐ-BCĐ138', '04/QĐ-BCĐ138'],
    ['Kế hoạch số 4512 /KH-UBND', '4512/KH-UBND'],
    ['Nghị định số 154/2020/NĐ-\nCP', '154/2020/NĐ-CP'],
    ['Nghị định số 42/2022/NĐ-СР', '42/2022/NĐ-CP'],
    ['Quyết định số 10/2007/QĐ_BKHCN', '10/2007/QĐ-BKHCN'],
    ['Nghị quyết số 27/2017NQ-HĐND', '27/2017/NQ-HĐND'],
    ['Tờ trình số 1420TTr-BQL', '1420/TTr-BQL'],
    ['Quyết định số 1 466/QĐ-UBND', '1466/QĐ-UBND'],
    ['Công văn số 143//STC- HCSN', '143/STC-HCSN']
  ])('in “%s” is read', (text, reference) => expectCited(`Xem ${text}.`, [reference]))

  it.each([
    ['Văn bản số 29/TTr-SNV', 'to-trinh'],
    ['Công văn số 574/UBND-KTTH', 'cong-van'],
    ['NĐ 42/2022/NĐ-CP', 'nghi-dinh'],
    ['Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13', 'luat'],
    ['TT số 18/2022/TT-BNV', 'thong-tu']
  ])('in “%s” has the type %s', (text, type) => expect(soleCitation(text).documentType).toBe(type))
})

describe('a symbol in the wrong order is kept and flagged', () => {
  it.each([
    ['Chỉ thị số 21/CT-TU', '21/CT-TU', true],
    ['Chỉ thị số 21-CT/TU', '21-CT/TU', false],
    ['Quyết định số 15-QĐ/UBND', '15-QĐ/UBND', true],
    ['Quyết định số 15/QĐ-UBND', '15/QĐ-UBND', false]
  ])('%s', (text, reference, flagged) => {
    expectCited(text, [reference])
    expect(soleCitation(text).flags.includes('symbol-order')).toBe(flagged)
  })

  it('makes one key of both orders, so that the archive finds 21-CT/TU', () => {
    expect(soleCitation('Chỉ thị số 21/CT-TU').key).toBe(soleCitation('Chỉ thị số 21-CT/TU').key)
  })
})

describe('a document without a symbol', () => {
  it.each([
    ['Luật Bảo vệ môi trường ngày 17/11/2020', 'luat-bao-ve-moi-truong 2020-11-17'],
    ['Luật Lưu trữ năm 2011', 'luat-luu-tru-2011'],
    ['Luật Phòng, chống ma túy năm 2021', 'luat-phong-chong-ma-tuy-2021'],
    ['Bộ luật Lao động ngày 20 tháng 11 năm 2019', 'bo-luat-lao-dong 2019-11-20'],
    ['Pháp lệnh Ngoại hối năm 2005', 'phap-lenh-ngoai-hoi-2005'],
    [
      'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019',
      'luat-sua-doi-bo-sung-mot-so-dieu-cua-luat-to-chuc-chinh-phu-va-luat-to-chuc-chinh-quyen-dia-phuong 2019-11-22'
    ],
    ['căn cứ Điều lệ Đảng;', 'dieu-le-dang'],
    ['Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;', 'hien-phap-nuoc-cong-hoa-xa-hoi-chu-nghia-viet-nam'],
    ['Căn cứ Luật Tổ chức chính quyền địa phương;\n', 'luat-to-chuc-chinh-quyen-dia-phuong'],
    ['Nghị quyết Trung ương 4 khóa XII', 'nghi-quyet-trung-uong-4-khoa-xii'],
    ['Nghị quyết Trung ương 4 (khóa XI, XII)', 'nghi-quyet-trung-uong-4-khoa-xi-xii'],
    ['Kế hoạch số 133 ngày 25/9/2019', 'ke-hoach-133 2019-09-25'],
    ['Kế hoạch 4512 của tỉnh', 'ke-hoach-4512'],
    ['Biên bản bàn giao ngày 30/6/2020', 'bien-ban 2020-06-30']
  ])('“%s” is cited', (text, expected) => {
    expectCited(text, [expected])
    expect(soleCitation(text).reference).toBeNull()
  })

  it.each([
    ['theo Luật Đất đai và các văn bản hướng dẫn.'],
    ['theo quy định của Điều lệ Đảng.'],
    ['quy định pháp luật năm 2020'],
    ['Kế hoạch năm 2020'],
    ['lập biên bản bàn giao trước ngày 30/6/2020']
  ])('“%s” cites none', (text) => expectCited(text, []))
})
