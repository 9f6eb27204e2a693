import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { Badge, type BadgeTone } from '../../components/badge.tsx'
import { RelationBadge } from '../../components/relation-badge.tsx'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'
import type { ReadCitation } from './form/readings.ts'

export const STATUS_TONES = {
  linked: 'ok',
  inferred: 'ok',
  ambiguous: 'warn',
  'date-mismatch': 'warn',
  missing: 'plain',
  rejected: 'plain'
} as const satisfies Record<ReadCitation['status'], BadgeTone>

type CitesReadProps = Readonly<{
  citations: readonly ReadCitation[]
  current: string | null
  onOpen(id: string): void
}>

/** Documents the text cites, with how each is tied; going to one moves the page to its sentence. */
export function CitesRead(props: CitesReadProps) {
  return (
    <div className="span-12 cites-read">
      <div className="field-h">
        <span className="lbl">{words.cites}</span>
        <span className="src">{props.citations.length > 0 && words.citesRead(showCount(props.citations.length))}</span>
      </div>
      {props.citations.length === 0 ? (
        <p className="hint">{words.noCites}</p>
      ) : (
        <ul>
          {props.citations.map((one) => (
            <li key={one.id} aria-current={one.id === props.current ? 'true' : undefined}>
              <button type="button" onFocus={() => props.onOpen(one.id)} onClick={() => props.onOpen(one.id)}>
                <span className="row">
                  <span className="ref">{citedName(one)}</span>
                  <span className="num muted">{showDay(one.issuedOn)}</span>
                  <RelationBadge relation={one.relation} />
                  <span className="end">
                    <Badge tone={STATUS_TONES[one.status]}>{commonWords.linkStatus[one.status]}</Badge>
                  </span>
                </span>
                {one.id === props.current && <span className="quote">“{one.quote}”</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** "713-CV/TU", "Luật Đất đai", or the words of the text. */
export function citedName(one: Pick<ReadCitation, 'reference' | 'documentType' | 'raw'>): string {
  if (one.reference) return one.reference
  const type = one.documentType ? DOCUMENT_TYPES[one.documentType].name : null
  return one.raw.length <= 60 ? one.raw : (type ?? `${one.raw.slice(0, 60)}…`)
}
