import type { Reconciliation } from '#contract/operations/distribution.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import type { StateFilter } from './reconciliation-rows.ts'

const SHOWN: readonly Readonly<{ filter: StateFilter; count: keyof Reconciliation['counts']; dot: string }>[] = [
  { filter: 'acknowledged', count: 'acknowledged', dot: 'ok' },
  { filter: 'unacknowledged', count: 'unacknowledged', dot: 'warn' },
  { filter: 'not-sent', count: 'notSent', dot: 'danger' },
  { filter: 'extra', count: 'extra', dot: 'ring' },
  { filter: 'unknown', count: 'unknown', dot: 'ring' },
  { filter: 'recalled', count: 'recalled', dot: 'warn' }
]

/** Counts in a line of text that are filters too; none pressed shows every row. */
export function DeliveryTotals(
  props: Readonly<{
    counts: Reconciliation['counts']
    filters: ReadonlySet<StateFilter>
    onFilters(filters: ReadonlySet<StateFilter>): void
  }>
) {
  const toggle = (filter: StateFilter) => {
    const next = new Set(props.filters)
    if (!next.delete(filter)) next.add(filter)
    props.onFilters(next)
  }
  return (
    <fieldset className="delivery-totals" aria-label={words.totals.label}>
      <button type="button" aria-pressed={props.filters.size === 0} onClick={() => props.onFilters(new Set())}>
        <b>{props.counts.expected}</b> {words.totals.expected}
      </button>
      {SHOWN.filter((one) => props.counts[one.count] > 0 || props.filters.has(one.filter)).map((one) => (
        <button
          key={one.filter}
          type="button"
          aria-pressed={props.filters.has(one.filter)}
          onClick={() => toggle(one.filter)}
        >
          <span className={`dot ${one.dot}`} />
          <b>{props.counts[one.count]}</b> {words.totals[one.filter]}
        </button>
      ))}
    </fieldset>
  )
}
