import type { ReportParams } from '#contract/operations/registers.ts'
import type { ReportArchive } from './base.ts'
import { bookClosing } from './builders/book-closing.ts'
import { copyRequests } from './builders/copy-requests.ts'
import { distributionLog } from './builders/distribution-log.ts'
import { dossierContents } from './builders/dossier-contents.ts'
import { dossierCover } from './builders/dossier-cover.ts'
import { dossierList, dossiersDue } from './builders/dossier-list.ts'
import { envelopes } from './builders/envelopes.ts'
import { followUpBook } from './builders/follow-up-book.ts'
import { fondsHandover } from './builders/fonds-handover.ts'
import { handoverBook } from './builders/handover-book.ts'
import { hitsList } from './builders/hits-list.ts'
import { importSummary } from './builders/import-summary.ts'
import { labels } from './builders/labels.ts'
import { lineageList } from './builders/lineage-list.ts'
import { lineageSheet } from './builders/lineage-sheet.ts'
import { matchReport } from './builders/match-report.ts'
import { missingDocuments } from './builders/missing-documents.ts'
import { overdueList } from './builders/overdue-list.ts'
import { postBook } from './builders/post-book.ts'
import { reconciliationSheet } from './builders/reconciliation.ts'
import { registerIn } from './builders/register-in.ts'
import { registerOut } from './builders/register-out.ts'
import { restoreDrill } from './builders/restore-drill.ts'
import { restoreGuide } from './builders/restore-guide.ts'
import { routingSlip } from './builders/routing-slip.ts'
import { secretBook } from './builders/secret-book.ts'
import { sendSlips } from './builders/send-slips.ts'
import { sentToBody } from './builders/sent-to-body.ts'
import { signatureSheet } from './builders/signature-sheet.ts'
import { statistics } from './builders/statistics.ts'
import { unacknowledged } from './builders/unacknowledged.ts'
import { unansweredDirectives } from './builders/unanswered-directives.ts'
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
    case 'reconciliation':
      return reconciliationSheet(archive, params)
    case 'sent-to-body':
      return sentToBody(archive, params)
    case 'missing-documents':
      return missingDocuments(archive, params)
    case 'copy-requests':
      return copyRequests(archive, params)
    case 'unanswered-directives':
      return unansweredDirectives(archive, params)
    case 'hits-list':
      return hitsList(archive, params)
    case 'lineage-list':
      return lineageList(archive, params)
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
    case 'dossier-contents':
      return dossierContents(archive, params)
    case 'dossier-cover':
      return dossierCover(archive, params)
    case 'dossier-list':
      return dossierList(archive, params)
    case 'dossiers-due':
      return dossiersDue(archive, params)
    case 'routing-slip':
      return routingSlip(archive, params)
    case 'follow-up-book':
      return followUpBook(archive, params)
    case 'overdue-list':
      return overdueList(archive, params)
    case 'import-summary':
      return importSummary(archive, params)
    case 'match-report':
      return matchReport(archive, params)
    case 'statistics':
      return statistics(archive, params)
    case 'book-closing':
      return bookClosing(archive, params)
    case 'fonds-handover':
      return fondsHandover(archive, params)
    case 'restore-drill':
      return restoreDrill(archive)
    case 'restore-guide':
      return restoreGuide(archive)
    case 'secret-book':
      return secretBook(archive, params)
  }
}
