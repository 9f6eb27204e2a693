import { Link } from 'wouter'
import type { RegisterRow } from '#contract/operations/registers.ts'
import type { CitationView } from '#contract/schemas.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { paths } from '../../app/paths.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { RelationBadge } from '../../components/relation-badge.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { registerWords as words } from '../../strings/registers.ts'
import { subjectLine } from './subject-line.ts'

const MOST_CITING = 4

type RegisterDetailProps = Readonly<{ row: RegisterRow; onOpen(): void; onCorrect(): void; onSign(): void }>

/** What lies behind the current line: the paper's facts, where it went, and who cites it. */
export function RegisterDetail(props: RegisterDetailProps) {
  const { document } = props.row
  const asked = useCall('document.get', { id: document.id }, { keep: true })
  const shown = asked.data?.line.id === document.id ? asked.data : null
  const reference = document.reference ?? commonWords.noReference
  const validity = shown?.validity.status
  return (
    <section className="reg-detail" aria-label={words.detail}>
      <div>
        <div className="row reg-detail-head">
          <span className="ref">{reference}</span>
          {document.documentType && <Badge tone="directs">{DOCUMENT_TYPES[document.documentType].name}</Badge>}
          {document.withdrawn ? (
            <Badge tone="danger">{commonWords.withdrawn}</Badge>
          ) : (
            validity && <Badge tone={validity === 'in-force' ? 'ok' : 'warn'}>{commonWords.validity[validity]}</Badge>
          )}
          {document.arrivalNumber !== null && <span className="hint">{words.arrival(document.arrivalNumber)}</span>}
        </div>
        <h2>{subjectLine(document.documentType, document.subject ?? '') || commonWords.noSubject}</h2>
        {shown?.withdrawnReason && <p className="reg-why">{words.withdrawnWhy(shown.withdrawnReason)}</p>}
        <div className="row reg-detail-deeds">
          <Button small icon="eye" onPress={props.onOpen}>
            {words.openDocument} <Kbd>Enter</Kbd>
          </Button>
          {!document.withdrawn && (
            <>
              <Button needs="document.correct" small onPress={props.onCorrect}>
                {words.correct} <Kbd>Shift F2</Kbd>
              </Button>
              <Button needs="delivery.acknowledge" small onPress={props.onSign}>
                {words.acknowledge} <Kbd>F8</Kbd>
              </Button>
            </>
          )}
        </div>
      </div>
      <div>
        {asked.isError ? (
          <FailureNote error={asked.error} onRetry={() => void asked.refetch()} />
        ) : (
          <Facts row={props.row} shown={shown} />
        )}
      </div>
      <div>{shown && <CitedBy citations={shown.citedBy} cites={shown.cites.length} />}</div>
    </section>
  )
}

type Shown = NonNullable<ReturnType<typeof useCall<'document.get'>>['data']>

function Facts(props: Readonly<{ row: RegisterRow; shown: Shown | null }>) {
  const { row, shown } = props
  const { document } = row
  const pages = shown?.files.reduce((sum, file) => sum + (file.pages ?? 0), 0) ?? 0
  const sent = shown?.deliveries
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [words.facts.author, row.author ?? document.issuer],
    document.direction === 'incoming'
      ? [words.facts.arrivedOn, showDay(document.arrivedOn)]
      : [words.facts.signer, document.signer],
    document.direction === 'incoming'
      ? [words.facts.handler, [row.handler, showDay(row.handedOn)].filter(Boolean).join(', ')]
      : [words.facts.recipients, row.recipients],
    [
      words.facts.signedFor,
      sent && sent.expected > 0
        ? words.sentTo(sent.sent, sent.expected, sent.acknowledged)
        : row.unacknowledged > 0
          ? words.notSigned
          : row.signedFor
    ],
    [
      words.facts.files,
      shown &&
        (shown.files.length > 0
          ? `${words.files(shown.files.length, pages)} · ${commonWords.textKinds[document.textKind]}`
          : words.noFiles)
    ],
    [words.facts.paper, shown?.form.paperLocation],
    [words.facts.note, document.withdrawn ? null : row.note]
  ]
  return (
    <dl className="defs">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="defs-row">
            <dt>{name}</dt>
            <dd title={value}>{value}</dd>
          </div>
        ) : null
      )}
    </dl>
  )
}

function CitedBy(props: Readonly<{ citations: readonly CitationView[]; cites: number }>) {
  const { citations } = props
  const shown = citations.slice(0, MOST_CITING)
  return (
    <>
      <h3 className="h3">{citations.length > 0 ? words.citedBy(showCount(citations.length)) : words.notCited}</h3>
      <ul className="reg-cited">
        {shown.map((citation) => (
          <li key={citation.id} className="row">
            <Link href={paths.document(citation.from.id)} className="ref">
              {citation.from.reference ?? commonWords.noReference}
            </Link>
            <span className="muted num">{showDay(citation.from.issuedOn)}</span>
            <RelationBadge relation={citation.relation} />
          </li>
        ))}
        {citations.length > shown.length && (
          <li className="hint">{words.moreCiting(citations.length - shown.length)}</li>
        )}
      </ul>
      {props.cites > 0 && <p className="hint">{words.cites(showCount(props.cites))}</p>}
    </>
  )
}
