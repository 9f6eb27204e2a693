import type { BookId } from '#contract/ids.ts'
import type { Book } from '#contract/operations/books.ts'
import { Select } from '../../components/select.tsx'
import { registerWords as words } from '../../strings/registers.ts'
import { bookChoices } from '../books/book-choices.ts'

/** One book of numbers, or every book of the register. */
export function BookChooser(
  props: Readonly<{ books: readonly Book[]; chosen: BookId | null; onChoose(id: BookId | null): void }>
) {
  const { books } = props
  return (
    <Select<string>
      bare
      label={words.oneBook}
      value={props.chosen ?? ''}
      choices={[{ value: '', text: words.everyBook }, ...bookChoices(books)]}
      onChange={(id) => props.onChoose(books.find((book) => book.id === id)?.id ?? null)}
    />
  )
}
