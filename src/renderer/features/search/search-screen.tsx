import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { SearchHit } from '#contract/operations/search.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Segments } from '../../components/segments.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount } from '../../strings/dates.ts'
import { dossierWords } from '../../strings/dossiers.ts'
import { searchWords as words } from '../../strings/search.ts'
import { ChooseDossier } from '../dossiers/choose-dossier.tsx'
import { useAskedSearch } from './ask-search.ts'
import { FacetPanel } from './facet-panel.tsx'
import { HitList } from './hit-list.tsx'
import { HitPreview } from './hit-preview.tsx'
import { type KeptQuery, keepQuery } from './kept-queries.ts'
import { QueryBar } from './query-bar.tsx'
import { SearchNone } from './search-none.tsx'
import { SearchStart } from './search-start.tsx'
import { isFiltered, NO_FILTERS, type Sort, toggleValue } from './search-state.ts'
import { useHitPlaces } from './use-hit-places.ts'
import { usePanes } from './use-panes.ts'
import { useSearch } from './use-search.ts'
import './search.css'

const NOTHING: KeptQuery = { text: '', filters: NO_FILTERS, sort: 'relevance' }
const SORTS = (['relevance', 'newest'] as const).map((value) => ({ value, text: words.sorts[value] }))

/** Tìm kiếm: one field, hits as one types, facets, and the page of the current hit. */
export function SearchScreen(_props: ScreenProps) {
  const [, navigate] = useLocation()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const screen = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useKeptState<KeptQuery>('search.query', NOTHING)
  const [latest, setLatest] = useKeptState('search.latest', false)
  const [currentId, setCurrentId] = useKeptState<string | null>('search.current', null)
  const ask = useCallback(
    (next: KeptQuery) => {
      setQuery(next)
      setCurrentId(null)
    },
    [setQuery, setCurrentId]
  )
  useTakeAsked(ask)
  const search = useSearch(query)
  const start = query.text.trim() === '' && !isFiltered(query.filters) && !latest
  const hits = useMemo(() => (start ? [] : (search.shown?.hits ?? [])), [start, search.shown])
  const at = Math.max(
    0,
    hits.findIndex((hit) => hit.document.id === currentId)
  )
  const hit = hits[at] ?? null
  const asked = search.shown?.corrected ?? query.text
  const [putting, setPutting] = useState(false)
  const places = useHitPlaces(hit?.document.id ?? null, asked)

  const go = useCallback(
    (index: number) => setCurrentId(hits[Math.max(0, Math.min(hits.length - 1, index))]?.document.id ?? null),
    [hits, setCurrentId]
  )
  const open = useCallback(
    (one: SearchHit | null) => {
      if (!one) return
      keepQuery('recent', query)
      const place = one.document.id === places.documentId ? places.place : null
      navigate(paths.document(one.document.id, { at: place, query: asked }))
    },
    [query, places, navigate, asked]
  )
  const panes = usePanes(screen, field)
  useShortcuts(
    {
      ArrowDown: (event) => (inSide(event) ? false : go(at + 1)),
      ArrowUp: (event) => (inSide(event) ? false : go(at - 1)),
      PageDown: (event) => (inSide(event) ? false : go(at + 6)),
      PageUp: (event) => (inSide(event) ? false : go(at - 6)),
      Enter: (event) => (hits.length === 0 || onControl(event) ? false : open(hit)),
      F2: () => field.current?.select(),
      F3: () => places.step(1),
      'Shift+F3': () => places.step(-1),
      F6: () => panes(1),
      'Shift+F6': () => panes(-1),
      'Ctrl+f': () => field.current?.select(),
      Escape: () => {
        field.current?.focus()
        if (query.text === '' && !isFiltered(query.filters)) setLatest(false)
        ask({ ...query, text: '' })
      }
    },
    { inFields: ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter'] }
  )
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.choose },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['F3'], does: words.keys.next },
    { keys: ['F6'], does: words.keys.pane },
    { keys: ['Esc'], does: words.keys.clear }
  ])
  return (
    <div className="search" ref={screen}>
      <h1 className="sr">{words.title}</h1>
      <QueryBar
        ref={field}
        query={query}
        listId={hits.length > 0 ? listId : null}
        activeId={hits.length > 0 ? `${listId}-${at}` : null}
        onQuery={ask}
      />
      <div className={hit ? 'search-panes' : 'search-panes alone'}>
        <FacetPanel
          facets={search.facets}
          filters={query.filters}
          counted={search.counted}
          onToggle={(facet, value) => ask({ ...query, filters: toggleValue(query.filters, facet, value) })}
        />
        <section className="col search-results" aria-label={words.resultsPane}>
          <ResultBar
            total={search.shown?.total ?? null}
            start={start}
            known={search.shown !== null && search.error === null}
            sort={query.sort}
            byWords={query.text.trim() !== ''}
            onSort={(sort) => ask({ ...query, sort })}
            onPutIn={() => setPutting(true)}
          />
          {search.error && (
            <div className="screen-pad">
              <FailureNote error={search.error} onRetry={search.retry} />
            </div>
          )}
          {!start && search.shown?.corrected && (
            <p className="search-corrected" role="status">
              {words.corrected} <b className="strong">{search.shown.corrected}</b>.{' '}
              <span className="muted">{words.correctedKeep(query.text.trim())}</span>{' '}
              <button
                type="button"
                className="link-btn"
                onClick={() => ask({ ...query, text: search.shown?.corrected ?? query.text })}
              >
                {words.takeCorrection}
              </button>
            </p>
          )}
          {start && !search.error && <StartOrEmpty onAsk={ask} onLatest={() => setLatest(true)} />}
          {!start && !search.shown && !search.error && <Loading text={words.searching} />}
          {!start && search.shown && search.shown.total === 0 && (
            <SearchNone
              text={query.text}
              filters={query.filters}
              onDropFilters={() => ask({ ...query, filters: NO_FILTERS })}
              onAsk={(text) => ask({ ...query, text })}
            />
          )}
          {hits.length > 0 && (
            <HitList
              id={listId}
              hits={hits}
              current={at}
              onCurrent={(index) => {
                go(index)
                field.current?.focus({ preventScroll: true })
              }}
              onOpen={open}
              onNearEnd={search.more}
              end={
                search.loadingMore
                  ? words.loadingMore
                  : search.shown?.total === hits.length
                    ? words.allShown(showCount(hits.length))
                    : null
              }
            />
          )}
        </section>
        {hit && (
          <HitPreview
            document={hit.document}
            places={places.places}
            at={places.at}
            onAt={places.goTo}
            onOpen={() => open(hit)}
          />
        )}
      </div>
      {putting && (
        <ChooseDossier
          what={{ kind: 'found', search: { query: asked, filters: query.filters } }}
          onClose={() => setPutting(false)}
        />
      )}
    </div>
  )
}

function ResultBar(
  props: Readonly<{
    total: number | null
    start: boolean
    known: boolean
    sort: Sort
    byWords: boolean
    onSort(sort: Sort): void
    onPutIn(): void
  }>
) {
  return (
    <div className="subbar">
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
      {!props.start && props.total !== null && props.total > 0 && (
        <Button small quiet icon="folder" onPress={props.onPutIn}>
          {dossierWords.putIn}
        </Button>
      )}
      {!props.start && props.byWords && (
        <span className="row search-sort">
          <span className="hint">{words.sortBy}</span>
          <Segments label={words.sortBy} value={props.sort} choices={SORTS} onChange={props.onSort} />
        </span>
      )}
    </div>
  )
}

/** The start page; in an archive without documents, what to do first. */
function StartOrEmpty(props: Readonly<{ onAsk(query: KeptQuery): void; onLatest(): void }>) {
  const [, navigate] = useLocation()
  const overview = useCall('overview', {}, { keep: true })
  if (overview.data?.documents !== 0) return <SearchStart onAsk={props.onAsk} onLatest={props.onLatest} />
  return (
    <EmptyState title={words.startEmptyArchive}>
      <p className="muted">{words.startEmptyArchiveText}</p>
      <Button kind="primary" icon="file-add" onPress={() => navigate(paths.filing)}>
        {words.startFile}
      </Button>
    </EmptyState>
  )
}

/** A query handed over from elsewhere (palette, worklists) is taken once. */
function useTakeAsked(ask: (query: KeptQuery) => void) {
  const asked = useAskedSearch()
  const [taken, setTaken] = useKeptState('search.asked', 0)
  useEffect(() => {
    if (asked.turn === taken) return
    setTaken(asked.turn)
    ask({ ...NOTHING, text: asked.query })
  }, [asked, taken, setTaken, ask])
}

/** The facets and the preview have arrows of their own. */
function inSide(event: { target: EventTarget | null } | KeyboardEvent): boolean {
  return (
    event.target instanceof Element && event.target.closest('[data-pane=facets], [data-pane=preview], .segs') !== null
  )
}

/** Enter on a button or link is that button's. */
function onControl(event: { target: EventTarget | null }): boolean {
  return event.target instanceof Element && event.target.closest('button, a, [type=checkbox]') !== null
}
