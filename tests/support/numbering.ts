import type { OpenedArchive } from '#archive/archive-session.ts'
import { bookHandlers } from '#archive/handlers/books.ts'
import { documentHandlers } from '#archive/handlers/documents.ts'
import { ledgerHandlers } from '#archive/handlers/ledger.ts'
import type { Book, BookPlace, NumberRequest } from '#contract/operations/books.ts'
import type { CheckedInputOf, OperationName, OutputOf } from '#contract/operations.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { CLERK, formOf } from './papers.ts'

export const NUMBER_DAY = '2026-03-10'
export const numberClock = () => new Date(`${NUMBER_DAY}T08:00:00`)
export const NEXT: NumberRequest = { take: { kind: 'next', bookId: null }, reason: null }

/** A letter of the office without a number, dated today. */
export function letter(fields: Partial<DocumentForm> = {}): DocumentForm {
  return formOf({
    subject: 'v/v',
    symbol: 'CV/HU',
    documentType: 'cong-van',
    issuer: 'Huyện ủy Đam Rông',
    issuedOn: NUMBER_DAY,
    ...fields
  })
}

export const LETTERS: BookPlace = {
  fondsId: null,
  direction: 'outgoing',
  body: null,
  separator: '-',
  documentType: 'cong-van',
  day: NUMBER_DAY
}

type BookName = Extract<OperationName, `book.${string}` | `number.${string}` | `fonds.${string}`>

/** A clerk at the books of an archive, through the handlers. */
export function clerkOf(archive: OpenedArchive) {
  const ask = async <N extends BookName>(name: N, input: CheckedInputOf<N>): Promise<OutputOf<N>> =>
    (await (bookHandlers[name] as (a: unknown, i: unknown, c: unknown) => unknown)(
      archive,
      input,
      CLERK
    )) as OutputOf<N>
  return {
    ask,
    file: async (form: DocumentForm, numbering: NumberRequest | null = null) =>
      await documentHandlers['document.file'](
        archive,
        { form, files: [], reviewed: true, numbering, restriction: null },
        CLERK
      ),
    withdraw: async (id: string) =>
      await documentHandlers['document.withdraw'](archive, { id: id as never, reason: 'vào nhầm' }, CLERK),
    correct: async (id: string, change: Partial<DocumentForm>) => {
      const { form, revision } = await documentHandlers['document.get'](archive, { id: id as never }, CLERK)
      const changed = { ...form, ...change }
      return await documentHandlers['document.correct'](
        archive,
        { id: id as never, revision, form: changed, reason: 'ghi sai' },
        CLERK
      )
    },
    undo: async (undo: Readonly<{ seq: number }> | null) =>
      await ledgerHandlers['ledger.undo'](
        { archive: () => archive, access: () => null } as never,
        { seq: undo?.seq ?? 0 },
        CLERK
      ),
    books: async (direction: Book['direction'] | null = 'outgoing') =>
      (await ask('book.list', { direction, fondsId: null, on: null })).books,
    bookOf: async (form: DocumentForm): Promise<Book> => {
      const { book } = await ask('number.propose', { form, except: null })
      if (!book) throw new Error('no book')
      return book
    }
  }
}
