import { z } from 'zod'
import { Instant, Line } from '../schemas.ts'
import { CLERK, command, query } from './operation.ts'

/** A folder of the machine whose new files are taken into the review queue by themselves (F02). */
export const WatchSettings = z.object({
  on: z.boolean(),
  folder: Line(1000).nullable(),
  /** A file is taken when it has stood still for so long. */
  seconds: z.int().min(2).max(600),
  /** What becomes of a file that was taken: moved into a folder inside, or left and remembered. */
  after: z.enum(['move', 'leave'])
})
export type WatchSettings = z.infer<typeof WatchSettings>

export const WatchState = z.object({
  settings: WatchSettings,
  /** Name of the folder inside that taken files are moved to. */
  doneFolder: z.string(),
  /** Why the folder cannot be looked into: a failure code, or null. */
  problem: z.string().nullable(),
  /** Newest first; `code` is taken, duplicate (its bytes are waiting or filed) or a failure code. */
  last: z.array(z.object({ name: z.string(), at: Instant, code: z.string() }))
})
export type WatchState = z.infer<typeof WatchState>

export const watchOperations = {
  'watch.get': query(z.object({}), WatchState, CLERK),
  'watch.save': command(z.object({ settings: WatchSettings }), WatchState)
} as const
