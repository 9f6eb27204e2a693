import type { Notice, NoticeKind, Reconciliation } from '#contract/operations/distribution.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { Holders } from '../directory/expected-recipients.ts'
import { prepared } from './db/prepared.ts'
import { documentLine } from './document-lines.ts'

/** What a paper that cites another in this way does to it, as the holders must be told (NĐ 30/2020, Điều 18). */
const KINDS: Readonly<Partial<Record<Relation, NoticeKind>>> = {
  replaces: 'replace',
  repeals: 'recall',
  amends: 'correct',
  corrects: 'correct'
}
const RELATIONS = Object.keys(KINDS)
const MARKS = RELATIONS.map(() => '?').join(', ')

type Row = Readonly<{
  id: Notice['id']
  documentId: string
  byDocumentId: string | null
  kind: NoticeKind
  on: string
  reason: string | null
}>

const NOTICE = `id, document_id AS documentId, by_document_id AS byDocumentId, kind, given_on AS "on", reason`

/** Recalls, replacements and corrections of a document, and those it gives itself, oldest first. */
export function documentNotices(db: ReadableDb, documentId: string): Notice[] {
  return prepared<[string, string], Row>(
    db,
    `SELECT ${NOTICE} FROM delivery_notice WHERE document_id = ? OR by_document_id = ? ORDER BY n`
  )
    .all(documentId, documentId)
    .flatMap((row) => noticeOf(db, row) ?? [])
}

export function noticeById(db: ReadableDb, id: string): Notice | undefined {
  const row = prepared<[string], Row>(db, `SELECT ${NOTICE} FROM delivery_notice WHERE id = ?`).get(id)
  return row && noticeOf(db, row)
}

/** Whom a document must go to because they had the paper it recalls, replaces or corrects. */
export function toldHolders(db: ReadableDb, byDocumentId: string): readonly Holders[] {
  return prepared<[string], { documentId: string }>(
    db,
    'SELECT DISTINCT document_id AS documentId FROM delivery_notice WHERE by_document_id = ? ORDER BY n'
  )
    .all(byDocumentId)
    .map(({ documentId }) => ({
      reference: documentLine(db, documentId)?.reference ?? '',
      bodyIds: holdersOf(db, documentId)
    }))
}

/** Bodies a document was sent to, in the order of sending. */
export function holdersOf(db: ReadableDb, documentId: string): readonly string[] {
  return prepared<[string], { bodyId: string }>(
    db,
    `SELECT body_id AS bodyId FROM delivery WHERE document_id = ? AND cancelled_on IS NULL
     GROUP BY body_id ORDER BY min(n)`
  )
    .all(documentId)
    .map((row) => row.bodyId)
}

/** Papers this one replaces or corrects by what it cites, whose holders it has not been sent to on that ground. */
export function noticeOffers(db: ReadableDb, documentId: string): Reconciliation['offers'] {
  const given = prepared<[string], { documentId: string }>(
    db,
    'SELECT document_id AS documentId FROM delivery_notice WHERE by_document_id = ?'
  )
    .all(documentId)
    .map((row) => row.documentId)
  return cited(db, 'c.document_id = ?', 'c.target_id', documentId)
    .filter((one) => !given.includes(one.document.id))
    .flatMap(({ document, kind }) => {
      const holders = holdersOf(db, document.id).length
      return holders > 0 ? [{ first: document, kind, holders }] : []
    })
}

/** Papers held that replace or correct this one by what they cite. */
export function noticeCandidates(db: ReadableDb, documentId: string): { document: DocumentLine; kind: NoticeKind }[] {
  return cited(db, 'c.target_id = ?', 'c.document_id', documentId).filter(
    (one) => one.document.direction !== 'incoming'
  )
}

function cited(
  db: ReadableDb,
  which: 'c.document_id = ?' | 'c.target_id = ?',
  other: 'c.target_id' | 'c.document_id',
  documentId: string
): { document: DocumentLine; kind: NoticeKind }[] {
  const rows = prepared<unknown[], { id: string; relation: Relation }>(
    db,
    `SELECT ${other} AS id, c.relation AS relation FROM citation c
     WHERE ${which} AND c.relation IN (${MARKS}) AND c.status IN ('linked', 'inferred') ORDER BY c.position`
  ).all(documentId, ...RELATIONS)
  const found = new Map<string, { document: DocumentLine; kind: NoticeKind }>()
  for (const { id, relation } of rows) {
    const document = documentLine(db, id)
    const kind = KINDS[relation]
    if (document && kind && !document.withdrawn && id !== documentId && !found.has(id))
      found.set(id, { document, kind })
  }
  return [...found.values()]
}

function noticeOf(db: ReadableDb, row: Row): Notice | undefined {
  const first = documentLine(db, row.documentId)
  if (!first) return undefined
  const { id, kind, on, reason } = row
  const counts = prepared<[string], { holders: number; recalled: number; returned: number }>(
    db,
    `SELECT count(DISTINCT body_id) AS holders,
       count(DISTINCT CASE WHEN recalled_on IS NOT NULL THEN body_id END) AS recalled,
       count(DISTINCT CASE WHEN recalled_on IS NOT NULL AND returned_on IS NOT NULL THEN body_id END) AS returned
     FROM delivery WHERE document_id = ? AND cancelled_on IS NULL`
  ).get(row.documentId) ?? { holders: 0, recalled: 0, returned: 0 }
  const by = row.byDocumentId === null ? null : (documentLine(db, row.byDocumentId) ?? null)
  return { id, kind, first, by, on, reason, ...counts }
}
