import type { HandlingId, ReportEntryId } from '#contract/ids.ts'
import type { Assignment, HandlingResult, HandlingView } from '#contract/operations/handling.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

type AssignmentRow = Readonly<{
  id: HandlingId
  documentId: string
  opinion: string | null
  leader: string | null
  assignedOn: string
  main: string | null
  co: string
  due: string | null
  dueKey: string | null
  dueQuote: string | null
  note: string | null
}>
export type StandingAssignment = Assignment & Readonly<{ id: HandlingId }>
/** A bút phê as it is kept, with the paper it is on. */
export type KeptAssignment = StandingAssignment & Readonly<{ documentId: string }>

const COLUMNS = `id, document_id AS documentId, opinion, leader, assigned_on AS assignedOn, main, co, due,
  due_key AS dueKey, due_quote AS dueQuote, note`

/** The bút phê on a paper, newest first. */
export function assignmentsOf(db: ReadableDb, documentId: string): StandingAssignment[] {
  return prepared<[string], AssignmentRow>(
    db,
    `SELECT ${COLUMNS} FROM handling WHERE document_id = ? ORDER BY assigned_on DESC, n DESC`
  )
    .all(documentId)
    .map((row) => {
      const { documentId: _of, ...said } = kept(row)
      return said
    })
}

export function assignmentById(db: ReadableDb, id: string): KeptAssignment | undefined {
  const row = prepared<[string], AssignmentRow>(db, `SELECT ${COLUMNS} FROM handling WHERE id = ?`).get(id)
  return row && kept(row)
}

/** Entries of progress, newest first. */
export function progressOf(db: ReadableDb, documentId: string): HandlingView['progress'] {
  return prepared<[string], HandlingView['progress'][number]>(
    db,
    `SELECT id, on_day AS "on", by_whom AS "by", text FROM handling_progress WHERE document_id = ?
     ORDER BY on_day DESC, n DESC`
  ).all(documentId)
}

export function progressDocument(db: ReadableDb, id: ReportEntryId): string | undefined {
  return prepared<[string], { id: string }>(db, 'SELECT document_id AS id FROM handling_progress WHERE id = ?').get(id)
    ?.id
}

/** What was last said to be the result, whether or not a later bút phê opened the work again. */
export function resultOf(db: ReadableDb, documentId: string): HandlingResult | undefined {
  type Row = Omit<HandlingResult, 'covers'> & Readonly<{ covers: string }>
  const row = prepared<[string], Row>(
    db,
    `SELECT done_on AS "on", done_by AS "by", reply_id AS replyId, reply_text AS replyText, note, covers
     FROM handling_result WHERE document_id = ?`
  ).get(documentId)
  return row && { ...row, covers: JSON.parse(row.covers) as HandlingResult['covers'] }
}

export type HandlingCase = Readonly<{
  documentId: string
  assignedOn: string | null
  main: string | null
  unitKeys: string
  due: string | null
  doneOn: string | null
}>

export const CASE_COLUMNS = `c.document_id AS documentId, c.assigned_on AS assignedOn, c.main AS main,
  c.unit_keys AS unitKeys, c.due AS due, c.done_on AS doneOn`

export function caseOf(db: ReadableDb, documentId: string): HandlingCase | undefined {
  return prepared<[string], HandlingCase>(db, `SELECT ${CASE_COLUMNS} FROM handling_case c WHERE document_id = ?`).get(
    documentId
  )
}

/** Đơn vị chủ trì of the newest bút phê: fills the register's column where the form names nobody. */
export function handledBy(db: ReadableDb, documentId: string): string | null {
  return (
    prepared<[string], { main: string | null }>(db, 'SELECT main FROM handling_case WHERE document_id = ?').get(
      documentId
    )?.main ?? null
  )
}

export function dismissedDeadlines(db: ReadableDb, documentId: string): ReadonlySet<string> {
  const rows = prepared<[string], { key: string }>(db, 'SELECT key FROM deadline_dismissal WHERE document_id = ?').all(
    documentId
  )
  return new Set(rows.map((row) => row.key))
}

function kept({ co, dueKey, dueQuote, ...row }: AssignmentRow): KeptAssignment {
  return {
    ...row,
    co: JSON.parse(co) as string[],
    dueFrom: dueKey === null ? null : { key: dueKey, quote: dueQuote ?? '' }
  }
}
