import { OperationError } from '#contract/failures.ts'
import { type Caller, keepsRegister } from '#contract/operations/operation.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { reportFile, reportHtml, reportTable } from '../reports/report.ts'
import type { Handlers } from './handlers.ts'

/** Print views and report files: they read the archive and change nothing in it. */
export const reportHandlers: Handlers<'report.html' | 'report.table' | 'report.file'> = {
  'report.html': (archive, input, caller) => reportHtml(archive, allowed(input, caller)),
  'report.table': (archive, input, caller) => reportTable(archive, allowed(input, caller)),
  'report.file': async (archive, input, caller) =>
    await reportFile(archive, allowed(input.report, caller), input.format)
}

/** Reports of what only the register's keepers see: the secret book, gaps in numbers, files not filed yet. */
const OF_THE_REGISTER: ReadonlySet<ReportParams['name']> = new Set<ReportParams['name']>([
  'secret-book',
  'book-closing',
  'fonds-handover',
  'import-summary',
  'match-report'
])

function allowed(params: ReportParams, caller: Caller): ReportParams {
  if (OF_THE_REGISTER.has(params.name) && !keepsRegister(caller.role)) throw new OperationError('not-allowed', {})
  return params
}
