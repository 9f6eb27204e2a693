import { OperationError } from '#contract/failures.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { ReportParams } from '#contract/operations/registers.ts'

/** The document a sheet is about; a sheet about none is no sheet. */
export function documentAsked(params: ReportParams): DocumentId {
  if (params.documentId === null) throw new OperationError('bad-input', { field: 'documentId', report: params.name })
  return params.documentId
}
