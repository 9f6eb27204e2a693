import { z } from 'zod'
import { LEAST_YEARS, MOST_YEARS } from '#domain/retention/retention.ts'
import { MOST_TICKED } from '#domain/search/hit-limits.ts'
import { DocumentId, DossierId } from '../ids.ts'
import { Day, DocumentLine, Line, Text, Undoable } from '../schemas.ts'
import { command, query } from './operation.ts'
import { SearchFilters } from './search.ts'

/** Papers that belong into a dossier by rule: what this search finds. */
export const DossierRule = z.object({ query: Text(500), filters: SearchFilters })
export type DossierRule = z.infer<typeof DossierRule>

/** A hồ sơ: the papers of one piece of work, with the term they are kept for (NĐ 30/2020 Điều 28–31, Phụ lục V). */
export const Dossier = z.object({
  id: DossierId,
  /** Số và ký hiệu hồ sơ. */
  code: Line(60),
  title: Line(500),
  /** Tên đề mục: what it stands under in the list. */
  heading: Text(200).nullable(),
  /** Thời hạn bảo quản in years; null: vĩnh viễn. */
  years: z.int().min(LEAST_YEARS).max(MOST_YEARS).nullable(),
  /** Người lập hồ sơ. */
  keeper: Text(100).nullable(),
  openedOn: Day,
  /** Where the paper lies: shelf, box. */
  paperLocation: Text(200).nullable(),
  note: Text(1000).nullable(),
  rule: DossierRule.nullable()
})
export type Dossier = z.infer<typeof Dossier>

/** What was decided of a dossier whose term is over; papers and files stay in the archive all the same. */
export const Disposal = z.object({
  decidedOn: Day,
  /** The decision and the minutes that prove it. */
  decision: Line(300),
  note: Text(500).nullable()
})
export type Disposal = z.infer<typeof Disposal>

export const DossierLine = Dossier.extend({
  closedOn: z.string().nullable(),
  documents: z.int(),
  /** Sheets or pages known of; null where no paper says. */
  pages: z.int().nullable(),
  /** Days of the oldest and the newest paper. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** First day after its term. */
  dueOn: z.string().nullable(),
  /** Last day to hand it in to the archive. */
  handInBy: z.string().nullable(),
  disposal: Disposal.nullable(),
  removed: z.boolean()
})
export type DossierLine = z.infer<typeof DossierLine>

/** A paper in its dossier: its place, and the sheets it takes up where the pages of all before it are known. */
export const DossierItem = z.object({
  document: DocumentLine,
  position: z.int(),
  pages: z.int().nullable(),
  firstPage: z.int().nullable(),
  lastPage: z.int().nullable()
})
export type DossierItem = z.infer<typeof DossierItem>

const Saved = z.object({ dossier: DossierLine, undo: Undoable })
/** `added`: those that were not in it yet. */
const Added = z.object({ dossier: DossierLine, added: z.int(), undo: Undoable })

export const dossierOperations = {
  'dossier.list': query(
    z.object({
      text: Text(200),
      /** due: the term is over; to-hand-in: closed, a year has passed. */
      only: z.enum(['all', 'open', 'closed', 'due', 'removed']),
      on: Day.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500)
    }),
    z.object({ total: z.int(), dossiers: z.array(DossierLine) })
  ),
  'dossier.get': query(
    z.object({ id: DossierId }),
    z.object({ dossier: DossierLine, items: z.array(DossierItem), proposed: z.int() })
  ),
  /** The dossiers a document lies in. */
  'dossier.ofDocument': query(z.object({ documentId: DocumentId }), z.object({ dossiers: z.array(DossierLine) })),
  /** What its rule finds that is not in it. */
  'dossier.proposals': query(
    z.object({ id: DossierId, limit: z.int().min(1).max(500) }),
    z.object({ total: z.int(), documents: z.array(DocumentLine) })
  ),
  /** A new one has no id yet; `duplicate` where another open dossier has the code. */
  'dossier.save': command(z.object({ dossier: Dossier.extend({ id: DossierId.nullable() }) }), Saved),
  'dossier.remove': command(z.object({ id: DossierId, reason: Line(500) }), Saved),
  'dossier.restore': command(z.object({ id: DossierId }), Saved),
  /** Changes of a closed dossier are refused with `dossier-closed`. */
  'dossier.add': command(z.object({ id: DossierId, documentIds: z.array(DocumentId).min(1).max(MOST_TICKED) }), Added),
  /** All that a search finds but those left out, up to 2,000. */
  'dossier.addFound': command(
    z.object({
      id: DossierId,
      search: DossierRule,
      leftOut: z.array(DocumentId).max(MOST_TICKED).default([])
    }),
    Added
  ),
  /** All that the archive holds of a lineage. */
  'dossier.addLineage': command(
    z.object({ id: DossierId, documentId: DocumentId, direction: z.enum(['up', 'down', 'both']) }),
    Added
  ),
  'dossier.takeOut': command(z.object({ id: DossierId, documentIds: z.array(DocumentId).min(1).max(2000) }), Saved),
  /** The whole order anew; `conflict` where it does not hold just the dossier's papers. */
  'dossier.order': command(z.object({ id: DossierId, documentIds: z.array(DocumentId).max(5000) }), Saved),
  'dossier.close': command(z.object({ id: DossierId, on: Day }), Saved),
  'dossier.reopen': command(z.object({ id: DossierId, reason: Line(500) }), Saved),
  /** Records what was decided; only of a closed dossier whose term is over. */
  'dossier.recordDisposal': command(z.object({ id: DossierId, disposal: Disposal }), Saved)
} as const
