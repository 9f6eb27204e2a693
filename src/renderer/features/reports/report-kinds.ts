import type { DocumentId } from '#contract/ids.ts'
import type { ReportName, ReportParams } from '#contract/operations/registers.ts'
import type { AskedReport } from '../../app/print.ts'
import type { Chosen, Period } from '../registers/register-period.ts'
import { BOOK_KIND, boundsOf } from '../registers/register-period.ts'

/** What a print view wants to know: a book's period, one document, or nothing. */
export type ReportNeed = Readonly<{ period: 'incoming' | 'outgoing' | null; document: boolean; unsigned: boolean }>

const NOTHING: ReportNeed = { period: null, document: false, unsigned: false }

export const REPORT_NEEDS: Readonly<Record<ReportName, ReportNeed>> = {
  'register-in': { ...NOTHING, period: 'incoming' },
  'register-out': { ...NOTHING, period: 'outgoing' },
  'handover-book': { ...NOTHING, period: 'outgoing' },
  'signature-sheet': { ...NOTHING, document: true, unsigned: true },
  'distribution-log': { ...NOTHING, document: true },
  unacknowledged: NOTHING,
  'missing-documents': NOTHING,
  'lineage-sheet': { ...NOTHING, document: true }
}

export const REPORT_GROUPS = [
  { id: 'registers', names: ['register-in', 'register-out'] },
  { id: 'delivery', names: ['handover-book', 'signature-sheet', 'distribution-log', 'unacknowledged'] },
  { id: 'links', names: ['missing-documents', 'lineage-sheet'] }
] as const satisfies readonly Readonly<{ id: string; names: readonly ReportName[] }>[]

export type ReportChoice = Readonly<{ period: Chosen; documentId: DocumentId | null; onlyUnsigned: boolean }>

/** The report to ask for, or null while a document it needs is not chosen. */
export function askedReport(
  name: ReportName,
  choice: ReportChoice,
  periods: readonly Period[]
): (AskedReport & ReportParams) | null {
  const need = REPORT_NEEDS[name]
  if (need.document && choice.documentId === null) return null
  const bounds = need.period ? boundsOf(choice.period, periods, BOOK_KIND[need.period]) : { from: null, to: null }
  return {
    name,
    from: bounds.from,
    to: bounds.to,
    documentId: need.document ? choice.documentId : null,
    onlyUnsigned: need.unsigned && choice.onlyUnsigned,
    direction: name === 'register-in' ? 'incoming' : name === 'register-out' ? 'outgoing' : null
  }
}

/** How much smaller a sheet must be shown to fit the desk; never larger than it is, never smaller than half. */
export function fitScale(desk: number, sheet: number): number {
  return desk > 0 && sheet > desk ? Math.max(0.5, desk / sheet) : 1
}
