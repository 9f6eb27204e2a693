import type { Office } from '#contract/operations/archive.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import type { DocumentFile, DocumentForm } from '#contract/schemas.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'

/**
 * A person's word on one citation. `key` is the citation's within its document. What it points to (link, not-held,
 * not-a-citation; undecided takes it back) and the relation (null takes it back) are decided apart.
 */
export type CitationDecision =
  | Readonly<{ kind: 'link'; documentId: string }>
  | Readonly<{ kind: 'not-held' }>
  | Readonly<{ kind: 'not-a-citation' }>
  | Readonly<{ kind: 'relation'; relation: Relation | null }>
  | Readonly<{ kind: 'undecided' }>

/** What a batch is: an old register put in, files tied to its lines, papers of the queue filed together. */
export type BatchKind = 'register' | 'match' | 'accept'

/** The batch a fact belongs to; `key` recognises a row of a register when its file is put in again. */
export type BatchPlace = Readonly<{ id: string; key: string | null }>

/** The data of each kind of fact (design §3). Everything `apply` needs is in the event: ids, times, numbers given. */
export type EventData = Readonly<{
  'archive-created': Readonly<{ archiveId: string; format: number; office: Office; fondsId: string }>
  'office-saved': Readonly<{ office: Office; before: Office }>
  'document-filed': Readonly<{
    documentId: string
    /** With the arrival number already given. */
    form: DocumentForm
    files: readonly DocumentFile[]
    reviewed: boolean
    batch?: BatchPlace
  }>
  'file-attached': Readonly<{ documentId: string; file: DocumentFile; batch?: BatchPlace }>
  'file-detached': Readonly<{ documentId: string; sha256: string; reason: string; batch?: BatchPlace }>
  'document-corrected': Readonly<{ documentId: string; before: DocumentForm; after: DocumentForm; reason: string }>
  /** With `batch`: taken back together with the rest of it. */
  'document-withdrawn': Readonly<{ documentId: string; reason: string; batch?: BatchPlace }>
  'document-restored': Readonly<{ documentId: string; reason: string }>
  'citation-decided': Readonly<{
    documentId: string
    key: string
    decision: CitationDecision
    before: CitationDecision | null
  }>
  'citation-added': Readonly<{
    documentId: string
    key: string
    reference: Reference
    documentType: DocumentType | null
    issuedOn: string | null
    issuer: string | null
    relation: Relation
    quote: string
    target: string | null
  }>
  'citation-removed': Readonly<{ documentId: string; key: string }>
  'body-saved': Readonly<{ body: Body; before: Body | null }>
  'body-removed': Readonly<{ bodyId: string }>
  'group-saved': Readonly<{ group: Group; before: Group | null }>
  'group-removed': Readonly<{ groupId: string }>
  'recipient-assigned': Readonly<{
    documentId: string
    name: string
    bodyIds: readonly string[]
    groupId: string | null
  }>
  'recipient-unassigned': Readonly<{ documentId: string; name: string }>
  'deliveries-sent': Readonly<{
    documentId: string
    sentOn: string
    deliveries: readonly Readonly<{ deliveryId: string; bodyId: string; channel: string; copies: number }>[]
  }>
  'deliveries-marked': Readonly<{
    deliveryIds: readonly string[]
    what: 'acknowledged' | 'received' | 'returned' | 'recalled' | 'cancelled'
    on: string
    by: string | null
    basis: string | null
    note: string | null
  }>
  'deliveries-unmarked': Readonly<{
    deliveryIds: readonly string[]
    what: 'acknowledged' | 'received' | 'returned' | 'recalled' | 'cancelled'
  }>
  'recipient-dismissed': Readonly<{ documentId: string; bodyId: string; reason: string }>
  'recipient-undismissed': Readonly<{ documentId: string; bodyId: string }>
  /**
   * Facts that name this batch belong together and are taken back together. `source`: what it was made from, so that
   * work cut off is gone on with; `rows`: how many facts are to come.
   */
  'batch-began': Readonly<{ batchId: string; kind: BatchKind; name: string; source: string; rows: number }>
  /** Its facts were taken back before this one; `kept`: those left as they are, because something came after. */
  'batch-undone': Readonly<{ batchId: string; reason: string; kept: number }>
}>

export type EventKind = keyof EventData

/** A fact before it has its place in the ledger. */
export type NewEvent = { [K in EventKind]: Readonly<{ kind: K; data: EventData[K] }> }[EventKind]

/**
 * A line of the ledger. `hash` is SHA-256 over the line without it; `prev` is the hash of the line before. `more`: so many
 * lines of the same commit follow; a tail that breaks off among them was never acknowledged.
 */
export type LedgerEvent = NewEvent &
  Readonly<{ seq: number; at: string; actor: string; v: number; more?: number; prev: string; hash: string }>

export type LedgerEventOf<K extends EventKind> = Extract<LedgerEvent, { kind: K }>
