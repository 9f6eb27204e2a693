import { z } from 'zod'
import { BodyId, DeliveryId, DocumentId, GroupId, NoticeId, ProofId, Sha256 } from '../ids.ts'
import {
  Channel,
  Day,
  Delivery,
  DeliveryState,
  DocumentLine,
  LevelCode,
  Line,
  RecipientLine,
  Text,
  Undoable
} from '../schemas.ts'
import { command, query } from './operation.ts'

/** A body of the directory; a person ("Đ/c Kơ Să Ha Tuấn") is one too. Valid from–to, with a successor (M10). */
export const Body = z.object({
  id: BodyId,
  name: Line(200),
  shortName: Text(100).nullable(),
  kind: z.enum(['organisation', 'person']),
  level: LevelCode.nullable(),
  code: Text(40).nullable(),
  parentId: BodyId.nullable(),
  aliases: z.array(Line(200)).max(50),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  successorId: BodyId.nullable(),
  channel: Channel,
  note: Text(500).nullable()
})
export type Body = z.infer<typeof Body>

export const Group = z.object({
  id: GroupId,
  name: Line(200),
  aliases: z.array(Line(200)).max(50),
  members: z.array(z.object({ bodyId: BodyId, from: Day.nullable(), to: Day.nullable() })).max(2000)
})
export type Group = z.infer<typeof Group>

/** One row of the reconciliation: a body the text names, or one that was sent to without being named. */
export const ReconciliationRow = z.object({
  /**
   * addressees, recipients: which list names it; holders: it had the paper this one recalls, replaces or corrects (D06);
   * extra: sent but not named; unknown: a name the directory does not know.
   */
  source: z.enum(['addressees', 'recipients', 'holders', 'extra', 'unknown']),
  /** Index of the line in that list, and the group that was expanded. */
  line: z.int().nullable(),
  lineText: z.string().nullable(),
  groupName: z.string().nullable(),
  /** Other lines and groups of the text that name it too: it is sent to once all the same. */
  alsoIn: z.array(z.string()),
  name: z.string(),
  bodyId: BodyId.nullable(),
  channel: Channel,
  /** As the text asks for ("(02 bản)"), else one. */
  copies: z.int(),
  delivery: Delivery.nullable(),
  state: DeliveryState.or(z.literal('dismissed')).or(z.literal('unknown')),
  dismissedReason: z.string().nullable(),
  ageDays: z.int().nullable()
})
export type ReconciliationRow = z.infer<typeof ReconciliationRow>

/** A photo or scan of a signed sheet, and the deliveries it proves; `others`: how many of them are of other papers. */
export const Proof = z.object({
  id: ProofId,
  sha256: Sha256,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  note: z.string().nullable(),
  attachedAt: z.string(),
  attachedBy: z.string(),
  deliveryIds: z.array(DeliveryId),
  others: z.int()
})
export type Proof = z.infer<typeof Proof>

export const NoticeKind = z.enum(['recall', 'replace', 'correct'])
export type NoticeKind = z.infer<typeof NoticeKind>

/** Recall, replacement or correction of a paper: told to those who had it, and who has sent it back. */
export const Notice = z.object({
  id: NoticeId,
  kind: NoticeKind,
  first: DocumentLine,
  by: DocumentLine.nullable(),
  on: z.string(),
  reason: z.string().nullable(),
  /** Of those who had the first: called back, and of them who sent it back. */
  holders: z.int(),
  recalled: z.int(),
  returned: z.int()
})
export type Notice = z.infer<typeof Notice>

export const Reconciliation = z.object({
  document: DocumentLine,
  on: Day,
  addressees: z.array(RecipientLine),
  recipients: z.array(RecipientLine),
  rows: z.array(ReconciliationRow),
  counts: z.object({
    expected: z.int(),
    sent: z.int(),
    acknowledged: z.int(),
    unacknowledged: z.int(),
    notSent: z.int(),
    extra: z.int(),
    unknown: z.int(),
    /** Called back and not yet back. */
    recalled: z.int(),
    fileCopies: z.int()
  }),
  oldestDays: z.int().nullable(),
  proofs: z.array(Proof),
  /** About this paper, or given by it. */
  notices: z.array(Notice),
  /** Papers this one replaces or corrects, whose holders have not been sent it as such. */
  offers: z.array(z.object({ first: DocumentLine, kind: NoticeKind, holders: z.int() }))
})
export type Reconciliation = z.infer<typeof Reconciliation>

export const distributionOperations = {
  'directory.list': query(
    z.object({ text: Text(200), on: Day.nullable() }),
    z.object({ bodies: z.array(Body), groups: z.array(Group) })
  ),
  /** A new body has no id yet. */
  'directory.saveBody': command(
    z.object({ body: Body.extend({ id: BodyId.nullable() }) }),
    z.object({ body: Body, undo: Undoable })
  ),
  'directory.saveGroup': command(
    z.object({ group: Group.extend({ id: GroupId.nullable() }) }),
    z.object({ group: Group, undo: Undoable })
  ),
  /** The text against the log, groups expanded as of the sending date, else the document's date (D01, D03). */
  'delivery.reconcile': query(z.object({ documentId: DocumentId }), Reconciliation),
  /** Ties the name of a line that the directory does not know to bodies or a group; kept for all documents as an alias when asked. */
  'delivery.assign': command(
    z.object({
      documentId: DocumentId,
      name: Line(400),
      bodyIds: z.array(BodyId).max(500),
      groupId: GroupId.nullable(),
      remember: z.boolean()
    }),
    z.object({ reconciliation: Reconciliation, undo: Undoable })
  ),
  'delivery.send': command(
    z.object({
      documentId: DocumentId,
      sentOn: Day,
      items: z
        .array(z.object({ bodyId: BodyId, channel: Channel, copies: z.int().min(1).max(999) }))
        .min(1)
        .max(2000)
    }),
    z.object({ reconciliation: Reconciliation, undo: Undoable })
  ),
  /** Sends to everyone the text names who has had nothing yet: one key. */
  'delivery.sendAll': command(
    z.object({ documentId: DocumentId, sentOn: Day }),
    z.object({ reconciliation: Reconciliation, sent: z.int(), undo: Undoable })
  ),
  'delivery.acknowledge': command(
    z.object({
      deliveryIds: z.array(DeliveryId).min(1).max(2000),
      on: Day,
      by: Text(100).nullable(),
      basis: Text(200).nullable()
    }),
    z.object({ acknowledged: z.int(), undo: Undoable })
  ),
  'delivery.mark': command(
    z.object({
      deliveryIds: z.array(DeliveryId).min(1).max(2000),
      what: z.enum(['received', 'returned', 'recalled', 'cancelled']),
      on: Day,
      by: Text(100).nullable(),
      note: Text(500).nullable()
    }),
    z.object({ marked: z.int(), undo: Undoable })
  ),
  /** "Không phải gửi…": a named body that is rightly not sent to. */
  'delivery.dismiss': command(
    z.object({ documentId: DocumentId, bodyId: BodyId, reason: Line(300) }),
    z.object({ reconciliation: Reconciliation, undo: Undoable })
  ),
  'delivery.overview': query(
    z.object({
      only: z.enum(['open', 'all']),
      text: Text(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500)
    }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          document: DocumentLine,
          expected: z.int(),
          sent: z.int(),
          acknowledged: z.int(),
          notSent: z.int(),
          oldestDays: z.int().nullable()
        })
      )
    })
  ),
  /** "Chưa xác nhận" by body and by document, with age in days (D05). */
  'delivery.unacknowledged': query(
    z.object({ by: z.enum(['body', 'document']), olderThanDays: z.int().min(0).max(3650) }),
    z.object({
      total: z.int(),
      groups: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          oldestDays: z.int(),
          deliveries: z.array(Delivery.extend({ document: DocumentLine }))
        })
      )
    })
  )
} as const
