import type { Office } from '#contract/operations/archive.ts'
import type { ClosingSheet, NumberFlag } from '#contract/operations/books.ts'
import type { Body, Group, NoticeKind } from '#contract/operations/distribution.ts'
import type { Disposal, Dossier } from '#contract/operations/dossiers.ts'
import type { Assignment, HandlingResult } from '#contract/operations/handling.ts'
import type { SecretForm } from '#contract/operations/secret-book.ts'
import type { DocumentFile, DocumentForm } from '#contract/schemas.ts'
import type { NumberingRule, NumberPlace } from '#domain/numbering/book-rule.ts'
import type { Reference } from '#domain/reference/reference.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import type { AccessEventData } from './access-events.ts'

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

/** A paper's place in a dossier. */
export type DossierPlace = Readonly<{ documentId: string; position: number }>

/** The batch a fact belongs to; `key` recognises a row of a register when its file is put in again. */
export type BatchPlace = Readonly<{ id: string; key: string | null }>

/** A deadline taken makes the paper's first bút phê; others are said to be none. */
export type FiledDeadlines = Readonly<{
  taken: Readonly<{ handlingId: string; assignment: Assignment }> | null
  dismissed: readonly Readonly<{ key: string; quote: string }>[]
}>

export type SentDelivery = Readonly<{ deliveryId: string; bodyId: string; channel: string; copies: number }>

/** A scan of a signed sheet: an original that no document has as its file and nobody searches in. */
export type ProofFile = Readonly<{
  sha256: string
  name: string
  mediaType: string
  bytes: number
  /** Of the first delivery it proves. */
  documentId: string
}>

export type BodiesMerged = Readonly<{
  gone: Body
  kept: Body
  keptBefore: Body
  deliveries: readonly string[]
  groups: readonly Readonly<{ group: Group; before: Group }>[]
  /** Bodies below it and bodies it followed. */
  others: readonly Readonly<{ body: Body; before: Body }>[]
  assignments: readonly Readonly<{
    documentId: string
    name: string
    before: readonly string[]
    after: readonly string[]
  }>[]
  /** `moved` false: the kept body has one of its own for that paper. */
  dismissals: readonly Readonly<{ documentId: string; reason: string; moved: boolean }>[]
}>

/** How a number stands in its book: said when it is given, and again when a correction moves it. */
export type NumberSaid = Readonly<{ flags: readonly NumberFlag[]; reason: string | null }>

/** A number without a document. `place` decides its book, whatever the rules become. */
export type BlankSaid = Readonly<{
  numberId: string
  place: NumberPlace
  number: number
  suffix: string
  forWhom: string | null
  reason: string
}>

/** A line of the secret book by its number; the level is what the ledger's list may say of it. */
export type SecretPlace = Readonly<{
  entryId: string
  direction: SecretForm['direction']
  year: number
  number: number
  secrecy: SecretForm['secrecy']
}>

/** What was written under a book when it was sealed. */
export type SealedBook = Readonly<{ place: NumberPlace; sheet: ClosingSheet }>

/** The data of each kind of fact (design §3). Everything `apply` needs is in the event: ids, times, numbers given. */
export type EventData = AccessEventData &
  Readonly<{
    'archive-created': Readonly<{ archiveId: string; format: number; office: Office; fondsId: string }>
    'office-saved': Readonly<{ office: Office; before: Office }>
    'document-filed': Readonly<{
      documentId: string
      /** With the arrival number already given. */
      form: DocumentForm
      files: readonly DocumentFile[]
      reviewed: boolean
      batch?: BatchPlace
      /** `numberId`: the number that had been kept back for it. */
      numbering?: NumberSaid & Readonly<{ numberId: string | null }>
      /** What the clerk said at filing to the deadlines the text names (D08). */
      deadlines?: FiledDeadlines
    }>
    'file-attached': Readonly<{ documentId: string; file: DocumentFile; batch?: BatchPlace }>
    'file-detached': Readonly<{ documentId: string; sha256: string; reason: string; batch?: BatchPlace }>
    'document-corrected': Readonly<{
      documentId: string
      before: DocumentForm
      after: DocumentForm
      reason: string
      /** Where the correction moves its number. */
      numbering?: Readonly<{ before: NumberSaid | null; after: NumberSaid | null }>
    }>
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
    /** A superior's directive asks nothing of this office. */
    'directive-excused': Readonly<{ documentId: string; reason: string; before: string | null }>
    'directive-required': Readonly<{ documentId: string }>
    /** Days a directive may wait for an answer. */
    'answer-days-set': Readonly<{ days: number; before: number }>
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
      deliveries: readonly SentDelivery[]
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
    /** Two entries are one body: all that spoke of `gone` speaks of `kept`. Both as they were, and each thing that moved. */
    'bodies-merged': BodiesMerged
    'bodies-unmerged': BodiesMerged
    /** A sheet of the directory put in, as one fact. null: was not there before, or is not there after. */
    'directory-imported': Readonly<{
      name: string
      bodies: readonly Readonly<{ id: string; body: Body | null; before: Body | null }>[]
      groups: readonly Readonly<{ id: string; group: Group | null; before: Group | null }>[]
    }>
    /** A returned sheet: those sent before sign; the others are sent and sign at once. */
    'sheet-signed': Readonly<{
      on: string
      basis: string | null
      signed: readonly Readonly<{ deliveryId: string; by: string | null }>[]
      sent: readonly (SentDelivery & Readonly<{ documentId: string; by: string | null }>)[]
    }>
    'sheet-unsigned': Readonly<{ on: string; signed: readonly string[]; sent: readonly string[] }>
    'proof-attached': Readonly<{
      proofId: string
      file: ProofFile
      deliveryIds: readonly string[]
      note: string | null
    }>
    'proof-detached': Readonly<{ proofId: string; deliveryIds: readonly string[] }>
    /** `documentId`: the paper recalled, replaced or corrected. `sent`: of the paper that says so, to those who had the first. */
    'notice-given': Readonly<{
      documentId: string
      noticeId: string
      kind: NoticeKind
      byDocumentId: string | null
      on: string
      reason: string | null
      recalled: readonly string[]
      sent: readonly SentDelivery[]
    }>
    'notice-withdrawn': Readonly<{
      documentId: string
      noticeId: string
      byDocumentId: string | null
      on: string
      recalled: readonly string[]
      sent: readonly string[]
    }>
    'handling-assigned': Readonly<{
      documentId: string
      handlingId: string
      assignment: Assignment
      before: Assignment | null
    }>
    'handling-removed': Readonly<{ documentId: string; handlingId: string }>
    'handling-reported': Readonly<{
      documentId: string
      reportId: string
      on: string
      by: string | null
      text: string
    }>
    'handling-report-removed': Readonly<{ documentId: string; reportId: string }>
    'handling-done': Readonly<{ documentId: string; result: HandlingResult; before: HandlingResult | null }>
    'handling-reopened': Readonly<{ documentId: string; reason: string }>
    'deadline-dismissed': Readonly<{ documentId: string; key: string; quote: string }>
    'deadline-undismissed': Readonly<{ documentId: string; key: string }>
    'dossier-saved': Readonly<{ dossier: Dossier; before: Dossier | null }>
    /** Not shown any more; its papers stay where they are. */
    'dossier-removed': Readonly<{ dossierId: string; reason: string }>
    'dossier-restored': Readonly<{ dossierId: string }>
    'dossier-documents-added': Readonly<{ dossierId: string; items: readonly DossierPlace[] }>
    'dossier-documents-removed': Readonly<{ dossierId: string; items: readonly DossierPlace[] }>
    'dossier-ordered': Readonly<{ dossierId: string; documentIds: readonly string[]; before: readonly string[] }>
    'dossier-closed': Readonly<{ dossierId: string; on: string }>
    'dossier-reopened': Readonly<{ dossierId: string; reason: string; closedOn: string }>
    /** null takes a record of disposal back. */
    'dossier-disposal-recorded': Readonly<{ dossierId: string; disposal: Disposal | null; before: Disposal | null }>
    /**
     * Facts that name this batch belong together and are taken back together. `source`: what it was made from, so that
     * work cut off is gone on with; `rows`: how many facts are to come.
     */
    'batch-began': Readonly<{ batchId: string; kind: BatchKind; name: string; source: string; rows: number }>
    /** Its facts were taken back before this one; `kept`: those left as they are, because something came after. */
    'batch-undone': Readonly<{ batchId: string; reason: string; kept: number }>
    'book-rule-saved': Readonly<{ rule: NumberingRule; before: NumberingRule | null }>
    'book-rule-removed': Readonly<{ ruleId: string }>
    'book-opened': Readonly<{
      bookId: string
      place: NumberPlace
      firstNumber: number
      name: string | null
      before: Readonly<{ firstNumber: number; name: string | null }> | null
    }>
    /** Takes the opening back: the book is again no more than what is catalogued in it. */
    'book-unopened': Readonly<{ bookId: string }>
    'book-closed': SealedBook
    'book-reopened': Readonly<{ bookId: string; reason: string }>
    'number-reserved': Readonly<{ numbers: readonly BlankSaid[] }>
    'number-voided': Readonly<{ numbers: readonly BlankSaid[] }>
    /** `state`: what they were. */
    'number-released': Readonly<{ numbers: readonly BlankSaid[]; state: 'reserved' | 'void'; reason: string }>
    'fonds-closed': Readonly<{
      fondsId: string
      on: string
      decision: string
      successorId: string | null
      successor: string
      note: string | null
      books: readonly SealedBook[]
    }>
    'fonds-reopened': Readonly<{ fondsId: string; reason: string }>
    /** The office keeps a secret book, or does so no longer; its lines stay. An archive without this fact keeps none. */
    'secret-book-switched': Readonly<{ on: boolean; reason: string }>
    'secret-entry-recorded': Readonly<{ entryId: string; year: number; number: number; entry: SecretForm }>
    'secret-entry-corrected': Readonly<{
      entryId: string
      year: number
      number: number
      before: SecretForm
      after: SecretForm
      reason: string
    }>
    'secret-entry-voided': SecretPlace & Readonly<{ reason: string }>
    'secret-entry-restored': SecretPlace
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
