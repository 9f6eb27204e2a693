import { describe, expect, it } from 'vitest'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'

function key(text: string): string | null {
  const reference = parseReference(text)
  return reference ? referenceKey(reference) : null
}

describe('parseReference', () => {
  it.each([
    ['221-CV/HU', { number: '221', suffix: null, separator: '-', symbol: 'CV/HU' }],
    ['Số 221- CV/HU', { number: '221', suffix: null, separator: '-', symbol: 'CV/HU' }],
    ['Số: 44a - CV/VPHU', { number: '44', suffix: 'a', separator: '-', symbol: 'CV/VPHU' }],
    ['5053-CV/VPTW/nb', { number: '5053', suffix: null, separator: '-', symbol: 'CV/VPTW/nb' }],
    ['29-CV/TC-NV', { number: '29', suffix: null, separator: '-', symbol: 'CV/TC-NV' }],
    ['296-QÐ/TW', { number: '296', suffix: null, separator: '-', symbol: 'QĐ/TW' }],
    ['08–TT/TU', { number: '08', suffix: null, separator: '-', symbol: 'TT/TU' }],
    ['4512/KH-UBND', { number: '4512', suffix: null, separator: '/', symbol: 'KH-UBND' }],
    ['42/2022/NĐ-CP', { number: '42', suffix: null, separator: '/', symbol: '2022/NĐ-CP' }],
    ['33/2024/QH15', { number: '33', suffix: null, separator: '/', symbol: '2024/QH15' }]
  ])('reads “%s”', (text, reference) => expect(parseReference(text)).toEqual(reference))

  it.each([[''], ['221'], ['CV/HU'], ['ngày 12/8/2021'], ['12/8/2021'], ['Điều 4'], ['Số 221-CV/HU ngày 12/8/2021']])(
    'abstains on “%s”',
    (text) => expect(parseReference(text)).toBeNull()
  )

  it.each([['221-CV/HU'], ['44a-CV/VPHU'], ['4512/KH-UBND'], ['42/2022/NĐ-CP'], ['1310-CV/VPTU/nb']])(
    'prints %s as it was',
    (text) => {
      const reference = parseReference(text)
      expect(reference && printReference(reference)).toBe(text)
    }
  )
})

describe('referenceKey', () => {
  it.each([
    ['08-TT/TU', '8-TT/TU'],
    ['221-cv/hu', '221-CV/HU'],
    ['296-QÐ/TW', '296-QĐ/TW'],
    ['22/CT-TW', '22-CT/TW'],
    ['58–KL/TW', '58-KL/TW'],
    ['713 - CV / TU', '713-CV/TU']
  ])('of “%s” and “%s” is one', (a, b) => expect(key(a)).toBe(key(b)))

  it.each([
    ['44-CV/HU', '44a-CV/HU'],
    ['12-CT/HU', '12-NQ/HU'],
    ['12-CT/HU', '12-CT/TU'],
    ['12-CT/HU', '120-CT/HU'],
    ['15/2020/QĐ-UBND', '15/QĐ-UBND']
  ])('of “%s” and “%s” differs', (a, b) => expect(key(a)).not.toBe(key(b)))
})
