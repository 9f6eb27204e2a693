import { describe, expect, it } from 'vitest'
import { parseReference } from '#domain/reference/parse-reference.ts'
import {
  DOCUMENT_TYPES,
  documentTypeOfName,
  documentTypeOfSymbol,
  documentTypesOfCode,
  typeCodeOf
} from '#domain/vocabulary/document-types.ts'

describe('documentTypeOfName', () => {
  it('knows every type by its name, in capitals and without marks', () => {
    const lost = Object.entries(DOCUMENT_TYPES).filter(
      ([code, { name }]) => documentTypeOfName(name) !== code || documentTypeOfName(name.toUpperCase()) !== code
    )
    expect(lost).toEqual([])
    expect(documentTypeOfName('nghi  quyet')).toBe('nghi-quyet')
    expect(documentTypeOfName('Chỉ thị'.normalize('NFD'))).toBe('chi-thi')
  })

  it.each([['văn bản'], ['Nghị'], ['']])('abstains on “%s”', (name) => expect(documentTypeOfName(name)).toBeNull())
})

describe('documentTypesOfCode', () => {
  it.each([
    ['CV', ['cong-van']],
    ['QĐ', ['quyet-dinh', 'quy-dinh']],
    ['QD', ['quyet-dinh', 'quy-dinh']],
    ['QĐi', ['quy-dinh']],
    ['TT', ['thong-tri', 'thong-tu']],
    ['CTr', ['chuong-trinh']],
    ['CT', ['chi-thi']],
    ['DA', ['du-an']],
    ['ĐA', ['de-an']],
    ['UBND', []]
  ])('%s', (code, types) => expect(documentTypesOfCode(code)).toEqual(types))
})

describe('documentTypeOfSymbol', () => {
  it.each([
    ['713-CV/TU', 'cong-van'],
    ['574/UBND-KTTH', 'cong-van'],
    ['08-TT/TU', 'thong-tri'],
    ['18/2022/TT-BNV', 'thong-tu'],
    ['15/QĐ-UBND', 'quyet-dinh'],
    ['66-QĐ/TW', null],
    ['33/2024/QH15', null],
    ['158/UB', null],
    ['42/2022/NĐ-CP', 'nghi-dinh']
  ])('of %s is %s', (text, type) => {
    const reference = parseReference(text)
    expect(reference && documentTypeOfSymbol(reference)).toBe(type)
  })
})

it('typeCodeOf takes the part that tells the type', () => {
  expect([typeCodeOf('CV/TU'), typeCodeOf('2022/NĐ-CP'), typeCodeOf('UBND-KTTH'), typeCodeOf('')]).toEqual([
    'CV',
    'NĐ',
    'UBND',
    ''
  ])
})
