import { z } from 'zod'
import { BodyId, BookId, BookRuleId, DocumentId, FondsId, NumberId } from '../ids.ts'
import { Day, Direction, DocumentForm, DocumentLine, DocumentTypeCode, Line, Text, Undoable } from '../schemas.ts'
import { CLERK, command, query } from './operation.ts'

/** Papers of the house are numbered with those that go out. */
export const BookDirection = z.enum(['incoming', 'outgoing'])
export type BookDirection = z.infer<typeof BookDirection>

/** How the numbers of some papers are given (N01, N02): one book each period, or one a type each period. */
export const BookRule = z.object({
  /** The three rules every archive has: default-incoming, default-party, default-state. */
  id: BookRuleId,
  fondsId: FondsId.nullable(),
  direction: BookDirection,
  /** Whose numbers ("Văn phòng Huyện ủy"). null: each body that issues has books of its own. Always null for incoming. */
  body: Text(200).nullable(),
  /** "-" Party papers, "/" State papers; null: both. Always null for incoming. */
  separator: z.enum(['-', '/']).nullable(),
  /** What it covers; empty: every type no narrower rule covers. */
  documentTypes: z.array(DocumentTypeCode).max(60),
  /** true: each type has numbers of its own; false: they share one series ("dùng chung số"). */
  perType: z.boolean(),
  period: z.enum(['term', 'year']),
  firstNumber: z.int().min(1).max(999999),
  /** null: named after what it covers. */
  name: Line(200).nullable()
})
export type BookRule = z.infer<typeof BookRule>

/** What decides in which book a number stands: rules may change, the place does not. */
export const BookPlace = z.object({
  fondsId: FondsId.nullable(),
  direction: BookDirection,
  body: Text(200).nullable(),
  separator: z.enum(['-', '/']),
  documentType: DocumentTypeCode.nullable(),
  /** Day of arrival, or date of the document. */
  day: Day
})
export type BookPlace = z.infer<typeof BookPlace>

export const NUMBER_FLAGS = [
  'late', // vào sổ muộn: higher numbers were in the book, or its period was over
  'back-dated', // lùi ngày: a lower number bears a later date
  'duplicate', // the number stood in the book already; the reason says why
  'reused', // it stood there on a withdrawn document
  'reserved', // it had been kept back
  'catalogued' // put in after the book was sealed: the body has ended
] as const
export const NumberFlag = z.enum(NUMBER_FLAGS)
export type NumberFlag = z.infer<typeof NumberFlag>

/** How a number stands in its book, as the ledger says. */
export const NumberNote = z.object({ flags: z.array(NumberFlag), reason: z.string().nullable() })
export type NumberNote = z.infer<typeof NumberNote>

/** What a clerk asks for on filing: a number from the book, and why a number that is there is given again. */
export const NumberRequest = z.object({
  take: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('next'),
        /** The book the clerk sees: `outside-book` where the form does not fall in it. null: whichever it falls in. */
        bookId: BookId.nullable()
      }),
      /** The next suffix of a number: 12 → 12a, then 12b. */
      z.object({ kind: z.literal('suffix'), of: z.int().min(1).max(999999) }),
      z.object({ kind: z.literal('reserved'), numberId: NumberId })
    ])
    .nullable(),
  reason: Line(500).nullable()
})
export type NumberRequest = z.infer<typeof NumberRequest>

/** A number without a document: kept back, or void. */
export const BlankNumber = z.object({
  id: NumberId,
  bookId: BookId,
  number: z.int(),
  suffix: z.string().nullable(),
  state: z.enum(['reserved', 'void']),
  reason: z.string(),
  forWhom: z.string().nullable(),
  day: z.string(),
  at: z.string(),
  by: z.string()
})
export type BlankNumber = z.infer<typeof BlankNumber>

/** What a book holds. `missing`: numbers between the first and the last that stand on nothing. */
export const BookCounts = z.object({
  /** Lowest and highest number in it; null: none yet. */
  first: z.int().nullable(),
  last: z.int().nullable(),
  /** Documents, withdrawn ones not among them. */
  documents: z.int(),
  withdrawn: z.int(),
  voided: z.int(),
  reserved: z.int(),
  missing: z.int(),
  /** Documents without a number. */
  unnumbered: z.int()
})
export type BookCounts = z.infer<typeof BookCounts>

export const BookState = z.enum([
  'derived', // no one opened it: it holds what was catalogued
  'open',
  'closed'
])

export const Book = z.object({
  id: BookId,
  fondsId: FondsId.nullable(),
  ruleId: BookRuleId,
  direction: BookDirection,
  body: z.string().nullable(),
  separator: z.enum(['-', '/']).nullable(),
  /** Empty: every type. */
  documentTypes: z.array(DocumentTypeCode),
  /** It holds papers whose type is not known. */
  untyped: z.boolean(),
  /** `to` null: a term that goes on. */
  period: z.object({ kind: z.enum(['term', 'year']), from: z.string(), to: z.string().nullable() }),
  /** Given by the clerk; null: named after direction, body, types and period. */
  name: z.string().nullable(),
  firstNumber: z.int(),
  state: BookState,
  /** Sealed because its body has ended (the fonds is closed). */
  ofClosedFonds: z.boolean(),
  openedAt: z.string().nullable(),
  openedBy: z.string().nullable(),
  closedOn: z.string().nullable(),
  closedBy: z.string().nullable(),
  counts: BookCounts,
  /** The number the next paper gets; null: it gives none (closed). */
  next: z.int().nullable(),
  /** Today falls in its period. */
  current: z.boolean()
})
export type Book = z.infer<typeof Book>

/** Where numbers are gone, double or out of order (N03). */
export const GapReport = z.object({
  counts: BookCounts,
  missing: z.array(z.object({ from: z.int(), to: z.int() })),
  /** The same number and suffix on several papers. */
  duplicates: z.array(z.object({ number: z.int(), suffix: z.string().nullable(), documents: z.array(DocumentLine) })),
  /** A lower number bears a later date: `after` is that date. */
  backDated: z.array(
    z.object({ document: DocumentLine, number: z.int(), after: z.string(), reason: z.string().nullable() })
  ),
  late: z.array(z.object({ document: DocumentLine, number: z.int(), reason: z.string().nullable() })),
  unnumbered: z.array(DocumentLine),
  blanks: z.array(BlankNumber)
})
export type GapReport = z.infer<typeof GapReport>

/** What is written under a book when it is closed (N06); kept as it was then. */
export const ClosingSheet = z.object({
  bookId: BookId,
  counts: BookCounts,
  missing: z.array(z.object({ from: z.int(), to: z.int() })),
  closedOn: Day,
  by: z.string(),
  note: z.string().nullable()
})
export type ClosingSheet = z.infer<typeof ClosingSheet>

export const Fonds = z.object({
  id: FondsId,
  name: z.string(),
  /** The office's own: documents that name no fonds belong to it. */
  own: z.boolean(),
  documents: z.int(),
  /** null: the body goes on. */
  closed: z
    .object({
      on: z.string(),
      at: z.string(),
      by: z.string(),
      decision: z.string(),
      successorId: BodyId.nullable(),
      successor: z.string(),
      note: z.string().nullable()
    })
    .nullable()
})
export type Fonds = z.infer<typeof Fonds>

const OpenBook = z.object({ book: Book, undo: Undoable })

export const bookOperations = {
  /** Every book there is, and the books of today's periods; newest period first. `fondsId` null: the office's own. */
  'book.list': query(
    z.object({
      direction: BookDirection.nullable().default(null),
      fondsId: FondsId.nullable().default(null),
      /** Only books whose period holds this day. */
      on: Day.nullable().default(null)
    }),
    z.object({ books: z.array(Book) })
  ),
  'book.get': query(
    z.object({ id: BookId }),
    z.object({ book: Book, blanks: z.array(BlankNumber), sheet: ClosingSheet.nullable() })
  ),
  'book.gaps': query(z.object({ id: BookId }), GapReport, CLERK),
  /** What the closing sheet would say, and what wants a look before: nothing of it forbids closing but reserved numbers. */
  'book.closingSheet': query(
    z.object({ id: BookId, closedOn: Day }),
    z.object({ sheet: ClosingSheet, sealed: z.boolean(), gaps: GapReport }),
    CLERK
  ),
  /** Opens the book this place falls in by hand, or says another first number or name of an open one. */
  'book.open': command(
    z.object({ place: BookPlace, firstNumber: z.int().min(1).max(999999), name: Line(200).nullable() }),
    OpenBook
  ),
  /** Seals it: no number is given in it, none moves in or out. `conflict` {problem: 'reserved', count} while numbers are kept back. */
  'book.close': command(
    z.object({ id: BookId, closedOn: Day, note: Text(1000).nullable() }),
    OpenBook.extend({ sheet: ClosingSheet })
  ),
  'book.reopen': command(z.object({ id: BookId, reason: Line(500) }), OpenBook),
  'book.rules': query(z.object({}), z.object({ rules: z.array(BookRule) })),
  /** A new rule has no id yet. `conflict` {problem: 'overlap', other} where another covers the same; `book-closed` where lines of a closed book would move. */
  'book.saveRule': command(
    z.object({ rule: BookRule.extend({ id: BookRuleId.nullable() }) }),
    z.object({ rule: BookRule, undo: Undoable })
  ),
  'book.removeRule': command(z.object({ id: BookRuleId }), z.object({ undo: Undoable })),
  /** What filing this form would do to the books: which one, its next number, what stands in the way and the ways out. */
  'number.propose': query(
    z.object({ form: DocumentForm, except: DocumentId.nullable() }),
    z.object({
      /** null: the form has no day yet. */
      book: Book.nullable(),
      next: z.int().nullable(),
      /** "222-CV/HU" as it would be printed; null while type or symbol is not known. */
      reference: z.string().nullable(),
      /** The next suffix of the form's number: 12 → "a". */
      suffix: z.string().nullable(),
      /** Documents and blanks that have the form's number already. */
      taken: z.array(DocumentLine),
      blank: BlankNumber.nullable(),
      flags: z.array(NumberFlag),
      /** Lowest free numbers between the first and the last. */
      missing: z.array(z.object({ from: z.int(), to: z.int() })),
      reserved: z.array(BlankNumber),
      /** Why nothing can be filed: a failure code. */
      refused: z.enum(['book-closed', 'fonds-closed']).nullable()
    }),
    CLERK
  ),
  /** Keeps numbers back ("số chờ"): those named, or the next ones. */
  'number.reserve': command(
    z.object({
      place: BookPlace,
      numbers: z.array(z.int().min(1).max(999999)).max(200),
      /** So many of the next, where none is named. */
      count: z.int().min(0).max(200),
      forWhom: Line(200).nullable(),
      reason: Line(500)
    }),
    z.object({ bookId: BookId, numbers: z.array(BlankNumber), undo: Undoable })
  ),
  /** Gives back numbers kept back; the next paper may get them only where nothing higher was given. */
  'number.release': command(
    z.object({ ids: z.array(NumberId).min(1).max(200), reason: Line(500) }),
    z.object({ undo: Undoable })
  ),
  /** Makes a number void for good: one kept back, or one that stands on nothing. */
  'number.void': command(
    z.object({
      what: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('reserved'), id: NumberId }),
        z.object({
          kind: z.literal('number'),
          place: BookPlace,
          number: z.int().min(1).max(999999),
          suffix: Text(4).nullable()
        })
      ]),
      reason: Line(500)
    }),
    z.object({ blank: BlankNumber, undo: Undoable })
  ),
  'fonds.list': query(z.object({}), z.object({ fonds: z.array(Fonds) })),
  /** Closed-fonds mode (B07): the body has ended. All its books are sealed, no number is given any more; papers dated up to `on` can still be catalogued. */
  'fonds.close': command(
    z.object({
      id: FondsId,
      on: Day,
      decision: Line(500),
      successorId: BodyId.nullable(),
      successor: Line(300),
      note: Text(2000).nullable()
    }),
    z.object({ fonds: Fonds, undo: Undoable })
  ),
  'fonds.reopen': command(z.object({ id: FondsId, reason: Line(500) }), z.object({ fonds: Fonds, undo: Undoable })),
  /** What the hand-over record of a fonds wants: its books with their closing sheets, and what is held of each year. */
  'fonds.handover': query(
    z.object({ id: FondsId }),
    z.object({
      fonds: Fonds,
      books: z.array(z.object({ book: Book, sheet: ClosingSheet.nullable() })),
      years: z.array(
        z.object({
          year: z.string().nullable(),
          direction: Direction,
          documents: z.int(),
          files: z.int(),
          pages: z.int()
        })
      ),
      totals: z.object({ documents: z.int(), withFile: z.int(), paperOnly: z.int(), files: z.int(), bytes: z.int() })
    }),
    CLERK
  )
} as const
