import type { ReadableDb } from '../archive-context.ts'
import { FACT_TABLES } from '../care/fact-tables.ts'

export const EXPORT_KIND = 'van-kho-export'
export const EXPORT_FORMAT = 1

export type ExportHead = Readonly<{
  archiveId: string
  archiveFormat: number
  createdAt: string
  ledger: Readonly<{ seq: number; hash: string }>
  /** Originals that were missing or changed in the archive itself. */
  missing: readonly string[]
}>

const ROWS_A_PIECE = 200

/**
 * `kho.json`: every fact, row by row in the order of the keys, so that two exports at one line of the ledger are the same
 * bytes. Begins with what it is on a line of its own.
 */
export function* factsJson(db: ReadableDb, head: ExportHead): Generator<string, void, undefined> {
  yield `{"head":${JSON.stringify({ kind: EXPORT_KIND, format: EXPORT_FORMAT, ...head })},\n"tables":{`
  for (const [index, table] of FACT_TABLES.entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(table)}:[`
    let piece: string[] = []
    let first = true
    for (const row of rowsInOrder(db, table)) {
      piece.push(`${first ? '' : ','}\n${JSON.stringify(row)}`)
      first = false
      if (piece.length < ROWS_A_PIECE) continue
      yield piece.join('')
      piece = []
    }
    yield `${piece.join('')}]`
  }
  yield '\n}}\n'
}

function rowsInOrder(db: ReadableDb, table: string): IterableIterator<unknown> {
  const key = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map(({ name }) => `"${name}"`)
  return db.prepare(`SELECT * FROM "${table}" ORDER BY ${key.join(', ')}`).iterate()
}
