import { type KeyboardEvent, useRef } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { showCount } from '../../strings/dates.ts'
import { worklistWords as words } from '../../strings/worklists.ts'

export const CITATION_KINDS = ['all', 'ambiguous', 'date-mismatch', 'missing'] as const
export const FILE_KINDS = ['no-text', 'not-reviewed', 'number-taken'] as const
export type CitationKind = (typeof CITATION_KINDS)[number]
export type FileKind = (typeof FILE_KINDS)[number]
export type Kind = CitationKind | FileKind | 'unanswered' | 'withdrawals'

export function isCitationKind(kind: Kind): kind is CitationKind {
  return CITATION_KINDS.some((one) => one === kind)
}

/** Counts by kind as the engine gives them, with the sum of the citation kinds. */
export function countOf(counts: Readonly<Record<string, number>>, kind: Kind): number {
  if (kind !== 'all') return counts[kind] ?? 0
  return (counts.ambiguous ?? 0) + (counts['date-mismatch'] ?? 0) + (counts.missing ?? 0)
}

type KindsPaneProps = Readonly<{
  counts: Readonly<Record<string, number>> | null
  unacknowledged: number | null
  overdue: number | null
  /** Withdrawals that wait for a leader; null: nobody asks for any here. */
  withdrawals: number | null
  kind: Kind
  onKind(kind: Kind): void
}>

/** The kinds of work with what is left of each; one tab stop, arrows move. */
export function KindsPane(props: KindsPaneProps) {
  const pane = useRef<HTMLElement>(null)
  const press = (event: KeyboardEvent) => {
    const all = [...(pane.current?.querySelectorAll<HTMLElement>('button, a') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus()
  }
  const item = (kind: Kind) => {
    const count = kind === 'withdrawals' ? props.withdrawals : props.counts ? countOf(props.counts, kind) : null
    return (
      <button
        key={kind}
        type="button"
        className={`side-item${count === 0 ? ' zero' : ''}`}
        aria-current={kind === props.kind ? 'true' : undefined}
        tabIndex={kind === props.kind ? 0 : -1}
        onClick={() => props.onKind(kind)}
      >
        {words.kinds[kind]}
        {count !== null && <span className="n num">{showCount(count)}</span>}
      </button>
    )
  }
  return (
    <nav className="side-list scroll" aria-label={words.kindsPane} ref={pane} onKeyDown={press}>
      <h2>{words.headings.citations}</h2>
      {CITATION_KINDS.map(item)}
      <h2>{words.headings.deliveries}</h2>
      <Link href={paths.deliveries} className={`side-item${props.unacknowledged === 0 ? ' zero' : ''}`} tabIndex={-1}>
        {words.kinds.unacknowledged}
        {props.unacknowledged !== null && <span className="n num">{showCount(props.unacknowledged)}</span>}
      </Link>
      <h2>{words.headings.handling}</h2>
      {item('unanswered')}
      <Link href={paths.handling} className={`side-item${props.overdue === 0 ? ' zero' : ''}`} tabIndex={-1}>
        {words.kinds.overdue}
        {props.overdue !== null && <span className="n num">{showCount(props.overdue)}</span>}
      </Link>
      <h2>{words.headings.files}</h2>
      {FILE_KINDS.map(item)}
      {props.withdrawals !== null && (
        <>
          <h2>{words.headings.accounts}</h2>
          {item('withdrawals')}
        </>
      )}
    </nav>
  )
}
