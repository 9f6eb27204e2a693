import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fold } from '#domain/text/fold.ts'
import { type Builder, fieldsOf, foldedTerms, type Opener, SHOWN } from '../search-engine.ts'

const FILE = 'plain.db'

/** One FTS5 table over everything with prefix indexes, ordered by bm25: what a first try would build. */
export const build: Builder = (folder, papers) => {
  const db = new Database(join(folder, FILE))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.exec("CREATE VIRTUAL TABLE t USING fts5(number, subject, parties, body, tokenize='ascii', prefix='2 3')")
  const insert = db.prepare('INSERT INTO t(rowid, number, subject, parties, body) VALUES (?, ?, ?, ?, ?)')
  let n = 0
  db.exec('BEGIN')
  for (const paper of papers) {
    const { number, subject, parties, body } = fieldsOf(paper)
    insert.run(++n, fold(number), fold(subject), fold(parties), fold(body))
    if (n % 1000 === 0) db.exec('COMMIT; BEGIN')
  }
  db.exec('COMMIT')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

export const open: Opener = (folder) => {
  const db = new Database(join(folder, FILE), { readonly: true })
  const select = db.prepare<[string], { rowid: number }>(
    `SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ${SHOWN}`
  )
  return {
    ask(query) {
      const expression = expressionOf(query)
      return expression === '' ? 0 : select.all(expression).length
    },
    close: () => db.close()
  }
}

/** Every word, the last one as typed so far; a phrase where it was put in quotes. */
function expressionOf(query: string): string {
  const terms = foldedTerms(query)
  if (query.startsWith('"')) return `"${terms.join(' ')}"`
  return terms.map((term, index) => (index === terms.length - 1 ? `"${term}"*` : `"${term}"`)).join(' AND ')
}
