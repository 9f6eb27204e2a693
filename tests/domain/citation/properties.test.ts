import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referenceKey } from '#domain/reference/reference-key.ts'
import type { Evidence } from '#domain/text/span.ts'
import { processorTime } from '#tests/support/processor-time.ts'
import { citationsOf, LETTER } from './citations-of.ts'

/** Pieces that citations are made of, in any order: what random letters would hardly ever make. */
const PIECE = fc.constantFrom(
  ...[
    'Công văn',
    'các Nghị quyết',
    'Quyết định',
    'Luật Lưu trữ',
    'số',
    '713',
    '-CV/TU',
    '12/',
    '2020/NĐ-CP',
    '/QĐ-UBND',
    ', ngày'
  ],
  ...[
    '09/8/2021',
    '42/13/2020',
    'của Ban Thường vụ Tỉnh ủy',
    'thực hiện',
    'thay thế',
    'Căn cứ',
    'và',
    ';',
    ':',
    '.',
    '(',
    ')',
    '“'
  ],
  ...[
    '\n',
    '\n\n',
    '\f',
    '2',
    '\n3\n\f',
    '\u00ad',
    '\u00a0',
    'từ số 1 đến số',
    'nêu trên',
    'Ð',
    'năm 2011',
    '\ud800',
    '🙂',
    'Điều 1.'
  ]
)
const TEXT = fc.array(PIECE, { maxLength: 40 }).map((pieces) => pieces.join(' '))

describe('whatever the text', () => {
  it('finding never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void citationsOf(text)))
    fc.assert(
      fc.property(TEXT, (text) => void citationsOf(text)),
      { numRuns: 500 }
    )
  })

  it('every place lies in the text, on its page, and reads as said', () => {
    fc.assert(
      fc.property(TEXT, (given) => {
        const text = given.normalize('NFC')
        for (const one of citationsOf(text)) {
          expect(text.slice(one.evidence.start, one.evidence.end).replace(/\s+/gu, ' ').trim()).toBe(one.raw)
          for (const place of [one.evidence, one.sentence, ...one.mentions]) expectWithin(text, place)
          expect(one.mentions).toContainEqual(one.evidence)
          expect(one.sentence.start).toBeLessThanOrEqual(one.evidence.start)
        }
      }),
      { numRuns: 500 }
    )
  })

  it('keys are unique and say reference and date', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const found = citationsOf(text)
        expect(new Set(found.map((one) => one.key)).size).toBe(found.length)
        for (const one of found) {
          if (one.reference) expect(one.key).toBe(`${referenceKey(one.reference)}@${one.issuedOn ?? ''}`)
        }
      }),
      { numRuns: 500 }
    )
  })

  it('a long run of what a pattern might choke on is read in time', () => {
    const runs = [
      'Luật '.repeat(4000),
      'số 1, '.repeat(4000),
      'Công văn '.repeat(4000),
      '('.repeat(20_000),
      'được sửa đổi, '.repeat(3000),
      '1-'.repeat(8000),
      'a'.repeat(60_000),
      'a-'.repeat(30_000),
      'số 1-'.repeat(10_000),
      'ngày '.repeat(10_000),
      'B '.repeat(20_000),
      ' '.repeat(50_000),
      'Công văn số 12-CCV/HU, ngày 02/4/20l8; '.repeat(1500),
      'Số 12-CT/hU '.repeat(4000)
    ]
    for (const run of runs) {
      for (const misread of [false, true])
        expect(
          processorTime(() => citationsOf(run, { ...LETTER, misread })),
          run.slice(0, 12)
        ).toBeLessThan(2000)
    }
  })
})

function expectWithin(text: string, place: Evidence): void {
  expect(place.start).toBeGreaterThanOrEqual(0)
  expect(place.end).toBeGreaterThanOrEqual(place.start)
  expect(place.end).toBeLessThanOrEqual(text.length)
  expect(place.page).toBe(text.slice(0, place.start).split('\f').length)
}
