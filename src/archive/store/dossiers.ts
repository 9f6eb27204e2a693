import type { DossierId } from '#contract/ids.ts'
import { type DossierItem, type DossierLine, DossierRule } from '#contract/operations/dossiers.ts'
import type { InputOf } from '#contract/operations.ts'
import { dueOn, handInBy } from '#domain/retention/retention.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { documentLine } from './document-lines.ts'

type Row = Omit<DossierLine, 'rule' | 'disposal' | 'removed' | 'dueOn' | 'handInBy'> &
  Readonly<{ rule: string | null; disposal: string | null; removed: number }>

const SELECT = `SELECT o.id AS id, o.code AS code, o.title AS title, o.heading AS heading, o.years AS years,
    o.keeper AS keeper, o.opened_on AS openedOn, o.paper_location AS paperLocation, o.note AS note, o.rule AS rule,
    o.closed_on AS closedOn, o.disposal AS disposal, o.removed_at IS NOT NULL AS removed,
    (SELECT count(*) FROM dossier_document i WHERE i.dossier_id = o.id) AS documents,
    (SELECT sum(d.page_count) FROM dossier_document i JOIN document d ON d.id = i.document_id WHERE i.dossier_id = o.id) AS pages,
    (SELECT min(d.issued_on) FROM dossier_document i JOIN document d ON d.id = i.document_id WHERE i.dossier_id = o.id) AS "from",
    (SELECT max(d.issued_on) FROM dossier_document i JOIN document d ON d.id = i.document_id WHERE i.dossier_id = o.id) AS "to"
  FROM dossier o`

/** A dossier with its counts; undefined where there is none. */
export function dossierLine(db: ReadableDb, id: string): DossierLine | undefined {
  const row = prepared<[string], Row>(db, `${SELECT} WHERE o.id = ?`).get(id)
  return row && lineOf(row)
}

/** Code and title of dossiers, in the order asked for; those put away are left out. */
export function dossierNames(
  db: ReadableDb,
  ids: readonly string[]
): readonly (readonly [DossierId, Readonly<{ code: string; title: string }>])[] {
  return prepared<[string], { id: DossierId; code: string; title: string }>(
    db,
    `SELECT o.id AS id, o.code AS code, o.title AS title FROM json_each(?) j CROSS JOIN dossier o ON o.id = j.value
     WHERE o.removed_at IS NULL ORDER BY j.key`
  )
    .all(JSON.stringify(ids))
    .map(({ id, code, title }) => [id, { code, title }] as const)
}

/** The codes given so far, those of dossiers put away left out. */
export function dossierCodes(db: ReadableDb): readonly Readonly<{ id: string; code: string }>[] {
  return prepared<[], { id: string; code: string }>(db, 'SELECT id, code FROM dossier WHERE removed_at IS NULL').all()
}

/** Dossiers by code; `text` is looked for in code, title, heading and keeper, without diacritics. */
export function listDossiers(
  db: ReadableDb,
  input: InputOf<'dossier.list'>,
  today: string
): Readonly<{ total: number; dossiers: DossierLine[] }> {
  const words = foldKey(input.text).split(' ').filter(Boolean)
  const on = input.on ?? today
  const all = prepared<[], Row>(db, `${SELECT} ORDER BY o.heading IS NULL, o.heading, o.code, o.n`)
    .all()
    .map(lineOf)
    .filter((one) => isAsked(one, input.only, on))
    .filter((one) => {
      const own = foldKey([one.code, one.title, one.heading, one.keeper].filter(Boolean).join(' '))
      return words.every((word) => own.includes(word))
    })
  return { total: all.length, dossiers: all.slice(input.offset, input.offset + input.limit) }
}

function isAsked(one: DossierLine, only: InputOf<'dossier.list'>['only'], on: string): boolean {
  if (only === 'removed') return one.removed
  if (one.removed) return false
  if (only === 'open') return one.closedOn === null
  if (only === 'closed') return one.closedOn !== null
  return only === 'all' || (one.dueOn !== null && one.dueOn <= on && one.disposal === null)
}

/** Dossiers a document lies in, by code. */
export function dossiersOf(db: ReadableDb, documentId: string): DossierLine[] {
  return prepared<[string], Row>(
    db,
    `${SELECT} JOIN dossier_document own ON own.dossier_id = o.id
     WHERE own.document_id = ? AND o.removed_at IS NULL ORDER BY o.code, o.n`
  )
    .all(documentId)
    .map(lineOf)
}

/** The papers of a dossier in their order, with the sheets they take up as far as every paper before says its own. */
export function dossierItems(db: ReadableDb, id: string): DossierItem[] {
  const rows = prepared<[string], { id: string; position: number; pages: number | null }>(
    db,
    `SELECT i.document_id AS id, i.position AS position, d.page_count AS pages
     FROM dossier_document i JOIN document d ON d.id = i.document_id WHERE i.dossier_id = ? ORDER BY i.position, d.n`
  ).all(id)
  let before: number | null = 0
  return rows.flatMap(({ id: documentId, position, pages }) => {
    const document = documentLine(db, documentId)
    if (!document) return []
    const known: number | null = before !== null && pages !== null && pages > 0 ? before : null
    const item: DossierItem = {
      document,
      position,
      pages,
      firstPage: known === null ? null : known + 1,
      lastPage: known === null ? null : known + (pages ?? 0)
    }
    before = item.lastPage
    return [item]
  })
}

function lineOf(row: Row): DossierLine {
  return {
    ...row,
    // A rule kept before a facet was there has nothing ticked in it.
    rule: row.rule === null ? null : DossierRule.parse(JSON.parse(row.rule)),
    disposal: row.disposal === null ? null : JSON.parse(row.disposal),
    removed: row.removed === 1,
    dueOn: dueOn(row.years, row.closedOn),
    handInBy: handInBy(row.closedOn)
  }
}
