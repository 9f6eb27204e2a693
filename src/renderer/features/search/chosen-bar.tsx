import { MOST_LISTED, MOST_TICKED } from '#domain/search/hit-limits.ts'
import type { AskedReport } from '../../app/print.ts'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { showCount } from '../../strings/dates.ts'
import { dossierWords } from '../../strings/dossiers.ts'
import { searchWords } from '../../strings/search.ts'

const words = searchWords.chosen

type ChosenBarProps = Readonly<{
  /** null: not known yet. */
  count: number | null
  /** All that the search finds, not single ones. */
  found: boolean
  report: AskedReport | null
  onPutIn(): void
  onPrint(): void
  onNone(): void
}>

/** What can be done with the ticked hits, and how many of them at once. */
export function ChosenBar(props: ChosenBarProps) {
  const { count } = props
  const limit =
    count === null
      ? null
      : props.found && count > MOST_LISTED
        ? words.mostListed(showCount(MOST_LISTED), showCount(MOST_TICKED))
        : props.found && count > MOST_TICKED
          ? words.mostPutIn(showCount(MOST_TICKED))
          : !props.found && count >= MOST_TICKED
            ? words.mostTicked(showCount(MOST_TICKED))
            : null
  return (
    <section className="search-chosen" aria-label={words.bar}>
      <span role="status" aria-live="polite" className="nowrap">
        {words.chosen} <b className="strong num">{count === null ? '…' : showCount(count)}</b> {searchWords.documents}
      </span>
      <Button small quiet onPress={props.onNone}>
        {words.none} <Kbd>Esc</Kbd>
      </Button>
      <span className="row">
        <Button small icon="folder" disabled={!count} onPress={props.onPutIn}>
          {dossierWords.putIn}
        </Button>
        <Button small icon="print" disabled={!count} onPress={props.onPrint}>
          {words.print} <Kbd>Ctrl P</Kbd>
        </Button>
        <SaveMenu small up report={count ? props.report : null} />
      </span>
      {limit && <p className="hint search-limit">{limit}</p>}
    </section>
  )
}
