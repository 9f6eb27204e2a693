import { describe, expect, test } from 'vitest'
import type { FoundCitation } from '#domain/citation/citation.ts'
import { slug } from '#domain/citation/parsers/law-by-date.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { countCitations, emptyCitationCounts, matchCitations, relationMacroF1 } from '../../eval/citations.ts'
import { plain, plainBody, sameBody } from '../../eval/compare.ts'
import { addNoise } from '../../eval/noise.ts'
import { changes } from '../../eval/record.ts'
import { countItems, countValue, coverage, emptyCount, f1, precision, recall } from '../../eval/score.ts'

const same = (a: string, b: string) => a === b

describe('one value', () => {
  test.each([
    ['right', 'a', 'a', { precision: 1, recall: 1, coverage: 1 }],
    ['wrong', 'b', 'a', { precision: 0, recall: 0, coverage: 1 }],
    ['unread', null, 'a', { precision: 1, recall: 0, coverage: 0 }],
    ['read where there is nothing', 'b', null, { precision: 0, recall: 1, coverage: 1 }],
    ['nothing where there is nothing', null, null, { precision: 1, recall: 1, coverage: 1 }]
  ])('%s', (_, read, gold, figures) => {
    const count = emptyCount()
    countValue(count, read, gold, same)
    expect({ precision: precision(count), recall: recall(count), coverage: coverage(count) }).toEqual(figures)
  })
})

test('items: each gold item is met once, in any order', () => {
  const count = emptyCount()
  const left = countItems(count, ['a', 'b', 'b'], ['b', 'a', 'c'])
  expect(left).toEqual({ extra: ['b'], unread: ['c'] })
  expect(f1(count)).toBeCloseTo(2 / 3)
})

test('comparing folds what the labels leave open, and nothing else', () => {
  expect(plain('a  b –\nc.;')).toBe('a b - c')
  expect(plain('Đức Lâm')).not.toBe(plain('Duc Lam'))
  expect(plainBody('Ủy ban nhân dân tỉnh Lâm Sơn')).toBe(plainBody('UBND tỉnh Lâm Sơn'))
  expect(plainBody('Cơ quan Nội vụ (Huyện ủy Cô Tô)')).toBe('Cơ quan Nội vụ Huyện ủy Cô Tô')
  expect(sameBody('Ban Thường vụ Huyện uỷ', 'Ban Thường vụ Huyện ủy')).toBe(true)
  expect(sameBody('Ban Thường vụ Tỉnh ủy', 'Ban Thường vụ Huyện ủy')).toBe(false)
})

describe('citations', () => {
  const label = (number_symbol: string | null, date: string | null, raw = '') => ({
    raw,
    number_symbol,
    date,
    issuer: null,
    relation: 'can_cu'
  })
  const found = (symbol: string | null, issuedOn: string | null, raw = ''): FoundCitation => ({
    key: '',
    raw,
    evidence: { page: 1, start: 0, end: 1, rule: '' },
    reference: symbol === null ? null : parseReference(symbol),
    documentType: null,
    issuedOn,
    dateSource: null,
    issuer: null,
    relation: 'implements',
    relationOf: null,
    sentence: { page: 1, start: 0, end: 1, rule: '' },
    mentions: [],
    flags: []
  })
  test('of two with one symbol each meets that of its date', () => {
    const { met } = matchCitations(
      [label('35-CT/TW', '2019-05-30'), label('35-CT/TW', '2024-06-14')],
      [found('35-CT/TW', '2024-06-14'), found('35-CT/TW', '2019-05-30')]
    )
    expect(met.map((pair) => pair.gold.date === pair.found.issuedOn)).toEqual([true, true])
  })
  test('without number they are met by their words', () => {
    const { met, unread, extra } = matchCitations(
      [label(null, null, 'Điều lệ Đảng'), label(null, null, 'Luật Lưu trữ năm 2011')],
      [found(null, null, 'Luật  Lưu trữ năm 2011'), found('12-CT/HU', null)]
    )
    expect([met.length, unread.length, extra.length]).toEqual([1, 1, 1])
  })
  test.each([
    ['a letter of its name was misread on the page', 'Luật Lưu trữ ngày 21/6/2024', 'Luật Lvu trữ', '2024-06-21', 1],
    ['another law', 'Luật Lưu trữ ngày 21/6/2024', 'Luật Đất đai', '2024-06-21', 0],
    ['the same law of another day', 'Luật Lưu trữ ngày 21/6/2024', 'Luật Lưu trữ', '2011-11-11', 0]
  ])('a law by its name and day: %s', (_, raw, read, date, met) => {
    const cited = {
      ...found(null, date, `${read} (một văn bản khác)`),
      key: `${slug(read.replace('Lvu', 'Lưu'))}@${date}`
    }
    expect(matchCitations([label(null, '2024-06-21', raw)], [cited]).met).toHaveLength(met)
  })
  test('a relation read for another costs both', () => {
    const counts = emptyCitationCounts()
    countCitations(counts, matchCitations([label('35-NQ/TW', null)], [found('35-NQ/TW', null)]))
    expect(counts.key.right).toBe(1)
    expect(counts.relations.get('can_cu')?.missed).toBe(1)
    expect(counts.relations.get('thuc_hien')?.wrong).toBe(1)
    expect(relationMacroF1(counts)).toBe(0)
  })
})

test('noise: seeded, about the share asked for, lines kept', () => {
  const text = 'Ban Thường vụ Huyện ủy yêu cầu\n'.repeat(400)
  const spoilt = addNoise(text, 0.02, 1)
  expect(addNoise(text, 0.02, 1)).toBe(spoilt)
  expect(addNoise(text, 0.02, 2)).not.toBe(spoilt)
  expect(addNoise(text, 0, 1)).toBe(text)
  expect(spoilt.split('\n')).toHaveLength(401)
  const changed = spoilt.split('\n').filter((line, at) => line !== text.split('\n')[at]).length
  expect(changed / 400).toBeGreaterThan(0.3)
  expect(changed / 400).toBeLessThan(0.65)
})

test('against the record: the worst loss first, what did not change left out', () => {
  expect(changes({ a: 0.5, b: 0.5, c: 1 }, { a: 0.6, b: 0.4, c: 1, d: 1 })).toEqual([
    { name: 'b', before: 0.5, after: 0.4 },
    { name: 'a', before: 0.5, after: 0.6 }
  ])
})
