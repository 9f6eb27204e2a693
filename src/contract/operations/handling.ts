import { z } from 'zod'
import { RHYTHMS } from '#domain/deadline/deadline.ts'
import { DUE_WARNINGS } from '#domain/deadline/due-warnings.ts'
import { BOARD_STATES } from '#domain/deadline/handling-state.ts'
import { DocumentId, HandlingId, ReportEntryId } from '../ids.ts'
import { Day, DocumentLine, Line, RelationCode, Text, Undoable } from '../schemas.ts'
import { CLERK_AND_LEADER, command, query, WHO_WORKS } from './operation.ts'

/** A bút phê: a leader's opinion on an incoming paper, who handles it and until when (D07). */
export const Assignment = z.object({
  opinion: Text(4000).nullable(),
  leader: Text(200).nullable(),
  assignedOn: Day,
  /** Đơn vị chủ trì, as it is called on that day. */
  main: Text(200).nullable(),
  /** Đơn vị phối hợp. */
  co: z.array(Line(200)).max(60),
  due: Day.nullable(),
  /** The deadline of the paper's own text it was taken from (D08). */
  dueFrom: z.object({ key: Line(300), quote: Text(2000) }).nullable(),
  note: Text(1000).nullable()
})
export type Assignment = z.infer<typeof Assignment>

/** How the work ended. `covers`: the bút phê that were answered by it; a later one opens the work again. */
export const HandlingResult = z.object({
  on: Day,
  by: Text(200).nullable(),
  /** The reply, where it is held; else its number as told. */
  replyId: DocumentId.nullable(),
  replyText: Text(200).nullable(),
  note: Text(1000).nullable(),
  covers: z.array(HandlingId).max(1000)
})
export type HandlingResult = z.infer<typeof HandlingResult>

/** none: nothing was given out. soon: within the next seven days. open: later, or no day was set. */
export const HandlingState = z.enum(['none', 'overdue', 'soon', 'open', 'done'])
export type HandlingState = z.infer<typeof HandlingState>

export const DeadlineKey = Line(300)

/** What was said at filing to the deadlines of the text: one taken makes the first bút phê, others are said to be none. */
export const SaidDeadlines = z.object({
  taken: z.object({ key: DeadlineKey, quote: Text(2000), due: Day }).nullable(),
  dismissed: z.array(z.object({ key: DeadlineKey, quote: Text(2000) })).max(60)
})
export type SaidDeadlines = z.infer<typeof SaidDeadlines>

/** A deadline read in the text, and what became of the proposal. */
export const DeadlineView = z.object({
  key: DeadlineKey,
  quote: z.string(),
  /** Where the deadline's words stand inside `quote`. */
  quoteStart: z.int(),
  quoteEnd: z.int(),
  page: z.int(),
  start: z.int(),
  end: z.int(),
  day: z.string().nullable(),
  hour: z.string().nullable(),
  every: z.enum(RHYTHMS).nullable(),
  unit: z.string().nullable(),
  rule: z.string(),
  /** Its page's letters were read off a picture: the day is to be compared with the page. */
  ocr: z.boolean(),
  state: z.enum(['open', 'taken', 'dismissed'])
})
export type DeadlineView = z.infer<typeof DeadlineView>

export const HandlingView = z.object({
  document: DocumentLine,
  state: HandlingState,
  due: z.string().nullable(),
  /** Days past the deadline (negative: still to come); of a done paper, at the day it was done. */
  daysPast: z.int().nullable(),
  /** Newest first. */
  assignments: z.array(Assignment.extend({ id: HandlingId })),
  progress: z.array(z.object({ id: ReportEntryId, on: z.string(), by: z.string().nullable(), text: z.string() })),
  /** null while the work goes on. */
  result: HandlingResult.extend({ reply: DocumentLine.nullable() }).nullable(),
  deadlines: z.array(DeadlineView),
  /** Papers that cite this one and may be its reply, likely ones first. */
  replies: z.array(z.object({ document: DocumentLine, relation: RelationCode }))
})
export type HandlingView = z.infer<typeof HandlingView>

const Changed = z.object({ handling: HandlingView, warnings: z.array(z.enum(DUE_WARNINGS)), undo: Undoable })

/** A row of the board: one paper with its standing bút phê. */
export const HandlingRow = z.object({
  document: DocumentLine,
  state: HandlingState,
  opinion: z.string().nullable(),
  leader: z.string().nullable(),
  assignedOn: z.string().nullable(),
  main: z.string().nullable(),
  co: z.array(z.string()),
  due: z.string().nullable(),
  daysPast: z.int().nullable(),
  /** Days since it was given out; of a done paper, until it was done. */
  ageDays: z.int().nullable(),
  progress: z.string().nullable(),
  progressOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  reply: z.string().nullable(),
  note: z.string().nullable()
})
export type HandlingRow = z.infer<typeof HandlingRow>

export const BoardState = z.enum(BOARD_STATES)
export type BoardState = z.infer<typeof BoardState>

export const handlingOperations = {
  'handling.get': query(z.object({ documentId: DocumentId }), HandlingView),
  /** Adds a bút phê (no id yet), or puts one right. */
  'handling.assign': command(
    z.object({ documentId: DocumentId, id: HandlingId.nullable(), assignment: Assignment }),
    Changed,
    CLERK_AND_LEADER
  ),
  'handling.remove': command(z.object({ documentId: DocumentId, id: HandlingId }), Changed, CLERK_AND_LEADER),
  /** An entry of the column Tiến độ giải quyết. */
  'handling.report': command(
    z.object({ documentId: DocumentId, on: Day, by: Text(200).nullable(), text: Line(2000) }),
    Changed,
    WHO_WORKS
  ),
  'handling.removeReport': command(z.object({ documentId: DocumentId, id: ReportEntryId }), Changed, CLERK_AND_LEADER),
  'handling.done': command(
    z.object({
      documentId: DocumentId,
      on: Day,
      by: Text(200).nullable(),
      replyId: DocumentId.nullable(),
      replyText: Text(200).nullable(),
      note: Text(1000).nullable()
    }),
    Changed,
    CLERK_AND_LEADER
  ),
  'handling.reopen': command(z.object({ documentId: DocumentId, reason: Line(500) }), Changed, CLERK_AND_LEADER),
  /** One key: the deadline becomes that of the standing bút phê, or of a new one where there is none. */
  'handling.takeDeadline': command(z.object({ documentId: DocumentId, key: DeadlineKey }), Changed, CLERK_AND_LEADER),
  /** "Không phải hạn": remembered, so that it is not proposed again. */
  'handling.dismissDeadline': command(
    z.object({ documentId: DocumentId, key: DeadlineKey }),
    Changed,
    CLERK_AND_LEADER
  ),
  /** The overdue board: papers at work, the most pressing first. */
  'handling.board': query(
    z.object({
      state: BoardState,
      unit: Text(200).nullable(),
      text: Text(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500)
    }),
    z.object({
      total: z.int(),
      counts: z.record(BoardState, z.int()),
      /** Units that have work, by name; counts are of what is not done. */
      units: z.array(z.object({ name: z.string(), open: z.int(), overdue: z.int() })),
      rows: z.array(HandlingRow)
    })
  )
} as const
