import { describe, expect, it } from 'vitest'
import { citationsOf, expectCited } from './citations-of.ts'

describe('lists', () => {
  it.each([
    ['numbers that share a symbol', 'các Công văn số 713, 714-CV/TU', ['713-CV/TU', '714-CV/TU']],
    ['three of them', 'các Công văn số 713, 714 và 720-CV/TU', ['713-CV/TU', '714-CV/TU', '720-CV/TU']],
    ['full numbers', 'các Nghị quyết số 18-NQ/TW, 19-NQ/TW', ['18-NQ/TW', '19-NQ/TW']],
    [
      'one date for all',
      'các Quyết định số: 1743/QĐ-BGTVT, 1744/QĐ-BGTVT ngày 31/12/2020 của Bộ Giao thông vận tải',
      ['1743/QĐ-BGTVT 2020-12-31', '1744/QĐ-BGTVT 2020-12-31']
    ],
    [
      'one date said to be the same',
      'Quyết định số 406/QĐ-UBND và số 407/QĐ-UBND cùng ngày 13/12/2020',
      ['406/QĐ-UBND 2020-12-13', '407/QĐ-UBND 2020-12-13']
    ],
    [
      'a date each',
      'các Kế hoạch số 133-KH/HU, ngày 25/9/2019 và số 140-KH/HU, ngày 07/01/2020 của Ban Thường vụ Huyện ủy',
      ['133-KH/HU 2019-09-25', '140-KH/HU 2020-01-07']
    ],
    [
      'a date in the middle, which is not lent',
      'các Kế hoạch số 133-KH/HU, ngày 25/9/2019, số 140-KH/HU và số 150-KH/HU',
      ['133-KH/HU 2019-09-25', '140-KH/HU', '150-KH/HU']
    ],
    [
      'members parted by their subjects',
      'Căn cứ các Nghị định của Chính phủ: Số 101/2020/NĐ-CP ngày 29/7/2020 về điều tra cơ bản đất đai; số 102/2020/NĐ-CP ngày 30/7/2020 quy định chi tiết',
      ['101/2020/NĐ-CP 2020-07-29', '102/2020/NĐ-CP 2020-07-30']
    ],
    [
      'two lists in one sentence, each of its own type',
      'các Nghị định: Số 101/2020/NĐ-CP ngày 29/7/2020 của Chính phủ; Tờ trình số 1420/TTr-BQL ngày 13/12/2020 và số 1424/TTr-BQL ngày 16/12/2020',
      ['101/2020/NĐ-CP 2020-07-29', '1420/TTr-BQL 2020-12-13', '1424/TTr-BQL 2020-12-16']
    ],
    ['a range', 'các Công văn từ số 713 đến số 716-CV/TU', ['713-CV/TU', '714-CV/TU', '715-CV/TU', '716-CV/TU']],
    [
      'a range of full numbers',
      'các Công văn từ số 713-CV/TU đến số 715-CV/TU',
      ['713-CV/TU', '714-CV/TU', '715-CV/TU']
    ]
  ])('%s', (_, text, expected) => expectCited(`${text}.`, expected))

  it('lend their type', () => {
    const types = citationsOf('các Tờ trình: số 187/TTr-SNN, số 190/TTr-SNN cùng ngày 15/7/2020').map(
      (one) => one.documentType
    )
    expect(types).toEqual(['to-trinh', 'to-trinh'])
  })

  it('lend no type that the symbol contradicts', () => {
    const types = citationsOf('các Kế hoạch số 133-KH/HU và số 12-BC/HU').map((one) => one.documentType)
    expect(types).toEqual(['ke-hoach', 'bao-cao'])
  })

  it('say where a date comes from', () => {
    const sources = citationsOf('các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017').map((one) => one.dateSource)
    expect(sources).toEqual(['shared', 'stated'])
  })

  it('lend an issuer to the members of one code alone', () => {
    const issuers = (text: string): readonly (string | null)[] => citationsOf(text).map((one) => one.issuer)
    expect(issuers('Chỉ thị số 12-CT/TU và Kế hoạch số 133-KH/TU của Ban Thường vụ Tỉnh ủy')).toEqual([
      'Ban Thường vụ Tỉnh ủy',
      'Ban Thường vụ Tỉnh ủy'
    ])
    expect(issuers('Chỉ thị số 12-CT/TW và Kế hoạch số 133-KH/TU của Ban Thường vụ Tỉnh ủy')).toEqual([
      null,
      'Ban Thường vụ Tỉnh ủy'
    ])
  })

  it('a range too long to be one is left to its ends', () => {
    expectCited('các Công văn từ số 1 đến số 716-CV/TU', ['716-CV/TU'])
  })
})
