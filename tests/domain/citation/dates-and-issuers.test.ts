import { describe, expect, it } from 'vitest'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { citationsOf, LETTER, soleCitation } from './citations-of.ts'

describe('the date', () => {
  it.each([
    ['Công văn số 713-CV/TU, ngày 09/8/2021', '2021-08-09'],
    ['Công văn số 713-CV/TU ngày 09-8-2021', '2021-08-09'],
    ['Công văn số 713-CV/TU ngày 9.8.2021', '2021-08-09'],
    ['Công văn số 713-CV/TU, ngày 05–11–2018', '2018-11-05'],
    ['Công văn số 713-CV/TU ngày 12 tháng 8 năm 2021', '2021-08-12'],
    ['Công văn số 713-CV/TU, ngày\n09/8/2021', '2021-08-09'],
    ['Công văn số 713-CV/TU ban hành ngày 09/8/2021', '2021-08-09'],
    ['Công văn số 713-CV/TU (mật), ngày 09/8/2021', '2021-08-09'],
    ['Công văn số 713-CV/TU ngày l6 tháng 4 năm 2021', '2021-04-16'],
    ['Công văn số 713-CV/TU của Ban Thường vụ Tỉnh ủy ngày 09/8/2021', '2021-08-09'],
    ['Quyết định số 12-QĐ/HU do Ban Thường vụ Huyện ủy ban hành ngày 05/5/2020', '2020-05-05'],
    ['Ngày 02/5/2018, Đảng uỷ ban hành Kế hoạch số 09-KH/ĐU về thực hiện', '2018-05-02'],
    ['Công văn số 713-CV/TU ngày 29/02/2020', '2020-02-29']
  ])('stands beside the number: “%s”', (text, date) => {
    expect(soleCitation(text)).toMatchObject({ issuedOn: date, dateSource: 'stated' })
  })

  it.each([
    ['ngày 42/02/2018'],
    ['ngày 29/02/2019'],
    ['ngày 31/4/2020'],
    ['ngày 23 tháng 02 năm 20264'],
    ['ngày 12/13/2020'],
    ['ngày 3112/2024'],
    ['ngày 01/01/1850']
  ])('that cannot be is flagged and never repaired: %s', (date) => {
    const found = soleCitation(`Chỉ thị số 04-CT/TU ${date} của Tỉnh ủy`)
    expect(found).toMatchObject({ issuedOn: null, dateSource: null, issuer: 'Tỉnh ủy', key: '4-ct-tu@' })
    expect(found.flags).toEqual(['implausible-date'])
  })

  it.each([
    ['Công văn số 713-CV/TU. Báo cáo trước ngày 09/8/2021'],
    ['Công văn số 713-CV/TU năm 2021'],
    ['Công văn số 713-CV/TU về họp ngày 09/8/2021'],
    ['Công văn số 713-CV/TU, trước ngày 09/8/2021'],
    ['Ngày 09/8/2021, họp giao ban. Thực hiện Công văn số 713-CV/TU']
  ])('of something else is not taken: “%s”', (text) => expect(soleCitation(text).issuedOn).toBeNull())

  it('later than the citing paper is kept and flagged', () => {
    const found = soleCitation('Công văn số 713-CV/TU, ngày 09/8/2022')
    expect(found.issuedOn).toBe('2022-08-09')
    expect(found.flags).toEqual(['dated-after-citing'])
    expect(soleCitation('Công văn số 713-CV/TU, ngày 09/8/2021').flags).toEqual([])
  })
})

describe('the issuer', () => {
  it.each([
    ['của Ban Thường vụ Tỉnh ủy về tăng cường công tác', 'Ban Thường vụ Tỉnh ủy'],
    ['của Ban Thường vụ Tỉnh ủy, Hướng dẫn số 22-HD/BTCTU', 'Ban Thường vụ Tỉnh ủy'],
    ['của Bộ Chính trị, chỉ đạo đẩy mạnh việc đăng tải', 'Bộ Chính trị'],
    ['của Ban Thường vụ Tỉnh ủy và Kế hoạch của huyện', 'Ban Thường vụ Tỉnh ủy'],
    ['của Ban Thường vụ\nHuyện ủy; Đảng ủy xã', 'Ban Thường vụ Huyện ủy'],
    ['của Bộ Chính trị khoá XII, Ban Thường vụ yêu cầu', 'Bộ Chính trị'],
    ['của Bộ Chính trị (khóa XII)', 'Bộ Chính trị'],
    ['của Ban Thường vụ Huyện uỷ khoá IX về chế độ', 'Ban Thường vụ Huyện uỷ khoá IX'],
    ['của Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII', 'Ban Chấp hành Trung ương'],
    ['của Văn phòng Trung ương Đảng quy định', 'Văn phòng Trung ương Đảng'],
    ['của Ủy ban Kiểm tra Trung ương;', 'Ủy ban Kiểm tra Trung ương'],
    ['của Thủ tướng Chính phủ phê duyệt', 'Thủ tướng Chính phủ'],
    ['của Bộ trưởng Bộ Giáo dục và Đào tạo về việc', 'Bộ trưởng Bộ Giáo dục và Đào tạo'],
    ['của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ và tham mưu', 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ'],
    ['của Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['của Sở Kế hoạch và Đầu tư hướng dẫn', 'Sở Kế hoạch và Đầu tư'],
    ['của Bộ Nông nghiệp và Phát triển nông thôn quy định', 'Bộ Nông nghiệp và Phát triển nông thôn'],
    ['của Bộ Giao thông vận tải có hiệu lực', 'Bộ Giao thông vận tải'],
    ['của Bộ Lao động - Thương binh và Xã hội đã nêu', 'Bộ Lao động - Thương binh và Xã hội'],
    ['của Cơ quan Tổ chức - Nội vụ về việc', 'Cơ quan Tổ chức - Nội vụ'],
    ['của Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh', 'Ban Bảo vệ'],
    ['của Ban Chỉ đạo 35 huyện về việc', 'Ban Chỉ đạo 35 huyện'],
    ['của Bộ Khoa học và Công nghệ và Bộ Nội vụ hướng dẫn', 'Bộ Khoa học và Công nghệ; Bộ Nội vụ'],
    ['do Ban Thường vụ Huyện ủy ban hành', 'Ban Thường vụ Huyện ủy'],
    ['của UBND huyện còn chậm', 'UBND huyện'],
    ['của Văn phòng Tỉnh ủy khẩn trương khắc phục', 'Văn phòng Tỉnh ủy'],
    ['của Ban Bí thư đạt kết quả', 'Ban Bí thư'],
    ['của Ban Bí thư Trung ương Đảng về việc', 'Ban Bí thư Trung ương Đảng'],
    ['của Ủy ban nhân dân Thành phố Hà Nội ban hành', 'Ủy ban nhân dân Thành phố Hà Nội'],
    ['của Ban Thường vụ Huyện ủy Đức Lâm phối hợp', 'Ban Thường vụ Huyện ủy Đức Lâm']
  ])('behind the date ends where the name ends: “%s”', (tail, issuer) => {
    expect(citationsOf(`theo Văn bản số 99-TB/BPT, ngày 09/8/2020 ${tail}.`)[0]?.issuer).toBe(issuer)
  })

  it.each([
    ['Tỉnh ủy đã ban hành Chỉ thị số 21-CT/TU về rừng', 'Tỉnh ủy'],
    ['Ngày 02/5/2018, Đảng uỷ ban hành Kế hoạch số 09-KH/ĐU', 'Đảng uỷ'],
    ['theo đề nghị của Ban Tuyên giáo Huyện uỷ tại Tờ trình số 14-TTr/BTGHU', 'Ban Tuyên giáo Huyện uỷ'],
    ['đề nghị của Giám đốc Sở Tài chính tại Công văn số 143/STC-HCSN', 'Sở Tài chính'],
    ['Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 15/TTr-PNV', 'phòng Nội vụ'],
    ['Xét đề nghị của Ban Tuyên giáo Huyện uỷ (Tờ trình số 05-TTr/BTGHU', 'Ban Tuyên giáo Huyện uỷ'],
    ['Kiến nghị của Đảng ủy xã Đạ Nhar về kinh phí (Báo cáo số 35-BC/ĐU', 'Đảng ủy xã Đạ Nhar'],
    ['Kết luận của Bộ Chính trị số 58-KL/TW', 'Bộ Chính trị'],
    ['các Quyết định của UBND tỉnh: Số 79/QĐ-UBND', 'UBND tỉnh']
  ])('is taken from before: “%s”', (text, issuer) => expect(soleCitation(text).issuer).toBe(issuer))

  it.each([
    ['Kế hoạch số 09-KH/TU của cả hệ thống chính trị'],
    ['Kế hoạch số 09-KH/TU về công tác của Ban Thường vụ Tỉnh ủy'],
    ['Họp Huyện ủy. Thực hiện Kế hoạch số 09-KH/TU'],
    ['Kiến nghị của Đảng ủy xã Đạ Nhar về kinh phí (Báo cáo số 35-BC/TU']
  ])('of something else is not taken: “%s”', (text) => expect(soleCitation(text).issuer).toBeNull())

  it('of the office’s own series is the office', () => {
    const own = { ...LETTER, reference: parseReference('22-HD/BTCTU'), issuer: 'Ban Tổ chức Tỉnh uỷ Lâm Sơn' }
    expect(soleCitation('thay cho Hướng dẫn số 15-HD/BTCTU, ngày 06-02-2015', own).issuer).toBe(
      'Ban Tổ chức Tỉnh uỷ Lâm Sơn'
    )
    expect(soleCitation('thay cho Hướng dẫn số 15-HD/BTGTU, ngày 06-02-2015', own).issuer).toBeNull()
    const commune = { ...LETTER, reference: parseReference('31-CV/ĐU'), issuer: 'Đảng ủy xã Đức Lâm' }
    expect(soleCitation('Báo cáo số 35-BC/ĐU, ngày 06-02-2015', commune).issuer).toBeNull()
  })

  it('against the symbol is kept and flagged', () => {
    const found = soleCitation('Kế hoạch số 145-KH/HU ngày 10/7/2020 của Ban Thường vụ Tỉnh ủy')
    expect(found).toMatchObject({ issuer: 'Ban Thường vụ Tỉnh ủy', flags: ['symbol-against-issuer'] })
    expect(soleCitation('Kế hoạch số 145-KH/TU ngày 10/7/2020 của Ban Thường vụ Tỉnh ủy').flags).toEqual([])
    expect(soleCitation('Công văn số 1-CV/VPTU ngày 10/7/2020 của Văn phòng Tỉnh ủy').flags).toEqual([])
  })
})
