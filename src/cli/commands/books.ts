import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { words } from '../words.ts'
import { bookWords } from '../words-books.ts'

/** The numbering books with what they hold (N06). */
export const books: Command = {
  options: {},
  run: (args, io) =>
    withArchive(args, io, async (session) => {
      const found = await session.call('book.list', {})
      if (io.json) {
        for (const book of found.books) io.data(book)
        return EXIT.ok
      }
      if (found.books.length === 0) io.out(bookWords.none)
      for (const book of found.books) {
        io.out(bookWords.title(book))
        io.out(`  ${bookWords.counts(book)}`)
      }
      return EXIT.ok
    })
}

/** Missing and double numbers and back-dated papers of every book (N03). */
export const gaps: Command = {
  options: {},
  run: (args, io) =>
    withArchive(args, io, async (session) => {
      const { books: all } = await session.call('book.list', {})
      let told = 0
      for (const book of all) {
        const found = await session.call('book.gaps', { id: book.id })
        if (io.json) {
          io.data({ book, ...found })
          continue
        }
        const lines = [
          ...(found.missing.length > 0 ? [bookWords.missing(found.missing)] : []),
          ...found.duplicates.map((one) =>
            bookWords.duplicate(
              `${one.number}${one.suffix ?? ''}`,
              one.documents.map((document) => document.reference ?? words.noReference)
            )
          ),
          ...found.backDated.map((one) => bookWords.backDated(one.number, dayOf(one.document), one.after))
        ]
        if (lines.length === 0) continue
        told++
        io.out(bookWords.title(book))
        for (const line of lines) io.out(`  ${line}`)
      }
      if (told === 0 && !io.json) io.out(bookWords.noGaps)
      return EXIT.ok
    })
}

function dayOf(document: Readonly<{ arrivedOn: string | null; issuedOn: string | null }>): string {
  return document.arrivedOn ?? document.issuedOn ?? ''
}
