import { useLocation } from 'wouter'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import { Button } from '../../components/button.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { OverviewTable } from './overview-table.tsx'
import { PeriodView } from './period-view.tsx'
import { UnacknowledgedList } from './unacknowledged-list.tsx'

type View = 'documents' | 'waiting-bodies' | 'waiting-documents' | 'period'

/** What is still out: by document, or who has not signed (D05). */
export function DeliveryOverview() {
  const [view, setView] = useKeptState<View>('delivery.view', 'documents')
  const overview = useCall('overview', {}, { keep: true }).data
  const [, navigate] = useLocation()
  const print = usePrint()
  const printNow = () => void print.report({ name: view === 'documents' ? 'handover-book' : 'unacknowledged' })
  useShortcuts({ 'Ctrl+p': printNow }, { enabled: view !== 'period' })
  return (
    <>
      <div className="toolbar">
        <h1 className="grow">{words.title}</h1>
        <Button icon="check" onPress={() => navigate(paths.sheets)}>
          {careWords.sheet.openBook}
        </Button>
        {view !== 'period' && (
          <Button icon="print" onPress={printNow}>
            {view === 'documents' ? words.printBook : words.printWaiting}
          </Button>
        )}
      </div>
      <Tabs<View>
        label={words.tabs}
        open={view}
        onOpen={setView}
        tabs={[
          { id: 'documents', title: words.byDocument },
          { id: 'waiting-bodies', title: words.waitingBodies, count: overview?.unacknowledged ?? null },
          { id: 'waiting-documents', title: words.waitingDocuments },
          { id: 'period', title: careWords.period.tab }
        ]}
      >
        {view === 'documents' && <OverviewTable />}
        {view === 'waiting-bodies' && <UnacknowledgedList key="body" by="body" />}
        {view === 'period' && <PeriodView />}
        {view === 'waiting-documents' && <UnacknowledgedList key="document" by="document" />}
      </Tabs>
    </>
  )
}
