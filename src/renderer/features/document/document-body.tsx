import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { OperationName } from '#contract/operations.ts'
import type { CitationView } from '#contract/schemas.ts'
import type { Span } from '#domain/text/span.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { CORRECT, paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading } from '../../components/loading.tsx'
import type { MenuItem } from '../../components/menu-button.tsx'
import { type FocusSpan, type PageMark, PageView } from '../../components/page-view.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { commonWords } from '../../strings/common.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { documentWords as words } from '../../strings/document.ts'
import { dossierWords } from '../../strings/dossiers.ts'
import { exportWords } from '../../strings/export.ts'
import { filingWords } from '../../strings/filing.ts'
import { OpenToAllDialog, RestrictDialog } from '../accounts/restrict-dialog.tsx'
import { useRestriction } from '../accounts/use-restriction.ts'
import { NoticeDialog } from '../delivery/notice-dialog.tsx'
import { ChooseDossier } from '../dossiers/choose-dossier.tsx'
import type { FieldName } from '../filing/form/fields.ts'
import { AddCitation } from './add-citation.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { CorrectPanel } from './correct-panel.tsx'
import { DocumentHead } from './document-head.tsx'
import { findValue } from './find-value.ts'
import { PrintDialog } from './print-dialog.tsx'
import { isSideTab, SidePanel, type SideTab } from './side-panel.tsx'
import type { DocumentDetails } from './summary-tab.tsx'
import { useDocumentPages } from './use-document-pages.ts'
import { useHits } from './use-hits.ts'
import { useMarkReviewed } from './use-mark-reviewed.ts'
import { useSaveEdxml } from './use-save-edxml.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type DocumentBodyProps = Readonly<{
  details: DocumentDetails
  opening: Readonly<{ at: Span | null; query: string; tab: string | null }>
}>

type Asked = 'dossier' | 'notice' | 'print' | 'attach' | 'withdraw' | 'cite' | 'restrict' | 'open-to-all' | null

export function DocumentBody(props: DocumentBodyProps) {
  const { details, opening } = props
  const { line } = details
  const reference = line.reference ?? commonWords.noReference
  const [, navigate] = useLocation()
  const { file, pages, signatures, address, text, choose, bringForward } = useDocumentPages(line.id, details.files)
  const [focus, setFocus] = useState<FocusSpan | null>(opening.at)
  const [tab, setTab] = useState<SideTab>(isSideTab(opening.tab) ? opening.tab : 'summary')
  const [current, setCurrent] = useState<string | null>(() => citationAt(details.cites, opening.at))
  const [correcting, setCorrecting] = useState(opening.tab === CORRECT && !line.withdrawn)
  const [asked, setAsked] = useState<Asked>(null)
  const page = useRef<HTMLElement>(null)
  const side = useRef<HTMLDivElement>(null)

  const look = useCallback(
    (span: FocusSpan | null) => {
      setFocus(span ? { ...span } : null)
      if (span) void bringForward(span).catch(() => {})
    },
    [bringForward]
  )
  const hits = useHits(line.id, opening.query, look)
  // Opened at a place, or at the first hit: once the text is there.
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || (opening.query !== '' && !hits.asked && !opening.at)) return
    begun.current = true
    if (opening.at) void bringForward(opening.at).catch(() => {})
    else if (hits.first) look({ ...hits.first })
  }, [opening, hits.asked, hits.first, bringForward, look])

  const showCitation = (one: CitationView) => {
    setCurrent(one.id)
    if (one.from.id === line.id && one.start !== null && one.end !== null) {
      look({ id: one.id, start: one.start, end: one.end, tone: 'cite' })
    }
  }
  const showField = (field: FieldName, index: number | null = null) =>
    look(findValue(details.form, field, index, pages))
  const shown = tab === 'citedBy' ? details.citedBy : details.cites
  const step = (event: KeyboardEvent, by: 1 | -1) => {
    if (page.current?.contains(event.target as Node) || correcting || shown.length === 0) return false
    if (event.target instanceof HTMLElement && event.target.matches('select, [role=menuitem], [role=combobox]'))
      return false
    const at = shown.findIndex((one) => one.id === current)
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))]
    if (!next || !['summary', 'cites', 'citedBy'].includes(tab)) return false
    showCitation(next)
  }
  const openCurrent = (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('button, a, select, input')) return false
    const one = shown.find((citation) => citation.id === current)
    if (!one || correcting) return false
    const at = one.start !== null && one.end !== null ? { start: one.start, end: one.end } : null
    if (tab === 'citedBy') navigate(paths.document(one.from.id, { at }))
    else if (one.to) navigate(paths.document(one.to.id))
    else return false
  }
  const { state: access, may } = useAccess()
  const { restriction, items: restrictItems } = useRestriction(line.id, setAsked)
  const correct = () => {
    if (!line.withdrawn && may('document.correct')) setCorrecting(true)
  }
  useShortcuts({
    F2: correct,
    F3: hits.next,
    'Shift+F3': hits.before,
    F6: () => {
      if (document.activeElement === page.current)
        side.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true], input')?.focus()
      else page.current?.focus()
    },
    'Ctrl+l': () => navigate(paths.lineage(line.id)),
    'Ctrl+p': () => setAsked('print'),
    ArrowDown: (event) => step(event, 1),
    ArrowUp: (event) => step(event, -1),
    Enter: openCurrent
  })
  useStatusKeys(
    [
      { keys: ['↑', '↓'], does: words.keys.cites },
      { keys: ['Enter'], does: words.keys.open },
      ...(hits.marks.length > 0 ? [{ keys: ['F3'], does: words.keys.hit }] : []),
      { keys: ['F2'], does: words.keys.correct },
      { keys: ['F6'], does: words.keys.pane },
      { keys: ['Alt ←'], does: words.keys.back }
    ],
    !correcting
  )
  const review = useMarkReviewed(details)
  const saveEdxml = useSaveEdxml(line.id)

  const marks = useMemo<readonly PageMark[]>(
    () => [
      ...hits.marks,
      ...details.cites.flatMap((one): PageMark[] =>
        one.start === null || one.end === null || one.status === 'rejected'
          ? []
          : [{ id: one.id, start: one.start, end: one.end, tone: 'cite' }]
      )
    ],
    [hits.marks, details.cites]
  )
  const asksLeader = access?.on === true && access.account?.role === 'clerk'
  const deeds: readonly (MenuItem & Readonly<{ needs: OperationName }>)[] = line.withdrawn
    ? [{ id: 'restore', needs: 'document.restore', text: words.restore, run: () => setAsked('withdraw') }]
    : [
        { id: 'correct', needs: 'document.correct', text: `${words.correct} (F2)`, run: correct },
        { id: 'attach', needs: 'document.attach', text: words.attach, run: () => setAsked('attach') },
        { id: 'cite', needs: 'citation.add', text: words.addCite, run: () => setAsked('cite') },
        { id: 'dossier', needs: 'dossier.add', text: dossierWords.putIn, run: () => setAsked('dossier') },
        ...(line.direction === 'incoming'
          ? []
          : [
              {
                id: 'notice',
                needs: 'document.get' as const,
                text: careWords.notice.open,
                run: () => setAsked('notice')
              }
            ]),
        { id: 'edxml', needs: 'export.edxml', text: exportWords.edxml, run: saveEdxml },
        ...(line.reviewed
          ? []
          : [{ id: 'review', needs: 'document.correct' as const, text: words.markReviewed, run: review }]),
        { id: 'withdraw', needs: 'document.withdraw', text: words.withdraw, run: () => setAsked('withdraw') }
      ]
  const more: readonly MenuItem[] = [...deeds.filter((one) => may(one.needs)), ...restrictItems]
  const about = file
    ? [filingWords.roles[file.role], commonWords.textKinds[file.textKind].toLowerCase()].join(' · ')
    : ''
  return (
    <>
      <DocumentHead
        details={details}
        more={more}
        restriction={restriction}
        onLineage={() => navigate(paths.lineage(line.id))}
        onDelivery={() => navigate(paths.delivery(line.id))}
        onPrint={() => setAsked('print')}
      />
      <div className="document">
        {file === null ? (
          <section className="desk no-file" aria-label={words.noFiles}>
            <EmptyState title={words.noFiles}>
              <p className="muted">{words.noFilesText(details.form.paperLocation ?? '')}</p>
              {!line.withdrawn && (
                <Button needs="document.attach" icon="add" onPress={() => setAsked('attach')}>
                  {words.attach}
                </Button>
              )}
            </EmptyState>
          </section>
        ) : text.isPending ? (
          <section className="desk">
            <Loading rows={0} />
          </section>
        ) : (
          <PageView
            key={file.sha256}
            label={words.pageLabel(reference)}
            address={address}
            mediaType={file.mediaType}
            pages={pages}
            signatures={signatures}
            marks={marks}
            focus={focus}
            onMark={(id) => {
              const one = details.cites.find((citation) => citation.id === id)
              if (!one) return
              setTab('cites')
              showCitation(one)
            }}
            scrollerRef={page}
            about={about}
            tools={<HitTools hits={hits} />}
          />
        )}
        {correcting ? (
          <CorrectPanel details={details} pages={pages} onFocus={look} onClose={() => setCorrecting(false)} />
        ) : (
          <SidePanel
            sideRef={side}
            details={details}
            tab={tab}
            onTab={setTab}
            current={current}
            onCurrent={showCitation}
            onShow={showField}
            shownFile={file?.sha256 ?? null}
            onFile={choose}
            onAttach={() => setAsked('attach')}
            onAddCite={() => setAsked('cite')}
            onCorrect={correct}
            onReview={review}
            onPlace={({ start, end }) => look({ id: `place ${start}`, start, end, tone: 'hit' })}
          />
        )}
      </div>
      {asked === 'print' && (
        <PrintDialog
          documentId={line.id}
          reference={reference}
          incoming={line.direction === 'incoming'}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'dossier' && (
        <ChooseDossier what={{ kind: 'papers', documentIds: [line.id] }} onClose={() => setAsked(null)} />
      )}
      {asked === 'notice' && <NoticeDialog documentId={line.id} reference={reference} onClose={() => setAsked(null)} />}
      {asked === 'attach' && <AttachDialog document={line} onClose={() => setAsked(null)} />}
      {asked === 'withdraw' && (
        <WithdrawDialog details={details} asksLeader={asksLeader} onClose={() => setAsked(null)} />
      )}
      {asked === 'restrict' && <RestrictDialog line={line} restriction={restriction} onClose={() => setAsked(null)} />}
      {asked === 'open-to-all' && <OpenToAllDialog line={line} onClose={() => setAsked(null)} />}
      {asked === 'cite' && (
        <AddCitation documentId={line.id} quote={selectedText(page.current)} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

function HitTools(props: Readonly<{ hits: ReturnType<typeof useHits> }>) {
  const { hits } = props
  if (!hits.asked) return null
  if (hits.marks.length === 0) return <span className="hint">{words.noHits}</span>
  return (
    <span className="row hit-tools">
      <span>
        {words.hitPlace} <b className="strong num">{hits.at + 1}</b>/{hits.marks.length}
      </span>
      <Button small icon="up" label={words.hitBefore} onPress={hits.before} />
      <Button small icon="down" label={words.hitNext} onPress={hits.next} />
    </span>
  )
}

/** The citation a document was opened at. */
function citationAt(cites: readonly CitationView[], at: Span | null): string | null {
  return cites.find((one) => at !== null && one.start === at.start && one.end === at.end)?.id ?? null
}

/** What is marked with the mouse on the text of the page. */
function selectedText(page: HTMLElement | null): string {
  const selection = window.getSelection()
  if (!page || !selection?.anchorNode || !page.contains(selection.anchorNode)) return ''
  return selection.toString().replace(/\s+/g, ' ').trim().slice(0, 1000)
}
