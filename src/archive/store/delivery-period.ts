import type { Light, PeriodMatter, PeriodReconciliation, PeriodRow } from '#contract/operations/delivery-care.ts'
import type { ReconciliationRow } from '#contract/operations/distribution.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { office } from './office.ts'
import { reconcile } from './reconciliation.ts'

type Asked = CheckedInputOf<'delivery.period'>
type Found = Readonly<{ id: string; reference: string | null; subject: string | null }>

const COUNTED = ['expected', 'sent', 'acknowledged', 'notSent', 'unacknowledged', 'extra', 'unknown'] as const
const GRAVITY: Readonly<Record<Light, number>> = { red: 0, amber: 1, green: 2 }

/**
 * The texts of a period against the log (D03): what is named and not sent, sent and not named, not signed for, with age.
 * Outgoing papers by their day, incoming ones by the day they arrived. The worst first, then the oldest.
 */
export function reconcilePeriod(db: ReadableDb, asked: Asked, today: string): PeriodReconciliation {
  const limit = office(db).acknowledgeDays
  const all = documentsOf(db, asked)
    .map((found) => periodRow(db, found.id, asked, limit, today))
    .filter((row) => row.expected + row.extra + row.unknown > 0)
  const lights = { red: 0, amber: 0, green: 0 }
  const counts = { expected: 0, sent: 0, acknowledged: 0, notSent: 0, unacknowledged: 0, extra: 0, unknown: 0 }
  for (const row of all) {
    lights[row.light]++
    for (const name of COUNTED) counts[name] += row[name]
  }
  const rows = all.filter((row) => {
    if (asked.only !== 'all' || asked.openOnly) return row.matters.length > 0
    return asked.bodyId === null || row.matters.length > 0
  })
  rows.sort((a, b) => GRAVITY[a.light] - GRAVITY[b.light] || (b.oldestDays ?? -1) - (a.oldestDays ?? -1))
  return { documents: all.length, lights, counts, rows }
}

/** The same of one paper. */
export function documentMatters(db: ReadableDb, documentId: string, today: string): PeriodRow {
  return periodRow(db, documentId, { only: 'all', bodyId: null }, office(db).acknowledgeDays, today)
}

function periodRow(
  db: ReadableDb,
  id: string,
  asked: Pick<Asked, 'only' | 'bodyId'>,
  limit: number,
  today: string
): PeriodRow {
  const { document, rows, counts, oldestDays } = reconcile(db, id, today)
  const matters = rows.flatMap((row): PeriodRow['matters'] => {
    const matter = matterOf(row)
    return matter === null ? [] : [{ matter, light: lightOf(matter, row, limit), row }]
  })
  const light = matters.reduce<Light>(
    (worst, one) => (GRAVITY[one.light] < GRAVITY[worst] ? one.light : worst),
    'green'
  )
  const { expected, sent, acknowledged, notSent, unacknowledged, extra, unknown } = counts
  return {
    document,
    light,
    expected,
    sent,
    acknowledged,
    notSent,
    unacknowledged,
    extra,
    unknown,
    oldestDays,
    matters: matters.filter(
      ({ matter, row }) =>
        (asked.only === 'all' || asked.only === matter) && (asked.bodyId === null || row.bodyId === asked.bodyId)
    )
  }
}

/** What about a row wants a person; null: nothing. A delivery nobody was named for is looked at, signed or not. */
function matterOf(row: ReconciliationRow): PeriodMatter | null {
  if (row.source === 'unknown') return 'unknown'
  if (row.source === 'extra') return 'extra'
  if (row.state === 'not-sent') return 'not-sent'
  return row.state === 'sent' || row.state === 'received' ? 'unacknowledged' : null
}

function lightOf(matter: PeriodMatter, row: ReconciliationRow, limit: number): Light {
  if (matter === 'not-sent') return 'red'
  return matter === 'unacknowledged' && (row.ageDays ?? 0) > limit ? 'red' : 'amber'
}

function documentsOf(db: ReadableDb, asked: Asked): readonly Found[] {
  const words = foldKey(asked.text).split(' ').filter(Boolean)
  const day = asked.direction === 'incoming' ? 'coalesce(d.arrived_on, d.issued_on)' : 'd.issued_on'
  return prepared<unknown[], Found>(
    db,
    `SELECT d.id AS id, d.reference AS reference, d.subject AS subject FROM document d
     WHERE d.withdrawn_at IS NULL AND d.direction = ? AND ${day} >= ? AND ${day} <= ? ORDER BY ${day} DESC, d.n DESC`
  )
    .all(asked.direction, asked.from ?? '', asked.to ?? '9999-12-31')
    .filter((row) => {
      const key = foldKey(`${row.reference ?? ''} ${row.subject ?? ''}`)
      return words.every((word) => key.includes(word))
    })
}
