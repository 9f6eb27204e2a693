import type { Book } from '#contract/operations/books.ts'
import { bookCovers, bookPeriodName, type NamedBook } from '#domain/vocabulary/book-names.ts'
import type { Choice } from '../../components/select.tsx'
import { bookWords as words } from '../../strings/books.ts'

/** The books of a list, newest period first under its name: what tells two of them apart comes first in each line. */
export function bookChoices(books: readonly Book[]): readonly Choice<string>[] {
  return books.map((book) => ({
    value: book.id,
    text: bookLine(book),
    group: capital(bookPeriodName(book))
  }))
}

/** "Công văn · Huyện ủy Đam Rông · nhiệm kỳ 2020–2025". */
export function bookLine(book: NamedBook): string {
  return [shortBookName(book), book.name ? null : book.body, bookPeriodName(book)].filter(Boolean).join(' · ')
}

/** As the clerk named it, else what it holds: "Công văn"; "Văn bản đến" where it holds everything. */
export function shortBookName(book: NamedBook): string {
  return book.name ?? (capital(bookCovers(book)) || words.directions[book.direction])
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
