import type { Book, GapReport } from '#contract/operations/books.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { showDay } from './words.ts'

const STATES: Readonly<Record<Book['state'], string>> = { derived: 'chưa mở', open: 'đang mở', closed: 'đã đóng' }

/** What `books` and `gaps` say of a numbering book. */
export const bookWords = {
  none: 'Chưa có sổ nào.',
  noGaps: 'Không sổ nào khuyết số, trùng số hay lùi ngày.',
  title: titleOf,
  counts: ({ counts, state, next }: Book): string =>
    [
      STATES[state],
      counts.last === null ? 'chưa có số' : `số ${counts.first}–${counts.last}`,
      `${counts.documents} văn bản`,
      some(counts.withdrawn, 'đã rút'),
      some(counts.voided, 'số hủy'),
      some(counts.reserved, 'số chờ'),
      some(counts.missing, 'số khuyết'),
      next === null ? '' : `số tiếp theo ${next}`
    ]
      .filter(Boolean)
      .join(' · '),
  missing: (ranges: GapReport['missing']): string =>
    `Khuyết: ${ranges.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ')}`,
  duplicate: (number: string, references: readonly string[]): string => `Trùng số ${number}: ${references.join(', ')}`,
  backDated: (number: number, day: string, after: string): string =>
    `Lùi ngày: số ${number} ghi ngày ${showDay(day)}, sau số nhỏ hơn ghi ngày ${showDay(after)}`
} as const

/** "Sổ văn bản đi · Công văn · Huyện ủy Đam Rông · nhiệm kỳ từ 01/8/2020". */
function titleOf(book: Book): string {
  const { period } = book
  const types = book.documentTypes.map((type) => DOCUMENT_TYPES[type].name).join(', ')
  const span =
    period.kind === 'year'
      ? `năm ${period.from.slice(0, 4)}`
      : `nhiệm kỳ từ ${showDay(period.from)}${period.to === null ? '' : ` đến ${showDay(period.to)}`}`
  return [
    book.name ?? (book.direction === 'incoming' ? 'Sổ văn bản đến' : 'Sổ văn bản đi'),
    types,
    book.untyped ? 'chưa rõ thể loại' : '',
    book.body ?? '',
    span
  ]
    .filter(Boolean)
    .join(' · ')
}

function some(count: number, what: string): string {
  return count > 0 ? `${count} ${what}` : ''
}
