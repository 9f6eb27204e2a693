import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { DocumentId } from '#contract/ids.ts'
import type { OutputOf } from '#contract/operations.ts'
import { URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { paths } from '../../app/paths.ts'
import { Badge } from '../../components/badge.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showCount, showDay, showInstant } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import { dossierWords } from '../../strings/dossiers.ts'
import { fieldWords } from '../../strings/filing.ts'
import type { FieldName } from '../filing/form/fields.ts'

export type DocumentDetails = OutputOf<'document.get'>

/** The register line; choosing a value shows its place on the page. */
export function RegisterLine(props: Readonly<{ details: DocumentDetails; onShow(field: FieldName): void }>) {
  const { form, line } = props.details
  const incoming = form.direction === 'incoming'
  const rows: readonly (readonly [FieldName, string, string | null])[] = [
    ['issuer', fieldWords.issuer, form.issuer],
    ['actingBody', fieldWords.actingBody, form.actingBody],
    ['parentBody', fieldWords.parentBody, form.parentBody],
    ['signer', fieldWords.signer, form.signer],
    ['signerTitle', fieldWords.signerTitle, [form.authority, form.signerTitle].filter(Boolean).join(' – ') || null],
    ['place', fieldWords.place, form.place],
    ['handler', fieldWords.handler, form.handler],
    ['pageCount', fieldWords.pageCount, form.pageCount === null ? null : showCount(form.pageCount)],
    ['copies', fieldWords.copies, form.copies === null ? null : showCount(form.copies)],
    ['paperLocation', fieldWords.paperLocation, form.paperLocation],
    ['note', fieldWords.note, form.note]
  ]
  return (
    <div className="sect register-line">
      <dl className="defs">
        {incoming && (
          <Row label={words.arrival}>
            {form.arrivalNumber === null && form.arrivedOn === null
              ? words.noArrival
              : words.arrivalValue(
                  form.arrivalNumber === null ? '' : String(form.arrivalNumber),
                  showDay(form.arrivedOn)
                )}
          </Row>
        )}
        {form.urgency && (
          <Row label={fieldWords.urgency}>
            <Badge tone="danger">{URGENCY_NAMES[form.urgency]}</Badge>
          </Row>
        )}
        {rows.map(
          ([field, label, text]) =>
            text && (
              <Row key={field} label={label}>
                {field === 'pageCount' || field === 'copies' || field === 'handler' || field === 'note' ? (
                  text
                ) : (
                  <button type="button" className="value" onClick={() => props.onShow(field)}>
                    {text}
                  </button>
                )}
              </Row>
            )
        )}
        {props.details.fromRegister !== null && <Row label={words.fromRegister}>{props.details.fromRegister}</Row>}
        <InDossiers documentId={line.id} />
        <Row label={words.filedAt}>
          <span className="num">{showInstant(line.filedAt)}</span>
        </Row>
      </dl>
    </div>
  )
}

/** The dossiers the document lies in, where it lies in any. */
function InDossiers(props: Readonly<{ documentId: DocumentId }>) {
  const found = useCall('dossier.ofDocument', { documentId: props.documentId })
  const dossiers = found.data?.dossiers ?? []
  if (dossiers.length === 0) return null
  return (
    <Row label={dossierWords.inDossiers}>
      {dossiers.map((one, index) => (
        <span key={one.id}>
          {index > 0 && ', '}
          <Link href={paths.dossier(one.id)} title={one.title}>
            {one.code}
          </Link>
        </span>
      ))}
    </Row>
  )
}

function Row(props: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  )
}

/** "58/71 đã ký · 11 chưa ký · 2 chưa gửi", with the way to the reconciliation. */
export function DeliverySummary(props: Readonly<{ details: DocumentDetails }>) {
  const { deliveries, line } = props.details
  const { acknowledged, notSent, expected, sent } = deliveries
  const unsigned = Math.max(0, sent - acknowledged)
  const whole = Math.max(1, acknowledged + unsigned + notSent)
  const share = (part: number) => ({ width: `${(part / whole) * 100}%` })
  if (expected === 0 && sent === 0) return null
  if (sent === 0) {
    return (
      <div className="sect delivery-summary">
        <h2>{words.tabs.recipients}</h2>
        <span>{words.nothingSent(showCount(expected))}</span>
        <Link href={paths.delivery(line.id)} className="end nowrap">
          {words.toDelivery}
        </Link>
      </div>
    )
  }
  return (
    <div className="sect delivery-summary">
      <h2>{words.tabs.recipients}</h2>
      <div className="stack" role="img" aria-label={words.stack(acknowledged, unsigned, notSent)}>
        <i className="signed" style={share(acknowledged)} />
        <i className="unsigned" style={share(unsigned)} />
        <i className="not-sent" style={share(notSent)} />
      </div>
      <span className="nowrap">
        {words.signed(showCount(acknowledged), showCount(acknowledged + unsigned + notSent))}
      </span>
      {unsigned > 0 && <span className="nowrap">{words.unsigned(showCount(unsigned))}</span>}
      {notSent > 0 && <span className="nowrap">{words.notSent(showCount(notSent))}</span>}
      <Link href={paths.delivery(line.id)} className="end nowrap">
        {words.reconcile}
      </Link>
    </div>
  )
}
