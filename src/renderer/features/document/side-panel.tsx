import type { Ref } from 'react'
import type { CitationView } from '#contract/schemas.ts'
import type { Span } from '#domain/text/span.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Note } from '../../components/note.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { showCount } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import type { FieldName } from '../filing/form/fields.ts'
import { HandlingSummary } from '../handling/handling-summary.tsx'
import { HandlingTab } from '../handling/handling-tab.tsx'
import { CiteAnswers } from './cite-answers.tsx'
import { CiteList } from './cite-list.tsx'
import { FilesTab } from './files-tab.tsx'
import { HistoryTab, useHistory } from './history-tab.tsx'
import { RecipientsTab } from './recipients-tab.tsx'
import { DeliverySummary, type DocumentDetails, RegisterLine } from './summary-tab.tsx'
import { ValiditySection } from './validity-section.tsx'

const TABS = ['summary', 'handling', 'cites', 'citedBy', 'recipients', 'files', 'history'] as const
export type SideTab = (typeof TABS)[number]

export function isSideTab(name: string | null): name is SideTab {
  return TABS.some((tab) => tab === name)
}

/** Only incoming papers are handled. */
function tabsOf(details: DocumentDetails): readonly SideTab[] {
  return details.form.direction === 'incoming' ? TABS : TABS.filter((tab) => tab !== 'handling')
}

type SidePanelProps = Readonly<{
  details: DocumentDetails
  tab: SideTab
  onTab(tab: SideTab): void
  current: string | null
  onCurrent(citation: CitationView): void
  onShow(field: FieldName, line?: number | null): void
  shownFile: string | null
  onFile(sha256: string): void
  onAttach(): void
  onAddCite(): void
  onCorrect(): void
  onReview(): void
  /** Brings a place of the text into sight. */
  onPlace(span: Span): void
  sideRef: Ref<HTMLDivElement>
}>

/** How many of those that cite are shown in the summary. */
const FEW = 3

/** What is known of the document, in tabs (mock-up 04). */
export function SidePanel(props: SidePanelProps) {
  const { details, tab, current, onCurrent } = props
  const { cites, citedBy, form, line, files } = details
  const history = useHistory(line.id).data?.events.length
  const counts: Readonly<Record<SideTab, number | null>> = {
    summary: null,
    handling: null,
    cites: cites.length,
    citedBy: citedBy.length,
    recipients: details.deliveries.expected || form.addressees.length + form.recipients.length,
    files: files.length,
    history: null
  }
  const answers = (one: CitationView) => (line.withdrawn ? null : <CiteAnswers key={one.id} citation={one} />)
  const addCite = !line.withdrawn && (
    <Button needs="citation.add" small icon="add" onPress={props.onAddCite}>
      {words.addCite}
    </Button>
  )
  const incoming = form.direction === 'incoming'
  const open = incoming || tab !== 'handling' ? tab : 'summary'
  return (
    <section className="panel" aria-label={words.info} ref={props.sideRef}>
      <Tabs<SideTab>
        label={words.info}
        tabs={tabsOf(details).map((id) => ({
          id,
          title: words.tabs[id],
          count: id === 'history' ? (history ?? null) : counts[id]
        }))}
        open={open}
        onOpen={props.onTab}
      >
        {open === 'handling' && <HandlingTab key={line.id} document={line} onShow={props.onPlace} />}
        {open === 'summary' && (
          <>
            <Notes details={details} onReview={props.onReview} />
            {incoming && (
              <HandlingSummary document={line} onShow={props.onPlace} onMore={() => props.onTab('handling')} />
            )}
            <RegisterLine details={details} onShow={props.onShow} />
            <DeliverySummary details={details} />
            <ValiditySection key={line.id} document={line} />
            {cites.length > 0 && (
              <div className="sect cites">
                <h2>
                  {words.citesHead(showCount(cites.length))} <span className="hint end">{words.citesHint}</span>
                </h2>
                <CiteList
                  label={words.tabs.cites}
                  citations={cites}
                  side="cites"
                  current={current}
                  onCurrent={onCurrent}
                  below={answers}
                />
              </div>
            )}
            {citedBy.length > 0 && (
              <div className="sect cites">
                <h2>
                  {words.citedByHead(showCount(citedBy.length))}
                  {citedBy.length > FEW && (
                    <button type="button" className="link end" onClick={() => props.onTab('citedBy')}>
                      {words.seeAll(showCount(citedBy.length))}
                    </button>
                  )}
                </h2>
                <CiteList
                  label={words.tabs.citedBy}
                  citations={citedBy.slice(0, FEW)}
                  side="citedBy"
                  current={current}
                  onCurrent={onCurrent}
                />
              </div>
            )}
            <div className="sect last">
              <h2>
                {words.tabs.history}
                <button type="button" className="link end" onClick={() => props.onTab('history')}>
                  {words.seeAll(showCount(history ?? 0))}
                </button>
              </h2>
              <HistoryTab documentId={line.id} most={2} />
            </div>
          </>
        )}
        {tab === 'cites' &&
          (cites.length === 0 ? (
            <EmptyState title={words.noCites}>
              <p className="muted">{words.noCitesText}</p>
              {addCite}
            </EmptyState>
          ) : (
            <div className="sect cites last">
              <h2>
                {words.citesHead(showCount(cites.length))} <span className="end">{addCite}</span>
              </h2>
              <CiteList
                label={words.tabs.cites}
                citations={cites}
                side="cites"
                current={current}
                onCurrent={onCurrent}
                below={answers}
              />
            </div>
          ))}
        {tab === 'citedBy' &&
          (citedBy.length === 0 ? (
            <EmptyState title={words.noCitedBy}>
              <p className="muted">{words.noCitedByText}</p>
            </EmptyState>
          ) : (
            <div className="sect cites last">
              <h2>{words.citedByHead(showCount(citedBy.length))}</h2>
              <CiteList
                label={words.tabs.citedBy}
                citations={citedBy}
                side="citedBy"
                current={current}
                onCurrent={onCurrent}
              />
            </div>
          ))}
        {tab === 'recipients' && <RecipientsTab details={details} onShow={props.onShow} onCorrect={props.onCorrect} />}
        {tab === 'files' && (
          <FilesTab details={details} shown={props.shownFile} onView={props.onFile} onAttach={props.onAttach} />
        )}
        {tab === 'history' && (
          <div className="sect last">
            <HistoryTab documentId={line.id} />
          </div>
        )}
      </Tabs>
    </section>
  )
}

function Notes(props: Readonly<{ details: DocumentDetails; onReview(): void }>) {
  const { line, withdrawnReason } = props.details
  if (line.withdrawn) {
    return (
      <div className="form-notes">
        <Note tone="danger">{words.withdrawnNote(withdrawnReason ?? '')}</Note>
      </div>
    )
  }
  if (line.reviewed) return null
  return (
    <div className="form-notes">
      <Note tone="warn">
        {words.notReviewed}
        <div className="row question">
          <Button needs="document.correct" small onPress={props.onReview}>
            {words.markReviewed}
          </Button>
        </div>
      </Note>
    </div>
  )
}
