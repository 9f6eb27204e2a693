import type { Assignment, HandlingResult } from '#contract/operations/handling.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { WritableDb } from '../archive-context.ts'
import { bodyNameKey } from '../directory/name-key.ts'
import type { FiledDeadlines } from '../ledger/events.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'

export const applyHandling: Appliers<
  | 'handling-assigned'
  | 'handling-removed'
  | 'handling-reported'
  | 'handling-report-removed'
  | 'handling-done'
  | 'handling-reopened'
  | 'deadline-dismissed'
  | 'deadline-undismissed'
> = {
  'handling-assigned': (db, { data }) => {
    assign(db, data.documentId, data.handlingId, data.assignment)
    writeCase(db, data.documentId)
  },
  'handling-removed': (db, { data }) => {
    prepared<[string]>(db, 'DELETE FROM handling WHERE id = ?').run(data.handlingId)
    writeCase(db, data.documentId)
  },
  'handling-reported': (db, { data }) => {
    prepared<unknown[]>(
      db,
      `INSERT INTO handling_progress(n, id, document_id, on_day, by_whom, text)
       VALUES ((SELECT coalesce(max(n), 0) + 1 FROM handling_progress), ?, ?, ?, ?, ?)`
    ).run(data.reportId, data.documentId, data.on, data.by, data.text)
    writeCase(db, data.documentId)
  },
  'handling-report-removed': (db, { data }) => {
    prepared<[string]>(db, 'DELETE FROM handling_progress WHERE id = ?').run(data.reportId)
    writeCase(db, data.documentId)
  },
  'handling-done': (db, { data }) => {
    const { on, by, replyId, replyText, note, covers } = data.result
    prepared<unknown[]>(
      db,
      `INSERT INTO handling_result(document_id, done_on, done_by, reply_id, reply_text, note, covers)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT(document_id) DO UPDATE SET done_on = excluded.done_on, done_by = excluded.done_by,
         reply_id = excluded.reply_id, reply_text = excluded.reply_text, note = excluded.note, covers = excluded.covers`
    ).run(data.documentId, on, by, replyId, replyText, note, JSON.stringify(covers))
    writeCase(db, data.documentId)
  },
  'handling-reopened': (db, { data }) => {
    prepared<[string]>(db, 'DELETE FROM handling_result WHERE document_id = ?').run(data.documentId)
    writeCase(db, data.documentId)
  },
  'deadline-dismissed': (db, { data }) => dismiss(db, data.documentId, data),
  'deadline-undismissed': (db, { data }) => {
    prepared<[string, string]>(db, 'DELETE FROM deadline_dismissal WHERE document_id = ? AND key = ?').run(
      data.documentId,
      data.key
    )
  }
}

/** What the clerk said to the deadlines of a paper while filing it. */
export function applyFiledDeadlines(db: WritableDb, documentId: string, deadlines: FiledDeadlines): void {
  for (const one of deadlines.dismissed) dismiss(db, documentId, one)
  if (!deadlines.taken) return
  assign(db, documentId, deadlines.taken.handlingId, deadlines.taken.assignment)
  writeCase(db, documentId)
}

function assign(db: WritableDb, documentId: string, id: string, said: Assignment): void {
  prepared<unknown[]>(
    db,
    `INSERT INTO handling(n, id, document_id, opinion, leader, assigned_on, main, co, due, due_key, due_quote, note)
     VALUES ((SELECT coalesce(max(n), 0) + 1 FROM handling), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT(id) DO UPDATE SET opinion = excluded.opinion, leader = excluded.leader,
       assigned_on = excluded.assigned_on, main = excluded.main, co = excluded.co, due = excluded.due,
       due_key = excluded.due_key, due_quote = excluded.due_quote, note = excluded.note`
  ).run(
    id,
    documentId,
    said.opinion,
    said.leader,
    said.assignedOn,
    said.main,
    JSON.stringify(said.co),
    said.due,
    said.dueFrom?.key ?? null,
    said.dueFrom?.quote ?? null,
    said.note
  )
}

function dismiss(db: WritableDb, documentId: string, said: Readonly<{ key: string; quote: string }>): void {
  prepared<[string, string, string]>(
    db,
    `INSERT INTO deadline_dismissal(document_id, key, quote) VALUES (?, ?, ?)
     ON CONFLICT(document_id, key) DO UPDATE SET quote = excluded.quote`
  ).run(documentId, said.key, said.quote)
}

type Row = Readonly<{
  id: string
  assignedOn: string
  opinion: string | null
  leader: string | null
  main: string | null
  co: string
  due: string | null
}>
type Result = Readonly<{ on: string; reply: string | null; covers: string }>

/**
 * How the paper stands: the newest bút phê that names a unit says who handles it, the newest that sets a day until when.
 * Done where every bút phê is answered by the result: a new one opens the work again.
 */
function writeCase(db: WritableDb, documentId: string): void {
  const rows = prepared<[string], Row>(
    db,
    `SELECT id, assigned_on AS assignedOn, opinion, leader, main, co, due FROM handling WHERE document_id = ?
     ORDER BY assigned_on DESC, n DESC`
  ).all(documentId)
  const result = prepared<[string], Result>(
    db,
    'SELECT done_on AS "on", reply_text AS reply, covers FROM handling_result WHERE document_id = ?'
  ).get(documentId)
  const progress = prepared<[string], { text: string }>(
    db,
    'SELECT text FROM handling_progress WHERE document_id = ? ORDER BY n'
  ).all(documentId)
  if (rows.length === 0 && !result && progress.length === 0) {
    prepared<[string]>(db, 'DELETE FROM handling_case WHERE document_id = ?').run(documentId)
    return
  }
  const covers = new Set(result ? (JSON.parse(result.covers) as HandlingResult['covers'] as readonly string[]) : [])
  const done = result !== undefined && rows.every((row) => covers.has(row.id))
  const units = rows.flatMap((row) => [...(row.main === null ? [] : [row.main]), ...(JSON.parse(row.co) as string[])])
  const keys = [...new Set(units.map(bodyNameKey))].filter((key) => key !== '')
  const words = [
    ...rows.flatMap((row) => [row.opinion, row.leader]),
    ...units,
    ...progress.map((one) => one.text),
    result?.reply
  ].filter(Boolean)
  prepared<unknown[]>(
    db,
    `INSERT INTO handling_case(document_id, assigned_on, main, unit_keys, due, done_on, words) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT(document_id) DO UPDATE SET assigned_on = excluded.assigned_on, main = excluded.main,
       unit_keys = excluded.unit_keys, due = excluded.due, done_on = excluded.done_on, words = excluded.words`
  ).run(
    documentId,
    rows[0]?.assignedOn ?? null,
    rows.find((row) => row.main !== null)?.main ?? null,
    keys.length > 0 ? `|${keys.join('|')}|` : '',
    rows.find((row) => row.due !== null)?.due ?? null,
    done ? result.on : null,
    foldKey(words.join(' '))
  )
}
