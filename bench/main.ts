/**
 * `npm run bench -- [--documents 2000] [--seed 1] [--json]`: speed of filing, search, lineage and cold start on a generated
 * archive, each beside a baseline of the same run. Ratios travel between machines, milliseconds do not. Above 5,000 documents
 * the database and its index are built alone, without fsync: then nothing is said about filing. `--backlog 5000`: see
 * backlog.ts; `--register 100000`: see register.ts; `--register-screen 100000`: see
 * register-screen.ts; `--lineage 5000`: see lineage.ts.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { closeReaders } from '#archive/read/read-file.ts'
import { searchFast, searchFull } from '#archive/search/answer.ts'
import { traceLineage } from '#archive/store/lineage.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { SearchRequest } from '#contract/operations/search.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { benchBacklog } from './backlog.ts'
import { type Baseline, plainFts5, registerMiniSearch } from './baselines.ts'
import { buildArchive } from './build-archive.ts'
import { buildIndex } from './build-index.ts'
import { coldStart, searchMemory } from './cold-start.ts'
import { type Figures, ratio, show, time } from './figures.ts'
import { generatePapers, type Paper } from './generator.ts'
import { benchLineage } from './lineage.ts'
import { makeQueries } from './queries.ts'
import { seeded } from './random.ts'
import { benchRegister } from './register.ts'
import { benchRegisterScreen } from './register-screen.ts'

const RECURSIVE = `
  WITH RECURSIVE up(id, depth) AS (
    SELECT ?, 0 UNION SELECT c.target_id, up.depth + 1 FROM up JOIN citation c ON c.document_id = up.id
    WHERE c.target_id IS NOT NULL AND up.depth < 6
  ) SELECT id, min(depth) FROM up GROUP BY id LIMIT 1000`

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    backlog: { type: 'string' },
    register: { type: 'string' },
    'register-screen': { type: 'string' },
    lineage: { type: 'string' },
    json: { type: 'boolean', default: false }
  }
})
if (values.backlog !== undefined) {
  await benchBacklog(Number(values.backlog), Number(values.seed))
  process.exit()
}
if (values.register !== undefined) {
  benchRegister(Number(values.register), Number(values.seed))
  process.exit()
}
if (values['register-screen'] !== undefined) {
  await benchRegisterScreen(Number(values['register-screen']), Number(values.seed))
  process.exit()
}
if (values.lineage !== undefined) {
  benchLineage(Number(values.lineage), Number(values.seed))
  process.exit()
}
const count = Number(values.documents)
const seed = Number(values.seed)
const random = seeded(seed + 1)
/** Larger archives are built without waiting for the disk, and bodies are not all held at once. */
const durable = count <= 5000
const papers = everyNth(generatePapers(count, seed), Math.ceil(count / 5000))
const folder = mkdtempSync(join(tmpdir(), 'vankho-bench-'))
const rows: Row[] = []

type Row = Readonly<{ what: string; ours: string; baseline: string; ratio: string }>

try {
  const fts5 = plainFts5(join(folder, 'plain.db'), generatePapers(count, seed), durable)
  const mini = count <= 20_000 ? registerMiniSearch(generatePapers(count, seed)) : null
  const baselines = mini ? [fts5, mini] : [fts5]
  const perSecond = (rate: number) => `${rate.toFixed(0)} documents/s`
  const built = durable ? await buildArchive(folder, papers) : null
  const indexed = durable ? null : buildIndex(folder, generatePapers(count, seed))
  const bulk = built?.bulkPerSecond ?? indexed?.perSecond ?? 0
  for (const baseline of baselines) {
    rows.push({
      what: `${durable ? 'filing in bulk, 100 a commit' : 'database and index alone, NOT durable'} | ${baseline.name}`,
      ours: perSecond(bulk),
      baseline: perSecond(baseline.documentsPerSecond),
      ratio: `${(bulk / baseline.documentsPerSecond).toFixed(3)}×`
    })
  }
  if (built)
    rows.push({ what: 'one filing on its own, p50 / p95 ms', ours: show(built.single), baseline: '', ratio: '' })
  const db = built?.archive.db ?? indexed?.db
  if (!db) throw new Error('nothing was built')

  const request = (query: string): SearchRequest => ({
    query,
    filters: { directions: [], documentTypes: [], issuers: [], years: [], recipients: [], from: null, to: null },
    sort: 'relevance',
    offset: 0,
    limit: 20
  })
  const classes = makeQueries(papers, random, 60)
  for (const { name, queries } of classes) {
    const fast = time(queries, (query) => searchFast(db, request(query)))
    const full = time(queries, (query) => searchFull(db, request(query)))
    for (const baseline of baselines) compare(`search, ${name}: fast stage`, fast, baseline, queries)
    compare(`search, ${name}: full stage`, full, fts5, queries)
  }

  const ids = db.prepare<[], { id: string }>('SELECT id FROM document ORDER BY n').all()
  const roots = Array.from({ length: 60 }, () => random.pick(ids).id)
  const walk = time(roots, (id) =>
    traceLineage(db, { documentId: id as DocumentId, direction: 'up', depth: 6, limit: 1000 }, '2025-07-01')
  )
  const cte = db.prepare<[string]>(RECURSIVE)
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

  if (built) compareHashing(built.archive, papers)

  if (built) await built.archive.close()
  else db.close()
  const cold = coldStart(folder, mini?.json ?? null, 5)
  if (cold.miniSearch) {
    rows.push({
      what: 'process start to first result | MiniSearch loaded',
      ours: show(cold.ours),
      baseline: show(cold.miniSearch),
      ratio: ratio(cold.ours, cold.miniSearch)
    })
  }
  rows.push({
    what: 'process start to first result | bare process',
    ours: show(cold.ours),
    baseline: show(cold.bare),
    ratio: ratio(cold.ours, cold.bare)
  })
  const megabytes = searchMemory(
    folder,
    classes.flatMap((one) => one.queries)
  )
  const memory = `${megabytes.toFixed(0)} MB: a process that has answered every query above in both stages`
  report(memory)
} finally {
  await closeReaders()
  rmSync(folder, { recursive: true, force: true })
}

function everyNth(all: Iterable<Paper>, step: number): readonly Paper[] {
  const kept: Paper[] = []
  let at = 0
  for (const paper of all) if (at++ % step === 0) kept.push(paper)
  return kept
}

function compareHashing(archive: OpenedArchive, of: readonly Paper[]): void {
  const hash = time(of.slice(0, 500), (paper) => createHash('sha256').update(paper.body).digest('hex'))
  const originals = archive.db
    .prepare<[], { sha256: string }>('SELECT sha256 FROM document_file LIMIT 500')
    .all()
    .map(({ sha256 }) => archive.originals.path(sha256))
  const rehash = time(originals, (path) => createHash('sha256').update(readFileSync(path)).digest('hex'))
  rows.push({
    what: 're-hashing an original | hashing the same bytes in memory',
    ours: show(rehash),
    baseline: show(hash),
    ratio: ratio(rehash, hash)
  })
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
  process.stdout.write(
    `${count} documents, seed ${values.seed}, load of the machine ${loadavg()[0]?.toFixed(1)}; p50 / p95 in ms, ratio of medians ours : baseline; ours gives 20 lines with marks and snippets, a baseline row numbers\n\n`
  )
  for (const row of rows)
    process.stdout.write(
      `${row.what.padEnd(width)}  ${row.ours.padStart(18)}  ${row.baseline.padStart(18)}  ${row.ratio.padStart(10)}\n`
    )
  process.stdout.write(`\n${memory}\n`)
}
