import type { WritableDb } from '../archive-context.ts'
import type { BlankSaid, LedgerEvent, NumberSaid, SealedBook } from '../ledger/events.ts'
import type { BookEventKind } from '../ledger/inverse-books.ts'
import { placeAllLines, placeNumber, saveNumberSaid } from '../store/book-lines.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'

export const applyBooks: Appliers<BookEventKind> = {
  'book-rule-saved': (db, { data }) => {
    prepared<[string, string]>(
      db,
      'INSERT INTO book_rule(id, data) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET data = excluded.data'
    ).run(data.rule.id, JSON.stringify(data.rule))
    placeAllLines(db)
  },
  'book-rule-removed': (db, { data }) => {
    prepared<[string]>(db, 'DELETE FROM book_rule WHERE id = ?').run(data.ruleId)
    placeAllLines(db)
  },
  'book-opened': (db, { data, at, actor }) => {
    prepared<unknown[]>(
      db,
      `INSERT INTO book(id, place, first_number, name, opened_at, opened_by) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET first_number = excluded.first_number, name = excluded.name,
         opened_at = coalesce(book.opened_at, excluded.opened_at), opened_by = coalesce(book.opened_by, excluded.opened_by)`
    ).run(data.bookId, JSON.stringify(data.place), data.firstNumber, data.name, at, actor)
  },
  'book-unopened': (db, { data }) => {
    prepared<[string]>(
      db,
      'UPDATE book SET first_number = NULL, name = NULL, opened_at = NULL, opened_by = NULL WHERE id = ?'
    ).run(data.bookId)
    forgetEmpty(db)
  },
  'book-closed': (db, event) => {
    seal(db, event.data, event, null)
  },
  'book-reopened': (db, { data }) => {
    prepared<[string]>(
      db,
      'UPDATE book SET closed_at = NULL, closed_by = NULL, sheet = NULL, closed_fonds = NULL WHERE id = ?'
    ).run(data.bookId)
    forgetEmpty(db)
  },
  'number-reserved': (db, event) => {
    saveNumbers(db, event.data.numbers, 'reserved', event)
  },
  'number-voided': (db, event) => {
    saveNumbers(db, event.data.numbers, 'void', event)
  },
  'number-released': (db, { data }) => {
    for (const { numberId } of data.numbers) {
      prepared<[string]>(db, 'DELETE FROM book_number WHERE id = ?').run(numberId)
      placeNumber(db, numberId)
    }
  },
  'fonds-closed': (db, event) => {
    const { fondsId, on, decision, successorId, successor, note, books } = event.data
    prepared<unknown[]>(
      db,
      `UPDATE fonds SET closed_on = ?, closed_at = ?, closed_by = ?, decision = ?, successor_id = ?, successor = ?, note = ?
       WHERE id = ?`
    ).run(on, event.at, event.actor, decision, successorId, successor, note, fondsId)
    for (const book of books) seal(db, book, event, fondsId)
  },
  'fonds-reopened': (db, { data }) => {
    prepared<[string]>(
      db,
      `UPDATE fonds SET closed_on = NULL, closed_at = NULL, closed_by = NULL, decision = NULL, successor_id = NULL,
         successor = NULL, note = NULL WHERE id = ?`
    ).run(data.fondsId)
    prepared<[string]>(
      db,
      'UPDATE book SET closed_at = NULL, closed_by = NULL, sheet = NULL, closed_fonds = NULL WHERE closed_fonds = ?'
    ).run(data.fondsId)
    forgetEmpty(db)
  }
}

/** What a filing says of its number: flags, and the number that had been kept back for it. */
export function applyNumbering(
  db: WritableDb,
  documentId: string,
  said: NumberSaid & Readonly<{ numberId: string | null }>
): void {
  saveNumberSaid(db, documentId, said)
  if (said.numberId === null) return
  prepared<[string, string]>(db, 'UPDATE book_number SET used_by = ? WHERE id = ?').run(documentId, said.numberId)
  placeNumber(db, said.numberId)
}

type When = Pick<LedgerEvent, 'at' | 'actor'>

function seal(db: WritableDb, { place, sheet }: SealedBook, { at, actor }: When, fondsId: string | null): void {
  prepared<unknown[]>(
    db,
    `INSERT INTO book(id, place, closed_at, closed_by, sheet, closed_fonds) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT(id) DO UPDATE SET closed_at = excluded.closed_at, closed_by = excluded.closed_by, sheet = excluded.sheet,
       closed_fonds = excluded.closed_fonds`
  ).run(sheet.bookId, JSON.stringify(place), at, actor, JSON.stringify(sheet), fondsId)
}

/** A book neither opened nor closed is no more than what is catalogued in it. */
function forgetEmpty(db: WritableDb): void {
  prepared<[]>(db, 'DELETE FROM book WHERE opened_at IS NULL AND closed_at IS NULL').run()
}

function saveNumbers(
  db: WritableDb,
  numbers: readonly BlankSaid[],
  state: 'reserved' | 'void',
  { at, actor }: When
): void {
  for (const one of numbers) {
    prepared<unknown[]>(
      db,
      `INSERT INTO book_number(id, place, number, suffix, state, reason, for_whom, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET state = excluded.state, reason = excluded.reason, for_whom = excluded.for_whom,
         at = excluded.at, by = excluded.by`
    ).run(one.numberId, JSON.stringify(one.place), one.number, one.suffix, state, one.reason, one.forWhom, at, actor)
    placeNumber(db, one.numberId)
  }
}
