import { useShortcuts } from '../../app/keyboard.ts'
import { type AskedReport, usePrint } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { MenuButton, type MenuItem } from '../../components/menu-button.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount } from '../../strings/dates.ts'
import { worklistWords as words } from '../../strings/worklists.ts'
import { WithdrawalList } from '../accounts/withdrawal-list.tsx'
import { CitationList } from './citation-list.tsx'
import { DocumentList } from './document-list.tsx'
import { countOf, FILE_KINDS, isCitationKind, type Kind, KindsPane } from './kinds-pane.tsx'
import { UnansweredList } from './unanswered-list.tsx'
import './worklists.css'

const MISSING: AskedReport = { name: 'missing-documents' }
const REQUESTS: AskedReport = { name: 'copy-requests' }
const UNANSWERED: AskedReport = { name: 'unanswered-directives' }

/** Việc còn lại: what the program could not decide by itself, and what was filed without a look. */
export function WorklistsScreen(_props: ScreenProps) {
  const [kind, setKind] = useKeptState<Kind>('worklist.kind', 'all')
  const counts = useCall('worklist.counts', {}, { keep: true }).data?.counts ?? null
  const overview = useCall('overview', {}, { keep: true }).data
  const access = useAccess()
  const asked = access.state?.on === true && access.may('withdrawal.list')
  const withdrawals = useCall('withdrawal.list', {}, { keep: true, enabled: asked }).data
  const print = usePrint()
  const list = kind === 'unanswered' ? UNANSWERED : MISSING
  useShortcuts({ 'Ctrl+p': () => void print.report(list) })
  const canPrintPdf = useCall('archive.state', {}, { keep: true }).data?.canPrintPdf ?? true
  const requestItems: readonly MenuItem[] = [
    { id: 'docx', text: words.requests.word, run: () => void print.save(REQUESTS, 'docx') },
    { id: 'pdf', text: words.requests.pdf, disabled: !canPrintPdf, run: () => void print.save(REQUESTS, 'pdf') },
    { id: 'print', text: words.requests.print, run: () => void print.report(REQUESTS) }
  ]
  const left = counts
    ? countOf(counts, 'all') +
      countOf(counts, 'unanswered') +
      FILE_KINDS.reduce((sum, one) => sum + countOf(counts, one), 0)
    : null
  return (
    <div className="worklists">
      <div className="toolbar">
        <h1>{words.title}</h1>
        {left !== null && (
          <span className="hint" role="status">
            {left === 0 ? words.nothingLeft : words.total(showCount(left))}
            {left > 0 && isCitationKind(kind) && ` · ${words.ranked}`}
          </span>
        )}
        {(kind === 'all' || kind === 'missing' || kind === 'unanswered') && (
          <span className="row work-deeds">
            {kind === 'missing' && (
              <MenuButton icon="send" items={requestItems}>
                {words.requests.name}
              </MenuButton>
            )}
            <Button icon="print" disabled={print.busy} onPress={() => void print.report(list)}>
              {words.print} <Kbd>Ctrl P</Kbd>
            </Button>
            <SaveMenu report={list} />
          </span>
        )}
      </div>
      <div className={isCitationKind(kind) ? 'work' : 'work wide'}>
        <KindsPane
          counts={counts}
          unacknowledged={overview?.unacknowledged ?? null}
          overdue={overview?.overdue ?? null}
          withdrawals={asked ? (withdrawals?.requests.length ?? 0) : null}
          kind={kind}
          onKind={setKind}
        />
        <List kind={kind} />
      </div>
    </div>
  )
}

function List(props: Readonly<{ kind: Kind }>) {
  const { kind } = props
  if (kind === 'unanswered') return <UnansweredList />
  if (kind === 'withdrawals') return <WithdrawalList />
  return isCitationKind(kind) ? <CitationList key={kind} kind={kind} /> : <DocumentList key={kind} kind={kind} />
}
