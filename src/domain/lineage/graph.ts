import type { Level } from '../vocabulary/levels.ts'
import type { Relation } from '../vocabulary/relations.ts'

/** A document of the lineage; `held` false: cited but not in the archive (a stub). */
export type LineageNode = Readonly<{
  /** Document id, or for a stub "stub:" and its citation key. */
  id: string
  reference: string | null
  documentType: string | null
  issuedOn: string | null
  issuer: string | null
  level: Level | null
  subject: string | null
  held: boolean
}>

export type LinkStatus = 'linked' | 'inferred' | 'ambiguous' | 'date-mismatch' | 'missing'

/** `from` cites `to`. */
export type LineageEdge = Readonly<{
  from: string
  to: string
  relation: Relation
  status: LinkStatus
  quote: string
}>

export type Lineage = Readonly<{
  root: string
  nodes: readonly LineageNode[]
  edges: readonly LineageEdge[]
  /** True where the caps on depth or number of nodes cut it. */
  truncated: boolean
}>
