import type { OpenedArchive } from '../archive-session.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import { checkIndex } from '../search/check-index.ts'
import { indexDifferences } from './compare-index.ts'
import { differences } from './compare-rows.ts'
import { DERIVED_TABLES, FACT_TABLES } from './fact-tables.ts'
import type { Find } from './finding.ts'
import { replayNow } from './replay.ts'
import { makeReplica } from './replica.ts'

/** `head`: the last line of the ledger as it lies on the disk. */
export type CheckRows = (
  parts: RowParts,
  depth: 'rows' | 'full',
  head: number,
  signal: AbortSignal,
  find: Find
) => Promise<void>

/** What of an archive is looked at. */
export type RowParts = Pick<OpenedArchive, 'folder' | 'db' | 'ledger' | 'texts' | 'encrypted'>

/**
 * Every row of the facts against a replay of the ledger; in full also what is derived of them, down to each place of
 * each word in the search index. What SQLite itself notices is said too: it is the least of it (reliability.md §0.2).
 */
export const checkRows: CheckRows = async (parts, depth, head, signal, find) => {
  const { db, ledger, texts } = parts
  const mark = readMark(db).seq
  const idOf = db.prepare<[number], { id: string }>('SELECT id FROM document WHERE n = ?')
  if (mark <= head) {
    const full = depth === 'full' ? texts : null
    const replica = await makeReplica(ledger, { to: mark, texts: full, signal, sealed: parts.encrypted })
    try {
      // A filing that came in meanwhile moved the mark: the replica is taken on to where the database is now.
      if (readMark(db).seq > mark) replayNow(replica.db, ledger, full)
      const tables = full ? [...FACT_TABLES, ...DERIVED_TABLES] : FACT_TABLES
      for (const one of differences(db, replica.db, tables)) {
        find('row-differs', one.documentId, `${one.table} ${one.key}: ${one.what}`)
      }
      if (full)
        for (const n of indexDifferences(db, replica.db)) find('index-differs', idOf.get(n)?.id ?? null, String(n))
    } finally {
      replica.close()
    }
  }
  for (const n of checkIndex(db).differing) find('index-differs', idOf.get(n)?.id ?? null, String(n))
  // In full also whether each index says what its table says: a row read through an index may hide what its table holds.
  const checks = db
    .prepare<[], string>(`PRAGMA ${depth === 'full' ? 'integrity_check' : 'quick_check'}(20)`)
    .pluck()
    .all()
  for (const said of checks) if (said !== 'ok') find('row-differs', null, said.slice(0, 200))
}
