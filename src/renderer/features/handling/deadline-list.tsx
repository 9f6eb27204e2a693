import type { DeadlineView } from '#contract/operations/handling.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { showDay } from '../../strings/dates.ts'
import { documentWords } from '../../strings/document.ts'
import { handlingWords as words } from '../../strings/handling.ts'

type DeadlineListProps = Readonly<{
  deadlines: readonly DeadlineView[]
  /** Which one the keys Alt+H and Alt+K speak of. */
  current: string | null
  canChange: boolean
  onShow(deadline: DeadlineView): void
  onTake(deadline: DeadlineView): void
  onDismiss(deadline: DeadlineView): void
}>

/** Deadlines read in the text: the sentence, which leads to its page, and one key to take it (D08). */
export function DeadlineList(props: DeadlineListProps) {
  return (
    <ul className="deadlines">
      {props.deadlines.map((one) => (
        <li key={one.key} className="deadline">
          <button type="button" className="deadline-quote" onClick={() => props.onShow(one)}>
            <DeadlineQuote deadline={one} />
          </button>
          <div className="row deadline-deeds">
            <span className="hint grow">{deadlineFacts(one)}</span>
            {one.state === 'open' && props.canChange && (
              <>
                <Button small quiet onPress={() => props.onDismiss(one)}>
                  {words.dismiss} {one.key === props.current && <Kbd>Alt K</Kbd>}
                </Button>
                <Button small onPress={() => props.onTake(one)}>
                  {one.day ? words.take(showDay(one.day)) : words.takeOther}{' '}
                  {one.key === props.current && <Kbd>Alt H</Kbd>}
                </Button>
              </>
            )}
            {one.state === 'taken' && <Badge tone="ok">{words.isTaken}</Badge>}
            {one.state === 'dismissed' && <Badge tone="plain">{words.isDismissed}</Badge>}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The sentence with the deadline's words in bold, shortened before them where it is long. */
export function DeadlineQuote(props: Readonly<{ deadline: Pick<DeadlineView, 'quote' | 'quoteStart' | 'quoteEnd'> }>) {
  const { quote, quoteStart, quoteEnd } = props.deadline
  const before = quote.slice(0, quoteStart)
  return (
    <span className="quote">
      “{before.length > 160 ? `… ${before.slice(-140).replace(/^\S*\s/, '')}` : before}
      <b>{quote.slice(quoteStart, quoteEnd)}</b>
      {quote.slice(quoteEnd, quoteEnd + 80)}”
    </span>
  )
}

/** "trang 2 · giao Ban Tuyên giáo · 17:00 · hằng quý · chưa tính được ngày". */
export function deadlineFacts(one: Pick<DeadlineView, 'page' | 'unit' | 'hour' | 'every' | 'day' | 'ocr'>): string {
  return [
    documentWords.page(one.page),
    one.unit ? words.forUnit(one.unit) : '',
    one.hour ?? '',
    one.every ? words.every[one.every] : '',
    one.day === null && one.every === null ? words.noDay : '',
    one.ocr ? words.fromPicture : ''
  ]
    .filter(Boolean)
    .join(' · ')
}
