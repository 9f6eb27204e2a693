import type { HandlingRow } from '#contract/operations/handling.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { handlingRow } from './handling.ts'
import { CASE_COLUMNS, type HandlingCase } from './handling-rows.ts'
import { registerDay } from './register-day.ts'

/** Incoming papers that were given to somebody, in the order of the register; the day is that of the register. */
export function handledIn(db: ReadableDb, from: string | null, to: string | null, today: string): HandlingRow[] {
  const day = registerDay('incoming')
  return prepared<unknown[], HandlingCase>(
    db,
    `SELECT ${CASE_COLUMNS} FROM handling_case c JOIN document d ON d.id = c.document_id
     WHERE d.withdrawn_at IS NULL AND d.direction = 'incoming'
       AND coalesce(${day}, '') >= coalesce(@from, '') AND coalesce(${day}, '') <= coalesce(@to, '9999-12-31')
     ORDER BY substr(${day}, 1, 4), d.arrival_number IS NULL, d.arrival_number, d.n`
  )
    .all({ from, to })
    .flatMap((one) => handlingRow(db, one, today) ?? [])
}
