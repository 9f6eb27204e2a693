import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldKey } from '#domain/text/fold.ts'

/** The 67 letters of Vietnamese that bear a mark, by the plain letter they fold to; with capitals 134. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'àáảãạăằắẳẵặâầấẩẫậ',
  e: 'èéẻẽẹêềếểễệ',
  i: 'ìíỉĩị',
  o: 'òóỏõọôồốổỗộơờớởỡợ',
  u: 'ùúủũụưừứửữự',
  y: 'ỳýỷỹỵ',
  d: 'đ'
}
const PAIRS = Object.entries(LETTERS).flatMap(([plain, letters]) =>
  [...letters].flatMap((letter) => [[letter, plain] as const, [letter.toUpperCase(), plain] as const])
)

describe('fold', () => {
  it('drops the marks of all 134 letters', () => {
    expect(PAIRS).toHaveLength(134)
    expect(PAIRS.filter(([letter, plain]) => fold(letter) !== plain)).toEqual([])
  })

  it.each([
    ['HUYỆN UỶ ĐỨC LÂM', 'huyen uy duc lam'],
    ['296-QÐ/TW', '296-qd/tw'],
    ['ð', 'd'],
    ['713–CV⁄TU', '713-cv/tu'],
    ['a\u00a0b', 'a b'],
    ['2024', '2024']
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded))

  it('keeps every offset of NFC text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => fold(text.normalize('NFC')).length === text.normalize('NFC').length
      )
    )
    const vietnamese = fc
      .array(fc.constantFrom(...PAIRS.map(([letter]) => letter), ' ', 'n', '-'))
      .map((letters) => letters.join(''))
    fc.assert(fc.property(vietnamese, (text) => fold(text).length === text.length))
  })

  it('folded again is the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)))
  })
})

describe('foldKey', () => {
  it.each([
    ['Huyện uỷ  Đức Lâm', 'HUYỆN ỦY ĐỨC LÂM'],
    ['Đảng uỷ xã Tân Hoà', 'Đảng ủy xã Tân Hòa'],
    ['Quý', 'Quí'],
    ['xử lý kỷ luật', 'xử lí kỉ luật'],
    ['Tổ chức - Nội vụ', 'Tổ chức – Nội vụ'],
    ['Huyện ủy'.normalize('NFD'), 'Huyện ủy'.normalize('NFC')]
  ])('“%s” = “%s”', (a, b) => expect(foldKey(a)).toBe(foldKey(b)))

  it.each([
    ['Huyện ủy', 'Tỉnh ủy'],
    ['xã Đạ Nhar', 'xã Đạ Nha'],
    ['hay', 'hai']
  ])('“%s” ≠ “%s”', (a, b) => expect(foldKey(a)).not.toBe(foldKey(b)))
})
