import { useEffect, useRef } from 'react'
import { Segments } from '../../components/segments.tsx'
import { showCount } from '../../strings/dates.ts'
import { searchWords as words } from '../../strings/search.ts'
import type { Sort } from './search-state.ts'

const SORTS = (['relevance', 'newest'] as const).map((value) => ({ value, text: words.sorts[value] }))

type ResultBarProps = Readonly<{
  total: number | null
  start: boolean
  known: boolean
  sort: Sort
  byWords: boolean
  onSort(sort: Sort): void
  /** How the tick for all stands; null where there is nothing to tick. */
  ticked: 'all' | 'some' | 'none' | null
  onTickAll(): void
}>

/** How many were found, the tick for all of them, and the order. */
export function ResultBar(props: ResultBarProps) {
  return (
    <div className="subbar search-bar">
      {props.ticked !== null && (
        <TickAll ticked={props.ticked} disabled={props.total === null} onTick={props.onTickAll} />
      )}
      <span role="status" aria-live="polite">
        {props.total !== null ? (
          <>
            <b className="strong num">{showCount(props.total)}</b> {words.documents}{' '}
            <span className="hint">{props.start || !props.byWords ? words.inArchive : words.wholeArchive}</span>
          </>
        ) : (
          props.known && <span className="hint">{words.searching}</span>
        )}
      </span>
      {!props.start && props.byWords && (
        <span className="row search-sort">
          <span className="hint">{words.sortBy}</span>
          <Segments label={words.sortBy} value={props.sort} choices={SORTS} onChange={props.onSort} />
        </span>
      )}
    </div>
  )
}

function TickAll(props: Readonly<{ ticked: 'all' | 'some' | 'none'; disabled: boolean; onTick(): void }>) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = props.ticked === 'some'
  })
  return (
    <input
      ref={box}
      type="checkbox"
      className="check"
      aria-label={words.chosen.all}
      title={words.chosen.allKey}
      checked={props.ticked === 'all'}
      disabled={props.disabled}
      onChange={props.onTick}
    />
  )
}
