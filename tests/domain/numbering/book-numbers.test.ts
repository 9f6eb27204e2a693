import { expect, test } from 'vitest'
import {
  type BookLine,
  backDatedLines,
  compareNumbers,
  countLines,
  duplicateNumbers,
  missingRanges,
  nextNumber,
  nextSuffix,
  printNumber
} from '#domain/numbering/book-numbers.ts'

const line = (number: number | null, fields: Partial<BookLine> = {}): BookLine => ({
  id: `d_${number}${fields.suffix ?? ''}`,
  kind: 'document',
  number,
  suffix: '',
  day: '2021-01-01',
  withdrawn: false,
  ...fields
})

test('the next number: after the highest, from the first, past those kept back', () => {
  expect(nextNumber(null, 1, new Set())).toBe(1)
  expect(nextNumber(null, 221, new Set())).toBe(221)
  expect(nextNumber(5, 1, new Set([6, 7, 9]))).toBe(8)
  expect(nextNumber(5, 1, new Set([50]))).toBe(6)
})

test('the next suffix: a, then on from the highest, none after z', () => {
  expect(nextSuffix([''])).toBe('a')
  expect(nextSuffix(['', 'b'])).toBe('c')
  expect(nextSuffix(['z'])).toBeNull()
  expect([1, 9, 10, 221].map(printNumber)).toEqual(['01', '09', '10', '221'])
})

test('12 stands before 12a, 12a before 13', () => {
  const lines = [line(13), line(12, { suffix: 'b' }), line(12, { suffix: 'a' }), line(12), line(null), line(2)]
  expect(lines.toSorted(compareNumbers).map((one) => `${one.number}${one.suffix}`)).toEqual([
    'null',
    '2',
    '12',
    '12a',
    '12b',
    '13'
  ])
})

test('missing: what neither a paper, a void number nor one kept back stands on, up to the last given', () => {
  const lines = [
    line(2),
    line(4, { kind: 'void' }),
    line(5, { kind: 'reserved' }),
    line(9, { withdrawn: true }),
    line(40, { kind: 'reserved' }),
    line(null)
  ]
  expect(missingRanges(lines, 1)).toEqual([
    { from: 1, to: 1 },
    { from: 3, to: 3 },
    { from: 6, to: 8 }
  ])
  expect(missingRanges(lines, 4)).toEqual([{ from: 6, to: 8 }])
  expect(countLines(lines, 1)).toEqual({
    first: 2,
    last: 9,
    documents: 2,
    withdrawn: 1,
    voided: 1,
    reserved: 2,
    missing: 5,
    unnumbered: 1
  })
  expect(countLines([], 1)).toMatchObject({ first: null, last: null, missing: 0 })
})

test('double: standing papers alone, suffixes told apart', () => {
  const lines = [
    line(3),
    line(3, { id: 'x' }),
    line(3, { suffix: 'a' }),
    line(4),
    line(4, { id: 'y', withdrawn: true })
  ]
  expect(duplicateNumbers(lines).map((group) => group.map((one) => one.id))).toEqual([['d_3', 'x']])
})

test('back-dated: before a paper with a lower number; 12 and 12a of one day are in order', () => {
  const lines = [
    line(1, { day: '2021-01-05' }),
    line(2, { day: '2021-01-04' }),
    line(3, { day: '2021-03-01', withdrawn: true }),
    line(4, { day: '2021-01-06' }),
    line(4, { suffix: 'a', day: '2021-01-05' })
  ]
  expect(backDatedLines(lines)).toEqual([{ line: lines[1], after: '2021-01-05' }])
})
