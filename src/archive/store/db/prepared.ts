import type { Statement } from 'better-sqlite3'
import type { ReadableDb } from '../../archive-context.ts'

const kept = new WeakMap<ReadableDb, Map<string, Statement<unknown[], unknown>>>()

/** The prepared statement of a fixed text, made once for each connection: bulk filing runs the same dozen over and over. */
export function prepared<Params extends unknown[], Row = unknown>(db: ReadableDb, sql: string): Statement<Params, Row> {
  let statements = kept.get(db)
  if (!statements) {
    statements = new Map()
    kept.set(db, statements)
  }
  let statement = statements.get(sql)
  if (!statement) {
    statement = db.prepare<unknown[], unknown>(sql)
    statements.set(sql, statement)
  }
  return statement as Statement<Params, Row>
}
