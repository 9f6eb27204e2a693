import { OperationError } from '#contract/failures.ts'
import type { DossierId } from '#contract/ids.ts'
import type { Dossier, DossierLine, DossierRule, dossierOperations } from '#contract/operations/dossiers.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { MOST_TICKED } from '#domain/search/hit-limits.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { allFound } from '../search/answer.ts'
import { documentLine, documentLineByNumber, documentLines } from '../store/document-lines.ts'
import { dossierCodes, dossierItems, dossierLine, dossiersOf, listDossiers } from '../store/dossiers.ts'
import { traceLineage } from '../store/lineage.ts'
import type { Handlers } from './handlers.ts'

const LINEAGE_DEPTH = 8

export const dossierHandlers: Handlers<keyof typeof dossierOperations> = {
  'dossier.list': (archive, input) => listDossiers(archive.db, input, archive.today()),
  'dossier.get': (archive, input) => {
    const dossier = standing(archive, input.id)
    return { dossier, items: dossierItems(archive.db, input.id), proposed: proposedFor(archive, dossier).length }
  },
  'dossier.ofDocument': (archive, input) => ({ dossiers: dossiersOf(archive.db, input.documentId) }),
  'dossier.proposals': (archive, input) => {
    const found = proposedFor(archive, standing(archive, input.id))
    return { total: found.length, documents: documentLines(archive.db, found.slice(0, input.limit)) }
  },
  'dossier.save': (archive, input, caller) => {
    const dossier: Dossier = { ...input.dossier, id: input.dossier.id ?? (archive.newId('o') as DossierId) }
    const before = input.dossier.id === null ? null : asSaved(open(archive, dossier.id))
    const twin = dossierCodes(archive.db).find(
      (one) => one.id !== dossier.id && foldKey(one.code) === foldKey(dossier.code)
    )
    if (twin) throw new OperationError('duplicate', { name: twin.code })
    return saved(archive, dossier.id, { kind: 'dossier-saved', data: { dossier, before } }, caller)
  },
  'dossier.remove': (archive, input, caller) => {
    open(archive, input.id)
    const data = { dossierId: input.id, reason: input.reason }
    return saved(archive, input.id, { kind: 'dossier-removed', data }, caller)
  },
  'dossier.restore': (archive, input, caller) => {
    if (dossierLine(archive.db, input.id)?.removed !== true) throw new OperationError('not-found', { id: input.id })
    return saved(archive, input.id, { kind: 'dossier-restored', data: { dossierId: input.id } }, caller)
  },
  'dossier.add': (archive, input, caller) => {
    for (const id of input.documentIds) {
      const line = documentLine(archive.db, id)
      if (!line) throw new OperationError('not-found', { id })
      if (line.withdrawn) throw new OperationError('conflict', { id })
    }
    return add(archive, open(archive, input.id), input.documentIds, caller)
  },
  'dossier.addFound': (archive, input, caller) =>
    add(archive, open(archive, input.id), foundBy(archive, input.search, input.leftOut), caller),
  'dossier.addLineage': (archive, input, caller) => {
    const { documentId, direction } = input
    const lineage = traceLineage(
      archive.db,
      { documentId, direction, depth: LINEAGE_DEPTH, limit: 1000 },
      archive.today()
    )
    const held = lineage.nodes.filter((node) => node.held).map((node) => node.id)
    return add(archive, open(archive, input.id), held, caller)
  },
  'dossier.takeOut': (archive, input, caller) => {
    open(archive, input.id)
    const places = new Map(dossierItems(archive.db, input.id).map((one) => [one.document.id, one.position]))
    const items = input.documentIds.flatMap((documentId) => {
      const position = places.get(documentId)
      return position === undefined ? [] : [{ documentId, position }]
    })
    if (items.length === 0) throw new OperationError('not-found', { id: input.id })
    const data = { dossierId: input.id, items }
    return saved(archive, input.id, { kind: 'dossier-documents-removed', data }, caller)
  },
  'dossier.order': (archive, input, caller) => {
    open(archive, input.id)
    const before = dossierItems(archive.db, input.id).map((one) => one.document.id)
    const same = new Set(input.documentIds)
    if (
      same.size !== before.length ||
      input.documentIds.length !== before.length ||
      before.some((id) => !same.has(id))
    ) {
      throw new OperationError('conflict', { id: input.id })
    }
    const data = { dossierId: input.id, documentIds: input.documentIds, before }
    return saved(archive, input.id, { kind: 'dossier-ordered', data }, caller)
  },
  'dossier.close': (archive, input, caller) => {
    const dossier = open(archive, input.id)
    if (input.on < dossier.openedOn) throw new OperationError('bad-input', { field: 'on' })
    return saved(archive, input.id, { kind: 'dossier-closed', data: { dossierId: input.id, on: input.on } }, caller)
  },
  'dossier.reopen': (archive, input, caller) => {
    const { closedOn, disposal } = standing(archive, input.id)
    if (closedOn === null || disposal !== null) throw new OperationError('conflict', { id: input.id })
    const data = { dossierId: input.id, reason: input.reason, closedOn }
    return saved(archive, input.id, { kind: 'dossier-reopened', data }, caller)
  },
  'dossier.recordDisposal': (archive, input, caller) => {
    const { dueOn, disposal: before } = standing(archive, input.id)
    if (dueOn === null || input.disposal.decidedOn < dueOn)
      throw new OperationError('bad-input', { field: 'decidedOn' })
    const data = { dossierId: input.id, disposal: input.disposal, before }
    return saved(archive, input.id, { kind: 'dossier-disposal-recorded', data }, caller)
  }
}

/** Appends what is not in it yet, the oldest first: papers of a dossier lie by day (Phụ lục V). */
function add(archive: ArchiveContext, dossier: DossierLine, ids: readonly string[], caller: Caller) {
  const items = dossierItems(archive.db, dossier.id)
  const there = new Set<string>(items.map((one) => one.document.id))
  const lines = documentLines(
    archive.db,
    [...new Set(ids)].filter((id) => !there.has(id))
  ).filter((one) => !one.withdrawn)
  if (lines.length === 0) return { dossier, added: 0, undo: null }
  const last = items.at(-1)?.position ?? 0
  const ordered = lines.toSorted((a, b) => (a.issuedOn ?? '9999').localeCompare(b.issuedOn ?? '9999'))
  const added = ordered.map((line, index) => ({ documentId: line.id, position: last + 1 + index }))
  const event = { kind: 'dossier-documents-added', data: { dossierId: dossier.id, items: added } } as const
  return { ...saved(archive, dossier.id, event, caller), added: added.length }
}

/** As many as one step may put in: more is no dossier but an archive. */
function foundBy(archive: ArchiveContext, rule: DossierRule, leftOut: readonly string[] = []): readonly string[] {
  const without = new Set(leftOut)
  return allFound(archive.db, rule, MOST_TICKED + without.size)
    .flatMap((n) => documentLineByNumber(archive.db, n)?.id ?? [])
    .filter((id) => !without.has(id))
    .slice(0, MOST_TICKED)
}

function proposedFor(archive: ArchiveContext, dossier: DossierLine): readonly string[] {
  if (dossier.rule === null || dossier.closedOn !== null) return []
  const there = new Set<string>(dossierItems(archive.db, dossier.id).map((one) => one.document.id))
  return foundBy(archive, dossier.rule).filter((id) => !there.has(id))
}

function standing(archive: ArchiveContext, id: string): DossierLine {
  const dossier = dossierLine(archive.db, id)
  if (!dossier || dossier.removed) throw new OperationError('not-found', { id })
  return dossier
}

function open(archive: ArchiveContext, id: string): DossierLine {
  const dossier = standing(archive, id)
  if (dossier.closedOn !== null) throw new OperationError('dossier-closed', { code: dossier.code })
  return dossier
}

/** What a person sets of a dossier, without what follows from it. */
function asSaved(line: DossierLine): Dossier {
  const { id, code, title, heading, years, keeper, openedOn, paperLocation, note, rule } = line
  return { id, code, title, heading, years, keeper, openedOn, paperLocation, note, rule }
}

function saved(archive: ArchiveContext, id: string, event: NewEvent, caller: Caller) {
  const [written] = archive.commit([event], caller)
  const dossier = dossierLine(archive.db, id)
  if (!dossier) throw new OperationError('internal', {})
  return { dossier, undo: written ? { seq: written.seq, what: event.kind } : null }
}
