import { useState } from 'react'
import { useLocation } from 'wouter'
import { CallError } from '#contract/client.ts'
import type { BodyId } from '#contract/ids.ts'
import type { OutputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import type { Column } from '../../components/table/columns.ts'
import { documentColumns } from '../../components/table/document-columns.tsx'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showDay, today } from '../../strings/dates.ts'
import { deliveryWords } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { directoryCareWords } from '../../strings/directory-care.ts'
import { usualDays } from '../delivery/period-days.ts'
import { PeriodSelect } from '../delivery/period-select.tsx'

const words = directoryCareWords.bodyLog
const heads = deliveryWords.columns
type Row = OutputOf<'delivery.ofBody'>['rows'][number]
const TONES = { acknowledged: 'ok', sent: 'warn', received: 'warn', recalled: 'warn' } as const

const named = documentColumns<Row>((row) => row.document, heads)
const COLUMNS: readonly Column<Row>[] = [
  { id: 'sentOn', title: heads.sentOn, width: 112, cell: (row) => <span className="num">{showDay(row.sentOn)}</span> },
  named.reference,
  named.issuedOn,
  named.subject,
  {
    id: 'copies',
    title: heads.copies,
    width: 56,
    align: 'r',
    cell: (row) => <span className="num">{row.copies}</span>
  },
  { id: 'channel', title: heads.channel, width: 130, cell: (row) => deliveryWords.channels[row.channel] },
  {
    id: 'state',
    title: heads.state,
    width: 210,
    cell: (row) => (
      <span className="delivery-state">
        <span className={`dot ${row.state in TONES ? TONES[row.state as keyof typeof TONES] : 'ring'}`} />
        {deliveryWords.states[row.state]} {showDay(row.acknowledgedOn)}
      </span>
    )
  }
]

/** Everything sent to a body in a period, on screen and on paper (S14). */
export function BodyLog(props: Readonly<{ bodyId: BodyId }>) {
  const [, navigate] = useLocation()
  const [days, setDays] = useKeptState('directory.logDays', usualDays('year', today()))
  const [text, setText] = useState('')
  const [current, setCurrent] = useState<string | null>(null)
  const print = usePrint()
  const asked = { name: 'sent-to-body', bodyId: props.bodyId, from: days.from, to: days.to } as const
  const found = useCall(
    'delivery.ofBody',
    { bodyId: props.bodyId, from: days.from, to: days.to, text: text.trim() },
    { keep: true }
  )
  const back = () => navigate(paths.directory)
  useShortcuts({
    'Ctrl+p': () => void print.report(asked),
    'Ctrl+f': () => document.getElementById('body-log-filter')?.focus(),
    Escape: back
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: deliveryWords.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['Ctrl', 'P'], does: words.keys.print }
  ])
  const data = found.data
  const gone = found.error instanceof CallError && ['not-found', 'bad-input'].includes(found.error.failure.code)
  return (
    <>
      <div className="toolbar">
        <Button icon="back" label={words.back} onPress={back} />
        <h1>{words.title}</h1>
        <span className="strong clip grow">{data?.body.name ?? ''}</span>
        <SaveMenu report={data ? asked : null} />
        <Button icon="print" disabled={print.busy || !data} onPress={() => void print.report(asked)}>
          {words.print}
        </Button>
      </div>
      <div className="subbar">
        <PeriodSelect value={days} onChange={setDays} />
        <input
          id="body-log-filter"
          className="input delivery-filter"
          aria-label={careWords.period.text}
          placeholder={careWords.period.text}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {data && (
          <span className="muted num end">
            {words.counts(data.total, data.acknowledged, data.unacknowledged, data.copies)}
          </span>
        )}
      </div>
      {gone && <EmptyState title={words.unknown} />}
      {found.isError && !gone && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {!data && !found.isError && <Loading />}
      {data && (
        <Table<Row>
          label={words.title}
          columns={COLUMNS}
          rows={data.rows}
          rowKey={(row) => row.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => navigate(paths.document(row.documentId))}
          autoFocus
          empty={
            <EmptyState title={words.empty}>
              <p className="muted">{words.emptyText}</p>
            </EmptyState>
          }
        />
      )}
    </>
  )
}
