import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { apply } from '#archive/apply/apply.ts'
import type { WritableDb } from '#archive/archive-context.ts'
import { derive } from '#archive/derive/derive.ts'
import type { LedgerEvent, NewEvent } from '#archive/ledger/events.ts'
import { indexDocument, termCounts } from '#archive/search/index-document.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { migrate } from '#archive/store/db/migrate.ts'
import type { DocumentText } from '#domain/text/page-text.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { filedEvent, OFFICE } from './filed-event.ts'
import type { Paper } from './generator.ts'

const BATCH = 1000

/**
 * The database alone, for archives too large to file durably while one waits: the same facts, index and links, applied a
 * thousand at a time without originals, texts, ledger and fsync. Its speed says nothing about filing. `search`: without
 * citations and links.
 */
export function buildIndex(
  folder: string,
  papers: Iterable<Paper>,
  what: 'all' | 'search' = 'all'
): Readonly<{ db: WritableDb; perSecond: number }> {
  mkdirSync(join(folder, 'archive'), { recursive: true })
  const db = openDatabase(join(folder, 'archive', 'archive.db'))
  db.pragma('synchronous = OFF')
  migrate(db)
  const held = new Map<string, DocumentText>()
  const terms = termCounts()
  let seq = 0
  const record = (event: NewEvent) => {
    const made = {
      ...event,
      seq: ++seq,
      at: '2025-07-01T08:00:00.000Z',
      actor: 'Văn thư',
      v: 1,
      prev: '',
      hash: String(seq)
    }
    apply(db, made as LedgerEvent)
    if (what === 'all') derive(db, made as LedgerEvent, { get: (sha256) => held.get(sha256) ?? null }, terms)
  }
  const start = performance.now()
  db.exec('BEGIN')
  record({ kind: 'archive-created', data: { archiveId: 'a_bench', format: 1, office: OFFICE, fondsId: 'f_bench' } })
  for (const paper of papers) {
    const sha256 = String(seq).padStart(64, '0')
    held.clear()
    held.set(sha256, { kind: 'born-digital', pages: splitPages(paper.body) })
    const id = `d_${String(seq).padStart(20, '0')}`
    record(filedEvent(id, paper, sha256, paper.body.length))
    if (what === 'search') indexDocument(db, id, splitPages(paper.body), terms)
    if (seq % BATCH === 0) {
      terms.write(db)
      db.exec('COMMIT; BEGIN')
    }
  }
  terms.write(db)
  db.exec('COMMIT')
  const perSecond = seq / ((performance.now() - start) / 1000)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('synchronous = FULL')
  return { db, perSecond }
}
