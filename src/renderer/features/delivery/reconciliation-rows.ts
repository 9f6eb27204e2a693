import type { Reconciliation, ReconciliationRow } from '#contract/operations/distribution.ts'

/** Which rows are shown: none chosen, all of them. */
export type StateFilter = 'acknowledged' | 'unacknowledged' | 'not-sent' | 'extra' | 'unknown' | 'recalled'

export function rowKey(row: ReconciliationRow): string {
  return `${row.source}:${row.line ?? ''}:${row.bodyId ?? row.name}:${row.delivery?.id ?? ''}`
}

/** The heading a row stands under: its group, else the list of the text that names it. Unknown names first, since they want a person. */
export function sectionOf(row: ReconciliationRow): string {
  return row.source === 'unknown' ? 'unknown' : row.source === 'extra' ? 'extra' : (row.groupName ?? row.source)
}

/** True for a delivery that is out and not signed for. */
export function isUnacknowledged(row: ReconciliationRow): boolean {
  return row.state === 'sent' || row.state === 'received'
}

export function matches(row: ReconciliationRow, filter: StateFilter): boolean {
  switch (filter) {
    case 'acknowledged':
      return row.state === 'acknowledged'
    case 'unacknowledged':
      return isUnacknowledged(row)
    case 'not-sent':
      return row.state === 'not-sent'
    case 'extra':
      return row.source === 'extra'
    case 'unknown':
      return row.source === 'unknown'
    case 'recalled':
      return row.state === 'recalled'
  }
}

/** Rows in the order of the page, those of one section together. */
export function shownRows(
  reconciliation: Reconciliation,
  filters: ReadonlySet<StateFilter>
): readonly ReconciliationRow[] {
  const rows = reconciliation.rows.filter((row) => filters.size === 0 || [...filters].some((one) => matches(row, one)))
  const order = new Map<string, number>()
  for (const row of rows) {
    const section = sectionOf(row)
    if (!order.has(section)) order.set(section, section === 'unknown' ? -1 : section === 'extra' ? 1e6 : order.size)
  }
  return [...rows].sort((a, b) => (order.get(sectionOf(a)) ?? 0) - (order.get(sectionOf(b)) ?? 0))
}

export type SectionCounts = Readonly<{ places: number; signed: number; unsigned: number; unsent: number }>

export function countSection(rows: readonly ReconciliationRow[]): SectionCounts {
  return {
    places: rows.length,
    signed: rows.filter((row) => row.state === 'acknowledged').length,
    unsigned: rows.filter(isUnacknowledged).length,
    unsent: rows.filter((row) => row.state === 'not-sent').length
  }
}
