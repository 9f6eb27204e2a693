import type { BoardState } from '#contract/operations/handling.ts'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { BOARD_STATES, dayAfter, handlingState, SOON_DAYS } from '#domain/deadline/handling-state.ts'
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
  return (
    prepared<unknown[], { count: number }>(db, `SELECT count(*) AS count ${STANDING} AND ${WHERE.overdue}`).get({
      today
    })?.count ?? 0
  )
}

export function handlingBoard(db: ReadableDb, input: InputOf<'handling.board'>, today: string): Board {
  const counts = countsOn(db, today)
  const units = unitsAtWork(db, today)
  const rows = (cases: readonly HandlingCase[]) => cases.flatMap((one) => handlingRow(db, one, today) ?? [])
  if (input.unit === null && foldKey(input.text) === '') {
    return { total: counts[input.state] ?? 0, counts, units, rows: rows(pageOf(db, input, today)) }
  }
  const found = casesOn(db, input, today)
  return { total: found.length, counts, units, rows: rows(found.slice(input.offset, input.offset + input.limit)) }
}

/** Without a filter only the lines asked for are read. */
function pageOf(db: ReadableDb, input: InputOf<'handling.board'>, today: string): readonly HandlingCase[] {
  return prepared<unknown[], HandlingCase>(
    db,
    `SELECT ${CASE_COLUMNS} ${STANDING} AND ${WHERE[input.state]} ORDER BY ${ORDER[input.state]} LIMIT @limit OFFSET @offset`
  ).all({ ...days(today, input.state), limit: input.limit, offset: input.offset })
}

/** What the filter looks at beside the words of the handling. */
type Found = HandlingCase &
  Readonly<{
    words: string
    reference: string | null
    arrivalNumber: number | null
    issuer: string | null
    actingBody: string | null
    subject: string | null
    reply: string | null
  }>

function casesOn(db: ReadableDb, input: InputOf<'handling.board'>, today: string): readonly HandlingCase[] {
  const key = input.unit === null ? null : bodyNameKey(input.unit)
  const words = foldKey(input.text).split(' ').filter(Boolean)
  const found = prepared<unknown[], Found>(
    db,
    `SELECT ${CASE_COLUMNS}, c.words AS words, d.reference AS reference, d.arrival_number AS arrivalNumber,
       d.issuer AS issuer, d.acting_body AS actingBody, d.subject AS subject, reply.reference AS reply
     FROM handling_case c JOIN document d ON d.id = c.document_id
     LEFT JOIN handling_result r ON r.document_id = c.document_id LEFT JOIN document reply ON reply.id = r.reply_id
     WHERE d.withdrawn_at IS NULL AND ${WHERE[input.state]} ORDER BY ${ORDER[input.state]}`
  ).all(days(today, input.state))
  return found.filter((one) => (key === null || one.unitKeys.includes(`|${key}|`)) && holds(one, words))
}

/** Every word stands in the line: number, author, subject, opinion, units, progress, reply. */
function holds(one: Found, words: readonly string[]): boolean {
  const left = words.filter((word) => !one.words.includes(word))
  if (left.length === 0) return true
  const own = foldKey(
    [one.reference, one.arrivalNumber, one.issuer, one.actingBody, one.subject, one.reply]
      .filter((value) => value !== null)
      .join(' ')
  )
  return left.every((word) => own.includes(word))
}

function countsOn(db: ReadableDb, today: string): Board['counts'] {
  const soon = dayAfter(today, SOON_DAYS)
  const sums = BOARD_STATES.map((state) => `coalesce(sum(${WHERE[state]}), 0) AS ${state}`).join(', ')
  const none = { overdue: 0, soon: 0, open: 0, done: 0 }
  return prepared<unknown[], Board['counts']>(db, `SELECT ${sums} ${STANDING}`).get({ today, soon }) ?? none
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
