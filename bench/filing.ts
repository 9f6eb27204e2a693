import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { buildArchive } from './build-archive.ts'
import { ratio, show, time } from './figures.ts'
import { generatePapers, type Paper } from './generator.ts'

/**
 * `npm run bench -- --filing 2000`: papers filed durably, 100 a commit and one by one: originals, texts, ledger, database,
 * index and links; then what reading a text and hashing an original take.
 */
export async function benchFiling(count: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-filing-'))
  const say = (what: string, text: string) => process.stdout.write(`${what.padEnd(64)} ${text}\n`)
  try {
    const papers = [...generatePapers(count, seed)]
    say(`${count} documents, seed ${seed}`, `load of the machine ${loadavg()[0]?.toFixed(1)}`)
    const { archive, bulkPerSecond, single } = await buildArchive(folder, papers)
    say('filing in bulk, 100 a commit', `${bulkPerSecond.toFixed(0)} documents/s`)
    say('one filing on its own, p50 / p95 ms', show(single))
    const read = time(papers.slice(0, 200), (paper) => readDocument(splitPages(paper.body), { today: '2025-07-01' }))
    say('of it reading a text, p50 / p95 ms', show(read))
    compareHashing(archive, papers, say)
    await archive.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compareHashing(archive: OpenedArchive, of: readonly Paper[], say: (what: string, text: string) => void): void {
  const hash = time(of.slice(0, 500), (paper) => createHash('sha256').update(paper.body).digest('hex'))
  const originals = archive.db
    .prepare<[], { sha256: string }>('SELECT sha256 FROM document_file LIMIT 500')
    .all()
    .map(({ sha256 }) => archive.originals.path(sha256))
  const rehash = time(originals, (path) => createHash('sha256').update(readFileSync(path)).digest('hex'))
  say(
    're-hashing an original : hashing the same bytes in memory',
    `${show(rehash)} : ${show(hash)}, ${ratio(rehash, hash)}`
  )
}
