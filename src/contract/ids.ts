import { z } from 'zod'

/** Ids are opaque: a letter for the kind and 20 characters from the engine's id source. */
const id = (letter: string) => z.string().regex(new RegExp(`^${letter}_[0-9a-z]{4,40}$`))

export const DocumentId = id('d').brand<'DocumentId', 'inout'>()
export const BodyId = id('b').brand<'BodyId', 'inout'>()
export const GroupId = id('g').brand<'GroupId', 'inout'>()
export const DeliveryId = id('v').brand<'DeliveryId', 'inout'>()
/** A scan of a signed sheet; a recall, replacement or correction. */
export const ProofId = id('p').brand<'ProofId', 'inout'>()
export const NoticeId = id('y').brand<'NoticeId', 'inout'>()
export const IntakeId = id('i').brand<'IntakeId', 'inout'>()
export const StagedId = id('s').brand<'StagedId', 'inout'>()
export const DossierId = id('o').brand<'DossierId', 'inout'>()
/** A line of the secret book. */
export const SecretEntryId = id('m').brand<'SecretEntryId', 'inout'>()
/** Facts made in one go and taken back in one go. */
export const BatchId = id('x').brand<'BatchId', 'inout'>()
/** A bút phê, and an entry of its progress. */
export const HandlingId = id('h').brand<'HandlingId', 'inout'>()
export const ReportEntryId = id('r').brand<'ReportEntryId', 'inout'>()
export const JobId = id('j').brand<'JobId', 'inout'>()
/** A citation of a document: the document's id and the citation's key, so that it survives re-reading. */
export const CitationId = z.string().min(4).max(400).brand<'CitationId', 'inout'>()
export const FondsId = id('f').brand<'FondsId', 'inout'>()
/** A book: made from its series and the first day of its period, so that it is the same wherever it is asked for. */
export const BookId = id('k').brand<'BookId', 'inout'>()
/** Whoever may sign in. */
export const AccountId = id('t').brand<'AccountId', 'inout'>()
export const BookRuleId = z
  .string()
  .regex(/^(?:u_[0-9a-z]{4,40}|default-(?:incoming|party|state))$/)
  .brand<'BookRuleId', 'inout'>()
/** A number kept back or void. */
export const NumberId = id('n').brand<'NumberId', 'inout'>()
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256', 'inout'>()

export type DocumentId = z.infer<typeof DocumentId>
export type BodyId = z.infer<typeof BodyId>
export type GroupId = z.infer<typeof GroupId>
export type DeliveryId = z.infer<typeof DeliveryId>
export type ProofId = z.infer<typeof ProofId>
export type NoticeId = z.infer<typeof NoticeId>
export type DossierId = z.infer<typeof DossierId>
export type SecretEntryId = z.infer<typeof SecretEntryId>
export type IntakeId = z.infer<typeof IntakeId>
export type StagedId = z.infer<typeof StagedId>
export type BatchId = z.infer<typeof BatchId>
export type HandlingId = z.infer<typeof HandlingId>
export type ReportEntryId = z.infer<typeof ReportEntryId>
export type JobId = z.infer<typeof JobId>
export type CitationId = z.infer<typeof CitationId>
export type FondsId = z.infer<typeof FondsId>
export type BookId = z.infer<typeof BookId>
export type AccountId = z.infer<typeof AccountId>
export type BookRuleId = z.infer<typeof BookRuleId>
export type NumberId = z.infer<typeof NumberId>
export type Sha256 = z.infer<typeof Sha256>
