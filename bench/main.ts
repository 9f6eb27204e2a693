/**
 * `npm run bench -- [--documents 2000] [--seed 1] [--json]`: speed of filing, search, lineage and cold start on a generated
 * archive, each beside a baseline of the same run. Ratios travel between machines, milliseconds do not.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeReaders } from '#archive/read/read-file.ts'
import { searchFast, searchFull } from '#archive/search/answer.ts'
import { traceLineage } from '#archive/store/lineage.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { SearchRequest } from '#contract/operations/search.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { type Baseline, plainFts5, registerMiniSearch } from './baselines.ts'
import { buildArchive } from './build-archive.ts'
import { coldStart } from './cold-start.ts'
import { type Figures, ratio, show, time } from './figures.ts'
import { generatePapers } from './generator.ts'
import { makeQueries } from './queries.ts'
import { seeded } from './random.ts'

const RECURSIVE = `
  WITH RECURSIVE up(id, depth) AS (
    SELECT ?, 0 UNION SELECT c.target_id, up.depth + 1 FROM up JOIN citation c ON c.document_id = up.id
    WHERE c.target_id IS NOT NULL AND up.depth < 6
  ) SELECT id, min(depth) FROM up GROUP BY id LIMIT 1000`

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false }
  }
})
const count = Number(values.documents)
const random = seeded(Number(values.seed) + 1)
const papers = [...generatePapers(count, Number(values.seed))]
const folder = mkdtempSync(join(tmpdir(), 'vankho-bench-'))
const rows: Row[] = []

type Row = Readonly<{ what: string; ours: string; baseline: string; ratio: string }>

try {
  const fts5 = plainFts5(join(folder, 'plain.db'), papers)
  const mini = registerMiniSearch(papers)
  const built = await buildArchive(folder, papers)
  const { archive } = built
  const perSecond = (rate: number) => `${rate.toFixed(0)} documents/s`
  for (const baseline of [fts5, mini]) {
    rows.push({
      what: `filing in bulk, 100 a commit | ${baseline.name}`,
      ours: perSecond(built.bulkPerSecond),
      baseline: perSecond(baseline.documentsPerSecond),
      ratio: `${(built.bulkPerSecond / baseline.documentsPerSecond).toFixed(3)}×`
    })
  }
  rows.push({ what: 'one filing on its own, p50 / p95 ms', ours: show(built.single), baseline: '', ratio: '' })

  const request = (query: string): SearchRequest => ({
    query,
    filters: { directions: [], documentTypes: [], issuers: [], years: [], recipients: [], from: null, to: null },
    sort: 'relevance',
    offset: 0,
    limit: 20
  })
  for (const { name, queries } of makeQueries(papers, random, 60)) {
    const fast = time(queries, (query) => searchFast(archive.db, request(query)))
    const full = time(queries, (query) => searchFull(archive.db, request(query)))
    for (const baseline of [fts5, mini]) compare(`search, ${name}: fast stage`, fast, baseline, queries)
    compare(`search, ${name}: full stage`, full, fts5, queries)
  }

  const ids = archive.db.prepare<[], { id: string }>('SELECT id FROM document ORDER BY n').all()
  const roots = Array.from({ length: 60 }, () => random.pick(ids).id)
  const walk = time(roots, (id) =>
    traceLineage(archive.db, { documentId: id as DocumentId, direction: 'up', depth: 6, limit: 1000 })
  )
  const cte = archive.db.prepare<[string]>(RECURSIVE)
  const plain = time(roots, (id) => cte.all(id))
  rows.push({
    what: 'lineage up, depth 6 | recursive CTE, ids only',
    ours: show(walk),
    baseline: show(plain),
    ratio: ratio(walk, plain)
  })

  const read = time(papers.slice(0, 200), (paper) => readDocument(splitPages(paper.body), { today: '2025-07-01' }))
  rows.push({
    what: 'reading a text, p50 / p95 ms',
    ours: show(read),
    baseline: '',
    ratio: `${(1000 / read.p50).toFixed(0)} documents/s`
  })

  const hash = time(papers.slice(0, 500), (paper) => createHash('sha256').update(paper.body).digest('hex'))
  const original = ids.slice(0, 500).map(({ id }) => {
    const row = archive.db
      .prepare<[string], { sha256: string }>('SELECT sha256 FROM document_file WHERE document_id = ?')
      .get(id)
    return archive.originals.path(row?.sha256 ?? '')
  })
  const rehash = time(original, (path) => createHash('sha256').update(readFileSync(path)).digest('hex'))
  rows.push({
    what: 're-hashing an original | hashing the same bytes in memory',
    ours: show(rehash),
    baseline: show(hash),
    ratio: ratio(rehash, hash)
  })

  const memory = `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in this process, baselines included`
  await archive.close()
  const cold = coldStart(folder, mini.json, 5)
  rows.push({
    what: 'process start to first result | MiniSearch loaded',
    ours: show(cold.ours),
    baseline: show(cold.miniSearch),
    ratio: ratio(cold.ours, cold.miniSearch)
  })
  rows.push({
    what: 'process start to first result | bare process',
    ours: show(cold.ours),
    baseline: show(cold.bare),
    ratio: ratio(cold.ours, cold.bare)
  })
  report(memory)
} finally {
  await closeReaders()
  rmSync(folder, { recursive: true, force: true })
}

function compare(what: string, ours: Figures, baseline: Baseline, queries: readonly string[]): void {
  const theirs = time(queries, (query) => baseline.ask(query))
  rows.push({
    what: `${what} | ${baseline.name}`,
    ours: show(ours),
    baseline: show(theirs),
    ratio: ratio(ours, theirs)
  })
}

function report(memory: string): void {
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ documents: count, seed: Number(values.seed), rows, memory })}\n`)
    return
  }
  const width = Math.max(...rows.map((row) => row.what.length))
  process.stdout.write(`${count} documents, seed ${values.seed}; p50 / p95 in ms, ratio of medians ours : baseline\n\n`)
  for (const row of rows)
    process.stdout.write(
      `${row.what.padEnd(width)}  ${row.ours.padStart(18)}  ${row.baseline.padStart(18)}  ${row.ratio.padStart(10)}\n`
    )
  process.stdout.write(`\n${memory}\n`)
}
