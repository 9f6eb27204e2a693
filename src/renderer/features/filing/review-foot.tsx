import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { filingWords as words } from '../../strings/filing.ts'

type ReviewFootProps = Readonly<{
  action: string
  busy: boolean
  savedAt: Date | null
  paper: boolean
  onSend(): void
  onSave(): void
  onDiscard(): void
}>

/** What can be done with the form; the button is named by its result. */
export function ReviewFoot(props: ReviewFootProps) {
  return (
    <div className="review-foot">
      {!props.paper && (
        <Button quiet onPress={props.onSave}>
          {words.saveDraft}
        </Button>
      )}
      <Button quiet title={props.paper ? words.discardPaper : words.discard} onPress={props.onDiscard}>
        {props.paper ? words.discardPaper : words.discardShort}
      </Button>
      {props.savedAt && <span className="hint clip">{words.savedAt(clock(props.savedAt))}</span>}
      <span className="end">
        <Button kind="primary" disabled={props.busy} onPress={props.onSend}>
          <span className="clip">{props.action}</span> <Kbd>Ctrl Enter</Kbd>
        </Button>
      </span>
    </div>
  )
}

function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}
