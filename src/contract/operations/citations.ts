import { z } from 'zod'
import { CitationId, DocumentId } from '../ids.ts'
import {
  CitationView,
  Day,
  DocumentLine,
  DocumentTypeCode,
  Reference,
  RelationCode,
  Text,
  Undoable
} from '../schemas.ts'
import { command, query } from './operation.ts'

export const citationOperations = {
  /** A person's word on a citation; a fact that survives re-reading (C11). `same`: also for equal citations elsewhere. */
  'citation.decide': command(
    z.object({
      id: CitationId,
      decision: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('link'), documentId: DocumentId }),
        z.object({ kind: z.literal('not-held') }), // another document, not in the archive
        z.object({ kind: z.literal('not-a-citation') }),
        z.object({ kind: z.literal('relation'), relation: RelationCode }),
        z.object({ kind: z.literal('undecided') }) // back to what the reader says
      ]),
      same: z.boolean().default(false)
    }),
    z.object({ citation: CitationView, also: z.int(), undo: Undoable })
  ),
  'citation.add': command(
    z.object({
      documentId: DocumentId,
      reference: Reference,
      documentType: DocumentTypeCode.nullable(),
      issuedOn: Day.nullable(),
      issuer: Text(200).nullable(),
      relation: RelationCode,
      quote: Text(1000),
      target: DocumentId.nullable()
    }),
    z.object({ citation: CitationView, undo: Undoable })
  ),
  'citation.same': query(z.object({ id: CitationId }), z.object({ documents: z.array(DocumentLine) })),
  'worklist.counts': query(z.object({}), z.object({ counts: z.record(z.string(), z.int()) })),
  /** Citations that want a person or a document: one row per cited identity, most cited first (C14). */
  'worklist.citations': query(
    z.object({
      kind: z.enum(['ambiguous', 'date-mismatch', 'missing']).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500)
    }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          kind: z.enum(['ambiguous', 'date-mismatch', 'missing']),
          reference: z.string().nullable(),
          documentType: DocumentTypeCode.nullable(),
          issuedOn: z.string().nullable(),
          issuer: z.string().nullable(),
          times: z.int(),
          citations: z.array(CitationView)
        })
      )
    })
  ),
  'worklist.documents': query(
    z.object({
      kind: z.enum(['no-text', 'not-reviewed', 'number-taken']),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500)
    }),
    z.object({ total: z.int(), documents: z.array(DocumentLine) })
  )
} as const
