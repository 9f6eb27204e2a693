import MiniSearch from 'minisearch'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { OutputOf } from '#contract/operations.ts'
import { fold } from '#domain/text/fold.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import type { ReadableDb } from '../archive-context.ts'
import { repairTyped } from '../read/legacy-repair.ts'
import { documentLineByNumber } from '../store/document-lines.ts'
import { searchFast } from './answer.ts'
import { hiddenStamp } from './hidden.ts'
import { findByReference } from './reference-query.ts'
import { indexable } from './tokens.ts'

type Suggestion = OutputOf<'search.suggest'>['suggestions'][number]
type Name = Readonly<{ id: string; kind: 'body' | 'document-type' | 'signer'; text: string; folded: string }>

const DOCUMENTS = 6

/**
 * What may be meant while something is typed into the palette: documents by reference or register line, bodies of the
 * directory, document types and signers; one typing slip forgiven for the names (MiniSearch, design §6).
 */
export function suggest(db: ReadableDb, text: string, limit: number): Suggestion[] {
  if (fold(text).trim() === '') return []
  const documents = suggestDocuments(db, text)
  const names = nameIndex(db)
    .search(indexable(repairTyped(text)), { prefix: true, fuzzy: 0.2, combineWith: 'AND' })
    .slice(0, limit)
    .map((hit) => ({ kind: hit.kind as Name['kind'], text: String(hit.text), detail: null, documentId: null }))
  return [...documents, ...names].slice(0, limit)
}

function suggestDocuments(db: ReadableDb, text: string): Suggestion[] {
  const referred = findByReference(db, text).slice(0, DOCUMENTS)
  const lines =
    referred.length > 0
      ? referred.flatMap((n) => documentLineByNumber(db, n) ?? [])
      : searchFast(db, {
          query: text,
          filters: NO_FILTERS,
          sort: 'relevance',
          offset: 0,
          limit: DOCUMENTS
        }).hits.map((hit) => hit.document)
  return lines.map((line) => ({
    kind: 'document' as const,
    text: line.reference ?? line.subject ?? '',
    detail: line.reference ? line.subject : null,
    documentId: line.id
  }))
}

const indexes = new WeakMap<ReadableDb, { stamp: string; index: MiniSearch<Name> }>()

function nameIndex(db: ReadableDb): MiniSearch<Name> {
  const stamp = JSON.stringify([
    db.prepare('SELECT count(*) AS c, max(rowid) AS m FROM body').get(),
    db.prepare('SELECT count(*) AS c, max(n) AS m FROM document').get(),
    hiddenStamp(db)
  ])
  const known = indexes.get(db)
  if (known?.stamp === stamp) return known.index
  const index = new MiniSearch<Name>({
    fields: ['folded'],
    storeFields: ['kind', 'text'],
    idField: 'id'
  })
  index.addAll(names(db))
  indexes.set(db, { stamp, index })
  return index
}

function names(db: ReadableDb): Name[] {
  const named = (kind: Name['kind'], texts: readonly string[]): Name[] =>
    [...new Set(texts)].map((text) => ({ id: `${kind}:${text}`, kind, text, folded: indexable(text) }))
  const column = (sql: string) =>
    db
      .prepare<[], { name: string }>(sql)
      .all()
      .map((row) => row.name)
  return [
    ...named('body', column('SELECT name FROM body')),
    ...named(
      'document-type',
      Object.values(DOCUMENT_TYPES).map((type) => type.name)
    ),
    ...named('signer', column('SELECT DISTINCT signer AS name FROM document WHERE signer IS NOT NULL'))
  ]
}
