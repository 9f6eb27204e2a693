import { describe, expect, it } from 'vitest'
import { citationsOf, expectCited, soleCitation, told } from './citations-of.ts'

describe('mentions of one document', () => {
  it('make one citation at the fullest, with every place', () => {
    const text =
      'V/v thực hiện Chỉ thị 12-CT/HU\n\nThực hiện Chỉ thị số 12-CT/HU, ngày 15/3/2018 của Ban Thường vụ Huyện ủy về lưu trữ. Báo cáo theo Chỉ thị 12-CT/HU.'
    const found = soleCitation(text)
    expect(found.raw).toBe('Chỉ thị số 12-CT/HU, ngày 15/3/2018 của Ban Thường vụ Huyện ủy')
    expect(found.mentions.map((place) => text.slice(place.start, place.end))).toEqual([
      'Chỉ thị 12-CT/HU',
      'Chỉ thị số 12-CT/HU, ngày 15/3/2018 của Ban Thường vụ Huyện ủy',
      'Chỉ thị 12-CT/HU'
    ])
  })

  it('of two dates make two documents; a short one is that of the one before it', () => {
    const text =
      'Triển khai Chỉ thị số 35-CT/TW, ngày 14/6/2020. Chỉ thị 35-CT/TW, ngày 30/5/2019 là của nhiệm kỳ trước. Báo cáo theo Chỉ thị 35-CT/TW.'
    const found = citationsOf(text)
    expect(found.map(told)).toEqual(['35-CT/TW 2020-06-14', '35-CT/TW 2019-05-30'])
    expect(found.map((one) => one.mentions.length)).toEqual([1, 2])
  })

  it.each([
    [
      'by number',
      'Kết luận số 58-KL/TW, ngày 23/5/2020 của Bộ Chính trị. Tổ chức học tập Kết luận 58.',
      '58-KL/TW 2020-05-23'
    ],
    [
      'by what was said',
      'Kết luận số 58-KL/TW, ngày 23/5/2020 của Bộ Chính trị. Tổ chức học tập Kết luận nêu trên.',
      '58-KL/TW 2020-05-23'
    ],
    [
      'with QĐi for QĐ',
      'Quy định số 08-QĐi/TW, ngày 25/10/2018; nhắc lại Quy định số 08-QĐ/TW.',
      '08-QĐi/TW 2018-10-25'
    ],
    [
      'of a law by year and by day',
      'Luật Lưu trữ ngày 11/11/2011; nhắc lại Luật Lưu trữ năm 2011.',
      'luat-luu-tru 2011-11-11'
    ]
  ])('are brought together %s', (_, text, expected) => {
    expectCited(text, [expected])
    expect(soleCitation(text).mentions).toHaveLength(2)
  })

  it.each([
    ['a number that no fuller mention has', 'Tổ chức học tập Kết luận 58 và Nghị quyết 35.', []],
    [
      'what was said when two such were named',
      'Công văn số 1-CV/TU; Công văn số 2-CV/TU. Thực hiện Công văn nêu trên.',
      ['1-CV/TU', '2-CV/TU']
    ],
    ['what was said when none was named', 'Thực hiện Công văn nêu trên.', []]
  ])('are left open: %s', (_, text, expected) => {
    expectCited(text, expected)
    expect(citationsOf(text).every((one) => one.mentions.length === 1)).toBe(true)
  })

  it('keep apart one number of two types or bodies', () => {
    expectCited(
      'Chỉ thị số 12-CT/HU, Nghị quyết số 12-NQ/HU, Chỉ thị số 12-CT/TU, Công văn số 12a-CV/HU, Công văn số 12-CV/HU',
      ['12-CT/HU', '12-NQ/HU', '12-CT/TU', '12a-CV/HU', '12-CV/HU']
    )
  })
})

describe('the key', () => {
  it.each([
    ['Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy', '713-cv-tu@2021-08-09'],
    ['Công văn 713 – CV/TU ngày 9 tháng 8 năm 2021', '713-cv-tu@2021-08-09'],
    ['Công văn số 713-CV/TU', '713-cv-tu@'],
    ['Thông tri số 08-TT/TU', '8-tt-tu@'],
    ['Quyết định số 296-QÐ/TW', '296-qd-tw@'],
    ['Luật Lưu trữ năm 2011', 'luat-luu-tru-2011@'],
    ['Luật Bảo vệ môi trường ngày 17/11/2020', 'luat-bao-ve-moi-truong@2020-11-17']
  ])('of “%s” is %s', (text, key) => expect(soleCitation(text).key).toBe(key))
})
