import { CallError } from '#contract/client.ts'
import { commonWords } from '../strings/common.ts'
import { failureWords } from '../strings/failures.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** A failure inside a screen: what happened, what is safe, what to do; never a stack. */
export function FailureNote(props: Readonly<{ error: unknown; onRetry?: () => void }>) {
  const words = failureWords(props.error instanceof CallError ? props.error.failure : null)
  return (
    <div className="note danger" role="alert">
      <Icon name="warning" />
      <div className="grow">
        <b className="strong">{words.happened}</b>
        <p>
          {words.safe} {words.todo}
        </p>
      </div>
      {props.onRetry && (
        <Button small onPress={props.onRetry}>
          {commonWords.retry}
        </Button>
      )}
    </div>
  )
}
