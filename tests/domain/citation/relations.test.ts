import { describe, expect, it } from 'vitest'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { citationsOf, LETTER, STATE_PAPER, soleCitation, told } from './citations-of.ts'

const DECISION = 'Quyết định số 10-QĐ/HU, ngày 05/5/2020 của Ban Thường vụ Huyện ủy'

describe('the wording before a citation', () => {
  const cases: readonly (readonly [string, Relation])[] = [
    [`Căn cứ ${DECISION};`, 'based-on'],
    [`Xét ${DECISION};`, 'based-on'],
    [`xử lý theo ${DECISION}.`, 'based-on'],
    [`xử lý theo quy định tại Điều 4 Quy chế ban hành kèm theo ${DECISION}.`, 'based-on'],
    [`Thực hiện ${DECISION},`, 'implements'],
    [`Triển khai ${DECISION}`, 'implements'],
    [`Các chi bộ quán triệt ${DECISION}`, 'implements'],
    [`Sau 5 năm thực hiện ${DECISION}`, 'implements'],
    ['tuần tra theo Chỉ thị 12-CT/HU', 'implements'],
    [`Tiếp tục chỉ đạo thực hiện nghiêm nội dung ${DECISION}`, 'continues-implementing'],
    [`tiếp tục thực hiện có hiệu quả ${DECISION}`, 'continues-implementing'],
    [`nêu gương theo tinh thần ${DECISION}`, 'in-spirit-of'],
    [`Trả lời ${DECISION}`, 'replies-to'],
    [`Phúc đáp ${DECISION}`, 'replies-to'],
    ['Đồng ý nội dung Tờ trình số 31-TTr/BTCHU', 'replies-to'],
    ['Theo đề nghị của Ban Tuyên giáo tại Tờ trình số 14-TTr/BTGHU', 'at-request-of'],
    ['Xét đề nghị của Ban Tuyên giáo (Tờ trình số 14-TTr/BTGHU)', 'at-request-of'],
    ['Xét Tờ trình số 14-TTr/BTGHU', 'at-request-of'],
    [`tiếp theo ${DECISION}`, 'follows'],
    [`Quyết định này thay thế ${DECISION}.`, 'replaces'],
    [`thay cho ${DECISION}.`, 'replaces'],
    [`Bãi bỏ ${DECISION}.`, 'repeals'],
    [`sửa đổi, bổ sung một số nội dung của ${DECISION}`, 'amends'],
    [`Điều chỉnh thời gian nêu tại Mục III ${DECISION}`, 'amends'],
    [`đính chính ${DECISION}`, 'corrects'],
    [`kéo dài thời hạn thực hiện ${DECISION}`, 'extends'],
    [`đôn đốc việc thực hiện ${DECISION}`, 'urges'],
    [`Văn phòng sao gửi các đồng chí ${DECISION}`, 'forwards'],
    [`${DECISION} hết hiệu lực kể từ ngày ký`, 'expired'],
    [`${DECISION} tiếp tục có hiệu lực`, 'keeps-in-force'],
    [`1. ${DECISION}: nội dung vẫn phù hợp, đề nghị tiếp tục thực hiện.`, 'continues-implementing'],
    [`Ban Thường vụ đã ban hành ${DECISION}`, 'mentions'],
    [`Chỉ thị này khác với ${DECISION}`, 'mentions'],
    [DECISION, 'mentions']
  ]
  it.each(cases)('“%s” is %s', (text, relation) => expect(soleCitation(text).relation).toBe(relation))
})

describe('a wording that does not govern', () => {
  const cases: readonly (readonly [string, Relation])[] = [
    ['Điều 1. Tổ chức thực hiện.\nĐiều 2. Xem Quyết định số 10-QĐ/HU.', 'mentions'],
    [`Trong năm tiếp theo ngành cung cấp ${DECISION}`, 'mentions'],
    ['phân công kiêm văn thư, thực hiện từ tháng 5 (Quyết định số 10-QĐ/HU)', 'mentions'],
    ['thành lập tổ giúp việc (theo Quyết định số 10-QĐ/HU)', 'mentions'],
    ['đối tượng thuộc phạm vi điều chỉnh của Quyết định số 10-QĐ/HU', 'mentions'],
    ['tìm, bổ sung vào hồ sơ: Quyết định số 10-QĐ/HU', 'mentions'],
    ['Mẫu cũ đã hết hiệu lực; xem Quyết định số 10-QĐ/HU', 'mentions']
  ]
  it.each(cases)('“%s”', (text, relation) => expect(soleCitation(text).relation).toBe(relation))
})

function relations(text: string, own = LETTER): readonly string[] {
  return citationsOf(text, own).map((one) => `${told(one)} ${one.relation}`)
}

describe('several citations', () => {
  it('in one clause stand alike', () => {
    expect(
      relations(
        'Thực hiện Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị và Công văn số 890-CV/TU; Kế hoạch số 99-KH/TU, Đảng ủy báo cáo.'
      )
    ).toEqual(['35-NQ/TW 2018-10-22 implements', '890-CV/TU implements', '99-KH/TU implements'])
  })

  it('stand each under the wording of its own clause', () => {
    expect(
      relations(
        'Trả lời Tờ trình số 11-TTr/ĐU của Đảng ủy xã Tân Hòa; tiếp theo Công văn số 655-CV/HU, Ban Thường vụ có ý kiến.'
      )
    ).toEqual(['11-TTr/ĐU replies-to', '655-CV/HU follows'])
  })

  it('nested in the subject of another are mentioned', () => {
    expect(
      relations('Căn cứ Công văn số 890-CV/TU của Tỉnh ủy về việc triển khai thực hiện Nghị quyết số 35-NQ/TW;')
    ).toEqual(['890-CV/TU based-on', '35-NQ/TW mentions'])
  })

  it('go on behind a subject', () => {
    expect(
      relations(
        'Thực hiện Công văn số 1520-CV/TU của Tỉnh ủy về tạm dừng tổ chức đại hội và Chỉ thị số 16/CT-TTg, Huyện ủy yêu cầu:'
      )
    ).toEqual(['1520-CV/TU implements', '16/CT-TTg implements'])
  })

  it('in a list take what the line above it says', () => {
    expect(
      relations(
        'Bãi bỏ các Quyết định sau đây:\n- Quyết định số 10-QĐ/HU;\n- Quyết định số 11-QĐ/HU.\n\nĐiều 3. Xem Quyết định số 12-QĐ/HU.'
      )
    ).toEqual(['10-QĐ/HU repeals', '11-QĐ/HU repeals', '12-QĐ/HU mentions'])
    expect(relations('Huyện ủy yêu cầu thực hiện như sau:\n- Tổ chức họp.\n- Báo cáo số 10-BC/HU.')).toEqual([
      '10-BC/HU mentions'
    ])
  })

  it('amend one another', () => {
    const [base, first, second] = citationsOf(
      'Căn cứ Kế hoạch số 133-KH/HU ngày 25/9/2019 (đã được sửa đổi, bổ sung bởi Kế hoạch số 140-KH/HU ngày 07/01/2020 và Kế hoạch số 150-KH/HU ngày 08/02/2020) của Ban Thường vụ Huyện ủy;'
    )
    expect(base).toMatchObject({ relation: 'based-on', relationOf: null, issuer: 'Ban Thường vụ Huyện ủy' })
    expect(first).toMatchObject({ relation: 'amended-by', relationOf: '133-kh-hu@2019-09-25' })
    expect(second).toMatchObject({ relation: 'amended-by', relationOf: '133-kh-hu@2019-09-25' })
  })
})

describe('“trên cơ sở”', () => {
  it('is a basis in a Party paper and an opinion heard in a State paper', () => {
    const text = 'Trên cơ sở ý kiến của Thường trực Tỉnh ủy tại Thông báo số 1594-TB/TU ngày 11/01/2021'
    expect(soleCitation(text, LETTER).relation).toBe('based-on')
    expect(soleCitation(text, STATE_PAPER).relation).toBe('on-opinion-of')
  })
})

describe('a document named more than once', () => {
  it('stands as the wording that touches its validity says, wherever that is', () => {
    expect(
      relations(
        '1. Quy định số 06-QĐ/HU, ngày 21/02/2017 của Ban Thường vụ Huyện ủy: thời hạn không còn phù hợp.\n2. Đề nghị bãi bỏ Quy định 06-QĐ/HU.'
      )
    ).toEqual(['06-QĐ/HU 2017-02-21 repeals'])
  })

  it('in a letter of correction is the one corrected', () => {
    const text =
      'V/v đính chính văn bản\n\nNgày 18/02/2021, Ban Thường vụ Huyện ủy ban hành Quyết định số 97-QĐ/HU. Văn phòng đính chính như sau: '
    expect(relations(text)).toEqual(['97-QĐ/HU 2021-02-18 corrects'])
    expect(relations(text.replaceAll('đính chính', 'gửi lại'))).toEqual(['97-QĐ/HU 2021-02-18 mentions'])
  })
})
