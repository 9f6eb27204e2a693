import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { Select } from '../../components/select.tsx'
import type { Column } from '../../components/table/columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay, today } from '../../strings/dates.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'

type Group = OutputOf<'delivery.unacknowledged'>['groups'][number]
type Row = Group['deliveries'][number] & Readonly<{ group: string }>
const AGES = ['0', '7', '15', '30'] as const

/** Deliveries without a signature, oldest first, by body or by document; ticked ones are signed for in one go. */
export function UnacknowledgedList(props: Readonly<{ by: 'body' | 'document' }>) {
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const [age, setAge] = useKeptState<(typeof AGES)[number]>('delivery.age', '0')
  const [current, setCurrent] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const found = useCall('delivery.unacknowledged', { by: props.by, olderThanDays: Number(age) }, { keep: true })
  const acknowledge = useCommand('delivery.acknowledge')
  const groups = found.data?.groups
  const rows = useMemo(
    () => (groups ?? []).flatMap((group) => group.deliveries.map((one) => ({ ...one, group: group.key }))),
    [groups]
  )
  const titles = useMemo(() => new Map((groups ?? []).map((group) => [group.key, group])), [groups])
  const columns = useMemo(() => columnsFor(props.by), [props.by])
  const chosen = rows.filter((row) => ticked.has(row.id))
  const sign = () => {
    const now = rows.find((row) => row.id === current)
    const picked = chosen.length > 0 ? chosen : now ? [now] : []
    if (picked.length === 0) return
    acknowledge.mutate(
      { deliveryIds: picked.map((row) => row.id), on: today(), by: null, basis: null },
      {
        onSuccess: (out) => {
          setTicked(new Set())
          toasts.done(words.signedDone(out.acknowledged), out.undo)
        },
        onError: (error) => toasts.failed(error, words.notSigned)
      }
    )
  }
  const toggle = (row: Row) => {
    const next = new Set(ticked)
    if (!next.delete(row.id)) next.add(row.id)
    setTicked(next)
  }
  useShortcuts({ F8: sign })
  useStatusKeys([
    { keys: ['Space'], does: words.keys.tick },
    { keys: ['F8'], does: words.keys.sign },
    { keys: ['Enter'], does: words.keys.open }
  ])
  if (found.isError) return <FailureNote error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  return (
    <div className="screen fill">
      <div className="subbar">
        <span className="muted nowrap">{words.olderThan}</span>
        <Select<(typeof AGES)[number]>
          bare
          label={words.olderThan}
          value={age}
          onChange={setAge}
          choices={AGES.map((one) => ({ value: one, text: one === '0' ? words.anyAge : words.days(Number(one)) }))}
        />
        <span className="grow" />
        {chosen.length > 0 && (
          <Button kind="primary" disabled={acknowledge.isPending} onPress={sign}>
            {words.acknowledge(chosen.length)} <Kbd>F8</Kbd>
          </Button>
        )}
      </div>
      <Table
        label={props.by === 'body' ? words.waitingBodies : words.waitingDocuments}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        current={current}
        onCurrent={setCurrent}
        onOpen={(row) => navigate(paths.delivery(row.documentId))}
        ticked={ticked}
        onTick={toggle}
        groupOf={groupOf}
        groupTitle={(key, group) => (
          <>
            {titles.get(key)?.title ?? key}{' '}
            <span className="muted">· {words.groupCounts(group.length, 0, group.length, 0)}</span>
          </>
        )}
        autoFocus
        empty={<EmptyState title={words.emptyWaiting} />}
      />
    </div>
  )
}

function groupOf(row: Row): string {
  return row.group
}

function columnsFor(by: 'body' | 'document'): readonly Column<Row>[] {
  const heads = words.columns
  const document: Column<Row>[] = [
    {
      id: 'reference',
      title: heads.reference,
      width: 150,
      always: true,
      cell: (row) => <span className="ref">{row.document.reference ?? commonWords.noReference}</span>
    },
    {
      id: 'subject',
      title: heads.subject,
      width: null,
      always: true,
      cell: (row) => row.document.subject ?? commonWords.noSubject
    }
  ]
  const body: Column<Row>[] = [
    { id: 'body', title: heads.body, width: null, always: true, cell: (row) => row.bodyName }
  ]
  return [
    ...(by === 'body' ? document : body),
    { id: 'channel', title: heads.channel, width: 130, cell: (row) => words.channels[row.channel] },
    {
      id: 'sentOn',
      title: heads.sentOn,
      width: 112,
      cell: (row) => <span className="num">{showDay(row.sentOn)}</span>
    },
    { id: 'age', title: heads.age, width: 84, align: 'r', cell: (row) => row.ageDays }
  ]
}
