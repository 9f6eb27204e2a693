import { memo, type ReactNode, useEffect, useRef } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import type { SearchHit } from '#contract/operations/search.ts'
import { Badge } from '../../components/badge.tsx'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { pageWords } from '../../strings/page-view.ts'
import { searchWords as words } from '../../strings/search.ts'
import { subjectParts } from '../registers/subject-line.ts'
import { MarkedText } from './marked-text.tsx'
import { placesLine } from './search-state.ts'

type HitListProps = Readonly<{
  id: string
  hits: readonly SearchHit[]
  current: number
  isTicked(id: DocumentId): boolean
  onTick(index: number, stretch: boolean): void
  onCurrent(index: number): void
  onOpen(hit: SearchHit): void
  onNearEnd(): void
  end: ReactNode
}>

/** The hits; the field above keeps the focus while arrows move through them. */
export function HitList(props: HitListProps) {
  const list = useRef<HTMLDivElement>(null)
  const tail = useRef<HTMLDivElement>(null)
  const { onNearEnd } = props
  useEffect(() => {
    const end = tail.current
    if (!end) return
    const watch = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && onNearEnd(), {
      root: list.current,
      rootMargin: '600px'
    })
    watch.observe(end)
    return () => watch.disconnect()
  }, [onNearEnd])
  const key = props.hits[props.current]?.document.id
  useEffect(() => {
    if (key) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [key])
  return (
    <div className="scroll grow search-hits" ref={list} data-pane="hits" tabIndex={-1}>
      <div role="listbox" id={props.id} aria-label={words.results}>
        {props.hits.map((hit, index) => (
          <HitRow
            key={hit.document.id}
            hit={hit}
            id={`${props.id}-${index}`}
            index={index}
            current={index === props.current}
            ticked={props.isTicked(hit.document.id)}
            onTick={props.onTick}
            onCurrent={props.onCurrent}
            onOpen={props.onOpen}
          />
        ))}
      </div>
      <div ref={tail} className="search-hits-end hint">
        {props.end}
      </div>
    </div>
  )
}

type HitRowProps = Readonly<{
  hit: SearchHit
  id: string
  index: number
  current: boolean
  ticked: boolean
  onTick(index: number, stretch: boolean): void
  onCurrent(index: number): void
  onOpen(hit: SearchHit): void
}>

const HitRow = memo(function HitRow(props: HitRowProps) {
  const { hit } = props
  const { document } = hit
  const place = placesLine(hit)
  const subject = subjectParts(document.documentType, document.subject ?? '')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the field, which keeps the focus
    <div
      role="option"
      id={props.id}
      className="search-hit"
      tabIndex={-1}
      aria-selected={props.current}
      aria-checked={props.ticked}
      onMouseDown={(event) => {
        // Shift marks hits here, not the letters between two clicks.
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={(event) => {
        const box = event.target instanceof Element && event.target.closest('.tick') !== null
        if (box || event.ctrlKey || event.metaKey || event.shiftKey) props.onTick(props.index, event.shiftKey)
        else props.onCurrent(props.index)
      }}
      onDoubleClick={(event) => {
        if (event.target instanceof Element && event.target.closest('.tick') === null) props.onOpen(hit)
      }}
    >
      <span className="tick" aria-hidden="true">
        <span />
      </span>
      <div className="a">
        <span className="ref">{document.reference ?? commonWords.noReference}</span>
        <span className="num">{showDay(document.issuedOn)}</span>
        <span className="clip">{document.issuer ?? document.actingBody ?? ''}</span>
        {place && <span className="pg">{place}</span>}
        <Badge tone="plain">
          {document.arrivalNumber === null
            ? commonWords.directionShort[document.direction]
            : words.incoming(String(document.arrivalNumber))}
        </Badge>
      </div>
      <div className="b">
        {document.subject ? (
          <>
            {subject.prefix} <MarkedText text={subject.subject} marks={hit.subjectMarks} />
          </>
        ) : (
          <span className="muted">{commonWords.noSubject}</span>
        )}
      </div>
      {hit.snippet && (
        <div className="d">
          {fromPicture(document.textKind) && (
            <Badge tone="warn" title={pageWords.ocrEither}>
              {pageWords.ocrShort}
            </Badge>
          )}{' '}
          <MarkedText text={hit.snippet} marks={hit.snippetMarks} />
        </div>
      )}
    </div>
  )
})

/** Letters of a scan were read off its picture, by this program or the one that scanned it. */
function fromPicture(kind: SearchHit['document']['textKind']): boolean {
  return kind === 'scan' || kind === 'mixed'
}
