import type { DocumentId } from '#contract/ids.ts'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showInstant } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import { historyLine } from './history-lines.ts'

/** What was done to a document, newest first, from the ledger (U03). */
export function useHistory(documentId: DocumentId) {
  return useCall('ledger.list', { before: null, limit: 200, documentId })
}

export function HistoryTab(props: Readonly<{ documentId: DocumentId; most?: number }>) {
  const history = useHistory(props.documentId)
  if (history.isError) {
    return (
      <div className="screen-pad">
        <FailureNote error={history.error} onRetry={() => void history.refetch()} />
      </div>
    )
  }
  if (!history.data) return <Loading rows={4} />
  const lines = history.data.events.map(historyLine)
  return (
    <ol className="history" aria-label={words.tabs.history}>
      {lines.slice(0, props.most ?? lines.length).map((line) => (
        <li key={line.seq}>
          <span className="num muted nowrap">{showInstant(line.at)}</span>
          <span>
            {line.text}
            {line.details.map((detail) => (
              <span key={detail} className="hint">
                {detail}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}
