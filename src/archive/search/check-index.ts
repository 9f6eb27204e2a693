import type { ReadableDb } from '../archive-context.ts'
import { textHash } from './index-document.ts'
import { indexable } from './tokens.ts'

export type IndexCheck = Readonly<{ documents: number; indexed: number; differing: readonly number[] }>

const SAMPLE_TERMS = 4

/**
 * The index against the documents (S10): each document has its rows in both tables and its text, the text has the hash
 * it was indexed with, and words drawn from the text (first, last, two between) are found by the index in that row.
 * `differing` are `document.n`. Reads only; rebuild mends.
 */
export function checkIndex(db: ReadableDb): IndexCheck {
  const rows = db
    .prepare<[], { n: number; body: string | null; hash: string | null; indexed: number }>(
      `SELECT d.n AS n, t.body AS body, t.hash AS hash,
              (SELECT count(*) FROM fm WHERE fm.rowid = d.n) + (SELECT count(*) FROM fb WHERE fb.rowid = d.n) AS indexed
       FROM document d LEFT JOIN search_text t ON t.n = d.n WHERE d.withdrawn_at IS NULL`
    )
    .iterate()
  const has = db.prepare<[string, number], { one: number }>('SELECT 1 AS one FROM fb WHERE fb MATCH ? AND rowid = ?')
  const differing: number[] = []
  const suspects: { n: number; terms: readonly string[] }[] = []
  let documents = 0
  let indexed = 0
  for (const row of rows) {
    documents++
    if (row.indexed === 2 && row.body !== null) indexed++
    if (row.indexed !== 2 || row.body === null || row.hash !== textHash(row.body)) differing.push(row.n)
    else suspects.push({ n: row.n, terms: sampleTerms(row.body) })
  }
  for (const suspect of suspects) {
    if (suspect.terms.some((term) => has.get(`"${term}"`, suspect.n) === undefined)) differing.push(suspect.n)
  }
  return { documents, indexed, differing: differing.sort((a, b) => a - b) }
}

function sampleTerms(body: string): readonly string[] {
  const terms = indexable(body)
    .split(' ')
    .filter((term) => term !== '')
  const step = Math.max(1, Math.floor((terms.length - 1) / (SAMPLE_TERMS - 1)))
  return terms.filter((_, index) => index % step === 0).slice(0, SAMPLE_TERMS)
}
