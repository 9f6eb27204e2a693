import type { JobId } from '#contract/ids.ts'
import type { ocrOperations } from '#contract/operations/ocr.ts'
import { startReading } from '../ocr/ocr-jobs.ts'
import { ocrAvailable } from '../ocr/ocr-reader.ts'
import { waitingForOcr } from '../ocr/ocr-targets.ts'
import type { Handlers } from './handlers.ts'

export const ocrHandlers: Handlers<keyof typeof ocrOperations> = {
  'ocr.state': (archive) => ({ available: ocrAvailable(), waiting: waitingForOcr(archive.db) }),
  'ocr.start': (archive, input) => ({ jobId: startReading(archive, input.documentIds) as JobId })
}
