import { z } from 'zod'
import { DocumentId, JobId } from '../ids.ts'
import { CLERK, command, query } from './operation.ts'

export const ocrOperations = {
  /** Whether this installation can read letters off pictures, and how many documents wait for it. */
  'ocr.state': query(z.object({}), z.object({ available: z.boolean(), waiting: z.int() }), CLERK),
  /**
   * Reads scans as a job (`ocr`), page by page; cancelling keeps what was read, and the next start goes on from there.
   * null: every document without text. Files that could not be read when they were filed are read once more before, with more
   * patience. `no-ocr` where the installation lacks it and there is nothing else to read.
   */
  'ocr.start': command(
    z.object({ documentIds: z.array(DocumentId).min(1).max(5000).nullable() }),
    z.object({ jobId: JobId })
  )
} as const
