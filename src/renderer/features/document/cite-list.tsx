import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { CitationView, DocumentLine } from '#contract/schemas.ts'
import { paths } from '../../app/paths.ts'
import { Badge } from '../../components/badge.tsx'
import { RelationBadge } from '../../components/relation-badge.tsx'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import { citedName, STATUS_TONES } from '../filing/cites-read.tsx'

type CiteListProps = Readonly<{
  label: string
  citations: readonly CitationView[]
  /** cites: what the document names; citedBy: who names it. */
  side: 'cites' | 'citedBy'
  current: string | null
  onCurrent(citation: CitationView): void
  /** Stands under the current row: the answers to its question. */
  below?: (citation: CitationView) => ReactNode
}>

/** Citations with their sentence; the current one stands whole and moves the page (C09). */
export function CiteList(props: CiteListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (props.current !== null) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [props.current])
  return (
    <ul ref={list} aria-label={props.label}>
      {props.citations.map((one) => {
        const now = one.id === props.current
        return (
          <li key={one.id} className="cite" aria-current={now ? 'true' : undefined}>
            <CiteHead citation={one} side={props.side} />
            <button type="button" className="cite-quote" aria-expanded={now} onClick={() => props.onCurrent(one)}>
              <Quote citation={one} whole={now} />
            </button>
            {now && props.below?.(one)}
          </li>
        )
      })}
    </ul>
  )
}

function CiteHead(props: Readonly<{ citation: CitationView; side: 'cites' | 'citedBy' }>) {
  const one = props.citation
  const shown: DocumentLine | null = props.side === 'cites' ? one.to : one.from
  const name = props.side === 'cites' ? citedName(one) : (one.from.reference ?? commonWords.noReference)
  const at = one.start !== null && one.end !== null ? { start: one.start, end: one.end } : null
  const day = props.side === 'cites' ? (one.issuedOn ?? one.to?.issuedOn) : one.from.issuedOn
  const issuer = props.side === 'cites' ? (one.to?.issuer ?? one.issuer) : (one.from.actingBody ?? one.from.issuer)
  return (
    <div className="row">
      {shown ? (
        <Link
          href={props.side === 'cites' ? paths.document(shown.id) : paths.document(shown.id, { at })}
          className={shown.withdrawn ? 'ref void' : 'ref'}
        >
          {name}
        </Link>
      ) : (
        <span className="ref">{name}</span>
      )}
      <span className="num muted">{showDay(day)}</span>
      <span className="muted clip">{issuer}</span>
      <span className="row end">
        <RelationBadge relation={one.relation} />
        {props.side === 'cites' && one.status !== 'linked' && (
          <Badge tone={one.status === 'missing' ? 'stub' : STATUS_TONES[one.status]}>
            {one.status === 'ambiguous' && one.candidates.length > 1
              ? words.possible(one.candidates.length)
              : commonWords.linkStatus[one.status]}
          </Badge>
        )}
      </span>
    </div>
  )
}

function Quote(props: Readonly<{ citation: CitationView; whole: boolean }>) {
  const { quote, quoteStart, quoteEnd, page, origin, decided } = props.citation
  const lead = quote.slice(0, quoteStart)
  const notes = [
    page === null ? '' : words.page(page),
    origin === 'human' ? words.byHand : decided ? words.decided : ''
  ].filter((note) => note !== '')
  return (
    <span className="quote">
      “{props.whole ? lead : shortLead(lead)}
      <b>{quote.slice(quoteStart, quoteEnd)}</b>
      {quote.slice(quoteEnd)}”{notes.length > 0 && ` · ${notes.join(' · ')}`}
    </span>
  )
}

/** How much of the sentence stands before the citation while the row is one line high: the words that tell the relation. */
const LEAD = 28

export function shortLead(lead: string): string {
  if (lead.length <= LEAD) return lead
  const cut = lead.slice(-LEAD)
  const word = cut.indexOf(' ')
  return `… ${word >= 0 ? cut.slice(word + 1) : cut}`
}
