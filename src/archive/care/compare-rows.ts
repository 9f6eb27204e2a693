import type { ReadableDb } from '../archive-context.ts'
import { FACT_TABLES } from './fact-tables.ts'

export type RowDifference = Readonly<{
  table: string
  key: string
  documentId: string | null
  what: 'differs' | 'missing' | 'extra'
}>

type Row = Readonly<Record<string, unknown>>

/**
 * Columns compared where not all are. `term.df` counts how often a term was indexed: a scan whose letters were read
 * after it was filed was indexed once more than a replay does, which finds the text in its place from the first.
 */
const COLUMNS: Readonly<Record<string, string>> = { term: 'term' }

/** Every row of the tables, the one database against the other. */
export function* differences(
  live: ReadableDb,
  expected: ReadableDb,
  tables: readonly string[] = FACT_TABLES
): Generator<RowDifference> {
  for (const table of tables) {
    const key = primaryKey(expected, table)
    const sql = `SELECT ${COLUMNS[table] ?? '*'} FROM ${table} ORDER BY ${key.map((name) => `"${name}"`).join(', ')}`
    // Both before either is read: a damaged database refuses here, and the other must not be left with a query open.
    const [wanted, found] = [expected.prepare<[], Row>(sql), live.prepare<[], Row>(sql)]
    yield* merge(table, key, wanted.iterate(), found.iterate())
  }
}

function* merge(
  table: string,
  key: readonly string[],
  expected: IterableIterator<Row>,
  found: IterableIterator<Row>
): Generator<RowDifference> {
  try {
    let left = expected.next()
    let right = found.next()
    while (!left.done || !right.done) {
      const order = left.done ? 1 : right.done ? -1 : compareKeys(key, left.value, right.value)
      if (order < 0) yield difference(table, key, left.value, 'missing')
      else if (order > 0) yield difference(table, key, right.value, 'extra')
      else if (JSON.stringify(left.value) !== JSON.stringify(right.value)) {
        yield difference(table, key, left.value, 'differs')
      }
      if (order <= 0) left = expected.next()
      if (order >= 0) right = found.next()
    }
  } finally {
    // A page that cannot be read ends one of them; a connection with the other still open takes no more commands.
    expected.return?.()
    found.return?.()
  }
}

function difference(table: string, key: readonly string[], row: Row, what: RowDifference['what']): RowDifference {
  const documentId = table === 'document' ? row.id : row.document_id
  return {
    table,
    key: key.map((name) => String(row[name])).join(' '),
    documentId: typeof documentId === 'string' ? documentId : null,
    what
  }
}

/** As SQLite orders them: by bytes for text, numbers before text. */
function compareKeys(key: readonly string[], a: Row, b: Row): number {
  for (const name of key) {
    const left = a[name]
    const right = b[name]
    if (left === right) continue
    if (typeof left === 'number' && typeof right === 'number') return left - right
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1
    return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)))
  }
  return 0
}

function primaryKey(db: ReadableDb, table: string): readonly string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map((row) => row.name)
}
