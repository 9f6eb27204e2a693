import { expect, it } from 'vitest'
import type { Book } from '#contract/operations/books.ts'
import { bookChoices, shortBookName } from '#renderer/features/books/book-choices.ts'

const LETTERS = {
  id: 'k_1',
  name: null,
  direction: 'outgoing',
  separator: '-',
  documentTypes: ['cong-van'],
  body: 'Huyện ủy Đam Rông',
  period: { kind: 'term', from: '2020-08-01', to: '2025-07-31' }
} as unknown as Book
const YEAR = { kind: 'year', from: '2026-01-01', to: '2026-12-31' } as const

it('tells books of one body and period apart by what comes first, under the head of their period', () => {
  const notices = { ...LETTERS, id: 'k_2', documentTypes: ['thong-bao'] } as unknown as Book
  const arrived = {
    ...LETTERS,
    id: 'k_3',
    direction: 'incoming',
    documentTypes: [],
    body: null,
    period: YEAR
  } as unknown as Book
  expect(bookChoices([arrived, LETTERS, notices])).toEqual([
    { value: 'k_3', text: 'Văn bản đến · năm 2026', group: 'Năm 2026' },
    { value: 'k_1', text: 'Công văn · Huyện ủy Đam Rông · nhiệm kỳ 2020–2025', group: 'Nhiệm kỳ 2020–2025' },
    { value: 'k_2', text: 'Thông báo · Huyện ủy Đam Rông · nhiệm kỳ 2020–2025', group: 'Nhiệm kỳ 2020–2025' }
  ])
})

it('calls a book as the clerk named it', () => {
  const named = { ...LETTERS, name: 'Sổ chung của Văn phòng' } as Book
  expect(shortBookName(named)).toBe('Sổ chung của Văn phòng')
  expect(bookChoices([named])[0]?.text).toBe('Sổ chung của Văn phòng · nhiệm kỳ 2020–2025')
  expect(shortBookName({ ...LETTERS, separator: '/', documentTypes: [] })).toBe('Văn bản hành chính')
})
