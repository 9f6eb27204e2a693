import { DOCUMENT_TYPES, type DocumentType } from './document-types.ts'

/** Điều lệ Đảng: a committee is elected for five years. */
const TERM_YEARS = 5

/** What a book of numbers is named after. `to` null: a term that goes on. */
export type NamedBook = Readonly<{
  name: string | null
  direction: 'incoming' | 'outgoing'
  documentTypes: readonly DocumentType[]
  separator: '-' | '/' | null
  body: string | null
  period: Readonly<{ kind: 'term' | 'year'; from: string; to: string | null }>
}>

/** "năm 2021", "nhiệm kỳ 2020–2025"; a term that goes on is named by the five years it has by rule. */
export function bookPeriodName({ period }: Pick<NamedBook, 'period'>): string {
  const [from, to] = [period.from.slice(0, 4), period.to?.slice(0, 4)]
  if (period.kind === 'year') return `năm ${from}`
  return `nhiệm kỳ ${from}–${to ?? Number(from) + TERM_YEARS}`
}

/** What it holds: "Công văn", "Kế hoạch, Thông báo", "văn bản hành chính"; '' where it holds every type. */
export function bookCovers({ documentTypes, separator }: Pick<NamedBook, 'documentTypes' | 'separator'>): string {
  const types = documentTypes.map((code) => DOCUMENT_TYPES[code].name).join(', ')
  return types || (separator === '/' ? 'văn bản hành chính' : '')
}

/** As the clerk named it, else after what it covers: "Sổ văn bản đi (Công văn) của Huyện ủy Đam Rông, nhiệm kỳ 2020–2025". */
export function bookName(book: NamedBook): string {
  if (book.name) return book.name
  const covers = bookCovers(book)
  const said = [
    book.direction === 'incoming' ? 'Sổ văn bản đến' : 'Sổ văn bản đi',
    covers === '' ? '' : `(${covers})`,
    book.body === null ? '' : `của ${book.body}`
  ]
  return `${said.filter(Boolean).join(' ')}, ${bookPeriodName(book)}`
}
