import type { ReconciliationRow } from '#contract/operations/distribution.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { showDay } from '../../strings/dates.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { rowKey } from './reconciliation-rows.ts'

/** State in words; red only for what was not sent, amber for what waits for a signature. */
export function DeliveryStateLabel(props: Readonly<{ row: ReconciliationRow }>) {
  const { row } = props
  if (row.state === 'not-sent') return <Badge tone="danger">{words.states['not-sent']}</Badge>
  if (row.state === 'unknown') return <Badge tone="warn">{words.states.unknown}</Badge>
  const tone = row.state === 'acknowledged' ? 'ok' : row.state === 'sent' || row.state === 'received' ? 'warn' : 'ring'
  return (
    <span className="delivery-state">
      <span className={`dot ${tone}`} />
      {words.states[row.state]}
      {row.source === 'extra' && <Badge tone="warn">{words.extra}</Badge>}
    </span>
  )
}

export function deliveryColumns(
  ticked: ReadonlySet<string>,
  toggle: (row: ReconciliationRow) => void
): readonly Column<ReconciliationRow>[] {
  const heads = words.columns
  return [
    {
      id: 'tick',
      title: heads.tick,
      bare: true,
      width: 44,
      always: true,
      cell: (row) => (
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          aria-label={words.tickRow(row.name)}
          disabled={row.bodyId === null}
          checked={ticked.has(rowKey(row))}
          onClick={(event) => event.stopPropagation()}
          onChange={() => toggle(row)}
        />
      )
    },
    {
      id: 'body',
      title: heads.body,
      width: null,
      always: true,
      cell: (row) => (
        <>
          {row.name}
          {row.alsoIn.length > 0 && (
            <span className="hint" title={row.alsoIn.join('; ')}>
              {' '}
              · {words.alsoNamed(row.alsoIn.length + 1)}
            </span>
          )}
        </>
      )
    },
    {
      id: 'channel',
      title: heads.channel,
      width: 116,
      cell: (row) => (row.delivery ? words.channels[row.delivery.channel] : '')
    },
    { id: 'copies', title: heads.copies, width: 50, align: 'r', cell: (row) => row.delivery?.copies ?? '' },
    {
      id: 'sentOn',
      title: heads.sentOn,
      width: 112,
      cell: (row) => <span className="num">{showDay(row.delivery?.sentOn)}</span>
    },
    {
      id: 'receivedBy',
      title: heads.receivedBy,
      width: 118,
      cell: (row) => row.delivery?.acknowledgedBy ?? row.delivery?.receivedBy ?? ''
    },
    { id: 'age', title: heads.age, width: 72, align: 'r', cell: (row) => row.ageDays ?? '' },
    { id: 'state', title: heads.state, width: 164, cell: (row) => <DeliveryStateLabel row={row} /> }
  ]
}
