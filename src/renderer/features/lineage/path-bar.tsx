import type { CallError } from '#contract/client.ts'
import type { OutputOf } from '#contract/operations.ts'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { failureWords } from '../../strings/failures.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import type { PathEnd, PathEnds } from './path-dialog.tsx'

type PathBarProps = Readonly<{
  ends: PathEnds
  found: OutputOf<'lineage.path'> | null
  error: CallError | null
  onAgain(): void
  onClose(): void
}>

/** "Đường đi từ … đến …", and what was found. */
export function PathBar(props: PathBarProps) {
  const { ends, found } = props
  return (
    <div className="subbar path-bar">
      <span role="status" className="clip">
        {words.path.between(nameOf(ends.from), nameOf(ends.to))}{' '}
        <b>{props.error ? failureWords(props.error.failure).happened : found ? said(found) : commonWords.searching}</b>
      </span>
      <span className="row end">
        <Button small onPress={props.onAgain}>
          {words.path.again}
        </Button>
        <Button small onPress={props.onClose}>
          {words.path.close} <Kbd>Esc</Kbd>
        </Button>
      </span>
    </div>
  )
}

function said(found: OutputOf<'lineage.path'>): string {
  if (found.way === null) return found.truncated ? words.path.cut : words.path.none
  return words.path.ways[found.way](found.length)
}

function nameOf(end: PathEnd): string {
  return [end.reference ?? words.noReference, showDay(end.issuedOn)].filter(Boolean).join(' ')
}
