import type { VerifyReport } from '#contract/operations/archive.ts'
import type { JobHandle } from '../archive-context.ts'
import { LEDGER } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import { scanLedger } from '../ledger/scan-ledger.ts'
import { documentCount } from '../open-database.ts'
import { checkIndex } from '../search/check-index.ts'
import { documentLine } from '../store/document-lines.ts'
import { vaultOf } from '../vault/vaults.ts'
import { checkFiles } from './check-files.ts'
import { indexDifferences } from './compare-index.ts'
import { differences } from './compare-rows.ts'
import { DERIVED_TABLES, FACT_TABLES } from './fact-tables.ts'
import type { Find } from './finding.ts'
import { replayNow } from './replay.ts'
import { makeReplica } from './replica.ts'

export type Depth = VerifyReport['depth']
export type Finding = VerifyReport['findings'][number]

/** Findings of one kind listed one by one; the rest of a flood is only counted. */
const MOST_LISTED = 500

/**
 * Checks the archive to a depth: quick: the ledger's chain as it lies on the disk, the database's mark and counts;
 * rows: every row against a replay of the ledger in memory, and the search index against the documents; full: every
 * original read and hashed, every text present and whole. Mends nothing.
 */
export async function verify(archive: OpenedArchive, depth: Depth, job: JobHandle): Promise<VerifyReport> {
  const begun = performance.now()
  const findings: Finding[] = []
  const find = (code: string, documentId: string | null, detail: string): void => {
    if (findings.length >= MOST_LISTED) return
    const document = documentId ? (documentLine(archive.db, documentId)?.reference ?? null) : null
    findings.push({ code, document, documentId, detail })
  }
  const { head } = checkChain(archive, find)
  try {
    if (depth !== 'quick') await checkRows(archive, depth, head, job, find)
  } catch (error) {
    const damage = damageOf(error)
    if (damage === null) throw error
    find('row-differs', null, damage)
  }
  const checked = depth === 'full' ? await checkFiles(archive, job, find) : { files: 0, bytes: 0 }
  return {
    depth,
    ok: findings.every((one) => HARMLESS.has(one.code)),
    checked: { events: head, documents: documentCount(archive.db), ...checked },
    findings,
    seconds: (performance.now() - begun) / 1000
  }
}

/** Left by a crash between storing and recording: no damage (reliability.md §0.6). */
const HARMLESS: ReadonlySet<string> = new Set(['orphan-file'])

/** The ledger is read from the disk again: what was whole at opening may have been changed since. */
function checkChain(archive: OpenedArchive, find: Find): { head: number } {
  const known = archive.ledger.head()
  const mark = readMark(archive.db)
  const scan = scanLedger(`${archive.folder}/${LEDGER}`, vaultOf(archive.folder).ledger)
  const { damage, torn, head, filings } = scan
  if (damage) find(damage.code, null, `${damage.file}: ${damage.seq}`)
  else if (torn) find('ledger-line', null, `${torn.name}: ${torn.seq}`)
  else if (head.seq < known.seq) find('ledger-chain', null, `${head.seq} < ${known.seq}`)
  if (mark.seq > head.seq && !damage && !torn) find('database-ahead', null, `${mark.seq} > ${head.seq}`)
  if (mark.seq < Math.min(head.seq, known.seq)) find('database-behind', null, `${mark.seq} < ${known.seq}`)
  if (mark.seq > 0 && mark.seq <= head.seq && scan.hashes[mark.seq - 1] !== mark.hash) {
    find('ledger-differs', null, String(mark.seq))
  }
  const filed = filings.filter((seq) => seq <= mark.seq).length
  const rows = documentCount(archive.db)
  if (!damage && !torn && filed !== rows) find('row-differs', null, `document: ${rows} / ${filed}`)
  return { head: head.seq }
}

/**
 * Every row of the facts against a replay of the ledger; in full also what is derived of them, down to each place of
 * each word in the search index. What SQLite itself notices is said too: it is the least of it (reliability.md §0.2).
 */
async function checkRows(
  archive: OpenedArchive,
  depth: Depth,
  head: number,
  job: JobHandle,
  find: Find
): Promise<void> {
  const { db, ledger, texts } = archive
  const mark = readMark(db).seq
  const idOf = db.prepare<[number], { id: string }>('SELECT id FROM document WHERE n = ?')
  if (mark <= head) {
    const full = depth === 'full' ? texts : null
    const replica = await makeReplica(ledger, { to: mark, texts: full, signal: job.signal, sealed: archive.encrypted })
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

/** A database so damaged that it cannot be read to the end is damage found, not a failure to look. */
function damageOf(error: unknown): string | null {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(code) ? code : null
}
