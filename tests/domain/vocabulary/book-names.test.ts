import { expect, test } from 'vitest'
import { bookName } from '#domain/vocabulary/book-names.ts'

const base = {
  name: null,
  direction: 'outgoing',
  documentTypes: [],
  separator: '-',
  body: null,
  period: { kind: 'term', from: '2020-08-01', to: '2025-07-31' }
} as const

test('a book is named after direction, types, body and period', () => {
  expect(bookName(base)).toBe('Sổ văn bản đi, nhiệm kỳ 2020–2025')
  expect(bookName({ ...base, documentTypes: ['cong-van'], body: 'Huyện ủy Đam Rông' })).toBe(
    'Sổ văn bản đi (Công văn) của Huyện ủy Đam Rông, nhiệm kỳ 2020–2025'
  )
  expect(bookName({ ...base, documentTypes: ['ke-hoach', 'thong-bao'], period: { ...base.period, to: null } })).toBe(
    'Sổ văn bản đi (Kế hoạch, Thông báo), nhiệm kỳ 2020–2025'
  )
  const year = { kind: 'year', from: '2021-01-01', to: '2021-12-31' } as const
  expect(bookName({ ...base, direction: 'incoming', separator: null, period: year })).toBe('Sổ văn bản đến, năm 2021')
  expect(bookName({ ...base, separator: '/', period: year })).toBe('Sổ văn bản đi (văn bản hành chính), năm 2021')
})

test('or as the clerk named it', () => {
  expect(bookName({ ...base, name: 'Sổ công văn mật' })).toBe('Sổ công văn mật')
})
