import type { Book, BookPlace } from '#contract/operations/books.ts'
import { today } from '../../strings/dates.ts'

/** A place in a book: what is asked of the engine is asked of the book this place falls in. */
export function placeIn(book: Book): BookPlace {
  const { from, to } = book.period
  const now = today()
  const day = now < from ? from : to !== null && now > to ? to : now
  return {
    fondsId: book.fondsId,
    direction: book.direction,
    body: book.body,
    separator: book.separator ?? '-',
    documentType: book.documentTypes[0] ?? null,
    day
  }
}

/** "3, 5, 9" as numbers; null where something else stands among them. */
export function parseNumbers(text: string): readonly number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const numbers = parts.map(Number)
  return numbers.every((one, index) => /^\d{1,6}$/.test(parts[index] ?? '') && one >= 1) ? [...new Set(numbers)] : null
}

/** A number as it is written in the book. */
export function printNumber(number: number, suffix: string | null): string {
  return `${number < 10 ? `0${number}` : number}${suffix ?? ''}`
}
