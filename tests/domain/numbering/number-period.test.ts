import { expect, test } from 'vitest'
import { periodOf } from '#domain/numbering/number-period.ts'

const TERMS = ['2015-08-01', '2020-08-01']

test('Party papers are numbered by the term, State papers by the year', () => {
  expect(periodOf('2019-12-31', '-', TERMS)).toBe('2015-08-01')
  expect(periodOf('2020-08-01', '-', TERMS)).toBe('2020-08-01')
  expect(periodOf('2020-07-31', '-', TERMS)).toBe('2015-08-01')
  expect(periodOf('2020-08-01', '/', TERMS)).toBe('2020')
})

test('before the first term that is known, the year; without a date, nothing', () => {
  expect(periodOf('2010-05-05', '-', TERMS)).toBe('2010')
  expect(periodOf('2010-05-05', '-', [])).toBe('2010')
  expect(periodOf(null, '-', TERMS)).toBeNull()
})
