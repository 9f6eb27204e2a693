import type { BoardState, HandlingRow } from '#contract/operations/handling.ts'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { dayAfter, handlingState, SOON_DAYS } from '#domain/deadline/handling-state.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { bodyNameKey } from '../directory/name-key.ts'
import { prepared } from './db/prepared.ts'
import { handlingRow } from './handling.ts'
import { CASE_COLUMNS, type HandlingCase } from './handling-rows.ts'

type Board = OutputOf<'handling.board'>

/** Cases of papers that stand in the register: a withdrawn paper leaves the board, and comes back when restored. */
const STANDING = 'FROM handling_case c JOIN document d ON d.id = c.document_id WHERE d.withdrawn_at IS NULL'

const WHERE: Readonly<Record<BoardState, string>> = {
  overdue: 'c.done_on IS NULL AND c.due < @today',
  soon: 'c.done_on IS NULL AND c.due BETWEEN @today AND @soon',
  open: 'c.done_on IS NULL AND (c.due IS NULL OR c.due > @soon)',
  done: 'c.done_on IS NOT NULL'
}
/** The most pressing first; of what is done, the newest. */
const ORDER: Readonly<Record<BoardState, string>> = {
  overdue: 'c.due, d.n',
  soon: 'c.due, d.n',
  open: 'c.due IS NULL, c.due, c.assigned_on, d.n',
  done: 'c.done_on DESC, d.n DESC'
}

/** Papers past their deadline: the number beside the rail's entry. */
export function overdueCount(db: ReadableDb, today: string): number {
  return countWhere(db, 'overdue', today)
}

export function handlingBoard(db: ReadableDb, input: InputOf<'handling.board'>, today: string): Board {
  const key = input.unit === null ? null : bodyNameKey(input.unit)
  const words = foldKey(input.text).split(' ').filter(Boolean)
  const cases = prepared<unknown[], HandlingCase>(
    db,
    `SELECT ${CASE_COLUMNS} ${STANDING} AND ${WHERE[input.state]} ORDER BY ${ORDER[input.state]}`
  )
    .all(days(today, input.state))
    .filter((one) => key === null || one.unitKeys.includes(`|${key}|`))
  const found = words.length === 0 ? cases : cases.filter((one) => holds(handlingRow(db, one, today), words))
  return {
    total: found.length,
    counts: {
      overdue: countWhere(db, 'overdue', today),
      soon: countWhere(db, 'soon', today),
      open: countWhere(db, 'open', today),
      done: countWhere(db, 'done', today)
    },
    units: unitsAtWork(db, today),
    rows: found
      .slice(input.offset, input.offset + input.limit)
      .flatMap((one) => handlingRow(db, one, today) ?? [])
  }
}

function countWhere(db: ReadableDb, state: BoardState, today: string): number {
  return (
    prepared<unknown[], { count: number }>(db, `SELECT count(*) AS count ${STANDING} AND ${WHERE[state]}`).get(
      days(today, state)
    )?.count ?? 0
  )
}

/** Only what the condition names may be bound. */
function days(today: string, state: BoardState): Readonly<Record<string, string>> {
  const soon = dayAfter(today, SOON_DAYS)
  switch (state) {
    case 'overdue':
      return { today }
    case 'soon':
      return { today, soon }
    case 'open':
      return { soon }
    case 'done':
      return {}
  }
}

/** Units that lead the work on a paper, with how many are left; those with the most overdue first. */
function unitsAtWork(db: ReadableDb, today: string): Board['units'] {
  const rows = prepared<[], Pick<HandlingCase, 'main' | 'due' | 'doneOn'>>(
    db,
    `SELECT c.main AS main, c.due AS due, c.done_on AS doneOn ${STANDING} AND c.main IS NOT NULL AND c.done_on IS NULL`
  ).all()
  const units = new Map<string, { name: string; open: number; overdue: number }>()
  for (const row of rows) {
    const key = bodyNameKey(row.main ?? '')
    const unit = units.get(key) ?? { name: row.main ?? '', open: 0, overdue: 0 }
    unit.open += 1
    if (handlingState(row, today) === 'overdue') unit.overdue += 1
    units.set(key, unit)
  }
  return [...units.values()].sort((a, b) => b.overdue - a.overdue || a.name.localeCompare(b.name, 'vi'))
}

/** Every word stands in the line: number, author, subject, opinion, units, progress. */
function holds(row: HandlingRow | undefined, words: readonly string[]): boolean {
  if (!row) return false
  const { document } = row
  const text = foldKey(
    [
      document.reference,
      document.arrivalNumber,
      document.issuer,
      document.actingBody,
      document.subject,
      row.opinion,
      row.leader,
      row.main,
      ...row.co,
      row.progress,
      row.reply
    ]
      .filter((value) => value !== null)
      .join(' ')
  )
  return words.every((word) => text.includes(word))
}
