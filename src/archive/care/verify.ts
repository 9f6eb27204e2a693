import type { VerifyReport } from '#contract/operations/archive.ts'
import type { JobHandle } from '../archive-context.ts'
import { LEDGER } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import { scanLedger } from '../ledger/scan-ledger.ts'
import { documentCount } from '../open-database.ts'
import { documentLine } from '../store/document-lines.ts'
import { vaultOf } from '../vault/vaults.ts'
import { checkFiles } from './check-files.ts'
import { type CheckRows, checkRows } from './check-rows.ts'
import type { Find } from './finding.ts'

export type Depth = VerifyReport['depth']
export type Finding = VerifyReport['findings'][number]

/** Findings of one kind listed one by one; the rest of a flood is only counted. */
const MOST_LISTED = 500

/**
 * Checks the archive to a depth: quick: the ledger's chain as it lies on the disk, the database's mark and counts;
 * rows: every row against a replay of the ledger in memory, and the search index against the documents; full: every
 * original read and hashed, every text present and whole. Mends nothing. `rows`: where rows are looked at, in this thread unless said otherwise.
 */
export async function verify(
  archive: OpenedArchive,
  depth: Depth,
  job: JobHandle,
  rows: CheckRows = checkRows
): Promise<VerifyReport> {
  const begun = performance.now()
  const findings: Finding[] = []
  const find = (code: string, documentId: string | null, detail: string): void => {
    if (findings.length >= MOST_LISTED) return
    const document = documentId ? (documentLine(archive.db, documentId)?.reference ?? null) : null
    findings.push({ code, document, documentId, detail })
  }
  const { head } = checkChain(archive, find)
  try {
    if (depth !== 'quick') await rows(archive, depth, head, job.signal, find)
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

/** A database so damaged that it cannot be read to the end is damage found, not a failure to look. */
function damageOf(error: unknown): string | null {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(code) ? code : null
}
