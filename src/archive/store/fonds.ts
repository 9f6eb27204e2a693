import type { BodyId, FondsId } from '#contract/ids.ts'
import type { Fonds } from '#contract/operations/books.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

type Row = Readonly<{
  id: FondsId
  name: string
  own: number
  closedOn: string | null
  closedAt: string | null
  closedBy: string | null
  decision: string | null
  successorId: BodyId | null
  successor: string | null
  note: string | null
}>

const COLUMNS = `id, name, own, closed_on AS closedOn, closed_at AS closedAt, closed_by AS closedBy, decision,
  successor_id AS successorId, successor, note`

/** How a fonds ended; null while its body goes on. `null` names the office's own. */
export function closedFonds(db: ReadableDb, fondsId: string | null): Fonds['closed'] {
  const row = prepared<unknown[], Row>(
    db,
    `SELECT ${COLUMNS} FROM fonds WHERE closed_on IS NOT NULL AND (id = ? OR (? IS NULL AND own = 1))`
  ).get(fondsId, fondsId)
  return row ? closedOf(row) : null
}

export function listFonds(db: ReadableDb): Fonds[] {
  const { total, named } = counts(db)
  return prepared<[], Row>(db, `SELECT ${COLUMNS} FROM fonds ORDER BY own DESC, name, id`)
    .all()
    .map((row) => {
      const mine = named.get(row.id) ?? 0
      const others = [...named.entries()].reduce((sum, [id, count]) => sum + (id === row.id ? 0 : count), 0)
      const documents = row.own === 1 ? total - others : mine
      return { id: row.id, name: row.name, own: row.own === 1, documents, closed: closedOf(row) }
    })
}

export function fondsOf(db: ReadableDb, id: string): Fonds | undefined {
  return listFonds(db).find((one) => one.id === id)
}

/** Documents that stand, all and by the fonds they name. */
function counts(db: ReadableDb): Readonly<{ total: number; named: ReadonlyMap<string, number> }> {
  const rows = prepared<[], { id: string | null; count: number }>(
    db,
    'SELECT fonds_id AS id, count(*) AS count FROM document WHERE withdrawn_at IS NULL GROUP BY 1'
  ).all()
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    named: new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row.count]])))
  }
}

function closedOf(row: Row): Fonds['closed'] {
  if (row.closedOn === null) return null
  return {
    on: row.closedOn,
    at: row.closedAt ?? '',
    by: row.closedBy ?? '',
    decision: row.decision ?? '',
    successorId: row.successorId,
    successor: row.successor ?? '',
    note: row.note
  }
}
