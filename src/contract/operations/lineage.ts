import { z } from 'zod'
import { VALIDITY_STATUSES } from '#domain/lineage/validity.ts'
import { DocumentId } from '../ids.ts'
import { Day, DocumentLine, DocumentTypeCode, LevelCode, LinkStatus, RelationCode } from '../schemas.ts'
import { query } from './operation.ts'

export const ValidityCode = z.enum(VALIDITY_STATUSES)

export const LineageNodeView = z.object({
  id: z.string(),
  reference: z.string().nullable(),
  documentType: DocumentTypeCode.nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  level: LevelCode.nullable(),
  subject: z.string().nullable(),
  held: z.boolean(),
  /** Neighbours it has beyond the nodes of this view. */
  hidden: z.int(),
  /** On the day asked for. */
  validity: ValidityCode,
  /** A superior's directive that waits longer than the office allows: days since it came (C15). */
  unansweredDays: z.int().nullable()
})

export const LineageEdgeView = z.object({
  from: z.string(),
  to: z.string(),
  relation: RelationCode,
  status: LinkStatus,
  quote: z.string()
})

export const LineageView = z.object({
  root: z.string(),
  nodes: z.array(LineageNodeView),
  edges: z.array(LineageEdgeView),
  truncated: z.boolean()
})
export type LineageView = z.infer<typeof LineageView>

const Traced = {
  documentId: DocumentId,
  direction: z.enum(['up', 'down', 'both']),
  depth: z.int().min(1).max(12),
  limit: z.int().min(1).max(5000).default(200),
  /** Boxes the reader opened, in that order: what stands beside them comes too. */
  expanded: z.array(z.string().max(600)).max(200).default([])
} as const

export const lineageOperations = {
  /** `on`: validity as of that day; null: as of all that is held. */
  'lineage.trace': query(z.object({ ...Traced, on: Day.nullable().default(null) }), LineageView),
  /**
   * All shortest paths between two documents: a chain of citations where there is one (up: the first rests on the last),
   * else any way through citations. `way` null: none; with `truncated`, none found before the search was cut off.
   */
  'lineage.path': query(
    z.object({ from: DocumentId, to: DocumentId, on: Day.nullable().default(null) }),
    LineageView.extend({ to: z.string(), way: z.enum(['up', 'down', 'around']).nullable(), length: z.int() })
  ),
  /** The same as a file (C19). `to`: only the paths to this document. */
  'lineage.export': query(
    z.object({ ...Traced, to: DocumentId.nullable().default(null), format: z.enum(['json', 'csv', 'graphml']) }),
    z.object({ name: z.string(), mediaType: z.string(), base64: z.string() })
  ),
  /** How a document stands on a day, and each act that touched it until then, the newest first (C12). */
  'document.validity': query(
    z.object({ documentId: DocumentId, on: Day.nullable().default(null) }),
    z.object({
      status: ValidityCode,
      by: DocumentLine.nullable(),
      acts: z.array(z.object({ status: ValidityCode, relation: RelationCode, by: DocumentLine }))
    })
  )
} as const
