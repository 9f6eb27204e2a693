import Database from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { fold } from '#domain/text/fold.ts'
import type { Paper } from './generator.ts'

/** Another way to search the same fields: built from the papers, asked with plain words. */
export type Baseline = Readonly<{ name: string; documentsPerSecond: number; ask(query: string): number }>

/** One FTS5 table over everything with prefix indexes, ordered by bm25: what a first try would build. */
export function plainFts5(path: string, papers: Iterable<Paper>, durable: boolean): Baseline {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`)
  db.exec("CREATE VIRTUAL TABLE t USING fts5(number, subject, parties, body, tokenize='ascii', prefix='2 3')")
  const insert = db.prepare('INSERT INTO t(rowid, number, subject, parties, body) VALUES (?, ?, ?, ?, ?)')
  const perSecond = timed(() => {
    let n = 0
    db.exec('BEGIN')
    for (const paper of papers) {
      insert.run(++n, fold(reference(paper)), fold(paper.subject), fold(parties(paper)), fold(paper.body))
      if (n % 100 === 0) db.exec('COMMIT; BEGIN')
    }
    db.exec('COMMIT')
    return n
  })
  const select = db.prepare<[string], { rowid: number }>('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20')
  return {
    name: 'FTS5, one table, bm25',
    documentsPerSecond: perSecond,
    ask: (query) => select.all(quoted(query)).length
  }
}

/** MiniSearch in memory over the register line alone: it does not hold bodies at this size (performance.md §2). */
export function registerMiniSearch(papers: Iterable<Paper>): Baseline & Readonly<{ json: string }> {
  const index = new MiniSearch<Record<string, unknown>>({
    fields: ['number', 'subject', 'parties'],
    processTerm: (term) => fold(term)
  })
  const perSecond = timed(() => {
    let id = 0
    for (const paper of papers)
      index.add({ id: id++, number: reference(paper), subject: paper.subject, parties: parties(paper) })
    return id
  })
  return {
    name: 'MiniSearch, register line only',
    documentsPerSecond: perSecond,
    ask: (query) => index.search(query, { prefix: true, combineWith: 'AND' }).slice(0, 20).length,
    json: JSON.stringify(index)
  }
}

/** How many a second; `run` says how many there were. */
function timed(run: () => number): number {
  const start = performance.now()
  const count = run()
  return count / ((performance.now() - start) / 1000)
}

function quoted(query: string): string {
  const terms = fold(query).match(/[a-z0-9]+/g) ?? []
  return terms.map((term, index) => (index === terms.length - 1 ? `"${term}"*` : `"${term}"`)).join(' AND ')
}

function reference(paper: Paper): string {
  return `${paper.number}-${paper.symbol}`
}

function parties(paper: Paper): string {
  return `${paper.issuer} ${paper.signer}`
}
