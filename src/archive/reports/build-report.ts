import type { ReportParams } from '#contract/operations/registers.ts'
import type { ReportArchive } from './base.ts'
import { distributionLog } from './builders/distribution-log.ts'
import { envelopes } from './builders/envelopes.ts'
import { handoverBook } from './builders/handover-book.ts'
import { labels } from './builders/labels.ts'
import { lineageSheet } from './builders/lineage-sheet.ts'
import { missingDocuments } from './builders/missing-documents.ts'
import { postBook } from './builders/post-book.ts'
import { registerIn } from './builders/register-in.ts'
import { registerOut } from './builders/register-out.ts'
import { sendSlips } from './builders/send-slips.ts'
import { signatureSheet } from './builders/signature-sheet.ts'
import { statistics } from './builders/statistics.ts'
import { unacknowledged } from './builders/unacknowledged.ts'
import { cleaned } from './clean.ts'
import type { PrintDocument } from './print-document.ts'

/** A report as plain data, every text in it fit to be printed. */
export function buildReport(archive: ReportArchive, params: ReportParams): PrintDocument {
  return cleaned(made(archive, params))
}

function made(archive: ReportArchive, params: ReportParams): PrintDocument {
  switch (params.name) {
    case 'register-in':
      return registerIn(archive, params)
    case 'register-out':
      return registerOut(archive, params)
    case 'handover-book':
      return handoverBook(archive, params)
    case 'signature-sheet':
      return signatureSheet(archive, params)
    case 'distribution-log':
      return distributionLog(archive, params)
    case 'unacknowledged':
      return unacknowledged(archive, params)
    case 'missing-documents':
      return missingDocuments(archive, params)
    case 'lineage-sheet':
      return lineageSheet(archive, params)
    case 'post-book':
      return postBook(archive, params)
    case 'send-slips':
      return sendSlips(archive, params)
    case 'envelopes':
      return envelopes(archive, params)
    case 'labels':
      return labels(archive, params)
    case 'statistics':
      return statistics(archive, params)
  }
}
