import type { Role } from '#contract/operations/operation.ts'
import { typeDayKey } from '#domain/resolve/match-key.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { ReadableDb, WritableDb } from '../archive-context.ts'
import { citingDocument, effectiveRow, type ResolvableRow } from '../derive/resolve-row.ts'
import { hide } from '../search/hidden.ts'
import { wordsOf } from '../search/index-document.ts'
import { hiddenFrom } from '../store/accounts.ts'
import { openDatabase } from '../store/db/connection.ts'
import { prepared } from '../store/db/prepared.ts'
import { office } from '../store/office.ts'
import { shadow } from './hidden-rows.ts'

export type Reader = Readonly<{ accountId: string; role: Role }>

/** A connection to the archive that shows a reader what is open to him, true at each use; and the way to close it. */
export type HidingConnection = Readonly<{ db(): ReadableDb; close(): void }>

/** `whole`: the archive's own connection, which hides nothing and tells what is hidden. `key`: of an encrypted archive. */
export function hidingConnection(whole: ReadableDb, key: Uint8Array | null, reader: Reader): HidingConnection {
  const db = openDatabase(whole.name, { readonly: true, key })
  shadow(db)
  let version = -1
  let hidden = ''
  let words: ReadonlySet<string> = new Set()

  /** What lists say of hidden papers is made anew when anybody has written since. */
  function refresh(): void {
    const now = prepared<[]>(db, 'PRAGMA main.data_version').pluck().get() as number
    if (now === version) return
    const rows = hiddenFrom(whole, reader)
    const stamp = JSON.stringify(rows.map((row) => [row.n, textStamp(whole, row.n)]))
    if (stamp !== hidden) {
      hidden = stamp
      db.exec('DELETE FROM temp.hidden_document')
      const insert = db.prepare<[number, string]>('INSERT INTO temp.hidden_document(n, id) VALUES (?, ?)')
      for (const { n, id } of rows) insert.run(n, id)
      hide(
        db,
        rows.map((row) => row.n)
      )
      words = new Set(rows.flatMap((row) => wordsOf(whole, row.id)))
    }
    words = hideWords(db, whole, words)
    resolveAgain(db, whole, rows)
    version = now
  }

  return {
    db() {
      refresh()
      return db
    },
    close() {
      db.close()
    }
  }
}

/** Tells another text or register line of the document from the last. */
function textStamp(whole: ReadableDb, n: number): string {
  return String(
    prepared<[number]>(
      whole,
      `SELECT d.revision || ' ' || d.row_hash || ' ' || coalesce(t.hash, '') FROM document d
       LEFT JOIN search_text t ON t.n = d.n WHERE d.n = ?`
    )
      .pluck()
      .get(n)
  )
}

/** Of the words of hidden papers those no other paper has. One that another has had is forgotten: it stays a word. */
function hideWords(db: WritableDb, whole: ReadableDb, words: ReadonlySet<string>): ReadonlySet<string> {
  const elsewhere = prepared<[string]>(
    db,
    'SELECT 1 FROM main.fb WHERE fb MATCH ? AND rowid NOT IN (SELECT n FROM temp.hidden_document) LIMIT 1'
  )
  const known = prepared<[string]>(whole, 'SELECT 1 FROM term WHERE term = ?')
  const left = [...words].filter((word) => known.get(word) === undefined || elsewhere.get(`"${word}"`) === undefined)
  db.exec('DELETE FROM temp.hidden_term')
  const insert = db.prepare<[string]>('INSERT OR IGNORE INTO temp.hidden_term(term) VALUES (?)')
  for (const word of left) insert.run(word)
  return new Set(left)
}

type Row = ResolvableRow & Readonly<{ document_id: string; origin: 'read' | 'human' }>

/** Citations that could mean a hidden paper, resolved as if the archive did not hold it. */
function resolveAgain(db: WritableDb, whole: ReadableDb, hidden: readonly Readonly<{ n: number; id: string }>[]): void {
  db.exec('DELETE FROM temp.resolved_again')
  const keys = hidden.flatMap(({ n }) => keysOf(whole, n))
  const rows = prepared<[string, string, string], Row>(
    whole,
    `SELECT c.* FROM citation c WHERE c.match_key IN (SELECT value FROM json_each(?))
     UNION SELECT c.* FROM citation c WHERE c.target_id IN (SELECT value FROM json_each(?))
     UNION SELECT c.* FROM citation c JOIN citation_decision x ON x.document_id = c.document_id AND x.key = c.key
       WHERE x.target_id IN (SELECT value FROM json_each(?))`
  ).all(JSON.stringify(keys), ids(hidden), ids(hidden))
  const own = office(db)
  const names = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all('citation') as string[]
  for (const row of rows) {
    const citing = citingDocument(db, row.document_id, own)
    if (!citing) continue
    const added = row.origin === 'human' ? addedTarget(db, row.document_id, row.key) : null
    const made = effectiveRow(db, row, citing, own, added)
    const values = { ...row, ...made, candidates: JSON.stringify(made.candidates) }
    prepared<unknown[]>(
      db,
      `INSERT INTO temp.resolved_again(${names.map((name) => `"${name}"`).join(', ')})
       VALUES (${names.map((name) => `@${name}`).join(', ')})`
    ).run(values)
  }
}

function ids(hidden: readonly Readonly<{ id: string }>[]): string {
  return JSON.stringify(hidden.map((one) => one.id))
}

function keysOf(whole: ReadableDb, n: number): readonly string[] {
  type Keys = { matchKey: string | null; documentType: DocumentType | null; issuedOn: string | null }
  const row = prepared<[number], Keys>(
    whole,
    'SELECT match_key AS matchKey, document_type AS documentType, issued_on AS issuedOn FROM document WHERE n = ?'
  ).get(n)
  return row ? [row.matchKey, typeDayKey(row.documentType, row.issuedOn)].filter((key) => key !== null) : []
}

function addedTarget(db: ReadableDb, documentId: string, key: string): string | null {
  return (
    prepared<[string, string], { target: string | null }>(
      db,
      'SELECT target_id AS target FROM citation_added WHERE document_id = ? AND key = ?'
    ).get(documentId, key)?.target ?? null
  )
}
