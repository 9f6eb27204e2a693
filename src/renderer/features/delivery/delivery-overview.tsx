import { useShortcuts } from '../../app/keyboard.ts'
import { usePrint } from '../../app/print.ts'
import { Button } from '../../components/button.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { OverviewTable } from './overview-table.tsx'
import { UnacknowledgedList } from './unacknowledged-list.tsx'

type View = 'documents' | 'waiting-bodies' | 'waiting-documents'

/** What is still out: by document, or who has not signed (D05). */
export function DeliveryOverview() {
  const [view, setView] = useKeptState<View>('delivery.view', 'documents')
  const overview = useCall('overview', {}, { keep: true }).data
  const print = usePrint()
  const printNow = () => void print.report({ name: view === 'documents' ? 'handover-book' : 'unacknowledged' })
  useShortcuts({ 'Ctrl+p': printNow })
  return (
    <>
      <div className="toolbar">
        <h1 className="grow">{words.title}</h1>
        <Button icon="print" onPress={printNow}>
          {view === 'documents' ? words.printBook : words.printWaiting}
        </Button>
      </div>
      <Tabs<View>
        label={words.tabs}
        open={view}
        onOpen={setView}
        tabs={[
          { id: 'documents', title: words.byDocument },
          { id: 'waiting-bodies', title: words.waitingBodies, count: overview?.unacknowledged ?? null },
          { id: 'waiting-documents', title: words.waitingDocuments }
        ]}
      >
        {view === 'documents' && <OverviewTable />}
        {view === 'waiting-bodies' && <UnacknowledgedList key="body" by="body" />}
        {view === 'waiting-documents' && <UnacknowledgedList key="document" by="document" />}
      </Tabs>
    </>
  )
}
