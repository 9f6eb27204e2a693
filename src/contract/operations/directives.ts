import { z } from 'zod'
import { DocumentId } from '../ids.ts'
import { DocumentLine, LevelCode, Line, Undoable } from '../schemas.ts'
import { CLERK_AND_LEADER, command, query } from './operation.ts'

export const DirectiveRow = z.object({
  document: DocumentLine,
  /** Day it came, else its own. */
  since: z.string(),
  ageDays: z.int(),
  /** Why nothing has to be done about it; null: it waits. */
  excuse: z.string().nullable()
})
export type DirectiveRow = z.infer<typeof DirectiveRow>

const Answered = z.object({ undo: Undoable })

export const directiveOperations = {
  /** Superiors' directives that no paper of the office answers after the days it allows, the oldest first (C15). */
  'worklist.unanswered': query(
    z.object({
      level: LevelCode.nullable().default(null),
      issuer: z.string().max(200).nullable().default(null),
      /** The ones a person said need no answer, instead of those that wait. */
      excused: z.boolean().default(false),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500)
    }),
    z.object({
      total: z.int(),
      /** Days a directive may wait. */
      days: z.int(),
      rows: z.array(DirectiveRow),
      /** Of all that wait (or are excused), whatever issuer was asked for: the one with most first. */
      issuers: z.array(z.object({ issuer: z.string().nullable(), level: LevelCode.nullable(), count: z.int() }))
    })
  ),
  /** "Không phải triển khai", with the reason: a fact that can be taken back. */
  'directive.excuse': command(z.object({ documentId: DocumentId, reason: Line(500) }), Answered, CLERK_AND_LEADER),
  'directive.require': command(z.object({ documentId: DocumentId }), Answered, CLERK_AND_LEADER),
  'directive.setDays': command(z.object({ days: z.int().min(1).max(365) }), Answered)
} as const
