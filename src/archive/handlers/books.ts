import type { bookOperations } from '#contract/operations/books.ts'
import { closeBook, closeFonds, openBook, reopenBook, reopenFonds, sheetFor, theBook } from '../books/close-books.ts'
import { handover } from '../books/handover.ts'
import { proposeNumber } from '../books/propose.ts'
import { releaseNumbers, reserveNumbers, voidNumber } from '../books/set-numbers.ts'
import { removeRule, ruleView, saveRule } from '../books/set-rules.ts'
import { numbering } from '../store/book-lines.ts'
import { listBooks } from '../store/book-list.ts'
import { blankNumbers, bookRow, gapReport, sheetOf } from '../store/books.ts'
import { listFonds } from '../store/fonds.ts'
import type { Handlers } from './handlers.ts'

export const bookHandlers: Handlers<keyof typeof bookOperations> = {
  'book.list': (archive, input) => ({ books: listBooks(archive.db, input, archive.today()) }),
  'book.get': (archive, input) => {
    const { book } = theBook(archive, input.id)
    return { book, blanks: blankNumbers(archive.db, book.id), sheet: sheetOf(bookRow(archive.db, book.id)) }
  },
  'book.gaps': (archive, input) => {
    const { book } = theBook(archive, input.id)
    return gapReport(archive.db, book.id, book.firstNumber)
  },
  'book.closingSheet': (archive, input, caller) => sheetFor(archive, input.id, input.closedOn, caller.name),
  'book.open': (archive, input, caller) => openBook(archive, input, caller),
  'book.close': (archive, input, caller) => closeBook(archive, input, caller),
  'book.reopen': (archive, input, caller) => reopenBook(archive, input.id, input.reason, caller),
  'book.rules': (archive) => ({ rules: numbering(archive.db).rules.map(ruleView) }),
  'book.saveRule': (archive, input, caller) => saveRule(archive, input.rule, caller),
  'book.removeRule': (archive, input, caller) => removeRule(archive, input.id, caller),
  'number.propose': (archive, input) => proposeNumber(archive.db, input.form, input.except, archive.today()),
  'number.reserve': (archive, input, caller) => reserveNumbers(archive, input, caller),
  'number.release': (archive, input, caller) => releaseNumbers(archive, input.ids, input.reason, caller),
  'number.void': (archive, input, caller) => voidNumber(archive, input, caller),
  'fonds.list': (archive) => ({ fonds: listFonds(archive.db) }),
  'fonds.close': (archive, input, caller) => closeFonds(archive, input, caller),
  'fonds.reopen': (archive, input, caller) => reopenFonds(archive, input.id, input.reason, caller),
  'fonds.handover': (archive, input) => handover(archive.db, input.id, archive.today())
}
