import type { VerifyReport } from '#contract/operations/archive.ts'
import type { JobHandle } from '../archive-context.ts'
import { LEDGER } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import { scanLedger } from '../ledger/scan-ledger.ts'
import { documentCount } from '../open-database.ts'
import { checkIndex } from '../search/check-index.ts'
import { documentLine } from '../store/document-lines.ts'
import { differences, factsInMemory } from './compare-rows.ts'
import { checkFiles } from './check-files.ts'
import { replayNow } from './replay.ts'

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
  if (depth !== 'quick') await checkRows(archive, head, job, find)
  const checked =
    depth === 'full'
      ? await checkFiles(archive, job, find)
      : { files: 0, bytes: 0 }
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

export type Find = (code: string, documentId: string | null, detail: string) => void

/** The ledger is read from the disk again: what was whole at opening may have been changed since. */
function checkChain(archive: OpenedArchive, find: Find): { head: number } {
  const known = archive.ledger.head()
  const mark = readMark(archive.db)
  const scan = scanLedger(`${archive.folder}/${LEDGER}`)
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

async function checkRows(archive: OpenedArchive, head: number, job: JobHandle, find: Find): Promise<void> {
  const mark = readMark(archive.db).seq
  if (mark <= head) {
    const facts = await factsInMemory(archive.ledger, mark, job.signal)
    try {
      // A filing that came in meanwhile moves the mark: the facts are taken on to where the database is now.
      if (readMark(archive.db).seq > mark) replayNow(facts, archive.ledger, null)
      for (const one of differences(archive.db, facts)) {
        find('row-differs', one.documentId, `${one.table} ${one.key}: ${one.what}`)
      }
    } finally {
      facts.close()
    }
  }
  const check = checkIndex(archive.db)
  const idOf = archive.db.prepare<[number], { id: string }>('SELECT id FROM document WHERE n = ?')
  for (const n of check.differing) find('index-differs', idOf.get(n)?.id ?? null, String(n))
  for (const row of archive.db.pragma('quick_check(20)') as { quick_check: string }[]) {
    if (row.quick_check !== 'ok') find('row-differs', null, row.quick_check.slice(0, 200))
  }
}
