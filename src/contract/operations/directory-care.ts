import { z } from 'zod'
import { BodyId, GroupId, StagedId } from '../ids.ts'
import { Line, Text, Undoable } from '../schemas.ts'
import { Body } from './distribution.ts'
import { CLERK, command, query } from './operation.ts'

/** Why a row of a directory sheet is not put in. */
export const DIRECTORY_ISSUES = [
  'no-name',
  'too-long',
  'bad-kind',
  'bad-level',
  'bad-channel',
  'bad-day',
  'dates-order',
  'unknown-parent',
  'unknown-successor',
  'itself',
  'duplicate-row',
  'two-entries',
  'merged-away'
] as const

export const DirectoryIssue = z.object({
  /** Row of the sheet as its program counts, from 1. */
  row: z.int(),
  column: z.string(),
  code: z.enum(DIRECTORY_ISSUES),
  value: z.string(),
  otherRow: z.int().nullable()
})
export type DirectoryIssue = z.infer<typeof DirectoryIssue>

/** What speaks of a body: all of it follows when it is merged into another. */
export const BodyUse = z.object({
  deliveries: z.int(),
  documents: z.int(),
  groups: z.array(z.object({ id: GroupId, name: z.string() })),
  /** Names in texts a clerk tied to it; papers it rightly gets not. */
  assignments: z.int(),
  dismissals: z.int(),
  /** Bodies below it, and those it follows. */
  children: z.int(),
  predecessors: z.int()
})
export type BodyUse = z.infer<typeof BodyUse>

export const directoryCareOperations = {
  'directory.use': query(z.object({ bodyId: BodyId }), BodyUse),
  /**
   * Two entries that are one body: deliveries, groups, assignments, aliases and successors of the one go over to the
   * other; the old name stays as an alias. Merged already: nothing is done, `undo` is null.
   */
  'directory.merge': command(
    z.object({ keepId: BodyId, goneId: BodyId }),
    z.object({ body: Body, moved: BodyUse, undo: Undoable })
  ),
  /** Bodies and groups as one table, base64; put in again it changes nothing. */
  'directory.export': command(
    z.object({ format: z.enum(['xlsx', 'csv']) }),
    z.object({ name: z.string(), mediaType: z.string(), base64: z.string() })
  ),
  /** Reads every row of a staged sheet and puts in none. */
  'directory.checkImport': query(
    z.object({ staged: StagedId }),
    z.object({
      name: z.string(),
      rows: z.int(),
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      wrong: z.int(),
      groupsAdded: z.int(),
      groupsChanged: z.int(),
      /** Columns of the sheet nobody knows. */
      strange: z.array(z.string()),
      issues: z.array(DirectoryIssue),
      preview: z.array(
        z.object({ row: z.int(), name: z.string(), what: z.enum(['added', 'changed']), fields: z.array(z.string()) })
      )
    }),
    CLERK
  ),
  /** Puts in the rows without fault, as one fact that is taken back as one. */
  'directory.import': command(
    z.object({ staged: StagedId, note: Text(200).default('') }),
    z.object({ added: z.int(), changed: z.int(), groups: z.int(), undo: Undoable })
  ),
  /** A name for a new body, as the directory would enter it: level and kind read from the name. */
  'directory.propose': query(z.object({ name: Line(400) }), z.object({ body: Body.omit({ id: true }) }))
} as const
