import type { InputOf, OutputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { daysBefore } from './delivery-state.ts'
import { reconcile } from './reconciliation.ts'

type Answer = OutputOf<'delivery.overview'>
/** A paper whose text names someone who has had nothing is work to do for so long; an old paper without a log is not. */
const RECENT_DAYS = 400

type Row = Readonly<{ id: string; reference: string | null; subject: string | null }>

/** Documents with their deliveries, newest first. `open`: someone has not signed, or of a recent one has had nothing. */
export function deliveryOverview(db: ReadableDb, input: InputOf<'delivery.overview'>, today: string): Answer {
  const words = foldKey(input.text).split(' ').filter(Boolean)
  const found = (input.only === 'all' ? sentOrSendable(db) : maybeOpen(db, today)).filter((row) => {
    const key = foldKey(`${row.reference ?? ''} ${row.subject ?? ''}`)
    return words.every((word) => key.includes(word))
  })
  if (input.only === 'all') {
    const page = found.slice(input.offset, input.offset + input.limit)
    return { total: found.length, rows: page.map((row) => rowOf(db, row.id, today)) }
  }
  const open = found.map((row) => rowOf(db, row.id, today)).filter((row) => row.notSent > 0 || row.oldestDays !== null)
  return { total: open.length, rows: open.slice(input.offset, input.offset + input.limit) }
}

function rowOf(db: ReadableDb, id: string, today: string): Answer['rows'][number] {
  const { document, counts, oldestDays } = reconcile(db, id, today)
  const { expected, sent, acknowledged, notSent } = counts
  return { document, expected, sent, acknowledged, notSent, oldestDays }
}

function sentOrSendable(db: ReadableDb): readonly Row[] {
  return prepared<[], Row>(
    db,
    `SELECT d.id AS id, d.reference AS reference, d.subject AS subject FROM document d
     WHERE d.withdrawn_at IS NULL AND (
       EXISTS (SELECT 1 FROM delivery v WHERE v.document_id = d.id AND v.cancelled_on IS NULL)
       OR d.direction <> 'incoming' AND EXISTS (SELECT 1 FROM recipient_line r WHERE r.document_id = d.id AND r.kind <> 'file-copy'))
     ORDER BY d.issued_on DESC, d.n DESC`
  ).all()
}

function maybeOpen(db: ReadableDb, today: string): readonly Row[] {
  return prepared<[string], Row>(
    db,
    `SELECT d.id AS id, d.reference AS reference, d.subject AS subject FROM document d
     WHERE d.withdrawn_at IS NULL AND (
       d.id IN (SELECT v.document_id FROM delivery v WHERE v.acknowledged_on IS NULL AND v.returned_on IS NULL
                AND v.recalled_on IS NULL AND v.cancelled_on IS NULL)
       OR d.direction <> 'incoming' AND d.issued_on >= ?
         AND EXISTS (SELECT 1 FROM recipient_line r WHERE r.document_id = d.id AND r.kind <> 'file-copy'))
     ORDER BY d.issued_on DESC, d.n DESC`
  ).all(daysBefore(today, RECENT_DAYS))
}
