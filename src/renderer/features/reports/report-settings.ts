import type { ReportName } from '#contract/operations/registers.ts'
import type { Chosen } from '../registers/register-period.ts'
import { REPORT_NEEDS, type ReportChoice, ZOOMS, type Zoom } from './report-kinds.ts'

/** What was last printed and how, kept on this machine; document, book and fonds belong to an archive and are not among it. */
export type ReportSettings = Omit<ReportChoice, 'documentId' | 'bookId' | 'fondsId'> &
  Readonly<{ name: ReportName; zoom: Zoom }>

export const FIRST_SETTINGS: ReportSettings = {
  name: 'register-in',
  period: { kind: 'newest' },
  onlyUnsigned: false,
  direction: null,
  by: 'type',
  envelope: 'c5',
  labelsUsed: 0,
  zoom: 'fit'
}
const PLACE = 'vankho.reports'
type Store = Pick<Storage, 'getItem' | 'setItem'>

/** As last left; what cannot be read, or is no longer known, as at the beginning. */
export function readReportSettings(store: Store = localStorage): ReportSettings {
  try {
    const kept: unknown = JSON.parse(store.getItem(PLACE) ?? '{}')
    return kept !== null && typeof kept === 'object' ? settingsOf(kept as Record<string, unknown>) : FIRST_SETTINGS
  } catch {
    return FIRST_SETTINGS
  }
}

export function keepReportSettings(settings: ReportSettings, store: Store = localStorage): void {
  try {
    store.setItem(PLACE, JSON.stringify(settings))
  } catch {
    // A browser that keeps nothing still prints.
  }
}

function settingsOf(kept: Readonly<Record<string, unknown>>): ReportSettings {
  const one = <T>(value: unknown, known: readonly T[], otherwise: T) =>
    known.find((candidate) => candidate === value) ?? otherwise
  return {
    name: one(kept.name, Object.keys(REPORT_NEEDS) as ReportName[], FIRST_SETTINGS.name),
    period: periodOf(kept.period),
    onlyUnsigned: kept.onlyUnsigned === true,
    direction: one(kept.direction, ['incoming', 'outgoing', 'internal', null], null),
    by: one(kept.by, ['type', 'sender', 'signer', 'handler', 'month'], FIRST_SETTINGS.by),
    envelope: one(kept.envelope, ['c5', 'c6', 'dl'], FIRST_SETTINGS.envelope),
    labelsUsed:
      typeof kept.labelsUsed === 'number' && kept.labelsUsed >= 0 && kept.labelsUsed < 24
        ? Math.trunc(kept.labelsUsed)
        : 0,
    zoom: one(kept.zoom, ZOOMS, FIRST_SETTINGS.zoom)
  }
}

function periodOf(kept: unknown): Chosen {
  const { kind, key, from, to } = (kept ?? {}) as Record<string, unknown>
  const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null)
  if (kind === 'all') return { kind: 'all' }
  if (kind === 'book' && typeof key === 'string') return { kind: 'book', key }
  if (kind === 'days' && (day(from) || day(to))) return { kind: 'days', from: day(from), to: day(to) }
  return { kind: 'newest' }
}
