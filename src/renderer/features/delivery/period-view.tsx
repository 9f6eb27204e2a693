import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Light, PeriodMatter, PeriodRow } from '#contract/operations/delivery-care.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Select } from '../../components/select.tsx'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay, today } from '../../strings/dates.ts'
import { deliveryWords } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { usualDays } from './period-days.ts'
import { PERIOD_COLUMNS, type PeriodLine, periodLines } from './period-lines.tsx'
import { PeriodSelect } from './period-select.tsx'

const words = careWords.period
const DOTS: Readonly<Record<Light, string>> = { red: 'danger', amber: 'warn', green: 'ok' }
const ONLY = ['all', 'not-sent', 'unacknowledged', 'extra', 'unknown'] as const
const DIRECTIONS = ['outgoing', 'internal', 'incoming'] as const

/** All papers of a period against the log: what is missing, late, too much (D03). */
export function PeriodView() {
  const [, navigate] = useLocation()
  const [days, setDays] = useKeptState('delivery.period', usualDays('quarter', today()))
  const [direction, setDirection] = useKeptState<(typeof DIRECTIONS)[number]>('delivery.direction', 'outgoing')
  const [only, setOnly] = useKeptState<PeriodMatter | 'all'>('delivery.matter', 'all')
  const [openOnly, setOpenOnly] = useKeptState('delivery.openOnly', true)
  const [text, setText] = useKeptState('delivery.periodText', '')
  const [current, setCurrent] = useState<string | null>(null)
  const print = usePrint()
  const found = useCall(
    'delivery.period',
    { from: days.from, to: days.to, direction, only, openOnly, bodyId: null, text: text.trim() },
    { keep: true }
  )
  const lines = useMemo(() => periodLines(found.data?.rows ?? []), [found.data])
  const rows = useMemo(
    () => new Map<string, PeriodRow>((found.data?.rows ?? []).map((row) => [row.document.id, row])),
    [found.data]
  )
  const printNow = () => void print.report({ name: 'reconciliation', from: days.from, to: days.to, direction })
  useShortcuts({
    'Ctrl+p': printNow,
    'Ctrl+f': () => document.getElementById('delivery-period-filter')?.focus()
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: deliveryWords.keys.row },
    { keys: ['Enter'], does: deliveryWords.keys.open }
  ])
  if (found.isError) return <FailureNote error={found.error} onRetry={() => void found.refetch()} />
  const data = found.data
  return (
    <div className="screen fill">
      <div className="subbar period-bar">
        <PeriodSelect value={days} onChange={setDays} />
        <Select<(typeof DIRECTIONS)[number]>
          bare
          label={words.direction}
          value={direction}
          onChange={setDirection}
          choices={DIRECTIONS.map((one) => ({ value: one, text: words.directions[one] }))}
        />
        <Select<PeriodMatter | 'all'>
          bare
          label={words.only}
          value={only}
          onChange={setOnly}
          choices={ONLY.map((one) => ({ value: one, text: words.filters[one] }))}
        />
        <input
          id="delivery-period-filter"
          className="input delivery-filter"
          aria-label={words.text}
          placeholder={words.text}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox checked={openOnly} onChange={setOpenOnly}>
          {words.openOnly}
        </Checkbox>
        <Button icon="print" disabled={print.busy} onPress={printNow}>
          {words.print}
        </Button>
      </div>
      {data ? (
        <>
          <p className="period-sum" role="status">
            <b className="strong num">{words.summary(data.documents)}</b>
            {(['red', 'amber', 'green'] as const).map((light) => (
              <span key={light} className="delivery-state">
                <span className={`dot ${DOTS[light]}`} /> <b className="num">{data.lights[light]}</b>{' '}
                {words.lights[light]}
              </span>
            ))}
          </p>
          <Table<PeriodLine>
            label={words.tab}
            columns={PERIOD_COLUMNS}
            rows={lines}
            rowKey={(line) => line.key}
            current={current}
            onCurrent={setCurrent}
            onOpen={(line) => navigate(paths.delivery(line.documentId))}
            groupOf={groupOf}
            groupTitle={(id) => <GroupTitle row={rows.get(id) ?? null} />}
            autoFocus
            empty={
              <EmptyState title={data.documents > 0 ? words.done : words.empty}>
                <p className="muted">{words.emptyText}</p>
              </EmptyState>
            }
          />
        </>
      ) : (
        <Loading />
      )}
    </div>
  )
}

function groupOf(line: PeriodLine): string {
  return line.documentId
}

function GroupTitle(props: Readonly<{ row: PeriodRow | null }>) {
  const { row } = props
  if (!row) return null
  return (
    <span className="period-group">
      <span className={`dot ${DOTS[row.light]}`} />
      <span className="sr">{words.lights[row.light]}</span>
      <span className="ref">{row.document.reference ?? commonWords.noReference}</span>
      <span className="num muted">{showDay(row.document.issuedOn)}</span>
      <span className="clip">{row.document.subject ?? commonWords.noSubject}</span>
      <span className="muted nowrap end">{words.group(row.expected, row.sent, row.acknowledged)}</span>
    </span>
  )
}
