import { describe, expect, it } from 'vitest'
import { accentKey, hasAccent } from '#domain/text/accent-key.ts'

describe('accentKey', () => {
  it.each([
    ['hoà', 'hòa'],
    ['uỷ', 'ủy'],
    ['thuý', 'thúy'],
    ['khoá', 'khóa'],
    ['UỶ', 'ủy'],
    ['ký', 'kí'],
    ['quý', 'quí'],
    ['kỷ', 'kỉ'],
    ['Ðảng', 'Đảng'],
    ['đảng'.normalize('NFD'), 'đảng'.normalize('NFC')]
  ])('“%s” and “%s” are one spelling', (a, b) => expect(accentKey(a)).toBe(accentKey(b)))

  it.each([
    ['đảng', 'đang'],
    ['năm', 'nam'],
    ['ủy', 'úy'],
    ['đa', 'da'],
    ['hay', 'hai'],
    ['hoà', 'hoá'],
    ['tư', 'tu']
  ])('“%s” and “%s” are two words', (a, b) => expect(accentKey(a)).not.toBe(accentKey(b)))
})

describe('hasAccent', () => {
  it.each([['đa'], ['ủy'], ['Ðang'], ['năm'], ['hòa'.normalize('NFD')]])('%s has', (word) =>
    expect(hasAccent(word)).toBe(true)
  )
  it.each([['da'], ['uy'], ['713-CV/TU'], ['']])('“%s” has not', (word) => expect(hasAccent(word)).toBe(false))
})
