import { describe, expect, it } from 'vitest'
import { citationsOf, told } from './citations-of.ts'

const LETTER_713 = 'Thực hiện Công văn số 713-CV/TU, ngày 09/8/2020 của Ban Thường vụ Tỉnh ủy. '
const CONCLUSION = 'Thực hiện Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương. '

/** Each document with the number of its mentions. */
function mentions(text: string): readonly string[] {
  return citationsOf(text, { reference: null, documentType: null, issuedOn: null, issuer: null, misread: false }).map(
    (one) => `${told(one)} ×${one.mentions.length}`
  )
}

describe('a short mention is tied to the one document it can mean', () => {
  it.each([
    [`${LETTER_713}Báo cáo theo Công văn trên.`],
    [`${LETTER_713}Báo cáo theo Công văn nêu trên.`],
    [`${LETTER_713}Báo cáo theo Công văn đã dẫn.`],
    [`${LETTER_713}Nội dung Công văn nói trên còn hiệu lực.`],
    [`${LETTER_713}Đề nghị làm đúng Công văn 713.`],
    [`${LETTER_713}Đề nghị làm đúng Công văn số 713.`],
    [
      'Thực hiện Công văn số 713-CV/TU, ngày 09/8/2020 của Ban Thường vụ Tỉnh ủy (sau đây gọi tắt là Công văn 713). Theo đúng thời hạn của Công văn 713, các cơ quan báo cáo.'.replace(
        'Theo đúng thời hạn của Công văn 713, các cơ quan báo cáo.',
        ''
      )
    ]
  ])('“%s”', (text) => expect(mentions(text)).toEqual(['713-CV/TU 2020-08-09 ×2']))

  it.each([
    [`${CONCLUSION}Tổ chức học tập Kết luận 21.`, ['21-KL/TW 2021-10-25 ×2']],
    [`${CONCLUSION}Tổ chức học tập Kết luận số 21 của Trung ương.`, ['21-KL/TW 2021-10-25 ×2']],
    [`${CONCLUSION}${LETTER_713}Tổ chức học tập Kết luận trên.`, ['21-KL/TW 2021-10-25 ×2', '713-CV/TU 2020-08-09 ×1']],
    [
      'Thực hiện Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương (gọi tắt là Kết luận số 21), các chi bộ học tập Kết luận 21 và báo cáo.',
      ['21-KL/TW 2021-10-25 ×3']
    ]
  ])('“%s”', (text, expected) => expect(mentions(text)).toEqual(expected))
})

describe('a short mention stays open', () => {
  it.each([
    [
      'where two documents of its type were named',
      `${LETTER_713}Tiếp Công văn số 720-CV/TU. Báo cáo theo Công văn trên.`
    ],
    ['where its type was not named', `${LETTER_713}Báo cáo theo Kết luận trên.`],
    ['where it names several', `${LETTER_713}Báo cáo theo các Công văn trên.`],
    ['where it names the paper itself', `${LETTER_713}Công văn này thay cho mọi hướng dẫn trước.`],
    ['where the number is another', `${LETTER_713}Làm đúng Công văn 731.`],
    ['where the type is another', `${LETTER_713}Làm đúng Kế hoạch 713.`],
    ['where the number stands for an amount', `${CONCLUSION}Kết luận 21 vụ việc đã xử lý.`],
    ['where it stands before what it could mean', 'Báo cáo theo Công văn trên. Xem Công văn số 713-CV/TU.'],
    [
      'where one number stands under two bodies',
      'Kết luận số 21-KL/TW của Bộ Chính trị; Kết luận số 21-KL/HU của Huyện ủy. Học tập Kết luận 21.'
    ],
    [
      'where one number came round with another day',
      'Chỉ thị số 12-CT/HU, ngày 15/3/2018; Kế hoạch số 5-KH/HU. Theo Kết luận nêu trên.'
    ]
  ])('%s', (_, text) => {
    expect(mentions(text).every((one) => one.endsWith('×1'))).toBe(true)
    expect(mentions(text).length).toBeGreaterThan(0)
  })
})
