import type { BoardState, HandlingRow } from '#contract/operations/handling.ts'
import type { Column } from '../../components/table/columns.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'
import { DueBadge } from './due-badge.tsx'

const heads = words.columns

/** Given up in this order where there is no room; number, subject and state always stay. */
export const GIVEN_UP = ['opinion', 'progress', 'age', 'arrival', 'due']

/** What is asked of a paper at work, and of one that is done. */
export function boardColumns(state: BoardState): readonly Column<HandlingRow>[] {
  return [
    { id: 'arrival', title: heads.arrival, width: 70, align: 'r', cell: (row) => row.document.arrivalNumber ?? '' },
    {
      id: 'reference',
      title: heads.reference,
      width: 142,
      always: true,
      cell: (row) => <span className="ref">{row.document.reference ?? commonWords.noReference}</span>
    },
    {
      id: 'subject',
      title: heads.subject,
      width: null,
      always: true,
      cell: (row) => (
        <span title={row.document.subject ?? undefined}>{row.document.subject ?? commonWords.noSubject}</span>
      )
    },
    {
      id: 'opinion',
      title: heads.opinion,
      width: 230,
      cell: (row) => <span title={row.opinion ?? undefined}>{row.opinion}</span>
    },
    {
      id: 'main',
      title: heads.main,
      width: 196,
      always: true,
      cell: (row) => <span title={mainTitle(row)}>{row.main}</span>
    },
    {
      id: 'due',
      title: heads.due,
      width: 104,
      always: state !== 'done',
      cell: (row) => <span className="num">{showDay(row.due)}</span>
    },
    {
      id: 'state',
      title: heads.state,
      width: state === 'done' ? 178 : 138,
      always: true,
      cell: (row) => <DueBadge row={row} />
    },
    ...(state === 'done' ? DONE : WORKING)
  ]
}

const WORKING: readonly Column<HandlingRow>[] = [
  {
    id: 'age',
    title: heads.age,
    width: 76,
    align: 'r',
    cell: (row) => (row.ageDays === null ? '' : words.days(row.ageDays))
  },
  {
    id: 'progress',
    title: heads.progress,
    width: 168,
    cell: (row) =>
      row.progress && (
        <span title={row.progress}>
          <span className="num muted">{showDay(row.progressOn).slice(0, 5)}</span> {row.progress}
        </span>
      )
  }
]
const DONE: readonly Column<HandlingRow>[] = [
  { id: 'doneOn', title: heads.doneOn, width: 104, cell: (row) => <span className="num">{showDay(row.doneOn)}</span> },
  { id: 'reply', title: heads.reply, width: 122, cell: (row) => <span className="ref">{row.reply}</span> }
]

/** Who helps, beside who leads. */
function mainTitle(row: HandlingRow): string | undefined {
  const all = [row.main ?? '', ...row.co].filter(Boolean)
  return all.length > 0 ? all.join('; ') : undefined
}
