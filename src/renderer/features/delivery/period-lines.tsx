import type { DocumentId } from '#contract/ids.ts'
import type { PeriodRow } from '#contract/operations/delivery-care.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { showDay } from '../../strings/dates.ts'
import { deliveryWords } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { rowKey } from './reconciliation-rows.ts'

const words = careWords.period

/** A matter of a paper; a paper that is done has one line that says so. */
export type PeriodLine = Readonly<{
  key: string
  documentId: DocumentId
  matter: PeriodRow['matters'][number] | null
}>

export function periodLines(rows: readonly PeriodRow[]): readonly PeriodLine[] {
  return rows.flatMap((row): PeriodLine[] => {
    const { id } = row.document
    if (row.matters.length === 0) return [{ key: id, documentId: id, matter: null }]
    return row.matters.map((matter) => ({ key: `${id} ${rowKey(matter.row)}`, documentId: id, matter }))
  })
}

const heads = words.columns
export const PERIOD_COLUMNS: readonly Column<PeriodLine>[] = [
  {
    id: 'body',
    title: heads.body,
    width: null,
    always: true,
    cell: ({ matter }) => (matter ? matter.row.name : <span className="muted">{words.done}</span>)
  },
  {
    id: 'line',
    title: heads.line,
    width: 280,
    cell: ({ matter }) => <span className="muted">{matter?.row.groupName ?? matter?.row.lineText ?? ''}</span>
  },
  {
    id: 'sentOn',
    title: heads.sentOn,
    width: 112,
    cell: ({ matter }) => <span className="num">{showDay(matter?.row.delivery?.sentOn)}</span>
  },
  {
    id: 'age',
    title: heads.age,
    width: 84,
    align: 'r',
    cell: ({ matter }) => <span className="num">{matter?.row.ageDays ?? ''}</span>
  },
  {
    id: 'matter',
    title: heads.matter,
    width: 220,
    cell: ({ matter }) => (matter ? <MatterLabel matter={matter} /> : '')
  }
]

/** Red, amber in a word; what was sent too much says how it stands. */
function MatterLabel(props: Readonly<{ matter: PeriodRow['matters'][number] }>) {
  const { matter, light, row } = props.matter
  return (
    <span className="delivery-state">
      <Badge tone={light === 'red' ? 'danger' : 'warn'}>{words.matters[matter]}</Badge>
      {matter === 'extra' && <span className="muted">{deliveryWords.states[row.state]}</span>}
    </span>
  )
}
