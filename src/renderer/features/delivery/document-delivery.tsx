import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { DocumentId } from '#contract/ids.ts'
import type { ReconciliationRow } from '#contract/operations/distribution.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { BulkBar } from './bulk-bar.tsx'
import { DeliveryTotals } from './delivery-totals.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { NoticeStrip } from './notice-strip.tsx'
import { RecipientSide } from './recipient-side.tsx'
import { RecipientTable } from './recipient-table.tsx'
import { isUnacknowledged, rowKey, type StateFilter, shownRows } from './reconciliation-rows.ts'
import { SignDialog } from './sign-dialog.tsx'
import { useDeliveryDeeds } from './use-delivery-deeds.ts'

/** One document: what its text names against what was sent and signed for (D02, D03). */
export function DocumentDelivery(props: Readonly<{ documentId: DocumentId }>) {
  const [, navigate] = useLocation()
  const found = useCall('delivery.reconcile', { documentId: props.documentId }, { keep: true })
  const [filters, setFilters] = useState<ReadonlySet<StateFilter>>(new Set())
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(null)
  const deeds = useDeliveryDeeds(props.documentId)
  const print = usePrint()
  const reconciliation = found.data
  const rows = useMemo(() => (reconciliation ? shownRows(reconciliation, filters) : []), [reconciliation, filters])
  const chosen = rows.filter((row) => ticked.has(rowKey(row)))
  const now = rows.find((row) => rowKey(row) === current) ?? rows[0] ?? null

  const toggle = (row: ReconciliationRow) => {
    if (row.bodyId === null) return
    const key = rowKey(row)
    const next = new Set(ticked)
    if (!next.delete(key)) next.add(key)
    setTicked(next)
  }
  const [dialog, setDialog] = useState<'sign' | 'notice' | null>(null)
  const printSheet = (onlyUnsigned: boolean) =>
    void print.report({ name: 'signature-sheet', documentId: props.documentId, onlyUnsigned })
  const printOf = (name: 'reconciliation' | 'distribution-log' | 'send-slips' | 'envelopes' | 'labels') =>
    void print.report({ name, documentId: props.documentId })
  const back = () => navigate(paths.deliveries)
  const unsent = reconciliation?.counts.notSent ?? 0
  const signable = (chosen.length > 0 ? chosen : now ? [now] : []).filter(isUnacknowledged)
  useShortcuts({
    F8: () => (chosen.length > 0 ? deeds.acknowledge(signable) : signable.length > 0 ? setDialog('sign') : false),
    'Ctrl+p': () => printSheet(false),
    'Ctrl+Enter': () => (unsent > 0 ? deeds.sendAll() : false),
    Escape: () => (ticked.size > 0 ? setTicked(new Set()) : back())
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Space'], does: words.keys.tick },
    { keys: ['F8'], does: words.keys.sign },
    ...(unsent > 0 ? [{ keys: ['Ctrl', 'Enter'], does: words.keys.sendAll }] : []),
    { keys: ['Ctrl', 'P'], does: words.keys.print }
  ])

  if (found.isError) {
    return (
      <div className="screen-pad">
        <FailureNote error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  if (!reconciliation) return <Loading />
  const { document } = reconciliation
  const absent = reconciliation.counts.unacknowledged
  return (
    <>
      <div className="toolbar">
        <Button icon="back" label={words.back} onPress={back} />
        <h1>{words.title}</h1>
        <button
          type="button"
          className="btn quiet ref"
          title={words.open}
          onClick={() => navigate(paths.document(document.id))}
        >
          {document.reference ?? commonWords.noReference}
        </button>
        <span className="num muted">{showDay(document.issuedOn)}</span>
        <span className="clip muted grow">{document.subject ?? commonWords.noSubject}</span>
        <Button icon="check" onPress={() => navigate(paths.sheet(document.id))}>
          {careWords.sheet.open}
        </Button>
        <MenuButton
          icon="print"
          items={[
            { id: 'sheet', text: careWords.print.sheet, run: () => printSheet(false) },
            {
              id: 'absent',
              text: careWords.print.absent,
              disabled: absent === 0,
              run: () => printSheet(true)
            },
            { id: 'reconciliation', text: careWords.print.reconciliation, run: () => printOf('reconciliation') },
            { id: 'log', text: careWords.print.log, run: () => printOf('distribution-log') },
            { id: 'slips', text: careWords.print.slips, run: () => printOf('send-slips') },
            { id: 'envelopes', text: careWords.print.envelopes, run: () => printOf('envelopes') },
            { id: 'labels', text: careWords.print.labels, run: () => printOf('labels') }
          ]}
        >
          {careWords.prints}
        </MenuButton>
        <MenuButton icon="more" items={[{ id: 'notice', text: careWords.notice.open, run: () => setDialog('notice') }]}>
          <span className="sr">{careWords.more}</span>
        </MenuButton>
        {unsent > 0 && (
          <Button needs="delivery.send" kind="primary" disabled={deeds.busy} onPress={deeds.sendAll}>
            {words.sendAll(unsent)} <Kbd>Ctrl Enter</Kbd>
          </Button>
        )}
      </div>
      <div className="subbar">
        <DeliveryTotals counts={reconciliation.counts} filters={filters} onFilters={setFilters} />
        {reconciliation.oldestDays !== null && (
          <span className="muted nowrap num end">{words.oldest(reconciliation.oldestDays)}</span>
        )}
      </div>
      <NoticeStrip reconciliation={reconciliation} onWaiting={() => setFilters(new Set(['recalled']))} />
      <div className="delivery-split">
        <RecipientTable
          rows={rows}
          current={now ? rowKey(now) : null}
          onCurrent={setCurrent}
          ticked={ticked}
          onTick={toggle}
          empty={
            reconciliation.rows.length === 0 ? (
              <EmptyState title={words.emptyRecipients}>
                <p className="muted">{words.emptyRecipientsText}</p>
              </EmptyState>
            ) : (
              <p className="screen-pad muted">{words.noneInFilter}</p>
            )
          }
        >
          {chosen.length > 0 && <BulkBar rows={chosen} deeds={deeds} onClear={() => setTicked(new Set())} />}
        </RecipientTable>
        <RecipientSide
          reconciliation={reconciliation}
          row={now}
          chosen={chosen}
          deeds={deeds}
          onSign={() => setDialog('sign')}
        />
      </div>
      {dialog === 'sign' && now && (
        <SignDialog
          name={now.name}
          onClose={() => setDialog(null)}
          onSign={(facts) => {
            deeds.acknowledge([now], facts)
            setDialog(null)
          }}
        />
      )}
      {dialog === 'notice' && (
        <NoticeDialog
          documentId={document.id}
          reference={document.reference ?? commonWords.noReference}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}
