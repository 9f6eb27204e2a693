import { z } from 'zod'

/** Ids are opaque: a letter for the kind and 20 characters from the engine's id source. */
const id = (letter: string) => z.string().regex(new RegExp(`^${letter}_[0-9a-z]{4,40}$`))

export const DocumentId = id('d').brand<'DocumentId', 'inout'>()
export const BodyId = id('b').brand<'BodyId', 'inout'>()
export const GroupId = id('g').brand<'GroupId', 'inout'>()
export const DeliveryId = id('v').brand<'DeliveryId', 'inout'>()
export const IntakeId = id('i').brand<'IntakeId', 'inout'>()
export const StagedId = id('s').brand<'StagedId', 'inout'>()
/** Facts made in one go and taken back in one go. */
export const BatchId = id('x').brand<'BatchId', 'inout'>()
export const JobId = id('j').brand<'JobId', 'inout'>()
/** A citation of a document: the document's id and the citation's key, so that it survives re-reading. */
export const CitationId = z.string().min(4).max(400).brand<'CitationId', 'inout'>()
export const FondsId = id('f').brand<'FondsId', 'inout'>()
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256', 'inout'>()

export type DocumentId = z.infer<typeof DocumentId>
export type BodyId = z.infer<typeof BodyId>
export type GroupId = z.infer<typeof GroupId>
export type DeliveryId = z.infer<typeof DeliveryId>
export type IntakeId = z.infer<typeof IntakeId>
export type StagedId = z.infer<typeof StagedId>
export type BatchId = z.infer<typeof BatchId>
export type JobId = z.infer<typeof JobId>
export type CitationId = z.infer<typeof CitationId>
export type FondsId = z.infer<typeof FondsId>
export type Sha256 = z.infer<typeof Sha256>
