import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatten, sourceSpan } from '#domain/text/flatten.ts'
import { pageFurniture } from '#domain/text/page-furniture.ts'

describe('flatten', () => {
  it.each([
    ['white space', 'Công văn   số\t713', 'Công văn số 713'],
    ['a line break within a sentence', 'Ban Thường vụ\nHuyện ủy', 'Ban Thường vụ Huyện ủy'],
    ['odd spaces and marks of no width', 'số\u00a0713\u200b -CV', 'số 713 -CV'],
    ['dashes and slashes', '713–CV⁄TU', '713-CV/TU'],
    ['an Icelandic eth', 'QÐ', 'QĐ'],
    ['Cyrillic letters', 'NĐ-СР', 'NĐ-CP'],
    ['a soft hyphen behind a number', '713\u00adCV', '713-CV'],
    ['a soft hyphen in a word', 'chuyển\u00ad giao', 'chuyển giao'],
    ['a page number between pages', 'Quyết định số\n\n  2\n\f\n305-QĐ/HU', 'Quyết định số 305-QĐ/HU'],
    ['a running head', 'Quyết định số\nCÔNG BÁO/Số 146/Ngày 11-03-2026\n101\n305-QĐ/HU', 'Quyết định số 305-QĐ/HU']
  ])('makes plain: %s', (_, source, plain) => expect(flatten(source).text).toBe(plain))

  it.each([
    ['a full stop', 'xong.\nĐiều', 'xong.\nĐiều'],
    ['a bullet', 'gồm\n- Công văn', 'gồm\n- Công văn'],
    ['a numbered item', 'tiêu đề\n1. Nội dung', 'tiêu đề\n1. Nội dung'],
    ['an article', 'quyết định\nĐiều 1.', 'quyết định\nĐiều 1.'],
    ['an empty line before a capital', 'HƯỚNG DẪN\n\nThực hiện', 'HƯỚNG DẪN\nThực hiện']
  ])('keeps a paragraph’s end at %s', (_, source, plain) => expect(flatten(source).text).toBe(plain))

  it('maps every unit back', () => {
    const source = 'Quyết  định số\n\n 2\n\f\n305-QĐ/HU'
    const flat = flatten(source)
    const start = flat.text.indexOf('305')
    const span = sourceSpan(flat, start, start + 9)
    expect(source.slice(span.start, span.end)).toBe('305-QĐ/HU')
  })

  it('origins rise and lie in the source, the fold is as long', () => {
    const pieces = fc.constantFrom(
      'a',
      'Đ',
      ' ',
      '\n',
      '\f',
      '2',
      '\u00ad',
      '–',
      '\u00a0',
      '\ud83d\ude42',
      '.',
      'Ký bởi: x'
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const source = parts.join('')
        const flat = flatten(source)
        expect(flat.origin).toHaveLength(flat.text.length)
        expect(flat.folded).toHaveLength(flat.text.length)
        expect(
          flat.origin.every((at, index) => at < source.length && (index === 0 || at > (flat.origin[index - 1] ?? 0)))
        ).toBe(true)
      })
    )
  })
})

describe('page furniture', () => {
  const furniture = (text: string): readonly string[] =>
    pageFurniture(text).map(({ start, end }) => text.slice(start, end).trim())

  it.each([
    ['a number above a form feed', 'a\n2\n\fb', ['2']],
    ['a number between empty lines', 'a\n\n2\n\nb', ['2']],
    ['a number with dashes', 'a\n\n- 12 -\n\nb', ['- 12 -']],
    ['a number of pages', 'a\n\n2/5\n\nb', ['2/5']],
    ['“Trang 3”', 'a\n\nTrang 3\n\nb', ['Trang 3']],
    [
      'the banner of a signature',
      'a\nKý bởi: X\nCơ quan: Y\nNgày ký: 2026\nb',
      ['Ký bởi: X', 'Cơ quan: Y', 'Ngày ký: 2026']
    ]
  ])('is %s', (_, text, expected) => expect(furniture(text)).toEqual(expected))

  it.each([
    ['a number that text touches', 'tổng số\n12\nđồng chí'],
    ['a number of four digits', 'a\n\n2024\n\nb'],
    ['the organ in a head', 'Cơ quan: Huyện ủy\n\nSố 12'],
    ['a list item', '\n1. Nội dung\n']
  ])('is not %s', (_, text) => expect(furniture(text)).toEqual([]))
})
