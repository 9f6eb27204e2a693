import type { CheckedInputOf } from '#contract/operations.ts'
import type { Direction } from '#contract/schemas.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { handledBy } from './handling-rows.ts'
import { registerDay } from './register-day.ts'
import { compareRows, orderInSql, otherInSql, type RegisterKeys } from './register-order.ts'

export type RegisterQuestion = Readonly<
  Omit<CheckedInputOf<'register.list'>, 'bookId' | 'limit' | 'offset'> & { bookId: string | null }
>

/** Which lines a register lists, in their order: a page of their row numbers, and what the whole counts. */
export type RegisterLines = Readonly<{
  total: number
  withdrawn: number
  unacknowledged: number
  page(offset: number, limit: number): readonly number[]
}>

/** A register's order as it was last asked for: the pages after the first come from it. Of few windows, a few. */
const MOST_KEPT = 4
const kept = new WeakMap<ReadableDb, Map<string, Int32Array>>()

export function registerLines(db: ReadableDb, question: RegisterQuestion): RegisterLines {
  const { direction, sort, descending, group } = question
  const words = foldKey(question.text).split(' ').filter(Boolean)
  const order = orderInSql(direction, sort, descending, group)
  return words.length === 0 ? byIndex(db, question, order) : byReading(db, question, words, order)
}

/** The row number of a line's document. */
export function keysOfLine(
  db: ReadableDb,
  direction: Direction,
  n: number,
  sort: RegisterQuestion['sort'] = 'number'
): RegisterKeys | undefined {
  return prepared<[number], RegisterKeys>(db, `SELECT ${columns(direction, sort)} FROM document d WHERE d.n = ?`).get(n)
}

/** Nơi nhận as the register wants it: everyone the text names but the file copy. */
export function recipientsOf(db: ReadableDb, documentId: string): string {
  return prepared<[string], { text: string }>(
    db,
    `SELECT text FROM recipient_line WHERE document_id = ? AND kind NOT IN ('file-copy', 'as-addressed') ORDER BY list, position`
  )
    .all(documentId)
    .map((line) => line.text)
    .join('; ')
}

/** Đơn vị hoặc người nhận: as registered, else who handles the paper by the newest bút phê. */
export function handlerOf(db: ReadableDb, row: RegisterKeys): string | null {
  return row.handler ?? handledBy(db, row.id)
}

export function registerOfBook(question: RegisterQuestion): Readonly<{ from: string; where: string }> {
  const day = registerDay(question.direction)
  const days = [
    ...(question.from === null ? [] : [`${day} >= @from`]),
    ...(question.to === null ? [] : [`${day} <= @to`])
  ]
  return question.bookId === null
    ? { from: 'document d', where: ['d.direction = @direction', ...days].join(' AND ') }
    : {
        from: 'book_line l JOIN document d ON d.id = l.id',
        where: ["l.book_id = @bookId AND l.kind = 'document'", ...days].join(' AND ')
      }
}

/** The database orders, from an index that holds all it wants to know; names that must be folded are ordered here. */
function byIndex(db: ReadableDb, question: RegisterQuestion, order: string | null): RegisterLines {
  const { from, where } = registerOfBook(question)
  const shown = question.withdrawn ? where : `${where} AND d.withdrawn_at IS NULL`
  const params = paramsOf(question)
  const counts = prepared<unknown[], { all: number; withdrawn: number }>(
    db,
    `SELECT count(*) AS "all", coalesce(sum(d.withdrawn_at IS NOT NULL), 0) AS withdrawn FROM ${from} WHERE ${where}`
  ).get(params)
  const { all, withdrawn } = counts ?? { all: 0, withdrawn: 0 }
  const whole = (): Int32Array => {
    if (order !== null) {
      const sql = `SELECT d.n AS n FROM ${from} WHERE ${shown} ORDER BY ${order}`
      return Int32Array.from(prepared<unknown[], { n: number }>(db, sql).all(params), (row) => row.n)
    }
    const { direction, sort, descending, group } = question
    const sql = `SELECT ${columns(direction, sort)} FROM ${from} WHERE ${shown} ORDER BY d.n`
    const rows = prepared<unknown[], RegisterKeys>(db, sql).all(params)
    return Int32Array.from(rows.sort(compareRows(direction, sort, descending, group)), (row) => row.n)
  }
  return {
    total: question.withdrawn ? all : all - withdrawn,
    withdrawn,
    unacknowledged: openDeliveries(db, question),
    page(offset, limit) {
      const key = orderKey(db, question)
      const known = key === null ? undefined : kept.get(db)?.get(key)
      if (known) return [...known.subarray(offset, offset + limit)]
      if (order !== null && (key === null || offset === 0)) {
        const sql = `SELECT d.n AS n FROM ${from} WHERE ${shown} ORDER BY ${order} LIMIT @limit OFFSET @offset`
        return prepared<unknown[], { n: number }>(db, sql)
          .all({ ...params, limit, offset })
          .map((row) => row.n)
      }
      const found = whole()
      if (key !== null) keep(db, key, found)
      return [...found.subarray(offset, offset + limit)]
    }
  }
}

/** Every line is read for the words it holds. */
function byReading(
  db: ReadableDb,
  question: RegisterQuestion,
  words: readonly string[],
  order: string | null
): RegisterLines {
  const { direction, sort, descending, group } = question
  const { from, where } = registerOfBook(question)
  const found = prepared<unknown[], Seen>(
    db,
    `SELECT d.n AS n, d.id AS id, d.withdrawn_at IS NOT NULL AS withdrawn, d.revision AS revision
     FROM ${from} WHERE ${where} ORDER BY ${order ?? 'd.n'}`
  )
    .all(paramsOf(question))
    .filter(finder(db, words))
  const shown = question.withdrawn ? found : found.filter((row) => row.withdrawn === 0)
  const listed =
    order === null
      ? shown
          .flatMap(({ n }) => keysOfLine(db, direction, n, sort) ?? [])
          .sort(compareRows(direction, sort, descending, group))
      : shown
  const open = openByDocument(db)
  return {
    total: listed.length,
    withdrawn: found.reduce((sum, row) => sum + row.withdrawn, 0),
    unacknowledged: listed.reduce((sum, row) => sum + (row.withdrawn === 0 ? (open.get(row.id) ?? 0) : 0), 0),
    page: (offset, limit) => listed.slice(offset, offset + limit).map((row) => row.n)
  }
}

type Seen = Readonly<{ n: number; id: string; revision: number; withdrawn: number }>

/** What a line says, folded, as it was when last looked for; a later revision is folded anew. */
type Folded = Readonly<{ revision: number; text: string; handler: boolean }>
const foldedLines = new WeakMap<ReadableDb, Map<number, Folded>>()

/** Every word stands in the line: number, author, subject, handler, signer or a recipient. */
function finder(db: ReadableDb, words: readonly string[]): (line: Seen) => boolean {
  const known = foldedLines.get(db) ?? new Map<number, Folded>()
  foldedLines.set(db, known)
  const handled = handledNow(db)
  return ({ n, id, revision }) => {
    let folded = known.get(n)
    if (folded?.revision !== revision) {
      folded = lineText(db, n, id, revision)
      known.set(n, folded)
    }
    const { text, handler } = folded
    const left = words.filter((word) => !text.includes(word))
    if (left.length === 0) return true
    const handling = handler || !handled.has(id) ? '' : foldKey(handledBy(db, id) ?? '')
    return left.every((word) => handling.includes(word))
  }
}

/** Papers with a bút phê: few of many. */
function handledNow(db: ReadableDb): ReadonlySet<string> {
  const rows = prepared<[], { id: string }>(db, 'SELECT DISTINCT document_id AS id FROM handling').all()
  return new Set(rows.map((row) => row.id))
}

function lineText(db: ReadableDb, n: number, id: string, revision: number): Folded {
  const row = prepared<[number], { text: string; handler: number }>(
    db,
    `SELECT concat_ws(' ', reference, issuer, acting_body, subject, handler, signer, arrival_number) AS text,
       handler IS NOT NULL AS handler FROM document WHERE n = ?`
  ).get(n)
  // A word of the line is not to begin in the one and end in the other.
  const text = `${foldKey(row?.text ?? '')}\n${foldKey(recipientsOf(db, id))}`
  return { revision, text, handler: row?.handler === 1 }
}

function columns(direction: Direction, sort: RegisterQuestion['sort']): string {
  return `d.id AS id, ${registerDay(direction)} AS day, d.number AS number, d.suffix AS suffix, d.reference AS reference,
    d.reference_key AS referenceKey, d.issued_on AS issuedOn, d.arrived_on AS arrivedOn,
    d.arrival_number AS arrivalNumber, d.issuer AS issuer, d.acting_body AS actingBody, d.issuer_key AS issuerKey,
    d.document_type AS documentType, d.subject AS subject, d.handler AS handler, d.signer AS signer,
    ${otherInSql(sort)} AS other, d.withdrawn_at IS NOT NULL AS withdrawn, d.n AS n`
}

export function paramsOf(question: RegisterQuestion): Record<string, string | null> {
  const { direction, bookId, from, to } = question
  return {
    ...(bookId === null ? { direction } : { bookId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to })
  }
}

const OPEN = 'v.acknowledged_on IS NULL AND v.returned_on IS NULL AND v.recalled_on IS NULL AND v.cancelled_on IS NULL'

/** Open deliveries of the lines listed, told from the deliveries: there are few of them. */
function openDeliveries(db: ReadableDb, question: RegisterQuestion): number {
  const day = registerDay(question.direction)
  const wanted = [
    question.bookId === null
      ? 'd.direction = @direction'
      : "EXISTS (SELECT 1 FROM book_line l WHERE l.id = d.id AND l.book_id = @bookId AND l.kind = 'document')",
    ...(question.from === null ? [] : [`${day} >= @from`]),
    ...(question.to === null ? [] : [`${day} <= @to`])
  ]
  return (
    prepared<unknown[], { count: number }>(
      db,
      `SELECT count(*) AS count FROM delivery v CROSS JOIN document d ON d.id = v.document_id
       WHERE ${OPEN} AND d.withdrawn_at IS NULL AND ${wanted.join(' AND ')}`
    ).get(paramsOf(question))?.count ?? 0
  )
}

function openByDocument(db: ReadableDb): ReadonlyMap<string, number> {
  const rows = prepared<[], { id: string; count: number }>(
    db,
    `SELECT v.document_id AS id, count(*) AS count FROM delivery v WHERE ${OPEN} GROUP BY v.document_id`
  ).all()
  return new Map(rows.map((row) => [row.id, row.count]))
}

/** The question and the last fact it was answered after; null where nothing tells of new facts. */
function orderKey(db: ReadableDb, question: RegisterQuestion): string | null {
  const seq = prepared<[], { value: string }>(db, "SELECT value FROM meta WHERE key = 'ledger_seq'").get()?.value
  const { direction, bookId, from, to, sort, descending, group, withdrawn } = question
  return seq === undefined ? null : [seq, direction, bookId, from, to, sort, descending, group, withdrawn].join('\n')
}

function keep(db: ReadableDb, key: string, order: Int32Array): void {
  const orders = kept.get(db) ?? new Map<string, Int32Array>()
  kept.set(db, orders)
  orders.set(key, order)
  for (const oldest of orders.keys()) {
    if (orders.size <= MOST_KEPT) break
    orders.delete(oldest)
  }
}
