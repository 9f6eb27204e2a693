import { z } from 'zod'
import { DOCUMENT_TYPE_CODES } from '#domain/vocabulary/document-types.ts'
import { LEVELS } from '#domain/vocabulary/levels.ts'
import { URGENCIES } from '#domain/vocabulary/marks.ts'
import { RELATION_CODES } from '#domain/vocabulary/relations.ts'
import { BodyId, CitationId, DeliveryId, DocumentId, FondsId, Sha256 } from './ids.ts'

/** ISO day that exists, from 1930 on (M11): "2021-08-12". */
export const Day = z.iso.date().refine((day) => day >= '1930-01-01' && day <= '2999-12-31')
/** ISO instant, UTC. */
export const Instant = z.iso.datetime()
export const Text = (most: number) => z.string().max(most)
export const Line = (most: number) => z.string().trim().min(1).max(most)
export const DocumentTypeCode = z.enum(DOCUMENT_TYPE_CODES)
export const RelationCode = z.enum(RELATION_CODES)
export const LevelCode = z.enum(LEVELS)
export const UrgencyCode = z.enum(URGENCIES)
export const Direction = z.enum(['incoming', 'outgoing', 'internal'])
export type Direction = z.infer<typeof Direction>
export const TextKind = z.enum(['born-digital', 'scan', 'mixed', 'none'])
export const Channel = z.enum(['direct', 'post', 'courier', 'network', 'meeting', 'other'])
export type Channel = z.infer<typeof Channel>

export const Evidence = z.object({ page: z.int(), start: z.int(), end: z.int(), rule: z.string() })
export const Reference = z.object({
  number: z.string().max(11),
  suffix: z.string().max(4).nullable(),
  separator: z.enum(['-', '/']),
  symbol: z.string().max(60)
})

/** A page with its letters' places. Offsets of `runs` count in this page's `text`; `offset` places it in the document text. */
export const PageTextView = z.object({
  page: z.int(),
  offset: z.int(),
  text: z.string(),
  width: z.number(),
  height: z.number(),
  runs: z.array(z.object({ start: z.int(), end: z.int(), x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
  /**
   * The letters were read off the picture and may be wrong; lines only one of two readings found. `by`: the scanner's
   * program laid them behind the picture; without, this program read them.
   */
  ocr: z.object({ doubtfulLines: z.int(), by: z.enum(['scanner']).optional() }).optional()
})
export type PageTextView = z.infer<typeof PageTextView>

/** A digital signature of a file, as far as it can be checked without a network (domain's FileSignature). */
export const FileSignature = z.object({
  signer: z.string().nullable(),
  organisation: z.string().nullable(),
  certifier: z.string().nullable(),
  signedAt: z.string().nullable(),
  signedOn: z.string().nullable(),
  integrity: z.enum(['unchanged', 'added-later', 'changed', 'unchecked']),
  timeStamp: z.boolean()
})
export type FileSignature = z.infer<typeof FileSignature>

export const RecipientLine = z.object({
  text: Line(1000),
  kind: z.enum(['body', 'group', 'as-addressed', 'by-reference', 'file-copy']),
  names: z.array(Line(400)).max(60),
  note: Text(200).nullable(),
  evidence: Evidence.nullable()
})
export type RecipientLine = z.infer<typeof RecipientLine>

/** What a clerk registers about a document: the facts of the filing event. null: the paper does not say. */
export const DocumentForm = z.object({
  direction: Direction,
  fondsId: FondsId.nullable().default(null),
  number: Text(11).nullable(),
  suffix: Text(4).nullable(),
  separator: z.enum(['-', '/']).default('-'),
  symbol: Text(60).nullable(),
  documentType: DocumentTypeCode.nullable(),
  issuedOn: Day.nullable(),
  place: Text(100).nullable(),
  issuer: Text(200).nullable(),
  parentBody: Text(200).nullable(),
  actingBody: Text(200).nullable(),
  subject: Text(2000).nullable(),
  urgency: UrgencyCode.nullable(),
  signer: Text(100).nullable(),
  signerTitle: Text(200).nullable(),
  authority: Text(300).nullable(),
  addressees: z.array(RecipientLine).max(200),
  recipients: z.array(RecipientLine).max(400),
  /** Số đến and ngày đến; null number: the next of its book is given. Only for incoming papers. */
  arrivalNumber: z.int().min(1).max(999999).nullable().default(null),
  arrivedOn: Day.nullable().default(null),
  /** Đơn vị hoặc người nhận. */
  handler: Text(200).nullable().default(null),
  copies: z.int().min(0).max(9999).nullable().default(null),
  pageCount: z.int().min(0).max(99999).nullable().default(null),
  /** Where the paper lies: box, folder, sheet (F08). */
  paperLocation: Text(200).nullable().default(null),
  note: Text(2000).nullable().default(null)
})
export type DocumentForm = z.infer<typeof DocumentForm>

export const FileRole = z.enum(['main', 'appendix', 'signed', 'source'])
export const DocumentFile = z.object({
  sha256: Sha256,
  role: FileRole,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  pages: z.int().nullable(),
  textKind: TextKind
})
export type DocumentFile = z.infer<typeof DocumentFile>

export const LinkStatus = z.enum(['linked', 'inferred', 'ambiguous', 'date-mismatch', 'missing'])

/** The line of a document wherever lists show one. */
export const DocumentLine = z.object({
  id: DocumentId,
  direction: Direction,
  reference: z.string().nullable(),
  documentType: DocumentTypeCode.nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  actingBody: z.string().nullable(),
  level: LevelCode.nullable(),
  subject: z.string().nullable(),
  signer: z.string().nullable(),
  urgency: UrgencyCode.nullable(),
  arrivalNumber: z.int().nullable(),
  arrivedOn: z.string().nullable(),
  textKind: TextKind,
  reviewed: z.boolean(),
  withdrawn: z.boolean(),
  filedAt: z.string()
})
export type DocumentLine = z.infer<typeof DocumentLine>

export const CitationView = z.object({
  id: CitationId,
  /** The citing document. */
  from: DocumentLine,
  raw: z.string(),
  reference: z.string().nullable(),
  documentType: DocumentTypeCode.nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  relation: RelationCode,
  status: LinkStatus.or(z.literal('rejected')),
  /** The document it links to, when it does. */
  to: DocumentLine.nullable(),
  candidates: z.array(DocumentLine),
  /** A person decided (C11). */
  decided: z.boolean(),
  origin: z.enum(['read', 'human']),
  quote: z.string(),
  /** Where `raw` stands inside `quote`. */
  quoteStart: z.int(),
  quoteEnd: z.int(),
  page: z.int().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  flags: z.array(z.string())
})
export type CitationView = z.infer<typeof CitationView>

export const DeliveryState = z.enum(['not-sent', 'sent', 'received', 'acknowledged', 'returned', 'recalled'])
export const Delivery = z.object({
  id: DeliveryId,
  documentId: DocumentId,
  bodyId: BodyId,
  bodyName: z.string(),
  channel: Channel,
  copies: z.int(),
  sentOn: z.string(),
  receivedOn: z.string().nullable(),
  receivedBy: z.string().nullable(),
  acknowledgedOn: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  basis: z.string().nullable(),
  returnedOn: z.string().nullable(),
  recalledOn: z.string().nullable(),
  state: DeliveryState,
  ageDays: z.int(),
  note: z.string().nullable()
})
export type Delivery = z.infer<typeof Delivery>

/** What a command gives back so that Ctrl+Z can take it back: the ledger's sequence number and what it was. */
export const Undoable = z.object({ seq: z.int(), what: z.string() }).nullable()
