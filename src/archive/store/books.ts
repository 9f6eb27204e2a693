import type { BookId, BookRuleId, DocumentId, FondsId } from '#contract/ids.ts'
import type { BlankNumber, Book, BookCounts, ClosingSheet, GapReport } from '#contract/operations/books.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import {
  type BookLine,
  backDatedLines,
  countLines,
  duplicateNumbers,
  missingRanges,
  nextNumber
} from '#domain/numbering/book-numbers.ts'
import { ownBody } from '#domain/numbering/book-of.ts'
import { holdsDay } from '#domain/numbering/book-period.ts'
import { bodyKey, type NumberPlace } from '#domain/numbering/book-rule.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { NumberSaid } from '../ledger/events.ts'
import { type Numbering, numbering, type PlacedBook, placedBook, placeOfDocument } from './book-lines.ts'
import { prepared } from './db/prepared.ts'
import { documentLine, documentLines } from './document-lines.ts'
import { closedFonds } from './fonds.ts'

export type BookRow = Readonly<{
  id: string
  place: string
  firstNumber: number | null
  name: string | null
  openedAt: string | null
  openedBy: string | null
  closedAt: string | null
  closedBy: string | null
  sheet: string | null
  closedFonds: string | null
}>

/** What was said of a book; undefined where it is only what is catalogued in it. */
export function bookRow(db: ReadableDb, id: string): BookRow | undefined {
  return prepared<[string], BookRow>(
    db,
    `SELECT id, place, first_number AS firstNumber, name, opened_at AS openedAt, opened_by AS openedBy,
       closed_at AS closedAt, closed_by AS closedBy, sheet, closed_fonds AS closedFonds FROM book WHERE id = ?`
  ).get(id)
}

/** A book as it stands, by a place that falls in it. */
export function bookAt(db: ReadableDb, place: NumberPlace, today: string): Book | null {
  const placed = placedBook(place, numbering(db))
  return placed && viewOf(db, placed.id, place, placed, today)
}

/** A book by its id; null where nothing stands in it and nothing was said of it. */
export function bookOfId(db: ReadableDb, id: string, today: string): Book | null {
  const place = placeOfBook(db, id)
  const placed = place && placedBook(place, numbering(db))
  return place && placed ? viewOf(db, id, place, placed, today) : null
}

/** A place that falls in the book: where one of its lines stands, else where it was opened. */
export function placeOfBook(db: ReadableDb, id: string): NumberPlace | null {
  const line = prepared<[string], { id: string; kind: string }>(
    db,
    'SELECT id, kind FROM book_line WHERE book_id = ? LIMIT 1'
  ).get(id)
  if (line?.kind === 'document') return placeOfDocument(db, line.id)
  const said = line
    ? prepared<[string], { place: string }>(db, 'SELECT place FROM book_number WHERE id = ?').get(line.id)
    : bookRow(db, id)
  return said ? (JSON.parse(said.place) as NumberPlace) : null
}

export function bookLines(db: ReadableDb, id: string): readonly BookLine[] {
  type Row = Omit<BookLine, 'withdrawn'> & Readonly<{ withdrawn: number }>
  return prepared<[string], Row>(
    db,
    'SELECT id, kind, number, suffix, day, withdrawn FROM book_line WHERE book_id = ? ORDER BY number, suffix, day, id'
  )
    .all(id)
    .map((row) => ({ ...row, withdrawn: row.withdrawn === 1 }))
}

/** The number the next paper of a book gets. */
export function nextOfBook(db: ReadableDb, id: string, firstNumber: number): number {
  const last = prepared<[string], { last: number | null }>(
    db,
    "SELECT max(number) AS last FROM book_line WHERE book_id = ? AND kind <> 'reserved'"
  ).get(id)?.last
  const reserved = prepared<[string], { number: number }>(
    db,
    "SELECT number FROM book_line WHERE book_id = ? AND kind = 'reserved' AND suffix = ''"
  ).all(id)
  return nextNumber(last ?? null, firstNumber, new Set(reserved.map((row) => row.number)))
}

/** Numbers of the book that are kept back or void, in order. */
export function blankNumbers(db: ReadableDb, bookId: string): BlankNumber[] {
  return prepared<[string], { id: string }>(
    db,
    "SELECT id FROM book_line WHERE book_id = ? AND kind <> 'document' ORDER BY number, suffix"
  )
    .all(bookId)
    .flatMap(({ id }) => blankNumber(db, id) ?? [])
}

/** A number without a document; null where there is none, or its document has it now. */
export function blankNumber(db: ReadableDb, id: string): BlankNumber | null {
  type Row = Omit<BlankNumber, 'day'> & Readonly<{ place: string }>
  const row = prepared<[string], Row>(
    db,
    `SELECT n.id AS id, l.book_id AS bookId, n.number AS number, nullif(n.suffix, '') AS suffix, n.state AS state,
       n.reason AS reason, n.for_whom AS forWhom, n.at AS at, n.by AS by, n.place AS place
     FROM book_number n JOIN book_line l ON l.id = n.id WHERE n.id = ?`
  ).get(id)
  if (!row) return null
  const { place, ...blank } = row
  return { ...blank, day: (JSON.parse(place) as NumberPlace).day }
}

/** How a document's number stands in its book, as it was said when it was given. */
export function numberSaid(db: ReadableDb, documentId: string): NumberSaid | null {
  const row = prepared<[string], { flags: string; reason: string | null }>(
    db,
    'SELECT flags, reason FROM document_number WHERE document_id = ?'
  ).get(documentId)
  return row ? { flags: JSON.parse(row.flags) as NumberSaid['flags'], reason: row.reason } : null
}

/** Where numbers are gone, double or out of order (N03). */
export function gapReport(db: ReadableDb, id: string, firstNumber: number): GapReport {
  const lines = bookLines(db, id)
  const named = (line: BookLine): DocumentLine[] => {
    const document = documentLine(db, line.id)
    return document ? [document] : []
  }
  const late = prepared<[string], { id: string; number: number; reason: string | null }>(
    db,
    `SELECT l.id AS id, l.number AS number, s.reason AS reason FROM book_line l JOIN document_number s ON s.document_id = l.id
     WHERE l.book_id = ? AND l.number IS NOT NULL AND s.flags LIKE '%"late"%' ORDER BY l.number, l.suffix`
  ).all(id)
  return {
    counts: countLines(lines, firstNumber),
    missing: [...missingRanges(lines, firstNumber)],
    duplicates: duplicateNumbers(lines).map((group) => ({
      number: group[0]?.number ?? 0,
      suffix: group[0]?.suffix || null,
      documents: group.flatMap(named)
    })),
    backDated: backDatedLines(lines).flatMap(({ line, after }) =>
      named(line).map((document) => ({
        document,
        number: line.number ?? 0,
        after,
        reason: numberSaid(db, line.id)?.reason ?? null
      }))
    ),
    late: late.flatMap(({ id: documentId, number, reason }) => {
      const document = documentLine(db, documentId)
      return document ? [{ document, number, reason }] : []
    }),
    unnumbered: documentLines(
      db,
      lines.flatMap((line) => (line.kind === 'document' && line.number === null && !line.withdrawn ? [line.id] : []))
    ),
    blanks: blankNumbers(db, id)
  }
}

export type TakenBy = Readonly<{ id: DocumentId; kind: 'document' | 'void' | 'reserved'; withdrawn: boolean }>

/** Lines of the book with this number and suffix, standing papers first. */
export function linesWithNumber(db: ReadableDb, bookId: string, number: number, suffix: string): readonly TakenBy[] {
  type Row = Readonly<{ id: DocumentId; kind: TakenBy['kind']; withdrawn: number }>
  return prepared<[string, number, string], Row>(
    db,
    `SELECT id, kind, withdrawn FROM book_line WHERE book_id = ? AND number = ? AND suffix = ?
     ORDER BY withdrawn, kind, id`
  )
    .all(bookId, number, suffix)
    .map((row) => ({ ...row, withdrawn: row.withdrawn === 1 }))
}

export function suffixesOf(db: ReadableDb, bookId: string, number: number): readonly string[] {
  return prepared<[string, number], { suffix: string }>(
    db,
    'SELECT suffix FROM book_line WHERE book_id = ? AND number = ?'
  )
    .all(bookId, number)
    .map((row) => row.suffix)
}

/** The latest date among papers with a lower number: one dated before it is back-dated. */
export function latestDayBelow(db: ReadableDb, bookId: string, number: number, except: string | null): string | null {
  return (
    prepared<unknown[], { day: string | null }>(
      db,
      `SELECT max(day) AS day FROM book_line
       WHERE book_id = ? AND number < ? AND kind = 'document' AND withdrawn = 0 AND id IS NOT ?`
    ).get(bookId, number, except)?.day ?? null
  )
}

/** The highest number a paper of the book has. */
export function highestNumber(db: ReadableDb, bookId: string, except: string | null): number | null {
  return (
    prepared<unknown[], { last: number | null }>(
      db,
      "SELECT max(number) AS last FROM book_line WHERE book_id = ? AND kind = 'document' AND id IS NOT ?"
    ).get(bookId, except)?.last ?? null
  )
}

function viewOf(db: ReadableDb, id: string, place: NumberPlace, placed: PlacedBook, today: string): Book {
  const row = bookRow(db, id)
  const { rule, period } = placed
  const firstNumber = row?.firstNumber ?? rule.firstNumber
  const fonds = closedFonds(db, place.fondsId)
  const closed = row?.closedAt != null || fonds !== null
  return {
    id: id as BookId,
    fondsId: place.fondsId as FondsId | null,
    ruleId: rule.id as BookRuleId,
    ...namedAs(placed, row, numbering(db).office),
    untyped: placed.untyped,
    firstNumber,
    state: closed ? 'closed' : row?.openedAt != null ? 'open' : 'derived',
    ofClosedFonds: fonds !== null,
    openedAt: row?.openedAt ?? null,
    openedBy: row?.openedBy ?? null,
    closedOn: sheetOf(row)?.closedOn ?? fonds?.on ?? null,
    closedBy: row?.closedBy ?? fonds?.by ?? null,
    counts: countsOf(db, id, firstNumber),
    next: closed ? null : nextOfBook(db, id, firstNumber),
    current: holdsDay(period, today)
  }
}

/** What a book is named after. */
export function namedAs(
  { rule, period, body, documentTypes }: PlacedBook,
  row: BookRow | undefined,
  office: Numbering['office']
): Pick<Book, 'name' | 'direction' | 'body' | 'separator' | 'documentTypes' | 'period'> {
  return {
    direction: rule.direction,
    body: bodyName(body, office),
    separator: rule.separator,
    documentTypes: [...documentTypes],
    period,
    name: row?.name ?? rule.name
  }
}

/** The office by its whole name, others as their papers call them. */
function bodyName(body: string | null, office: Numbering['office']): string | null {
  return body !== null && bodyKey(body) === bodyKey(ownBody(null, office)) ? office.name : body
}

export function sheetOf(row: BookRow | undefined): ClosingSheet | null {
  return row?.sheet == null ? null : (JSON.parse(row.sheet) as ClosingSheet)
}

/** The same as `countLines`, without reading the lines. */
function countsOf(db: ReadableDb, id: string, firstNumber: number): BookCounts {
  const counts = prepared<[string], Omit<BookCounts, 'missing'>>(
    db,
    `SELECT min(CASE WHEN kind <> 'reserved' THEN number END) AS first,
       max(CASE WHEN kind <> 'reserved' THEN number END) AS last,
       coalesce(sum(kind = 'document' AND withdrawn = 0), 0) AS documents,
       coalesce(sum(kind = 'document' AND withdrawn = 1), 0) AS withdrawn,
       coalesce(sum(kind = 'void'), 0) AS voided, coalesce(sum(kind = 'reserved'), 0) AS reserved,
       coalesce(sum(kind = 'document' AND number IS NULL AND withdrawn = 0), 0) AS unnumbered
     FROM book_line WHERE book_id = ?`
  ).get(id)
  if (!counts) throw new Error('a count without a row')
  const { last } = counts
  if (last === null || last < firstNumber) return { ...counts, missing: 0 }
  const held = prepared<[string, number, number], { held: number }>(
    db,
    'SELECT count(DISTINCT number) AS held FROM book_line WHERE book_id = ? AND number BETWEEN ? AND ?'
  ).get(id, firstNumber, last)
  return { ...counts, missing: last - firstNumber + 1 - (held?.held ?? 0) }
}
