import { describe, expect, test } from 'vitest'
import { readDocument } from '#domain/layout/read-document.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { summary } from './papers.ts'

const read = (text: string, today = '2026-12-31') => readDocument(splitPages(text.normalize('NFC')), { today })
const BODY = 'Ban Thường vụ Huyện ủy yêu cầu các tổ chức cơ sở đảng thực hiện nghiêm túc các nội dung sau đây.'

/** A letter with the given day and text. */
function letter(day: string, body = BODY): string {
  return `ĐẢNG BỘ TỈNH LÂM SƠN\nHUYỆN ỦY ĐỨC LÂM\n*\nSố 12-CV/HU\nV/v rà soát hồ sơ\n\nĐẢNG CỘNG SẢN VIỆT NAM\nĐức Lâm, ngày ${day}\n\nKính gửi: Các chi bộ\n\n${body}\n\nNơi nhận:\n- Như kính gửi,\n- Lưu VPHU.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nLê Văn Khánh`
}

describe('dates make sense (M11)', () => {
  test.each([
    ['on the day', '12 tháng 8 năm 2021', '2021-08-12', '2021-08-12'],
    ['tomorrow', '13 tháng 8 năm 2021', '2021-08-12', null],
    ['before the Party', '12 tháng 8 năm 1921', '2021-08-12', null]
  ])('%s', (_, day, today, issuedOn) => expect(read(letter(day), today).issuedOn?.value ?? null).toBe(issuedOn))

  test('a day before that of a cited document is offered only', () => {
    const body = `Thực hiện Kế hoạch số 45-KH/HU, ngày 20/9/2021 của Ban Thường vụ Huyện ủy, ${BODY}`
    expect(read(letter('12 tháng 8 năm 2021', body)).issuedOn).toMatchObject({ value: '2021-08-12', certainty: 'hint' })
    expect(read(letter('21 tháng 9 năm 2021', body)).issuedOn).toMatchObject({ value: '2021-09-21', certainty: 'sure' })
  })

  test('arrived before it was issued: offered only', () => {
    const stamped = letter('12 tháng 8 năm 2021').replace(
      'Kính gửi',
      'ĐẢNG ỦY XÃ PHÚ LỘC\nĐẾN Số: 41 Ngày: 10/8/2021\n\nKính gửi'
    )
    expect(read(stamped)).toMatchObject({
      arrivalNumber: { value: '41', certainty: 'sure' },
      arrivedOn: { value: '2021-08-10', certainty: 'hint' }
    })
    expect(read(stamped).issuer?.value).toBe('Huyện ủy Đức Lâm')
  })
})

describe('abstains', () => {
  test('from a number left for the pen, also where the subject cites one', () => {
    const text = letter('12 tháng 8 năm 2021')
      .replace('Số 12-CV/HU', 'Số         -CV/HU')
      .replace('V/v rà soát hồ sơ', 'V/v thực hiện Công văn\nSố 890-CV/TU của Tỉnh ủy')
    expect(read(text)).toMatchObject({
      reference: null,
      documentType: { value: 'cong-van' },
      subject: { value: 'thực hiện Công văn Số 890-CV/TU của Tỉnh ủy' }
    })
  })
  test('from everything on a page of prose', () => {
    const draft = read(
      'Hôm nay trời mưa.\nChúng tôi đi học, số 12 đường Trần Phú, ngày 12 tháng 8 năm 2021.\nKính thưa các đồng chí.'
    )
    expect(Object.values(summary(draft)).flat().filter(Boolean)).toEqual([])
  })
  test('from an empty document', () =>
    expect(
      Object.values(summary(readDocument([], { today: '2026-12-31' })))
        .flat()
        .filter(Boolean)
    ).toEqual([]))
})

describe('a page an OCR engine read', () => {
  const scan =
    'ỦY BAN NHÂN DÂN CỌNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LÂM SƠN Độc lập - Tự do - Hạnh phúc\nSố: 44 /QĐ-UBND Lâm Sơn, ngày 14 tháng 02 năm 2025\nQUYÉT ĐỊNH\nVề việc giao đất đợt 1\n\nCăn cứ Luật Đất đai ngày 18/01/2024;\n\nNơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như Điều 4; KT. CHỦ TỊCH\n- Lưu: VT. PHÓ CHỦ TỊCH\n\nTrần Văn Hùng'
  const draft = read(scan)
  test('number and day were written by hand: offered only', () => {
    expect(draft.reference).toMatchObject({ value: { number: '44', symbol: 'QĐ-UBND' }, certainty: 'hint' })
    expect(draft.issuedOn).toMatchObject({ value: '2025-02-14', certainty: 'hint' })
  })
  test('columns run together are parted', () => {
    expect(summary(draft)).toMatchObject({
      system: 'state',
      documentType: 'quyet-dinh',
      issuer: 'Ủy ban nhân dân tỉnh Lâm Sơn',
      subject: 'Về việc giao đất đợt 1',
      recipients: ['Như Điều 4', 'Lưu: VT'],
      authority: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH',
      signerTitle: 'PHÓ CHỦ TỊCH',
      signer: 'Trần Văn Hùng'
    })
  })
})

test('an annex with a foot of its own is not the document’s', () => {
  const text = `${letter('12 tháng 8 năm 2021')}\n\fQUY CHẾ\nlàm việc của Ban\n\nĐiều 1. Phạm vi.\n\nNơi nhận:\n- Sở Nội vụ,\n- Lưu.\n\nT/M BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\nVũ Hoàng Nam`
  expect(summary(read(text))).toMatchObject({
    signer: 'Lê Văn Khánh',
    authority: 'T/M BAN THƯỜNG VỤ',
    recipients: ['Như kính gửi', 'Lưu VPHU'],
    documentType: 'cong-van'
  })
})

test('a resolution of the gazette is dated by its last sentence', () => {
  const text =
    'CÔNG BÁO/Số 707 + 708/Ngày 01-9-2022\n3\nỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nNghị quyết số: 99/2022/UBTVQH15\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nNGHỊ QUYẾT\nVề chương trình giám sát năm 2023\n\nỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nCăn cứ Hiến pháp;\n\nNghị quyết này được Ủy ban Thường vụ Quốc hội thông qua\nngày 17 tháng 8 năm 2022.\n\nTM. ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCHỦ TỊCH\n\nTrần Văn Hùng'
  expect(summary(read(text))).toMatchObject({
    reference: '99/2022/UBTVQH15',
    issuedOn: '2022-08-17',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    subject: 'Về chương trình giám sát năm 2023',
    signer: 'Trần Văn Hùng'
  })
})

test('what a document is and who gets it is no citation', () => {
  const body = `Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy, ${BODY}`
  const text = letter('12 tháng 8 năm 2021', body).replace('- Như kính gửi,', '- Như Kế hoạch 133-KH/HU,')
  expect(read(text).citations.map((citation) => citation.reference?.number)).toEqual(['713'])
})

describe('Nơi nhận in other dress', () => {
  const under = (list: string) =>
    summary(read(letter('12 tháng 8 năm 2021').replace('Nơi nhận:\n- Như kính gửi,\n- Lưu VPHU.', list)))
  test.each([
    ['on one line', 'Nơi nhận: Như trên; Công an huyện (b/c); Lưu VP.'],
    ['without dashes', 'Nơi nhận:\nNhư trên,\nCông an huyện (b/c),\nLưu VP.'],
    ['the label misread', 'Nơi nhậm:\n- Như trên,\n- Công an huyện (b/c),\n- Lưu VP.'],
    ['the label lost', '- Như trên,\n- Công an huyện (b/c),\n- Lưu VP.'],
    ['with stars', 'Nơi nhận:\n* Như trên,\n* Công an huyện (b/c),\n* Lưu VP.']
  ])('%s', (_, list) => {
    expect(under(list)).toMatchObject({
      recipients: ['Như trên', 'Công an huyện (b/c)', 'Lưu VP'],
      signer: 'Lê Văn Khánh',
      authority: 'T/M BAN THƯỜNG VỤ'
    })
  })
  test('an article of that name is none', () => {
    const text = letter(
      '12 tháng 8 năm 2021',
      `Điều 3. Nơi nhận báo cáo\n- Văn phòng Huyện ủy;\n- Ban Tổ chức Huyện ủy.\n\n${BODY}`
    )
    expect(summary(read(text)).recipients).toEqual(['Như kính gửi', 'Lưu VPHU'])
  })
})

test('a form in an annex with its own "Kính gửi" addresses nobody', () => {
  const text = `${letter('12 tháng 8 năm 2021').replace('Kính gửi: Các chi bộ\n\n', '')}\n\fMẪU ĐƠN\nKính gửi: Chi bộ thôn 4\nTôi tên là ...`
  expect(summary(read(text))).toMatchObject({
    addressees: [],
    recipients: ['Như kính gửi', 'Lưu VPHU'],
    signer: 'Lê Văn Khánh'
  })
})
