import { OperationError } from '#contract/failures.ts'
import type { DossierItem, DossierLine } from '#contract/operations/dossiers.ts'
import type { HandOver } from '#contract/operations/export.ts'
import type { DocumentForm, DocumentLine } from '#contract/schemas.ts'
import { authorOf } from '#domain/vocabulary/author.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import type { ReadableDb } from '../archive-context.ts'
import { typeAndSubject } from '../reports/document-words.ts'
import { documentLines } from '../store/document-lines.ts'
import { documentFiles, documentForm } from '../store/documents.ts'
import { dossierItems, dossierLine, listDossiers } from '../store/dossiers.ts'
import { fondsOf } from '../store/fonds.ts'
import { assignmentsOf } from '../store/handling-rows.ts'
import { office } from '../store/office.ts'
import { PAYLOAD } from './bag.ts'
import { type NamesTaken, namesTaken, safeName } from './safe-name.ts'
import {
  BAG_NAMES,
  type DocumentFacts,
  type DossierFacts,
  type FondsFacts,
  fileCode,
  type ListedDocument
} from './words/archive-fields.ts'
import { NO_REFERENCE, NO_YEAR } from './words/tables.ts'

export type PackedDocument = Readonly<{ facts: DocumentFacts; listed: ListedDocument }>
export type PackedDossier = Readonly<{ line: DossierLine; facts: DossierFacts; documents: readonly PackedDocument[] }>
export type Contents = Readonly<{
  fonds: FondsFacts
  dossiers: readonly PackedDossier[]
  /** Of a fonds: papers in no dossier. */
  loose: readonly PackedDocument[]
}>

const MOST_FOLDER = 50

/** What a package holds, with the place of each file in it (X05). Withdrawn papers are not handed over. */
export function contentsOf(db: ReadableDb, what: HandOver, today: string): Contents {
  const own = office(db)
  const organId = own.code
  switch (what.kind) {
    case 'dossiers': {
      const lines = [...new Set(what.dossierIds)].map((id) => standing(db, id))
      const dossiers = packDossiers(db, lines, organId, () => true)
      return { fonds: { ...totals(dossiers, []), organId, name: own.name, note: null }, dossiers, loose: [] }
    }
    case 'fonds': {
      const fonds = fondsOf(db, what.fondsId)
      if (!fonds) throw new OperationError('not-found', { fonds: what.fondsId })
      if (fonds.closed === null) throw new OperationError('conflict', { name: fonds.name })
      const mine = documentsOfFonds(db, what.fondsId, fonds.own)
      const every = listDossiers(db, { text: '', only: 'all', on: null, offset: 0, limit: 100_000 }, today).dossiers
      const lines = every.filter((one) => items(db, one.id, mine).length > 0)
      const dossiers = packDossiers(db, lines, organId, (id) => mine.has(id))
      const packed = new Set(dossiers.flatMap((one) => one.documents.map(({ facts }) => facts.id)))
      const loose = packLoose(
        db,
        [...mine].filter((id) => !packed.has(id))
      )
      if (dossiers.length + loose.length === 0) throw new OperationError('dossier-empty', { name: fonds.name })
      return {
        fonds: { ...totals(dossiers, loose), organId, name: fonds.name, note: fonds.closed.note },
        dossiers,
        loose
      }
    }
  }
}

function standing(db: ReadableDb, id: string): DossierLine {
  const line = dossierLine(db, id)
  if (!line || line.removed) throw new OperationError('not-found', { id })
  if (dossierItems(db, id).every((item) => item.document.withdrawn)) {
    throw new OperationError('dossier-empty', { name: line.code })
  }
  return line
}

function packDossiers(
  db: ReadableDb,
  lines: readonly DossierLine[],
  organId: string,
  has: (documentId: string) => boolean
): readonly PackedDossier[] {
  const names = namesTaken()
  return lines.map((line) => {
    const folder = `${PAYLOAD}/${BAG_NAMES.dossierFolder}/${names.take(plainFolder(line.code))}`
    const code = { organId, catalog: line.openedOn.slice(0, 4), code: line.code }
    const held = dossierItems(db, line.id).filter((item) => !item.document.withdrawn && has(item.document.id))
    const documents = held.map((item, index) => {
      const named = plainFolder(item.document.reference ?? NO_REFERENCE)
      const place = `${folder}/${String(index + 1).padStart(3, '0')}_${named}`
      return packDocument(db, item.document, { folder: place, fileCode: fileCode(code), ordinal: index + 1, item })
    })
    const { title, heading, years, note } = line
    const facts = { ...code, title, heading, years, note, folder, ...spanOf(documents), documents: documents.length }
    return { line, facts, documents }
  })
}

/** By year and reference, as in a full export. */
function packLoose(db: ReadableDb, ids: readonly string[]): readonly PackedDocument[] {
  const taken = new Map<string, NamesTaken>()
  return documentLines(db, ids).map((line, index) => {
    const year = (line.issuedOn ?? line.arrivedOn)?.slice(0, 4) ?? NO_YEAR
    const names = taken.get(year) ?? namesTaken()
    taken.set(year, names)
    const named = names.take(plainFolder(line.reference ?? NO_REFERENCE))
    const folder = `${PAYLOAD}/${BAG_NAMES.looseFolder}/${year}/${named}`
    return packDocument(db, line, { folder, fileCode: '', ordinal: index + 1, item: null })
  })
}

type Placing = Readonly<{ folder: string; fileCode: string; ordinal: number; item: DossierItem | null }>

function packDocument(db: ReadableDb, line: DocumentLine, placing: Placing): PackedDocument {
  const form = documentForm(db, line.id)
  if (!form) throw new OperationError('not-found', { id: line.id })
  const names = namesTaken()
  const files = documentFiles(db, line.id).map(({ name, sha256, bytes }) => {
    return { path: `${placing.folder}/${names.take(safeName(name, 60))}`, name, sha256, bytes }
  })
  const author = authorOf(line.issuer, line.actingBody)
  const facts: DocumentFacts = {
    id: line.id,
    fileCode: placing.fileCode,
    ordinal: placing.ordinal,
    type: line.documentType === null ? '' : DOCUMENT_TYPES[line.documentType].name,
    number: `${form.number ?? ''}${form.suffix ?? ''}`,
    notation: form.symbol ?? '',
    issuedOn: line.issuedOn,
    author,
    subject: line.subject,
    pages: pagesOf(form),
    textKind: line.textKind,
    written: writtenOn(db, line.id),
    note: form.note,
    files
  }
  const listed: ListedDocument = {
    reference: line.reference,
    issuedOn: line.issuedOn,
    typeAndSubject: typeAndSubject(line),
    author,
    sheets: sheetsOf(placing.item),
    note: form.note,
    files: files.map((file) => file.path.slice(PAYLOAD.length + 1))
  }
  return { facts, listed }
}

function pagesOf(form: DocumentForm): number | null {
  return form.pageCount !== null && form.pageCount > 0 ? form.pageCount : null
}

/** The opinions leaders wrote on it. */
function writtenOn(db: ReadableDb, id: string): string {
  return assignmentsOf(db, id)
    .map((one) => [one.leader, one.opinion].filter(Boolean).join(': '))
    .filter(Boolean)
    .join('; ')
}

function sheetsOf(item: DossierItem | null): string {
  if (item === null || item.firstPage === null) return ''
  return item.firstPage === item.lastPage ? String(item.firstPage) : `${item.firstPage}–${item.lastPage}`
}

function totals(
  dossiers: readonly PackedDossier[],
  loose: readonly PackedDocument[]
): Omit<FondsFacts, 'organId' | 'name' | 'note'> {
  const all = new Map([...dossiers.flatMap((one) => one.documents), ...loose].map((one) => [one.facts.id, one]))
  const documents = [...all.values()]
  const { from, to, pages } = spanOf(documents)
  const withFile = documents.filter((one) => one.facts.files.length > 0).length
  return { from, to, documents: documents.length, withFile, pages: pages ?? 0, dossiers: dossiers.length }
}

function spanOf(documents: readonly PackedDocument[]): Pick<DossierFacts, 'from' | 'to' | 'pages'> {
  const days = documents.flatMap((one) => one.facts.issuedOn ?? []).sort()
  const pages = documents.flatMap((one) => one.facts.pages ?? [])
  return {
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    pages: pages.length === 0 ? null : pages.reduce((sum, count) => sum + count, 0)
  }
}

function documentsOfFonds(db: ReadableDb, fondsId: string, own: boolean): ReadonlySet<string> {
  const ids = db
    .prepare<[string, number], string>(
      `SELECT id FROM document WHERE withdrawn_at IS NULL AND (fonds_id = ? OR (? = 1 AND fonds_id IS NULL)) ORDER BY n`
    )
    .pluck()
    .all(fondsId, own ? 1 : 0) as string[]
  return new Set(ids)
}

function items(db: ReadableDb, dossierId: string, mine: ReadonlySet<string>): readonly DossierItem[] {
  return dossierItems(db, dossierId).filter((item) => mine.has(item.document.id))
}

function plainFolder(name: string): string {
  return safeName(name.replaceAll('.', '-'), MOST_FOLDER)
}
