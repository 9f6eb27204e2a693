import type { OutputOf } from '#contract/operations.ts'
import { ANSWERING, ASKING_NOTHING, superiors } from '#domain/lineage/answering.ts'
import type { Level } from '#domain/vocabulary/levels.ts'
import type { ReadableDb } from '../archive-context.ts'
import { answerDays } from './answer-days.ts'
import { prepared } from './db/prepared.ts'
import { untilWritten } from './db/until-written.ts'
import { daysBetween } from './delivery-state.ts'
import { documentLine } from './document-lines.ts'
import { office } from './office.ts'

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')
const SINCE = 'coalesce(d.arrived_on, d.issued_on)'

/**
 * A superior's directive that came in and that nothing answers (C15): no paper of the office, nor of a body of the
 * district, cites it as carried out, neither itself nor the superior's paper that hands it down, and nobody closed its case.
 */
const DIRECTIVE = (levels: readonly Level[]) =>
  `d.withdrawn_at IS NULL AND d.direction = 'incoming' AND d.level IN (${marks(levels)})
   AND coalesce(d.document_type, '') NOT IN (${marks(ASKING_NOTHING)}) AND ${SINCE} <= ?`
const ANSWER = `c.status IN ('linked', 'inferred') AND c.relation IN (${marks(ANSWERING)})`
const OF_OFFICE = `(a.direction <> 'incoming' OR (a.level = ? AND a.level <> 'XA'))`
const UNANSWERED = `NOT EXISTS (SELECT 1 FROM handling_case h WHERE h.document_id = d.id AND h.done_on IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM citation c JOIN document a ON a.id = c.document_id
     WHERE c.target_id = d.id AND ${ANSWER} AND ${OF_OFFICE})
   AND NOT EXISTS (SELECT 1 FROM citation down JOIN document m ON m.id = down.document_id
     JOIN citation c ON c.target_id = m.id JOIN document a ON a.id = c.document_id
     WHERE down.target_id = d.id AND m.level IN ('TW', 'TU') AND m.level <> d.level
       AND ${ANSWER.replaceAll('c.', 'down.')} AND ${ANSWER} AND ${OF_OFFICE})`
const EXCUSED = 'EXISTS (SELECT 1 FROM directive_excuse e WHERE e.document_id = d.id)'

type Asked = Readonly<{ level: Level | null; issuer: string | null; excused: boolean; offset: number; limit: number }>
type Row = Readonly<{ id: string; since: string; issuer: string | null; level: Level | null }>

/** The list of them, the oldest first. */
export function unanswered(db: ReadableDb, asked: Asked, today: string): OutputOf<'worklist.unanswered'> {
  const days = answerDays(db)
  const all = untilWritten(db, `unanswered ${asked.excused} ${today}`, () => rowsOf(db, asked.excused, today, days))
  const issuers = new Map<string, { issuer: string | null; level: Level | null; count: number }>()
  for (const { issuer, level } of all) {
    const key = `${level}\n${issuer ?? ''}`
    const one = issuers.get(key) ?? { issuer, level, count: 0 }
    issuers.set(key, { ...one, count: one.count + 1 })
  }
  const wanted = all.filter(
    (row) =>
      (asked.level === null || row.level === asked.level) && (asked.issuer === null || row.issuer === asked.issuer)
  )
  const excuse = prepared<[string], { reason: string }>(db, 'SELECT reason FROM directive_excuse WHERE document_id = ?')
  return {
    total: wanted.length,
    days,
    rows: wanted.slice(asked.offset, asked.offset + asked.limit).flatMap((row) => {
      const document = documentLine(db, row.id)
      if (!document) return []
      const age = { since: row.since, ageDays: daysBetween(row.since, today) }
      return [{ document, ...age, excuse: excuse.get(row.id)?.reason ?? null }]
    }),
    issuers: [...issuers.values()].sort((a, b) => b.count - a.count || (a.issuer ?? '').localeCompare(b.issuer ?? ''))
  }
}

export function unansweredCount(db: ReadableDb, today: string): number {
  return untilWritten(db, `unanswered false ${today}`, () => rowsOf(db, false, today, answerDays(db))).length
}

/** Days one document waits; null: it does not, or not longer than it may. */
export function unansweredDays(db: ReadableDb, today: string): (id: string) => number | null {
  const { level } = office(db)
  const above = superiors(level)
  if (above.length === 0) return () => null
  const last = dayBefore(today, answerDays(db))
  const statement = prepared<unknown[], { since: string }>(
    db,
    `SELECT ${SINCE} AS since FROM document d
     WHERE d.id = ? AND ${DIRECTIVE(above)} AND ${UNANSWERED} AND NOT ${EXCUSED}`
  )
  return (id) => {
    const row = statement.get(id, ...above, ...ASKING_NOTHING, last, ...answeringGiven(level))
    return row ? daysBetween(row.since, today) : null
  }
}

function rowsOf(db: ReadableDb, excused: boolean, today: string, days: number): readonly Row[] {
  const { level } = office(db)
  const above = superiors(level)
  if (above.length === 0) return []
  const last = excused ? '9999-12-31' : dayBefore(today, days)
  const given = [...above, ...ASKING_NOTHING, last]
  const columns = `SELECT d.id AS id, ${SINCE} AS since, d.issuer AS issuer, d.level AS level FROM document d`
  return excused
    ? prepared<unknown[], Row>(db, `${columns} WHERE ${DIRECTIVE(above)} AND ${EXCUSED} ORDER BY since, d.n`).all(given)
    : prepared<unknown[], Row>(
        db,
        `${columns} WHERE ${DIRECTIVE(above)} AND NOT ${EXCUSED} AND ${UNANSWERED} ORDER BY since, d.n`
      ).all(...given, ...answeringGiven(level))
}

/** What the marks of UNANSWERED stand for, in their order. */
function answeringGiven(level: Level): readonly unknown[] {
  return [...ANSWERING, level, ...ANSWERING, ...ANSWERING, level]
}

/** The last day whose papers have waited more than so many days. */
function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - (days + 1) * 86_400_000).toISOString().slice(0, 10)
}
