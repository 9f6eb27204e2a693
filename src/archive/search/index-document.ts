import { createHash } from 'node:crypto'
import { joinPages, type PageText, pageOffsets } from '#domain/text/page-text.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#domain/vocabulary/document-types.ts'
import type { ReadableDb, WritableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { changeRow } from './common-bits.ts'
import { forgetMissing, noteMissing } from './text-missing.ts'
import { indexable, tokens } from './tokens.ts'
import { touch } from './touched.ts'

type RegisterLine = Readonly<{
  n: number
  reference: string | null
  documentType: DocumentType | null
  subject: string | null
  issuer: string | null
  actingBody: string | null
  signer: string | null
  textKind: string
}>

/**
 * Writes a document's rows of the search index, in the transaction that files it (S10). Replaces what was there.
 * A document without readable text is found by its register line alone.
 */
export function indexDocument(
  db: WritableDb,
  documentId: string,
  pages: readonly PageText[],
  terms: TermCounts | null = null
): void {
  const line = registerLine(db, documentId)
  if (!line) return
  unindexDocument(db, documentId)
  const body = joinPages(pages)
  const register = registerColumns(db, documentId, line)
  prepared(
    db,
    'INSERT INTO fm(rowid, num, subject, issuer, signer, recipients, kind) VALUES (?, ?, ?, ?, ?, ?, ?)'
  ).run(line.n, ...register)
  const folded = [...register, indexable(body)].join(' ')
  prepared(db, 'INSERT INTO fb(rowid, body) VALUES (?, ?)').run(line.n, folded)
  prepared(db, 'INSERT INTO search_text(n, body, pages, hash) VALUES (?, ?, ?, ?)').run(
    line.n,
    body,
    JSON.stringify(pageOffsets(pages)),
    textHash(body)
  )
  // Read again after it was filed unread: the fact of its filing says "none" for ever, and there is a text all the same.
  if (line.textKind !== 'none' || !/\p{L}/u.test(body)) noteMissing(db, line.n)
  if (terms) terms.add(folded)
  else {
    const own = termCounts()
    own.add(folded)
    own.write(db)
  }
}

export function unindexDocument(db: WritableDb, documentId: string): void {
  const row = prepared<[string], { n: number }>(db, 'SELECT n FROM document WHERE id = ?').get(documentId)
  if (!row) return
  touch(db, row.n)
  changeRow(db, row.n)
  prepared(db, 'DELETE FROM fm WHERE rowid = ?').run(row.n)
  prepared(db, 'DELETE FROM fb WHERE rowid = ?').run(row.n)
  prepared(db, 'DELETE FROM search_text WHERE n = ?').run(row.n)
  forgetMissing(db, row.n)
}

export function textHash(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

/** "221-CV/HU" → "221 cv hu 221cv 221cvhu 44a …": each way the reference is typed is a term. */
export function numberTerms(reference: string | null): string {
  if (!reference) return ''
  const parts = tokens(reference).map((token) => token.term)
  const plain = parts.map((part) => part.replace(/^0+(?=\d)/, ''))
  const first = plain[0] ?? ''
  const joined = [first + (plain[1] ?? ''), plain.join('')]
  const bare = /^\d+/.exec(first)?.[0] ?? ''
  return [...new Set([...parts, ...plain, bare, ...joined])].filter((part) => part !== '').join(' ')
}

function registerLine(db: ReadableDb, documentId: string): RegisterLine | undefined {
  return prepared<[string], RegisterLine>(
    db,
    `SELECT n, reference, document_type AS documentType, subject, issuer, acting_body AS actingBody, signer,
            text_kind AS textKind
       FROM document WHERE id = ?`
  ).get(documentId)
}

/** The columns of `fm`, folded, in the table's order. */
function registerColumns(db: ReadableDb, documentId: string, line: RegisterLine): readonly string[] {
  const lines = prepared<[string], { text: string }>(
    db,
    'SELECT text FROM recipient_line WHERE document_id = ? ORDER BY list, position'
  ).all(documentId)
  const type = line.documentType ? DOCUMENT_TYPES[line.documentType] : null
  return [
    numberTerms(line.reference),
    indexable(line.subject ?? ''),
    indexable([line.issuer, line.actingBody].filter(Boolean).join(' / ')),
    indexable(line.signer ?? ''),
    indexable(lines.map((row) => row.text).join(' / ')),
    indexable(type ? [type.name, ...type.symbols].join(' ') : '')
  ]
}

/**
 * The vocabulary for completion and typing mistakes: in how many filings each term stood. Texts filed in one commit share
 * most of their terms, so they are counted first and written once, in order, by one statement.
 */
export type TermCounts = Readonly<{ add(folded: string): void; write(db: WritableDb): void }>

/** Words the vocabulary has because of a document. */
export function wordsOf(db: ReadableDb, documentId: string): readonly string[] {
  const line = registerLine(db, documentId)
  if (!line) return []
  const body = prepared<[number], { body: string }>(db, 'SELECT body FROM search_text WHERE n = ?').get(line.n)?.body
  const folded = [...registerColumns(db, documentId, line), indexable(body ?? '')].join(' ')
  return [...new Set(folded.split(' '))].filter(isTerm)
}

function isTerm(word: string): boolean {
  return word.length > 1 && word.length < 24 && !/^\d+$/.test(word)
}

export function termCounts(): TermCounts {
  const counts = new Map<string, number>()
  return {
    add(folded) {
      for (const term of new Set(folded.split(' '))) {
        if (isTerm(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
      }
    },
    write(db) {
      if (counts.size === 0) return
      const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
      counts.clear()
      prepared(
        db,
        `INSERT INTO term(term, df) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
         ON CONFLICT(term) DO UPDATE SET df = df + excluded.df`
      ).run(JSON.stringify(rows))
    }
  }
}
