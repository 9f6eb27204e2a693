import type { DocumentLine } from '#contract/schemas.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

type Row = Omit<DocumentLine, 'reviewed' | 'withdrawn'> & Readonly<{ reviewed: number; withdrawn: number }>

const COLUMNS = `id, direction, reference, document_type AS documentType, issued_on AS issuedOn, issuer,
  acting_body AS actingBody, level, subject, signer, urgency, arrival_number AS arrivalNumber, arrived_on AS arrivedOn,
  text_kind AS textKind, reviewed, withdrawn_at IS NOT NULL AS withdrawn, filed_at AS filedAt`

/** The line of a document wherever lists show one; undefined where there is none. */
export function documentLine(db: ReadableDb, id: string): DocumentLine | undefined {
  const row = prepared<[string], Row>(db, `SELECT ${COLUMNS} FROM document WHERE id = ?`).get(id)
  return row ? lineOf(row) : undefined
}

/** Lines in the order asked for; ids of no document are left out. */
export function documentLines(db: ReadableDb, ids: readonly string[]): DocumentLine[] {
  const get = prepared<[string], Row>(db, `SELECT ${COLUMNS} FROM document WHERE id = ?`)
  return ids.flatMap((id) => {
    const row = get.get(id)
    return row ? [lineOf(row)] : []
  })
}

/** The line of the document with this row number, which is the index's row number too. */
export function documentLineByNumber(db: ReadableDb, n: number): DocumentLine | undefined {
  const row = prepared<[number], Row>(db, `SELECT ${COLUMNS} FROM document WHERE n = ?`).get(n)
  return row ? lineOf(row) : undefined
}

/** Lines of a query on `document` (alias d): `tail` is everything from WHERE on. */
export function selectDocumentLines(db: ReadableDb, tail: string, ...params: readonly unknown[]): DocumentLine[] {
  return db
    .prepare<unknown[], Row>(`SELECT ${COLUMNS} FROM document d ${tail}`)
    .all(...params)
    .map(lineOf)
}

function lineOf(row: Row): DocumentLine {
  return { ...row, reviewed: row.reviewed === 1, withdrawn: row.withdrawn === 1 }
}
