import { describe, expect, test } from 'vitest'
import { findPlaces } from '#archive/search/places.ts'
import { parseQuery, positiveWords } from '#archive/search/query-language.ts'
import { makeSnippet } from '#archive/search/snippet.ts'
import { oneSlip } from '#archive/search/vocabulary.ts'
import { archiveOfTexts, full } from './search-support.ts'

function marked(text: string, typed: string): readonly string[] {
  return findPlaces(text, positiveWords(parseQuery(typed))).map((place) => text.slice(place.start, place.end))
}

describe('the places of a query in a text', () => {
  test.each([
    ['quản lý mạng xã hội, mạng điện, xã hội', 'mang xa hoi ', ['mạng xã hội']],
    ['xã Đạ Long và mạng điện', 'mạng xã hội ', ['xã', 'mạng']],
    ['năm nay ông Nam về phía nam', 'năm ', ['năm']],
    ['năm nay ông Nam về phía nam', 'nam ', ['năm', 'Nam', 'nam']],
    ['ông Nam ở lại', 'năm ', ['Nam']],
    ['hoà giải và hòa nhập', 'hòa ', ['hoà', 'hòa']],
    ['đường đất', 'duong dat', ['đường đất']],
    ['chữ ký, chữ kí', 'ký ', ['ký', 'kí']],
    ['Số 221-CV/HU', '221-CV/HU', ['221-CV/HU']],
    ['truyền thông', 'truy', ['truyền']],
    ['không có gì', 'vắng ', []]
  ])('%j asked %j', (text, typed, expected) => {
    expect(marked(text, typed)).toEqual(expected)
  })

  test('a snippet marks the same words and says where it was cut', () => {
    const body = `${'Đoạn mở đầu dài. '.repeat(20)}Tăng cường quản lý mạng xã hội ở cơ sở.${' Đoạn sau.'.repeat(40)}`
    const snippet = makeSnippet(body, findPlaces(body, positiveWords(parseQuery('mang xa hoi '))))
    expect(snippet.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['mạng xã hội'])
    expect(snippet.text.startsWith('… ')).toBe(true)
    expect(snippet.text.endsWith(' …')).toBe(true)
  })
})

describe('one typing slip', () => {
  test.each([
    ['mnag', 'mang', true],
    ['mag', 'mang', true],
    ['mangg', 'mang', true],
    ['mung', 'mang', true],
    ['mang', 'mang', false],
    ['mnga', 'mang', false],
    ['tinh', 'huyen', false]
  ])('%s for %s: %s', (a, b, expected) => {
    expect(oneSlip(a, b)).toBe(expected)
  })
})

test('words of a named field are not marked in the text where other words were asked', () => {
  const archive = archiveOfTexts()
  archive.file('d1', { issuer: 'Tỉnh ủy Lâm Đồng' }, 'Tỉnh ủy yêu cầu quản lý mạng xã hội; Tỉnh ủy giao các cơ quan.')
  const shown = (query: string) => {
    const [hit] = full(archive.db, query).hits
    return { places: hit?.places, marked: hit?.snippetMarks.map(([from, to]) => hit.snippet.slice(from, to)) }
  }
  expect(shown('mạng cq: tỉnh')).toEqual({ places: 1, marked: ['mạng'] })
  expect(shown('cq: tỉnh').marked?.[0]).toBe('Tỉnh')
})
