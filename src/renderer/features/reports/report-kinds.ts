import type { BookId, DocumentId, FondsId } from '#contract/ids.ts'
import type { AskedReport, ReportName, ReportParams } from '#contract/operations/registers.ts'
import type { Direction } from '#contract/schemas.ts'
import type { Chosen, Period } from '../registers/register-period.ts'
import { boundsOf } from '../registers/register-period.ts'

/** What a print view wants to know. `document`: one it is about, or may be about instead of a period. */
export type ReportNeed = Readonly<{
  period: boolean
  document: 'no' | 'one' | 'may'
  unsigned: boolean
  /** One book: instead of a period, or the one it is about. */
  book: 'no' | 'one' | 'may'
  fonds: boolean
  /** Offered in this order, the first unless another is chosen; null: all. */
  directions: readonly (Direction | null)[]
  by: boolean
  envelope: boolean
  labelsUsed: boolean
}>

const NOTHING: ReportNeed = {
  period: false,
  document: 'no',
  unsigned: false,
  book: 'no',
  fonds: false,
  directions: [null],
  by: false,
  envelope: false,
  labelsUsed: false
}
const ONE: ReportNeed = { ...NOTHING, document: 'one' }
const BOOK: ReportNeed = { ...NOTHING, period: true }
const POSTED: ReportNeed = { ...NOTHING, period: true, document: 'may', unsigned: true }

export const REPORT_NEEDS: Readonly<Record<ReportName, ReportNeed>> = {
  'register-in': { ...BOOK, book: 'may', directions: ['incoming'] },
  'register-out': { ...BOOK, book: 'may', directions: ['outgoing', 'internal'] },
  'book-closing': { ...NOTHING, book: 'one', directions: [null, 'incoming', 'outgoing'] },
  'fonds-handover': { ...NOTHING, fonds: true },
  'handover-book': { ...BOOK, directions: ['outgoing', 'incoming', 'internal'] },
  'post-book': { ...BOOK, directions: [null, 'outgoing', 'internal'] },
  'signature-sheet': { ...ONE, unsigned: true },
  'distribution-log': ONE,
  unacknowledged: { ...BOOK, directions: [null, 'outgoing', 'internal', 'incoming'] },
  reconciliation: { ...BOOK, document: 'may', directions: ['outgoing', 'internal', 'incoming'] },
  'sent-to-body': BOOK,
  'send-slips': POSTED,
  envelopes: { ...POSTED, envelope: true },
  labels: { ...POSTED, labelsUsed: true },
  statistics: { ...BOOK, book: 'may', directions: [null, 'incoming', 'outgoing', 'internal'], by: true },
  // Of one dossier: printed from its screen.
  'dossier-contents': NOTHING,
  'dossier-cover': NOTHING,
  // Of what the search screen shows: printed from there.
  'hits-list': NOTHING,
  // Printed from its own screen alone.
  'secret-book': { ...BOOK, directions: ['incoming', 'outgoing'] },
  // Printed from the screen Kho.
  'restore-drill': NOTHING,
  'restore-guide': NOTHING,
  'dossier-list': NOTHING,
  'dossiers-due': NOTHING,
  'follow-up-book': { ...BOOK, directions: ['incoming'] },
  'routing-slip': ONE,
  'overdue-list': NOTHING,
  'missing-documents': NOTHING,
  'import-summary': NOTHING,
  'match-report': NOTHING,
  'lineage-sheet': ONE,
  'lineage-list': ONE,
  'copy-requests': NOTHING,
  'unanswered-directives': NOTHING
}

export const REPORT_GROUPS = [
  {
    id: 'registers',
    names: ['register-in', 'register-out', 'match-report', 'statistics', 'book-closing', 'fonds-handover']
  },
  {
    id: 'delivery',
    names: [
      'handover-book',
      'post-book',
      'signature-sheet',
      'distribution-log',
      'unacknowledged',
      'reconciliation',
      'sent-to-body'
    ]
  },
  { id: 'handling', names: ['follow-up-book', 'overdue-list', 'routing-slip'] },
  { id: 'posting', names: ['send-slips', 'envelopes', 'labels'] },
  {
    id: 'links',
    names: ['missing-documents', 'copy-requests', 'unanswered-directives', 'lineage-sheet', 'lineage-list']
  },
  { id: 'dossiers', names: ['dossier-list', 'dossiers-due'] }
] as const satisfies readonly Readonly<{ id: string; names: readonly ReportName[] }>[]

export type ReportChoice = Readonly<{
  period: Chosen
  documentId: DocumentId | null
  bookId: BookId | null
  fondsId: FondsId | null
  onlyUnsigned: boolean
  direction: Direction | null
  by: ReportParams['by']
  envelope: ReportParams['envelope']
  labelsUsed: number
}>

/** The chosen direction, where the report knows it; else its first. */
export function directionOf(name: ReportName, chosen: Direction | null): Direction | null {
  const { directions } = REPORT_NEEDS[name]
  return directions.includes(chosen) ? chosen : (directions[0] ?? null)
}

/** Whose years and terms are offered. */
export function periodDirection(name: ReportName, chosen: Direction | null): Direction {
  return directionOf(name, chosen) ?? 'outgoing'
}

/** The report to ask for, or null while the document or book it needs is not chosen. */
export function askedReport(name: ReportName, choice: ReportChoice, periods: readonly Period[]): AskedReport | null {
  const need = REPORT_NEEDS[name]
  if (need.document === 'one' && choice.documentId === null) return null
  if (need.book === 'one' && choice.bookId === null) return null
  const bookId = need.book === 'no' ? null : choice.bookId
  const documentId = need.document === 'no' ? null : choice.documentId
  const kind = periodDirection(name, choice.direction) === 'incoming' ? 'year' : 'term'
  const days = need.period && documentId === null && bookId === null
  const bounds = days ? boundsOf(choice.period, periods, kind) : { from: null, to: null }
  return {
    name,
    from: bounds.from,
    to: bounds.to,
    documentId,
    direction: directionOf(name, choice.direction),
    ...(need.book === 'no' ? {} : { bookId }),
    ...(need.fonds ? { fondsId: choice.fondsId } : {}),
    ...(need.unsigned ? { onlyUnsigned: choice.onlyUnsigned } : {}),
    ...(need.by ? { by: choice.by } : {}),
    ...(need.envelope ? { envelope: choice.envelope } : {}),
    ...(need.labelsUsed ? { labelsUsed: choice.labelsUsed } : {})
  }
}

export const ZOOMS = ['fit', '0.75', '1', '1.25', '1.5', '2'] as const
export type Zoom = (typeof ZOOMS)[number]

/** How large a sheet is shown: as chosen, or so that it fits the desk. */
export function zoomScale(zoom: Zoom, desk: number, sheet: number): number {
  return zoom === 'fit' ? fitScale(desk, sheet) : Number(zoom)
}

/** How much smaller a sheet must be shown to fit the desk; never larger than it is, never smaller than half. */
export function fitScale(desk: number, sheet: number): number {
  return desk > 0 && sheet > desk ? Math.max(0.5, desk / sheet) : 1
}
