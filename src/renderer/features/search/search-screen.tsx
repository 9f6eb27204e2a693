import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation } from 'wouter'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { SearchHit } from '#contract/operations/search.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { type AskedReport, usePrint } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount } from '../../strings/dates.ts'
import { searchWords as words } from '../../strings/search.ts'
import { ChooseDossier } from '../dossiers/choose-dossier.tsx'
import { useAskedSearch } from './ask-search.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { type Chosen, countChosen, hitsOf } from './chosen-hits.ts'
import { FacetPanel } from './facet-panel.tsx'
import { HitList } from './hit-list.tsx'
import { HitPreview } from './hit-preview.tsx'
import { type KeptQuery, keepQuery } from './kept-queries.ts'
import { QueryBar } from './query-bar.tsx'
import { isWrong, type Suggestion, withSuggestion } from './query-edit.ts'
import { ResultBar } from './result-bar.tsx'
import { SearchNone } from './search-none.tsx'
import { SearchStart } from './search-start.tsx'
import { isFiltered, toggleValue } from './search-state.ts'
import { useChosen } from './use-chosen.ts'
import { useHitPlaces } from './use-hit-places.ts'
import { usePanes } from './use-panes.ts'
import { useReading } from './use-reading.ts'
import { useSearch } from './use-search.ts'
import './search.css'

const NOTHING: KeptQuery = { text: '', filters: NO_FILTERS, sort: 'relevance' }

/** Tìm kiếm: one field, hits as one types, facets, and the page of the current hit. */
export function SearchScreen(_props: ScreenProps) {
  const [, navigate] = useLocation()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const screen = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useKeptState<KeptQuery>('search.query', NOTHING)
  const [latest, setLatest] = useKeptState('search.latest', false)
  const [currentId, setCurrentId] = useKeptState<string | null>('search.current', null)
  const search = useSearch(query)
  const { reading, caret, onCaret } = useReading(query.text)
  const start = query.text.trim() === '' && !isFiltered(query.filters) && !latest
  const hits = useMemo(() => (start ? [] : (search.shown?.hits ?? [])), [start, search.shown])
  const at = Math.max(
    0,
    hits.findIndex((hit) => hit.document.id === currentId)
  )
  const hit = hits[at] ?? null
  const picked = useChosen(hits)
  const ask = (next: KeptQuery) => {
    setQuery(next)
    setCurrentId(null)
    picked.asked(query, next)
  }
  useTakeAsked(ask)
  const asked = search.shown?.corrected ?? query.text
  const [putting, setPutting] = useState(false)
  const places = useHitPlaces(hit?.document.id ?? null, asked)

  const move = useCallback(
    (index: number) => {
      const to = Math.max(0, Math.min(hits.length - 1, index))
      setCurrentId(hits[to]?.document.id ?? null)
      return to
    },
    [hits, setCurrentId]
  )
  const go = (index: number) => {
    picked.endStretch()
    move(index)
  }
  const total = start ? null : (search.shown?.total ?? null)
  const report = useHitsReport(picked.chosen, asked, query)
  const print = usePrint()
  const tick = (index: number, stretch: boolean) => {
    const to = move(index)
    const id = hits[to]?.document.id
    if (stretch) picked.stretchTo(at, to)
    else if (id) picked.toggle(id)
    field.current?.focus({ preventScroll: true })
  }
  const { chosen } = picked
  const everyTicked =
    chosen.kind === 'all'
      ? chosen.leftOut.size === 0
      : hits.length === total && hits.every((one) => picked.has(one.document.id))
  const tickAll = () => {
    if (total === null || total === 0) return false
    if (everyTicked) picked.none()
    else picked.all()
  }
  const open = useCallback(
    (one: SearchHit | null) => {
      if (!one) return
      keepQuery('recent', query)
      const place = one.document.id === places.documentId ? places.place : null
      navigate(paths.document(one.document.id, { at: place, query: asked }))
    },
    [query, places, navigate, asked]
  )
  const take = (taken: Suggestion | undefined) => {
    if (!taken || !reading) return false
    const { text, caret: to } = withSuggestion(reading, taken)
    flushSync(() => ask({ ...query, text }))
    field.current?.focus()
    field.current?.setSelectionRange(to, to)
    onCaret(to)
  }
  const offered = reading?.help.suggestions ?? []
  const panes = usePanes(screen, field)
  useShortcuts(
    {
      ArrowDown: (event) => (inSide(event) ? false : go(at + 1)),
      ArrowUp: (event) => (inSide(event) ? false : go(at - 1)),
      PageDown: (event) => (inSide(event) ? false : go(at + 6)),
      PageUp: (event) => (inSide(event) ? false : go(at - 6)),
      'Shift+ArrowDown': (event) => (inSide(event) || hits.length === 0 ? false : picked.stretchTo(at, move(at + 1))),
      'Shift+ArrowUp': (event) => (inSide(event) || hits.length === 0 ? false : picked.stretchTo(at, move(at - 1))),
      'Ctrl+Space': () => (hit ? picked.toggle(hit.document.id) : false),
      Space: (event) => (hit && !inSide(event) && !onControl(event) ? picked.toggle(hit.document.id) : false),
      'Alt+a': tickAll,
      'Ctrl+p': () => {
        if (!report || !picked.any) return false
        void print.report(report)
      },
      Enter: (event) => (hits.length === 0 || onControl(event) ? false : open(hit)),
      F2: () => field.current?.select(),
      F3: () => places.step(1),
      'Shift+F3': () => places.step(-1),
      F4: () => take(offered[0]),
      'Alt+1': () => take(offered[0]),
      'Alt+2': () => take(offered[1]),
      'Alt+3': () => take(offered[2]),
      'Alt+4': () => take(offered[3]),
      F6: () => panes(1),
      'Shift+F6': () => panes(-1),
      'Ctrl+f': () => field.current?.select(),
      Escape: () => {
        field.current?.focus()
        if (picked.any) return picked.none()
        if (query.text === '' && !isFiltered(query.filters)) setLatest(false)
        ask({ ...query, text: '' })
      }
    },
    { inFields: ['ArrowDown', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowUp', 'PageDown', 'PageUp', 'Enter'] }
  )
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.choose },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['Ctrl', 'Space'], does: words.keys.mark },
    offered.length > 0 ? { keys: ['F4'], does: words.keys.take } : { keys: ['F3'], does: words.keys.next },
    { keys: ['F6'], does: words.keys.pane },
    { keys: ['Esc'], does: picked.any ? words.keys.unmark : words.keys.clear }
  ])
  return (
    <div className="search" ref={screen}>
      <h1 className="sr">{words.title}</h1>
      <QueryBar
        ref={field}
        query={query}
        reading={reading}
        caret={caret}
        onCaret={onCaret}
        onTake={take}
        listId={hits.length > 0 ? listId : null}
        activeId={hits.length > 0 ? `${listId}-${at}` : null}
        facets={search.facets}
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
            ticked={hits.length === 0 ? null : everyTicked ? 'all' : picked.any ? 'some' : 'none'}
            onTickAll={tickAll}
            known={search.shown !== null && search.error === null}
            sort={query.sort}
            byWords={query.text.trim() !== ''}
            onSort={(sort) => ask({ ...query, sort })}
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
              wrong={reading?.problems.find(isWrong) ?? null}
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
              isTicked={picked.has}
              onTick={tick}
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
          {picked.any && (
            <ChosenBar
              count={countChosen(picked.chosen, total)}
              found={picked.chosen.kind === 'all'}
              report={report}
              onPutIn={() => setPutting(true)}
              onPrint={() => report && void print.report(report)}
              onNone={picked.none}
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
          what={
            picked.chosen.kind === 'named'
              ? { kind: 'papers', documentIds: [...picked.chosen.ids] }
              : {
                  kind: 'found',
                  search: { query: asked, filters: query.filters },
                  leftOut: [...picked.chosen.leftOut]
                }
          }
          onClose={() => setPutting(false)}
        />
      )}
    </div>
  )
}

/** The list of what is chosen, as it is printed and saved. */
function useHitsReport(chosen: Chosen, asked: string, query: KeptQuery): AskedReport | null {
  return useMemo(() => {
    const hits = hitsOf(chosen, { text: asked.normalize('NFC').trim(), filters: query.filters })
    return hits && { name: 'hits-list', hits }
  }, [chosen, asked, query.filters])
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
