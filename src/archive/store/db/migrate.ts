import { OperationError } from '#contract/failures.ts'
import type { WritableDb } from '../../archive-context.ts'
import { MIGRATIONS } from './migrations/migrations.ts'

/** "VKho" in ASCII: tells a file of ours from any other SQLite file. */
export const APPLICATION_ID = 0x564b686f

export function schemaOf(db: WritableDb): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** The schema this program brings a database to. */
export const NEWEST_SCHEMA = MIGRATIONS.at(-1)?.number ?? 0

/** Brings the schema up to date, one transaction a step. Refuses a database of a newer program. */
export function migrate(db: WritableDb): void {
  const at = schemaOf(db)
  if (at > NEWEST_SCHEMA) throw new OperationError('archive-newer', { schema: at })
  for (const migration of MIGRATIONS) {
    if (migration.number <= at) continue
    db.transaction(() => {
      migration.up(db)
      db.pragma(`user_version = ${migration.number}`)
    }).immediate()
  }
  db.pragma(`application_id = ${APPLICATION_ID}`)
}

/** The whole schema as text, in a steady order: compared with the committed `schema.sql`. */
export function schemaText(db: WritableDb): string {
  const rows = db
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'fm\\_%' ESCAPE '\\' AND name NOT LIKE 'fb\\_%' ESCAPE '\\' ORDER BY name"
    )
    .all()
  return `-- Made by running every migration; kept for reading and compared in a test.\n${rows.map((row) => `${row.sql};\n`).join('')}`
}
