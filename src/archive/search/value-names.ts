import MiniSearch from 'minisearch'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import type { ReadableDb } from '../archive-context.ts'
import { indexable } from './tokens.ts'

/** Fields whose values have names that can be proposed. */
export type NamedField = 'issuer' | 'type' | 'signer' | 'recipient'
/** `count`: documents that have it; null where that was not counted. */
export type ValueName = Readonly<{ text: string; count: number | null }>

type Kept = Readonly<{ stamp: string; readAt: number; indexes: ReadonlyMap<NamedField, NameIndex> }>
type NameIndex = Readonly<{ all: readonly ValueName[]; index: MiniSearch<Readonly<{ id: number; folded: string }>> }>

const known = new WeakMap<ReadableDb, Kept>()
/** While an import runs every document changes the counts: names are read anew this seldom. */
const FRESH_MS = 30_000

/** Names of a field that what was typed may mean, a typing slip forgiven or not; nothing typed: the commonest. */
export function namesLike(
  db: ReadableDb,
  field: NamedField,
  typed: string,
  most: number,
  slips = true
): readonly ValueName[] {
  const names = indexesOf(db).get(field)
  if (!names) return []
  const folded = indexable(typed.normalize('NFC'))
  if (folded === '') return names.all.slice(0, most)
  return names.index
    .search(folded, { prefix: true, fuzzy: slips ? 0.2 : false, combineWith: 'AND' })
    .map((hit) => ({ name: names.all[hit.id as number], score: hit.score }))
    .flatMap(({ name, score }) => (name ? [{ name, score: score * (1 + Math.log10(1 + (name.count ?? 0))) }] : []))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ name }) => name)
}

function indexesOf(db: ReadableDb): Kept['indexes'] {
  const before = known.get(db)
  const now = performance.now()
  if (before && now - before.readAt < FRESH_MS) return before.indexes
  const stamp = JSON.stringify(
    db.prepare('SELECT (SELECT max(n) FROM document) AS n, (SELECT count(*) FROM body) AS b').get()
  )
  const indexes = before?.stamp === stamp ? before.indexes : readNames(db)
  known.set(db, { stamp, readAt: now, indexes })
  return indexes
}

function readNames(db: ReadableDb): Kept['indexes'] {
  const counted = (sql: string) => db.prepare<[], { text: string; count: number | null }>(sql).all()
  const held = 'FROM document WHERE withdrawn_at IS NULL AND'
  const types = counted(`SELECT document_type AS text, count(*) AS count ${held} document_type IS NOT NULL GROUP BY 1`)
  const lists: readonly (readonly [NamedField, readonly ValueName[]])[] = [
    ['issuer', counted(`SELECT min(issuer) AS text, count(*) AS count ${held} issuer IS NOT NULL GROUP BY issuer_key`)],
    ['signer', counted(`SELECT signer AS text, count(*) AS count ${held} signer IS NOT NULL GROUP BY signer`)],
    ['type', types.map(({ text, count }) => ({ text: typeName(text), count }))],
    ['recipient', counted('SELECT name AS text, NULL AS count FROM body')]
  ]
  return new Map(
    lists.map(([field, names]) => {
      const all = names.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.text.localeCompare(b.text, 'vi'))
      const index = new MiniSearch<Readonly<{ id: number; folded: string }>>({ fields: ['folded'] })
      index.addAll(all.map((name, id) => ({ id, folded: indexable(name.text) })))
      return [field, { all, index }]
    })
  )
}

function typeName(code: string): string {
  return Object.hasOwn(DOCUMENT_TYPES, code) ? DOCUMENT_TYPES[code as keyof typeof DOCUMENT_TYPES].name : code
}
