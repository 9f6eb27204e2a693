import { join } from 'node:path'
import type { ReadableDb } from '#archive/archive-context.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { buildIndex } from '../../bench/build-index.ts'
import type { Paper } from '../../bench/generator.ts'
import { buildIn } from '../../bench/search/build-in.ts'
import type { LabelledDocument } from '../load-corpus.ts'

/** An archive whose papers are known by their row number. */
export type EvalArchive = Readonly<{
  name: string
  db: ReadableDb & Readonly<{ close(): void }>
  /** Papers that may be meant by a query. */
  drawn: readonly Paper[]
  /** The paper of a row; read from the database, so that no archive is held in memory twice. */
  paperOf(n: number): Paper | null
}>

/** Queries are drawn from the first of them: in a large archive the oldest, which is the hardest for newest-first. */
const DRAWN = 10_000

/** The generated archive as the bench builds it, kept in `keep` under a stamp of what it is made by. */
export function generatedArchive(count: number, seed: number, keep: string): EvalArchive {
  const { folder, built } = buildIn(keep, 'ours', count, seed)
  if (typeof built === 'string') throw new Error(built)
  const db = openDatabase(join(folder, 'archive', 'archive.db'), { readonly: true })
  return { name: `search-${count}`, db, drawn: papersFrom(db, DRAWN), paperOf: paperReader(db) }
}

/** The real corpus under its gold labels: its texts, numbers, titles, signers and recipients. */
export function corpusArchive(documents: readonly LabelledDocument[], folder: string): EvalArchive {
  const { db } = buildIndex(folder, documents.map(paperOfLabel), 'search')
  return { name: 'search-corpus', db, drawn: papersFrom(db, documents.length), paperOf: paperReader(db) }
}

function paperOfLabel({ gold, text }: LabelledDocument): Paper {
  const parts = /^(\d+)[-/](.+)$/u.exec(gold.number_symbol ?? '')
  return {
    number: parts?.[1] ?? '',
    symbol: parts?.[2] ?? '',
    issuedOn: gold.date ?? '',
    issuer: gold.issuer,
    subject: gold.subject,
    signer: gold.signer ?? '',
    recipients: gold.noi_nhan.filter((line) => line !== ''),
    body: text,
    cites: []
  }
}

type Row = Omit<Paper, 'cites' | 'recipients'> & Readonly<{ id: string }>

const SELECT = `SELECT d.id, coalesce(d.number, '') AS number, coalesce(d.symbol, '') AS symbol,
  coalesce(d.issued_on, '') AS issuedOn, coalesce(d.issuer, '') AS issuer, coalesce(d.subject, '') AS subject,
  coalesce(d.signer, '') AS signer, t.body AS body FROM document d JOIN search_text t ON t.n = d.n`

function paperReader(db: ReadableDb): (n: number) => Paper | null {
  const one = db.prepare<[number], Row>(`${SELECT} WHERE d.n = ?`)
  const lines = recipientsReader(db)
  return (n) => {
    const row = one.get(n)
    return row ? { ...row, recipients: lines(row.id), cites: [] } : null
  }
}

function papersFrom(db: ReadableDb, most: number): readonly Paper[] {
  const lines = recipientsReader(db)
  return db
    .prepare<[number], Row>(`${SELECT} ORDER BY d.n LIMIT ?`)
    .all(most)
    .map((row) => ({ ...row, recipients: lines(row.id), cites: [] }))
}

function recipientsReader(db: ReadableDb): (id: string) => readonly string[] {
  const lines = db.prepare<[string], { text: string }>(
    'SELECT text FROM recipient_line WHERE document_id = ? ORDER BY list, position'
  )
  return (id) => lines.all(id).map((line) => line.text)
}
