import { z } from 'zod'
import { BodyId, DeliveryId, DocumentId, StagedId } from '../ids.ts'
import { Channel, Day, Delivery, Direction, DocumentLine, Text, Undoable } from '../schemas.ts'
import { Body, Notice, NoticeKind, Proof, ReconciliationRow } from './distribution.ts'
import { command, query } from './operation.ts'

/** Days from–to; open ends hold every day. */
const Period = { from: z.iso.date().nullable(), to: z.iso.date().nullable() }

/** A line of a printed sheet, in its order. Without a body it can only be read. */
export const SheetRow = z.object({
  key: z.string(),
  document: DocumentLine,
  bodyId: BodyId.nullable(),
  name: z.string(),
  channel: Channel,
  delivery: Delivery.nullable(),
  /** No signature yet, and one can be entered: for what was not sent, sending and signature at once. */
  open: z.boolean()
})
export type SheetRow = z.infer<typeof SheetRow>

/** Red: nothing sent to someone named, or the time for signing is over. Amber: waits, or wants a look. Green: done. */
export const Light = z.enum(['red', 'amber', 'green'])
export type Light = z.infer<typeof Light>

export const PeriodMatter = z.enum(['not-sent', 'unacknowledged', 'extra', 'unknown'])
export type PeriodMatter = z.infer<typeof PeriodMatter>

export const PeriodRow = z.object({
  document: DocumentLine,
  light: Light,
  expected: z.int(),
  sent: z.int(),
  acknowledged: z.int(),
  notSent: z.int(),
  unacknowledged: z.int(),
  extra: z.int(),
  unknown: z.int(),
  oldestDays: z.int().nullable(),
  /** The rows that want a person, of the kinds asked for. */
  matters: z.array(z.object({ matter: PeriodMatter, light: Light, row: ReconciliationRow }))
})
export type PeriodRow = z.infer<typeof PeriodRow>

export const PeriodReconciliation = z.object({
  /** Papers of the period that go to somebody, whatever the filter. */
  documents: z.int(),
  lights: z.object({ red: z.int(), amber: z.int(), green: z.int() }),
  counts: z.object({
    expected: z.int(),
    sent: z.int(),
    acknowledged: z.int(),
    notSent: z.int(),
    unacknowledged: z.int(),
    extra: z.int(),
    unknown: z.int()
  }),
  rows: z.array(PeriodRow)
})
export type PeriodReconciliation = z.infer<typeof PeriodReconciliation>

export const PeriodInput = z.object({
  ...Period,
  direction: Direction,
  only: PeriodMatter.or(z.literal('all')),
  /** Papers that are done are left out. */
  openOnly: z.boolean(),
  bodyId: BodyId.nullable(),
  text: Text(200)
})
export type PeriodInput = z.infer<typeof PeriodInput>

export const deliveryCareOperations = {
  /** A returned sheet as it was printed: the signature sheet of one paper, or a stretch of the handover book. */
  'delivery.sheet': query(
    z.object({ documentId: DocumentId.nullable(), ...Period, direction: Direction, onlyUnsigned: z.boolean() }),
    z.object({ rows: z.array(SheetRow), open: z.int() })
  ),
  /** Everyone ticked on a returned sheet has signed; whoever had no sending yet gets one of that day. All or none. */
  'delivery.signSheet': command(
    z.object({
      on: Day,
      basis: Text(200).nullable(),
      rows: z
        .array(
          z.object({
            documentId: DocumentId,
            bodyId: BodyId,
            deliveryId: DeliveryId.nullable(),
            channel: Channel,
            by: Text(100).nullable()
          })
        )
        .min(1)
        .max(2000)
    }),
    z.object({ signed: z.int(), sent: z.int(), deliveryIds: z.array(DeliveryId), undo: Undoable })
  ),
  /** A photo or scan of the signed sheet, kept among the originals; its letters are not searched. */
  'delivery.attachProof': command(
    z.object({
      staged: StagedId,
      deliveryIds: z.array(DeliveryId).min(1).max(2000),
      note: Text(300).nullable()
    }),
    z.object({ proof: Proof, undo: Undoable })
  ),
  'delivery.period': query(PeriodInput, PeriodReconciliation),
  /** Everything sent to a body in a period (S14), newest first. */
  'delivery.ofBody': query(
    z.object({ bodyId: BodyId, ...Period, text: Text(200) }),
    z.object({
      body: Body,
      total: z.int(),
      acknowledged: z.int(),
      unacknowledged: z.int(),
      copies: z.int(),
      rows: z.array(Delivery.extend({ document: DocumentLine }))
    })
  ),
  /** Who had a paper, and the papers that replace or correct it by what they cite. */
  'delivery.noticeOffer': query(
    z.object({ documentId: DocumentId }),
    z.object({
      document: DocumentLine,
      holders: z.array(z.object({ bodyId: BodyId, name: z.string(), delivery: Delivery })),
      candidates: z.array(z.object({ document: DocumentLine, kind: NoticeKind }))
    })
  ),
  /** Recall, replacement or correction, told to exactly those who had the paper (D06). */
  'delivery.giveNotice': command(
    z.object({
      documentId: DocumentId,
      kind: NoticeKind,
      /** The paper that says so; none: said without one. */
      byDocumentId: DocumentId.nullable(),
      on: Day,
      reason: Text(500).nullable(),
      /** The first paper is called back from all who have it. */
      recall: z.boolean(),
      /** The second goes out now to everyone who had the first. */
      send: z.boolean()
    }),
    z.object({ notice: Notice, recalled: z.int(), sent: z.int(), undo: Undoable })
  )
} as const
