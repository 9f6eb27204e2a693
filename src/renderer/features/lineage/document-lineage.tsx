import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { DocumentId } from '#contract/ids.ts'
import type { LineageView } from '#contract/operations/lineage.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { Segments } from '../../components/segments.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { dossierWords } from '../../strings/dossiers.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import { ChooseDossier } from '../dossiers/choose-dossier.tsx'
import { keepRoot } from './kept-roots.ts'
import { narrow } from './lineage-graph.ts'
import { LineageList } from './lineage-list.tsx'
import { LineagePicture } from './lineage-picture.tsx'
import { NodeDetail } from './node-detail.tsx'

type Direction = 'up' | 'both' | 'down'
type Depth = '1' | '2' | '12'
const ZOOMS = [0.6, 0.75, 0.9, 1, 1.15, 1.3, 1.6] as const

/** The lineage of one document, drawn and listed. */
export function DocumentLineage(props: Readonly<{ documentId: DocumentId }>) {
  const [, navigate] = useLocation()
  const [direction, setDirection] = useKeptState<Direction>('lineage.direction', 'both')
  const [depth, setDepth] = useKeptState<Depth>('lineage.depth', '2')
  const [stubs, setStubs] = useKeptState('lineage.stubs', true)
  const [validityOnly, setValidityOnly] = useKeptState('lineage.validity', false)
  const [zoom, setZoom] = useKeptState('lineage.zoom', 3)
  const [current, setCurrent] = useState<string>(props.documentId)
  const [putting, setPutting] = useState(false)
  const found = useCall(
    'lineage.trace',
    { documentId: props.documentId, direction, depth: Number(depth) },
    { keep: true }
  )
  const print = usePrint()
  const whole = found.data
  const view = useMemo<LineageView | null>(
    () => (whole ? narrow(whole, { stubs, validityOnly }, (edge) => RELATIONS[edge.relation].validity) : null),
    [whole, stubs, validityOnly]
  )
  const root = view?.nodes.find((node) => node.id === view.root)
  const now = view?.nodes.find((node) => node.id === current) ?? root
  useEffect(() => {
    if (root) keepRoot({ id: root.id, reference: root.reference ?? words.noReference, subject: root.subject ?? '' })
  }, [root])
  const held = (id: string) => view?.nodes.find((node) => node.id === id)?.held ?? false
  const open = (id: string) => {
    if (held(id)) navigate(paths.document(id))
  }
  const makeRoot = () => {
    if (now && held(now.id) && now.id !== view?.root) navigate(paths.lineage(now.id))
  }
  const printSheet = () => void print.report({ name: 'lineage-sheet', documentId: props.documentId })
  const zoomBy = (step: number) => setZoom(Math.max(0, Math.min(ZOOMS.length - 1, zoom + step)))
  useShortcuts({
    Space: makeRoot,
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    'Ctrl+p': printSheet,
    'Alt+ArrowLeft': () => window.history.back()
  })
  useStatusKeys([
    { keys: ['↑', '↓', '←', '→'], does: words.keys.follow },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['Space'], does: words.keys.root },
    { keys: ['+', '-'], does: words.keys.zoom },
    { keys: ['Ctrl', 'P'], does: words.keys.print }
  ])
  if (found.isError) {
    return (
      <div className="screen-pad">
        <FailureNote error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  if (!view || !root || !now) return <Loading />
  const unclear = view.edges.filter((edge) => edge.status === 'ambiguous' || edge.status === 'date-mismatch').length
  const missing = view.nodes.filter((node) => !node.held).length
  return (
    <>
      <div className="toolbar">
        <h1>{words.title}</h1>
        <span className="ref">{root.reference ?? words.noReference}</span>
        <span className="clip muted grow">{root.subject}</span>
        <Button icon="zoom-out" label={words.zoomOut} onPress={() => zoomBy(-1)} />
        <Button icon="zoom-in" label={words.zoomIn} onPress={() => zoomBy(1)} />
        <Button icon="folder" onPress={() => setPutting(true)}>
          {dossierWords.putIn}
        </Button>
        <Button icon="print" onPress={printSheet}>
          {words.print} <Kbd>Ctrl P</Kbd>
        </Button>
      </div>
      <div className="subbar">
        <Segments<Direction>
          label={words.direction}
          value={direction}
          onChange={setDirection}
          choices={(['up', 'both', 'down'] as const).map((value) => ({ value, text: words.directions[value] }))}
        />
        <Segments<Depth>
          label={words.depth}
          value={depth}
          onChange={setDepth}
          choices={(['1', '2', '12'] as const).map((value) => ({ value, text: words.depths[value] }))}
        />
        <Checkbox checked={stubs} onChange={setStubs}>
          {words.stubs}
        </Checkbox>
        <Checkbox checked={validityOnly} onChange={setValidityOnly}>
          {words.validityOnly}
        </Checkbox>
        <span className="muted nowrap end num">
          {words.counts(view.nodes.length, view.edges.length, missing, unclear)}
        </span>
      </div>
      {putting && (
        <ChooseDossier
          what={{ kind: 'lineage', documentId: props.documentId, direction }}
          {...(root.subject ? { proposedTitle: root.subject } : {})}
          onClose={() => setPutting(false)}
        />
      )}
      {view.nodes.length === 1 ? (
        <EmptyState title={words.aloneTitle}>
          <p className="muted">{words.aloneText}</p>
          <Button onPress={() => open(root.id)}>{words.open}</Button>
        </EmptyState>
      ) : (
        <div className="lineage-split">
          <div className="col lineage-drawing">
            <LineagePicture view={view} zoom={ZOOMS[zoom] ?? 1} current={now.id} onCurrent={setCurrent} onOpen={open} />
            <Legend truncated={view.truncated} />
          </div>
          <section className="panel" aria-label={words.list}>
            <div className="panel-h">
              <h2>{words.list}</h2>
              <span className="hint">{words.listHint}</span>
            </div>
            <LineageList view={view} current={now.id} onCurrent={setCurrent} />
            <NodeDetail view={view} node={now} onOpen={() => open(now.id)} onRoot={makeRoot} />
          </section>
        </div>
      )}
    </>
  )
}

function Legend(props: Readonly<{ truncated: boolean }>) {
  return (
    <div className="lineage-legend">
      <span>
        <i className="directs" /> {words.legend.directs}
      </span>
      <span>
        <i /> {words.legend.talks}
      </span>
      <span>
        <i className="validity" /> {words.legend.validity}
      </span>
      <span>
        <i className="stub" /> {words.legend.stub}
      </span>
      <span>{props.truncated ? words.truncated : words.legend.arrow}</span>
    </div>
  )
}
