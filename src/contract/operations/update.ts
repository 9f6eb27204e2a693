import { z } from 'zod'
import { JobId } from '../ids.ts'
import { Day, Line } from '../schemas.ts'
import { ADMIN, command, guardedQuery } from './operation.ts'

/** A package found in a folder, and why it is not taken; null: it is. */
export const FoundUpdate = z.object({
  path: z.string(),
  name: z.string(),
  version: z.string().nullable(),
  madeOn: Day.nullable(),
  notes: z.string(),
  bytes: z.int(),
  problem: z.enum(['not-a-package', 'not-signed', 'damaged', 'other-machine', 'not-newer']).nullable()
})
export type FoundUpdate = z.infer<typeof FoundUpdate>

export const UpdateState = z.object({
  /** The version that runs. */
  version: z.string(),
  /** Whether this program takes packages: `installed` and `sources` do not. */
  kind: z.enum(['portable', 'installed']),
  /** No key was shipped with it: nothing could be told from a forgery. */
  trusts: z.boolean(),
  /** The version the next start runs, where it is another. */
  next: z.string().nullable(),
  /** The version one can go back to. */
  older: z.string().nullable()
})
export type UpdateState = z.infer<typeof UpdateState>

/** Newer versions of the program from a folder or a stick (no network): signed, unpacked beside the old one. */
export const updateOperations = {
  'update.state': guardedQuery(z.object({}), UpdateState),
  'update.find': guardedQuery(z.object({ folder: Line(1000) }), z.object({ packages: z.array(FoundUpdate) })),
  'update.take': command(z.object({ path: Line(1000) }), z.object({ jobId: JobId }), ADMIN),
  /** The next start runs the version before. */
  'update.goBack': command(z.object({}), UpdateState, ADMIN)
} as const
