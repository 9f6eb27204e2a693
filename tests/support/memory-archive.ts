import { createHash } from 'node:crypto'
import { apply } from '#archive/apply/apply.ts'
import type { WritableDb } from '#archive/archive-context.ts'
import { derive } from '#archive/derive/derive.ts'
import type { LedgerEvent, NewEvent } from '#archive/ledger/events.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { migrate } from '#archive/store/db/migrate.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { DocumentFile, DocumentForm } from '#contract/schemas.ts'
import { type DocumentText, splitPages, type TextKind } from '#domain/text/page-text.ts'
import { formOf } from './temp-archive.ts'

/** A database in memory with the facts and what follows from them, without files, ledger and lock. */
export type MemoryArchive = Readonly<{
  db: WritableDb
  events: readonly LedgerEvent[]
  texts: Readonly<{ get(sha256: string): DocumentText | null }>
  record(event: NewEvent, at?: string): LedgerEvent
  /** Files a document of this text (none: a paper without a file). Gives its id. */
  file(id: string, fields: Partial<DocumentForm>, text?: string | null, kind?: TextKind): string
}>

export function memoryArchive(office: Office): MemoryArchive {
  const db = openDatabase(':memory:')
  migrate(db)
  const events: LedgerEvent[] = []
  const held = new Map<string, DocumentText>()
  const texts = { get: (sha256: string) => held.get(sha256) ?? null }
  const record = (event: NewEvent, at = '2026-01-15T08:00:00.000Z'): LedgerEvent => {
    const seq = events.length + 1
    const made = { ...event, seq, at, actor: 'Văn thư', v: 1, prev: '', hash: String(seq) } as LedgerEvent
    db.transaction(() => {
      apply(db, made)
      derive(db, made, texts)
    })()
    events.push(made)
    return made
  }
  record({ kind: 'archive-created', data: { archiveId: 'a_test', format: 1, office, fondsId: 'f_test' } })
  return {
    db,
    events,
    texts,
    record,
    file(id, fields, text = null, kind = 'born-digital') {
      const files = text === null ? [] : [fileOf(held, id, text, kind)]
      record({ kind: 'document-filed', data: { documentId: id, form: formOf(fields), files, reviewed: true } })
      return id
    }
  }
}

/** The same facts in a new database: what a rebuild makes. */
export function replayed(archive: MemoryArchive): WritableDb {
  const db = openDatabase(':memory:')
  migrate(db)
  for (const event of archive.events) {
    apply(db, event)
    derive(db, event, archive.texts)
  }
  return db
}

/** Every row of every table, in a steady order: two databases with the same dump hold the same. */
export function dump(db: WritableDb, except: readonly string[] = []): Readonly<Record<string, readonly unknown[]>> {
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'fm%' AND name NOT LIKE 'fb%' ORDER BY name"
    )
    .all()
  return Object.fromEntries(
    tables
      .filter(({ name }) => !except.includes(name))
      .map(({ name }) => [
        name,
        db
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort()
      ])
  )
}

function fileOf(held: Map<string, DocumentText>, id: string, text: string, kind: TextKind): DocumentFile {
  const sha256 = createHash('sha256').update(`${id}\n${text}`).digest('hex') as DocumentFile['sha256']
  held.set(sha256, { kind, pages: splitPages(text.normalize('NFC')) })
  return {
    sha256,
    role: 'main',
    name: `${id}.txt`,
    mediaType: 'text/plain',
    bytes: text.length,
    pages: 1,
    textKind: kind
  }
}
