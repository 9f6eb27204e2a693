import { describe, expect, test } from 'vitest'
import {
  chooseField,
  countRows,
  fieldOfColumn,
  hasNumber,
  issuesOf,
  matchReason
} from '#renderer/features/backlog/book-steps.ts'
import { issueWords } from '#renderer/strings/backlog.ts'

describe('columns of a book', () => {
  test('a field has one column and a column one field', () => {
    const columns = { reference: 0, issuedOn: 1 } as const
    expect(chooseField(columns, 2, 'reference')).toEqual({ reference: 2, issuedOn: 1 })
    expect(chooseField(columns, 1, 'subject')).toEqual({ reference: 0, subject: 1 })
    expect(chooseField(columns, 0, null)).toEqual({ issuedOn: 1 })
    expect(fieldOfColumn(columns, 1)).toBe('issuedOn')
    expect(fieldOfColumn(columns, 5)).toBe(null)
  })
  test('without a number nothing can be put in', () => {
    expect(hasNumber({ issuedOn: 0 })).toBe(false)
    expect(hasNumber({ number: 0 })).toBe(true)
  })
})

test('rows of an import by what became of them', () => {
  const result = (code: string) => ({ name: '', code, id: null, detail: {} })
  expect(countRows({ results: ['filed', 'filed', 'already', 'bad-date', 'secret'].map(result) })).toEqual({
    filed: 2,
    already: 1,
    wrong: 2
  })
})

test('the reason of a match is said in words', () => {
  expect(matchReason({ agrees: ['number', 'symbol', 'issuedOn', 'issuer'], differs: [] })).toBe(
    'trùng số, ký hiệu, ngày, cơ quan'
  )
  expect(matchReason({ agrees: ['number', 'symbol'], differs: ['issuedOn'] })).toBe(
    'trùng số, ký hiệu; khác ngày; không rõ cơ quan'
  )
})

test('faults of an import come from its result lines', () => {
  const filed = { name: '1-CV/HU', code: 'filed', id: 'd_1', detail: { row: 2 } }
  const twice = { name: '', code: 'duplicate-row', id: null, detail: { row: 3, column: 'Số', value: '1', otherRow: 2 } }
  expect(issuesOf({ results: [filed, twice] })).toEqual([
    { row: 3, column: 'Số', code: 'duplicate-row', value: '1', otherRow: 2, reference: null }
  ])
  expect(issueWords({ code: 'duplicate-row', otherRow: 2, reference: null })).toBe(
    'Trùng với dòng 2. Xóa một trong hai.'
  )
})
