import type { HandlingRow } from '#contract/operations/handling.ts'
import { Badge, type BadgeTone } from '../../components/badge.tsx'
import { dueState } from '../../strings/handling.ts'

const TONES: Readonly<Record<HandlingRow['state'], BadgeTone>> = {
  none: 'plain',
  overdue: 'danger',
  soon: 'warn',
  open: 'info',
  done: 'ok'
}

/** How a paper stands to its deadline, in words. */
export function DueBadge(props: Readonly<{ row: Pick<HandlingRow, 'state' | 'daysPast'> }>) {
  return <Badge tone={TONES[props.row.state]}>{dueState(props.row)}</Badge>
}
