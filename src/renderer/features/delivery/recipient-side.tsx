import { useState } from 'react'
import type { Reconciliation, ReconciliationRow } from '#contract/operations/distribution.ts'
import type { RecipientLine } from '#contract/schemas.ts'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Select } from '../../components/select.tsx'
import { showDay, today } from '../../strings/dates.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { MarkDialog } from './mark-dialog.tsx'
import { ProofList } from './proof-list.tsx'
import { isUnacknowledged } from './reconciliation-rows.ts'
import type { DeliveryDeeds, Mark } from './use-delivery-deeds.ts'

type SideProps = Readonly<{
  reconciliation: Reconciliation
  row: ReconciliationRow | null
  /** The ticked rows: a scan of a signed sheet is tied to them. */
  chosen: readonly ReconciliationRow[]
  deeds: DeliveryDeeds
  onSign(): void
}>

/** The lists as the paper has them, the current row's line marked, and what can be done about it. */
export function RecipientSide(props: SideProps) {
  const { reconciliation, row } = props
  const isNow = (list: 'addressees' | 'recipients', line: number) =>
    row !== null &&
    row.line === line &&
    (row.source === list || (row.source === 'unknown' && lineText(reconciliation, list, line) === row.lineText))
  return (
    <section className="panel delivery-side" aria-label={words.inText}>
      <div className="panel-h">
        <h2>{words.inText}</h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="desk delivery-desk scroll" tabIndex={0} aria-label={words.lists}>
        <div className="delivery-text on-paper">
          {reconciliation.addressees.length > 0 && (
            <>
              <i>{words.kinhGui}</i>
              <Lines lines={reconciliation.addressees} isNow={(line) => isNow('addressees', line)} />
            </>
          )}
          {reconciliation.addressees.length > 0 && reconciliation.recipients.length > 0 && <hr />}
          {reconciliation.recipients.length > 0 && (
            <>
              <u>{words.noiNhan}</u>
              <Lines lines={reconciliation.recipients} isNow={(line) => isNow('recipients', line)} />
            </>
          )}
        </div>
      </section>
      {row && (
        <RowDetail key={`${row.source}${row.line}${row.name}`} row={row} deeds={props.deeds} onSign={props.onSign} />
      )}
      {(reconciliation.proofs.length > 0 || reconciliation.counts.sent + reconciliation.counts.extra > 0) && (
        <ProofList
          documentId={reconciliation.document.id}
          proofs={reconciliation.proofs}
          deliveryIds={(props.chosen.length > 0 ? props.chosen : row ? [row] : []).flatMap(
            (one) => one.delivery?.id ?? []
          )}
        />
      )}
      {reconciliation.counts.fileCopies > 0 && (
        <div className="sect">
          <p className="hint">{words.fileCopies(reconciliation.counts.fileCopies)}</p>
        </div>
      )}
    </section>
  )
}

function lineText(reconciliation: Reconciliation, list: 'addressees' | 'recipients', line: number): string | null {
  return reconciliation[list][line]?.text ?? null
}

function Lines(props: Readonly<{ lines: readonly RecipientLine[]; isNow(line: number): boolean }>) {
  return (
    <ul>
      {props.lines.map((line, index) => (
        <li key={`${index} ${line.text}`}>
          {props.isNow(index) ? <span className="ev now">- {line.text}</span> : `- ${line.text}`}
        </li>
      ))}
    </ul>
  )
}

function RowDetail(props: Readonly<{ row: ReconciliationRow; deeds: DeliveryDeeds; onSign(): void }>) {
  const { row, deeds } = props
  const [dialog, setDialog] = useState<'dismiss' | 'assign' | Mark | null>(null)
  const [channel, setChannel] = useState(row.channel)
  const [copies, setCopies] = useState(row.copies)
  const unsent = (row.state === 'not-sent' || row.state === 'dismissed') && row.bodyId !== null
  const close = () => setDialog(null)
  return (
    <div className="sect">
      <h3>{row.name}</h3>
      {[...origin(row), ...facts(row)].map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {unsent && (
        <div className="row send-how">
          <Select<ReconciliationRow['channel']>
            bare
            label={careWords.origin.channel}
            value={channel}
            onChange={setChannel}
            choices={CHANNELS.map((one) => ({ value: one, text: words.channels[one] }))}
          />
          <input
            type="number"
            className="input num"
            min={1}
            max={999}
            aria-label={careWords.origin.copies}
            value={copies}
            onChange={(event) => setCopies(Math.min(999, Math.max(1, Math.round(Number(event.target.value)) || 1)))}
          />
          <span className="muted">{words.columns.copies.toLowerCase()}</span>
        </div>
      )}
      <div className="row">
        {row.state === 'unknown' && (
          <Button needs="delivery.assign" small kind="primary" onPress={() => setDialog('assign')}>
            {words.assign}
          </Button>
        )}
        {(row.state === 'not-sent' || row.state === 'dismissed') && row.bodyId && (
          <Button small onPress={() => deeds.send([{ ...row, channel, copies }], today())}>
            {words.sendOne}
          </Button>
        )}
        {row.state === 'not-sent' && row.bodyId && (
          <Button needs="delivery.dismiss" small onPress={() => setDialog('dismiss')}>
            {words.dismiss}
          </Button>
        )}
        {isUnacknowledged(row) && (
          <Button needs="delivery.acknowledge" small kind="primary" onPress={props.onSign}>
            {words.signOne}
          </Button>
        )}
        {marksFor(row).map((what) => (
          <Button key={what} small onPress={() => setDialog(what)}>
            {words.marks[what]}
          </Button>
        ))}
      </div>
      {dialog === 'dismiss' && (
        <Confirm
          title={words.dismissTitle(row.name)}
          action={words.dismissDo}
          reason="required"
          onKeep={close}
          onDo={(reason) => {
            deeds.dismiss(row, reason)
            close()
          }}
        >
          <p className="muted">{words.dismissText}</p>
        </Confirm>
      )}
      {dialog === 'assign' && (
        <AssignDialog
          name={row.name}
          onClose={close}
          onChoose={(choice) => {
            deeds.assign(row.name, choice)
            close()
          }}
        />
      )}
      {dialog !== null && dialog !== 'assign' && dialog !== 'dismiss' && (
        <MarkDialog
          what={dialog}
          name={row.name}
          onClose={close}
          onMark={(marked) => {
            deeds.mark(row, dialog, marked)
            close()
          }}
        />
      )}
    </div>
  )
}

const CHANNELS = ['direct', 'post', 'courier', 'network', 'meeting', 'other'] as const

/** Where the text names it, and that it is sent to once however often it does. */
function origin(row: ReconciliationRow): readonly string[] {
  const said = careWords.origin
  if (row.source === 'holders') return [said.because(row.lineText ?? '')]
  if (row.lineText === null || row.source === 'unknown') return []
  return [
    row.groupName !== null
      ? said.fromGroup(row.groupName, row.lineText)
      : row.lineText === row.name
        ? ''
        : said.from(row.lineText),
    row.alsoIn.length > 0 ? said.once(row.alsoIn.map((place) => `“${place}”`).join(', ')) : ''
  ].filter((line) => line !== '')
}

/** Deeds that fit the state of a delivery. */
function marksFor(row: ReconciliationRow): readonly Mark[] {
  switch (row.state) {
    case 'sent':
      return ['received', 'returned', 'recalled', 'cancelled']
    case 'received':
      return ['returned', 'recalled']
    case 'acknowledged':
      return ['returned', 'recalled']
    case 'recalled':
      return ['returned']
    default:
      return []
  }
}

function facts(row: ReconciliationRow): readonly string[] {
  const { delivery } = row
  if (row.dismissedReason) return [words.dismissedLine(row.dismissedReason)]
  if (!delivery) return row.state === 'unknown' ? [] : [words.noDelivery]
  return [
    words.sentLine(showDay(delivery.sentOn), words.channels[delivery.channel], delivery.copies),
    delivery.receivedOn ? words.receivedLine(showDay(delivery.receivedOn), delivery.receivedBy ?? '') : '',
    delivery.acknowledgedOn
      ? words.signedLine(showDay(delivery.acknowledgedOn), delivery.acknowledgedBy ?? '', delivery.basis ?? '')
      : '',
    delivery.returnedOn ? words.returnedLine(showDay(delivery.returnedOn)) : '',
    delivery.recalledOn ? words.recalledLine(showDay(delivery.recalledOn)) : '',
    delivery.note ?? ''
  ].filter((line) => line !== '')
}
