import { reportFile, reportHtml, reportTable } from '../reports/report.ts'
import type { Handlers } from './handlers.ts'

/** Print views and report files: they read the archive and change nothing in it. */
export const reportHandlers: Handlers<'report.html' | 'report.table' | 'report.file'> = {
  'report.html': (archive, input) => reportHtml(archive, input),
  'report.table': (archive, input) => reportTable(archive, input),
  'report.file': async (archive, input) => await reportFile(archive, input.report, input.format)
}
