import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { DocumentId } from '#contract/ids.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { dossierWords } from '../../strings/dossiers.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import { ChooseDossier } from '../dossiers/choose-dossier.tsx'
import { hasBranch } from './branches.ts'
import { drawnView } from './drawn-view.ts'
import { FilterBar, type Filters, termDays } from './filter-bar.tsx'
import { keepRoot } from './kept-roots.ts'
import { Counts, Legend } from './legend.tsx'
import { LineageList } from './lineage-list.tsx'
import { LineagePicture } from './lineage-picture.tsx'
import { NodeDetail } from './node-detail.tsx'
import { PathBar } from './path-bar.tsx'
import { PathDialog, type PathEnds } from './path-dialog.tsx'
import { SaveLineage } from './save-lineage.tsx'
import { useBranches } from './use-branches.ts'

/** Letters never go below what can be read: a drawing too large is scrolled, or told as groups. */
const ZOOMS = [0.9, 1, 1.15, 1.3, 1.6, 2] as const
const PLAIN_ZOOM = 1
const PLAIN: Filters = { direction: 'both', depth: '2', stubs: true, relations: [], terms: [], on: null }
/** The screen tells many as one, so that it may ask for far more than it draws. */
const MOST_NODES = 5000

/** The lineage of one document, drawn and listed. */
export function DocumentLineage(props: Readonly<{ documentId: DocumentId }>) {
  const [, navigate] = useLocation()
  const [filters, setFilters] = useKeptState<Filters>('lineage.filters', PLAIN)
  const [zoom, setZoom] = useKeptState('lineage.zoom', PLAIN_ZOOM)
  const [current, setCurrent] = useState<string>(props.documentId)
  const [putting, setPutting] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [ends, setEnds] = useState<PathEnds | null>(null)
  const branches = useBranches()
  const { direction, depth, on } = filters
  const found = useCall(
    'lineage.trace',
    {
      documentId: props.documentId,
      direction,
      depth: Number(depth),
      limit: MOST_NODES,
      expanded: [...branches.expanded],
      on
    },
    { keep: true }
  )
  const asked = { from: (ends?.from.id ?? '') as DocumentId, to: (ends?.to.id ?? '') as DocumentId, on }
  const path = useCall('lineage.path', asked, { enabled: ends !== null })
  const starts = useCall('archive.state', {}, { keep: true }).data?.office?.termStarts ?? []
  const termKey = starts.join()
  const print = usePrint()
  const whole = found.data
  const onPath = ends && path.data?.way ? path.data : null
  const { expanded, folded, opened } = branches
  const view = useMemo(() => {
    const termStarts = termKey === '' ? [] : termKey.split(',')
    const { stubs, relations, terms } = filters
    if (!whole) return null
    return drawnView(whole, {
      stubs,
      relations,
      terms: termDays(terms, termStarts),
      folded,
      opened,
      expanded,
      path: onPath,
      termStarts
    })
  }, [whole, filters, folded, opened, expanded, onPath, termKey])
  const root = view?.nodes.find((node) => node.id === view.root)
  const now = view?.nodes.find((node) => node.id === current) ?? root
  useEffect(() => {
    if (root) keepRoot({ id: root.id, reference: root.reference ?? words.noReference, subject: root.subject ?? '' })
  }, [root])
  const held = (id: string) => view?.nodes.find((node) => node.id === id && !view.groups.has(id))?.held ?? false
  const open = (id: string) => {
    if (held(id)) navigate(paths.document(id))
  }
  const makeRoot = () => {
    if (now && held(now.id) && now.id !== view?.root) navigate(paths.lineage(now.id))
  }
  const expand = (id: string) => {
    setCurrent(id)
    if (view?.groups.has(id)) branches.openGroup(id)
    else branches.expand(id)
  }
  const canFold = now !== undefined && view !== null && (expanded.includes(now.id) || hasBranch(view, now.id))
  const fold = () => {
    if (now && canFold) branches.fold(now.id)
    else if (opened.size > 0) branches.closeGroups()
  }
  const sheet = { name: 'lineage-sheet', documentId: props.documentId } as const
  const pathSheet = ends && ({ name: 'lineage-sheet', documentId: asked.from, toDocumentId: asked.to } as const)
  const printSheet = () => void print.report(pathSheet ?? sheet)
  const zoomBy = (step: number) => setZoom(Math.max(0, Math.min(ZOOMS.length - 1, zoom + step)))
  const expandNow = () => {
    if (now && (view?.groups.has(now.id) || now.hidden > 0)) expand(now.id)
  }
  useShortcuts({
    Space: makeRoot,
    '+': expandNow,
    '=': expandNow,
    '-': fold,
    p: () => setChoosing(true),
    Escape: () => (ends ? setEnds(null) : false),
    'Alt+=': () => zoomBy(1),
    'Alt+-': () => zoomBy(-1),
    'Ctrl+p': printSheet,
    'Alt+ArrowLeft': () => window.history.back()
  })
  useStatusKeys([
    { keys: ['↑', '↓', '←', '→'], does: words.keys.follow },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['Space'], does: words.keys.root },
    { keys: ['+', '-'], does: words.keys.branches },
    { keys: ['P'], does: words.keys.path },
    { keys: ['Ctrl', 'P'], does: words.keys.print }
  ])
  if (found.isError) {
    return (
      <div className="screen-pad">
        <FailureNote error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  if (!view || !root || !now || !whole) return <Loading />
  return (
    <>
      <div className="toolbar lineage-bar">
        <h1>{words.title}</h1>
        <span className="ref">{root.reference ?? words.noReference}</span>
        <span className="clip muted grow">{root.subject}</span>
        <Button icon="zoom-out" label={words.zoomOut} onPress={() => zoomBy(-1)} />
        <Button icon="zoom-in" label={words.zoomIn} onPress={() => zoomBy(1)} />
        <Button icon="lineage" onPress={() => setChoosing(true)}>
          {words.path.ask} <Kbd>P</Kbd>
        </Button>
        <Button icon="folder" onPress={() => setPutting(true)}>
          {dossierWords.putIn}
        </Button>
        <SaveLineage
          asked={{
            documentId: props.documentId,
            direction,
            depth: Number(depth),
            limit: MOST_NODES,
            expanded: [...expanded]
          }}
          ends={ends ? asked : null}
          sheet={pathSheet ?? sheet}
        />
        <Button icon="print" onPress={printSheet}>
          {words.print} <Kbd>Ctrl P</Kbd>
        </Button>
      </div>
      <FilterBar filters={filters} view={whole} termStarts={starts} onFilters={setFilters} />
      {ends && (
        <PathBar
          ends={ends}
          found={path.data ?? null}
          error={path.error}
          onAgain={() => setChoosing(true)}
          onClose={() => setEnds(null)}
        />
      )}
      {choosing && (
        <PathDialog
          from={ends?.from ?? root}
          to={ends?.to ?? (now.id !== root.id && held(now.id) ? now : null)}
          onClose={() => setChoosing(false)}
          onTake={(taken) => {
            setEnds(taken)
            setChoosing(false)
          }}
        />
      )}
      {putting && (
        <ChooseDossier
          what={{ kind: 'lineage', documentId: props.documentId, direction }}
          {...(root.subject ? { proposedTitle: root.subject } : {})}
          onClose={() => setPutting(false)}
        />
      )}
      {whole.nodes.length === 1 && !onPath ? (
        <EmptyState title={words.aloneTitle}>
          <p className="muted">{words.aloneText}</p>
          <Button onPress={() => open(root.id)}>{words.open}</Button>
        </EmptyState>
      ) : (
        <div className="lineage-split">
          <div className="col lineage-drawing">
            <LineagePicture
              view={view}
              zoom={ZOOMS[zoom] ?? 1}
              current={now.id}
              onCurrent={setCurrent}
              onOpen={open}
              onExpand={expand}
            />
            <Legend />
          </div>
          <section className="panel" aria-label={words.list}>
            <div className="panel-h">
              <h2>{words.list}</h2>
              <span className="hint">{words.listHint}</span>
            </div>
            <Counts view={view} />
            <LineageList view={view} current={now.id} onCurrent={setCurrent} onExpand={expand} />
            <NodeDetail
              view={view}
              node={now}
              canFold={canFold}
              onOpen={() => open(now.id)}
              onRoot={makeRoot}
              onExpand={() => expand(now.id)}
              onFold={fold}
              onPath={() => setEnds({ from: root, to: now })}
            />
          </section>
        </div>
      )}
    </>
  )
}
