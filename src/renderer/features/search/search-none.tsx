import { Link } from 'wouter'
import type { SearchFilters } from '#contract/operations/search.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showCount } from '../../strings/dates.ts'
import { searchWords as words } from '../../strings/search.ts'
import { looserQueries } from './looser-queries.ts'
import type { Problem } from './query-edit.ts'
import { isFiltered } from './search-state.ts'

/** Nothing found, said only after the whole archive was searched; with ways to ask less strictly. */
export function SearchNone(
  props: Readonly<{
    text: string
    filters: SearchFilters
    /** What of the query cannot be understood: then that is said, not that there is nothing. */
    wrong: Problem | null
    onDropFilters(): void
    onAsk(text: string): void
  }>
) {
  const documents = useCall('overview', {}, { keep: true }).data?.documents
  const unreadable = useCall('worklist.counts', {}, { keep: true }).data?.counts['no-text'] ?? 0
  const text = props.text.trim()
  const looser = looserQueries(text)
  const filtered = isFiltered(props.filters)
  return (
    <EmptyState
      title={
        props.wrong
          ? words.query.problems[props.wrong.code](props.wrong.text)
          : text === '' || filtered
            ? words.noneFiltered
            : words.noneTitle(text)
      }
    >
      {documents !== undefined && props.wrong === null && (
        <p className="muted">{words.noneSearched(showCount(documents))}</p>
      )}
      <ul className="search-ways">
        {filtered && (
          <li>
            <button type="button" className="link-btn" onClick={props.onDropFilters}>
              {words.noneDropFilters}
            </button>
          </li>
        )}
        {looser.map((one) => (
          <li key={one.text}>
            <button type="button" className="link-btn" onClick={() => props.onAsk(one.text)}>
              {one.dropped === null ? words.noneUnquoted : words.noneDropField(one.dropped)}
            </button>{' '}
            <span className="hint">{one.text}</span>
          </li>
        ))}
        {unreadable > 0 && (
          <li>
            <Link href={paths.worklists}>{words.noneUnreadable(showCount(unreadable))}</Link>{' '}
            <span className="hint">{words.noneUnreadableHint}</span>
          </li>
        )}
        {!filtered && looser.length === 0 && <li className="muted">{words.nonePlain}</li>}
      </ul>
    </EmptyState>
  )
}
