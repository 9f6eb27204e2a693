import Database from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { fold } from '#domain/text/fold.ts'
import type { Paper } from './generator.ts'

/** Another way to search the same fields: built from the papers, asked with plain words. */
export type Baseline = Readonly<{ name: string; documentsPerSecond: number; ask(query: string): number }>

/** One FTS5 table over everything with prefix indexes, ordered by bm25: what a first try would build. */
export function plainFts5(path: string, papers: readonly Paper[]): Baseline {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec("CREATE VIRTUAL TABLE t USING fts5(number, subject, parties, body, tokenize='ascii', prefix='2 3')")
  const insert = db.prepare('INSERT INTO t(rowid, number, subject, parties, body) VALUES (?, ?, ?, ?, ?)')
  const perSecond = timed(papers.length, () => {
    for (let at = 0; at < papers.length; at += 100) {
      db.transaction(() => {
        papers.slice(at, at + 100).forEach((paper, index) => {
          insert.run(
            at + index + 1,
            fold(reference(paper)),
            fold(paper.subject),
            fold(parties(paper)),
            fold(paper.body)
          )
        })
      })()
    }
  })
  const select = db.prepare<[string], { rowid: number }>('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20')
  return {
    name: 'FTS5, one table, bm25',
    documentsPerSecond: perSecond,
    ask: (query) => select.all(quoted(query)).length
  }
}

/** MiniSearch in memory over the register line alone: it does not hold bodies at this size (performance.md §2). */
export function registerMiniSearch(papers: readonly Paper[]): Baseline & Readonly<{ json: string }> {
  const index = new MiniSearch<Record<string, unknown>>({
    fields: ['number', 'subject', 'parties'],
    processTerm: (term) => fold(term)
  })
  const perSecond = timed(papers.length, () => {
    index.addAll(
      papers.map((paper, id) => ({ id, number: reference(paper), subject: paper.subject, parties: parties(paper) }))
    )
  })
  return {
    name: 'MiniSearch, register line only',
    documentsPerSecond: perSecond,
    ask: (query) => index.search(query, { prefix: true, combineWith: 'AND' }).slice(0, 20).length,
    json: JSON.stringify(index)
  }
}

function timed(count: number, run: () => void): number {
  const start = performance.now()
  run()
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
