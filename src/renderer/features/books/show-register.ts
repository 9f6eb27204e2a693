import type { Book } from '#contract/operations/books.ts'
import { paths } from '../../app/paths.ts'
import { keepState } from '../../hooks/use-kept-state.ts'

/** Opens the register at this book. */
export function showRegister(book: Book, navigate: (path: string) => void): void {
  keepState(`register.${book.direction}.book`, book.id)
  navigate(book.direction === 'incoming' ? paths.incoming : paths.outgoing)
}
