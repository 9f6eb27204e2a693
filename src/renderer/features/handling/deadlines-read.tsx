import type { DeadlineView } from '#contract/operations/handling.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { showDay } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'
import { DeadlineQuote, deadlineFacts } from './deadline-list.tsx'
import { useDeadlineKeys } from './use-deadline-keys.ts'
import type { FilingDeadlines } from './use-filing-deadlines.ts'
import './handling.css'

/** A quiet line for each deadline of a paper that is being filed: Alt+H takes the first, Alt+K says it is none (D08). */
export function DeadlinesRead(props: Readonly<{ filing: FilingDeadlines; onShow(deadline: DeadlineView): void }>) {
  const { filing } = props
  const shown = filing.deadlines.filter((one) => one.state !== 'dismissed')
  const put = filing.deadlines.length - shown.length
  const taken = shown.find((one) => one.state === 'taken')
  const current = taken ?? shown.find((one) => one.day !== null) ?? shown[0] ?? null
  useDeadlineKeys(current, filing)
  if (filing.deadlines.length === 0) return null
  return (
    <div className="span-12">
      <div className="field-h">
        <span className="lbl">{words.atFiling}</span>
        {put > 0 && <span className="src">{words.showDismissed(put)}</span>}
      </div>
      <ul className="deadlines">
        {shown.map((one) => (
          <li key={one.key} className="deadline">
            <button type="button" className="deadline-quote" onClick={() => props.onShow(one)}>
              <DeadlineQuote deadline={one} />
            </button>
            <div className="row deadline-deeds">
              {one.state === 'taken' ? (
                <Badge tone="ok">{words.willTake(showDay(one.day))}</Badge>
              ) : (
                <span className="hint">{deadlineFacts(one)}</span>
              )}
              <span className="grow" />
              {one.state === 'open' && (
                <Button small quiet onPress={() => filing.dismiss(one)}>
                  {words.dismiss} {one === current && <Kbd>Alt K</Kbd>}
                </Button>
              )}
              {one.day !== null && (
                <Button small onPress={() => filing.take(one)}>
                  {one.state === 'taken' ? words.willNot : words.take(showDay(one.day))}{' '}
                  {one === current && <Kbd>Alt H</Kbd>}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
