import { OperationError } from '#contract/failures.ts'
import type { citationOperations } from '#contract/operations/citations.ts'
import type { InputOf } from '#contract/operations.ts'
import { matchKey } from '#domain/resolve/match-key.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { CitationDecision, NewEvent } from '../ledger/events.ts'
import {
  citationId,
  citationRow,
  citationView,
  type StoredCitation,
  sameCitations,
  splitCitationId
} from '../store/citations.ts'
import { prepared } from '../store/db/prepared.ts'
import { documentLine, documentLines } from '../store/document-lines.ts'
import { worklistCitations, worklistCounts, worklistDocuments } from '../store/worklists.ts'
import type { Handlers } from './handlers.ts'

type Wanted = InputOf<'citation.decide'>['decision']

export const citationHandlers: Handlers<keyof typeof citationOperations> = {
  'citation.decide': (archive, input, caller) => {
    const row = rowOf(archive, input.id)
    checkTarget(archive, row, input.decision)
    const events = [
      ...decisionEvents(archive, row, input.decision),
      ...alsoDecided(archive, row, input).flatMap((one) => decisionEvents(archive, one, input.decision))
    ]
    const written = events.length > 0 ? archive.commit(events, caller) : []
    const documents = new Set(events.map((event) => event.data.documentId))
    documents.delete(row.document_id)
    const seq = written[0]?.seq
    return {
      citation: citationView(archive.db, rowOf(archive, input.id)),
      also: documents.size,
      undo: seq === undefined ? null : { seq, what: 'citation-decided' }
    }
  },
  'citation.add': (archive, input, caller) => {
    standing(archive, input.documentId)
    if (input.target !== null) {
      standing(archive, input.target)
      if (input.target === input.documentId) throw new OperationError('bad-input', { field: 'target' })
    }
    const { target, ...cited } = input
    const key = `added:${matchKey(input.reference)}@${input.issuedOn ?? ''}`
    if (citationRow(archive.db, input.documentId, key)) throw new OperationError('duplicate', { key })
    const [written] = archive.commit([{ kind: 'citation-added', data: { ...cited, key, target } }], caller)
    return {
      citation: citationView(archive.db, rowOf(archive, citationId(input.documentId, key))),
      undo: written ? { seq: written.seq, what: 'citation-added' } : null
    }
  },
  'citation.same': (archive, input) => {
    const same = sameCitations(archive.db, rowOf(archive, input.id))
    return { documents: documentLines(archive.db, [...new Set(same.map((one) => one.document_id))]) }
  },
  'worklist.counts': (archive) => ({ counts: worklistCounts(archive.db, archive.today()) }),
  'worklist.citations': (archive, input) => worklistCitations(archive.db, input),
  'worklist.documents': (archive, input) => worklistDocuments(archive.db, input)
}

/** Equal citations of other papers, where asked for. A paper older than the chosen document cannot mean it. */
function alsoDecided(
  archive: ArchiveContext,
  row: StoredCitation,
  input: InputOf<'citation.decide'>
): readonly StoredCitation[] {
  if (!input.same || input.decision.kind === 'relation') return []
  const same = sameCitations(archive.db, row)
  if (input.decision.kind !== 'link') return same
  const target = documentLine(archive.db, input.decision.documentId)
  return same.filter((one) => {
    const citing = documentLine(archive.db, one.document_id)
    const later = citing?.issuedOn && target?.issuedOn ? target.issuedOn > citing.issuedOn : false
    return !later && one.document_id !== target?.id
  })
}

type Decided = Extract<NewEvent, { kind: 'citation-decided' }>

function decisionEvents(archive: ArchiveContext, row: StoredCitation, wanted: Wanted): readonly Decided[] {
  const standing = currentDecisions(archive, row)
  const event = (decision: CitationDecision, before: CitationDecision): Decided => ({
    kind: 'citation-decided',
    data: { documentId: row.document_id, key: row.key, decision, before }
  })
  if (wanted.kind === 'relation') {
    return [event(wanted, standing.relation ?? { kind: 'relation', relation: null })]
  }
  if (wanted.kind !== 'undecided') return [event(wanted, standing.target ?? { kind: 'undecided' })]
  return [
    ...(standing.target ? [event(wanted, standing.target)] : []),
    ...(standing.relation ? [event({ kind: 'relation', relation: null }, standing.relation)] : [])
  ]
}

/** What people decided of a citation so far: where it points, and how it stands to it. */
function currentDecisions(
  archive: ArchiveContext,
  row: StoredCitation
): Readonly<{ target: CitationDecision | null; relation: CitationDecision | null }> {
  type Row = { kind: CitationDecision['kind']; target: string | null; relation: StoredCitation['relation'] | null }
  const rows = prepared<[string, string], Row>(
    archive.db,
    'SELECT kind, target_id AS target, relation FROM citation_decision WHERE document_id = ? AND key = ?'
  ).all(row.document_id, row.key)
  const decisions = rows.map(({ kind, target, relation }): CitationDecision => {
    if (kind === 'link') return { kind, documentId: target ?? '' }
    return kind === 'relation' ? { kind, relation } : { kind }
  })
  return {
    target: decisions.find((one) => one.kind !== 'relation') ?? null,
    relation: decisions.find((one) => one.kind === 'relation') ?? null
  }
}

function checkTarget(archive: ArchiveContext, row: StoredCitation, wanted: Wanted): void {
  if (wanted.kind !== 'link') return
  standing(archive, wanted.documentId)
  if (wanted.documentId === row.document_id) throw new OperationError('bad-input', { field: 'documentId' })
}

function rowOf(archive: ArchiveContext, id: string): StoredCitation {
  const { documentId, key } = splitCitationId(id)
  const row = citationRow(archive.db, documentId, key)
  if (!row) throw new OperationError('not-found', { id })
  return row
}

function standing(archive: ArchiveContext, id: string): void {
  const line = documentLine(archive.db, id)
  if (!line) throw new OperationError('not-found', { id })
  if (line.withdrawn) throw new OperationError('conflict', { id })
}
