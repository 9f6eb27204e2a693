import type { DeadlineView } from '#contract/operations/handling.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { useCall } from '../../hooks/use-call.ts'
import { showDay } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'
import { DeadlineList } from './deadline-list.tsx'
import { DueBadge } from './due-badge.tsx'
import { useDeadlineKeys } from './use-deadline-keys.ts'
import { useHandling } from './use-handling.ts'
import './handling.css'

/** How many proposals the summary shows; the rest stand in the part Xử lý. */
const FEW = 2

/** One quiet line in the summary: who has the paper and until when, and deadlines the text names. */
export function HandlingSummary(
  props: Readonly<{ document: DocumentLine; onShow(deadline: DeadlineView): void; onMore(): void }>
) {
  const { document } = props
  const view = useCall('handling.get', { documentId: document.id }, { keep: true }).data
  const deeds = useHandling(document.id)
  const known = view?.document.id === document.id ? view : null
  const open =
    document.withdrawn || known?.state === 'done' ? [] : (known?.deadlines.filter((one) => one.state === 'open') ?? [])
  const take = (one: DeadlineView) => (one.day ? deeds.take(one) : props.onMore())
  useDeadlineKeys(open[0] ?? null, { take, dismiss: deeds.dismiss })
  if (!known) return null
  const main = known.assignments.find((one) => one.main !== null)?.main
  return (
    <div className="sect handling-summary">
      <h2>{words.summary}</h2>
      {known.state === 'none' ? <span className="muted">{words.none}</span> : <DueBadge row={known} />}
      {main && <span>{main}</span>}
      {known.due && known.state !== 'done' && (
        <span>
          {words.due.toLowerCase()} <b className="num">{showDay(known.due)}</b>
        </span>
      )}
      <button type="button" className="link" onClick={props.onMore}>
        {words.toTab}
      </button>
      {open.length > 0 && (
        <DeadlineList
          deadlines={open.slice(0, FEW)}
          current={open[0]?.key ?? null}
          canChange
          onShow={props.onShow}
          onTake={take}
          onDismiss={deeds.dismiss}
        />
      )}
    </div>
  )
}
