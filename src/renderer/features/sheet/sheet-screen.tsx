import '../delivery/delivery.css'
import './sheet.css'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { DocumentId } from '#contract/ids.ts'
import type { SheetRow } from '#contract/operations/delivery-care.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Select } from '../../components/select.tsx'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { commonWords } from '../../strings/common.ts'
import { today } from '../../strings/dates.ts'
import { deliveryWords } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { usualDays } from '../delivery/period-days.ts'
import { PeriodSelect } from '../delivery/period-select.tsx'
import { useProof } from '../delivery/use-proof.ts'
import { sheetColumns } from './sheet-columns.tsx'
import { SheetFoot } from './sheet-foot.tsx'

const words = careWords.sheet
type Direction = 'outgoing' | 'internal' | 'incoming'

/** A signed sheet that came back, gone through from top to bottom: Space, Space, …, Enter. */
export function SheetScreen(props: ScreenProps) {
  const documentId = (props.params.id ?? null) as DocumentId | null
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const [days, setDays] = useKeptState('sheet.days', usualDays('month', today()))
  const [direction, setDirection] = useKeptState<Direction>('sheet.direction', 'outgoing')
  const [onlyUnsigned, setOnlyUnsigned] = useState(false)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [signers, setSigners] = useState<ReadonlyMap<string, string>>(new Map())
  const [current, setCurrent] = useState<string | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const [on, setOn] = useState<string | null>(today())
  const [basis, setBasis] = useKeptState<string>('sheet.basis', deliveryWords.bases[1])
  const frame = useRef<HTMLDivElement>(null)
  const proof = useProof()
  const sign = useCommand('delivery.signSheet')
  const found = useCall(
    'delivery.sheet',
    { documentId, from: days.from, to: days.to, direction, onlyUnsigned },
    { keep: true }
  )
  const rows = found.data?.rows ?? []
  const chosen = rows.filter((row) => row.open && ticked.has(row.key))
  const busy = sign.isPending || proof.busy

  const tick = (row: SheetRow) => {
    if (row.open) {
      const next = new Set(ticked)
      if (!next.delete(row.key)) next.add(row.key)
      setTicked(next)
    }
    const at = rows.indexOf(row)
    setCurrent((rows[at + 1] ?? row).key)
  }
  const record = () => {
    const day = on
    if (day === null || chosen.length === 0 || busy) return
    const picked = chosen.flatMap((row) =>
      row.bodyId === null
        ? []
        : [
            {
              documentId: row.document.id,
              bodyId: row.bodyId,
              deliveryId: row.delivery?.id ?? null,
              channel: row.channel,
              by: (signers.get(row.key) ?? '').trim().normalize('NFC') || null
            }
          ]
    )
    sign.mutate(
      { on: day, basis, rows: picked },
      {
        onSuccess: (out) => {
          setTicked(new Set())
          setSigners(new Map())
          toasts.done(words.done(out.signed, out.sent), out.undo)
          if (file) void proof.attach(file, out.deliveryIds)
          setFile(null)
        },
        onError: (error) => toasts.failed(error, words.notDone)
      }
    )
  }
  const back = () => navigate(documentId ? paths.delivery(documentId) : paths.deliveries)
  useShortcuts({
    'Ctrl+Enter': record,
    'Ctrl+a': () => setTicked(new Set(rows.filter((row) => row.open).map((row) => row.key))),
    F2: () => frame.current?.querySelector<HTMLElement>('tr.cursor input[type=text]')?.focus(),
    Escape: () => (ticked.size > 0 ? setTicked(new Set()) : back())
  })
  useStatusKeys([
    { keys: ['Space'], does: words.keys.tick },
    { keys: ['F2'], does: words.keys.name },
    { keys: ['Ctrl', 'A'], does: words.keys.all },
    { keys: ['Enter'], does: words.keys.record }
  ])
  const columns = sheetColumns({
    book: documentId === null,
    order: new Map(rows.map((row, index) => [row.key, index + 1])),
    ticked,
    signers,
    onTick: tick,
    onSigner: (row, by) => setSigners(new Map(signers).set(row.key, by)),
    onLeave: () => frame.current?.querySelector<HTMLElement>('table')?.focus()
  })
  const about = rows[0]?.document
  return (
    <>
      <div className="toolbar">
        <Button icon="back" label={words.back} onPress={back} />
        <h1>{documentId ? words.title : words.bookTitle}</h1>
        {documentId && <span className="ref">{about?.reference ?? (about ? commonWords.noReference : '')}</span>}
        <span className="clip muted grow">{words.about}</span>
      </div>
      <div className="subbar">
        {documentId === null && (
          <>
            <span className="muted nowrap">{words.sent}</span>
            <PeriodSelect value={days} onChange={setDays} />
            <Select<Direction>
              bare
              label={careWords.period.direction}
              value={direction}
              onChange={setDirection}
              choices={(['outgoing', 'internal', 'incoming'] as const).map((one) => ({
                value: one,
                text: careWords.period.directions[one]
              }))}
            />
          </>
        )}
        <Checkbox checked={onlyUnsigned} onChange={setOnlyUnsigned}>
          {words.onlyUnsigned}
        </Checkbox>
        <span className="muted num end">{words.ticked(chosen.length, found.data?.open ?? 0)}</span>
      </div>
      {found.isError && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <Loading />}
      {found.data && (
        <div className="col grow sheet-frame" ref={frame}>
          <Table<SheetRow>
            label={documentId ? words.title : words.bookTitle}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.key}
            current={current}
            onCurrent={setCurrent}
            onOpen={record}
            ticked={ticked}
            onTick={tick}
            rowClass={(row) => (row.open ? '' : 'done')}
            density="tall"
            autoFocus
            empty={
              <EmptyState title={documentId ? words.emptyDocument : words.empty}>
                <p className="muted">{words.emptyText}</p>
              </EmptyState>
            }
          />
          <SheetFoot
            count={chosen.length}
            on={on}
            onDay={setOn}
            basis={basis}
            onBasis={setBasis}
            file={file}
            onFile={setFile}
            busy={busy}
            onRecord={record}
          />
        </div>
      )}
    </>
  )
}
