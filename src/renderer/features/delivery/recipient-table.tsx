import type { ReactNode } from 'react'
import type { ReconciliationRow } from '#contract/operations/distribution.ts'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useWidth } from '../../hooks/use-width.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { deliveryColumns } from './delivery-columns.tsx'
import { countSection, rowKey, sectionOf } from './reconciliation-rows.ts'

/** Who and how it stands are never given up. */
const GIVEN_UP = ['copies', 'channel', 'receivedBy', 'age', 'sentOn']
const LEAST_NAME = 270

type RecipientTableProps = Readonly<{
  rows: readonly ReconciliationRow[]
  current: string | null
  onCurrent(key: string): void
  ticked: ReadonlySet<string>
  onTick(row: ReconciliationRow): void
  empty: ReactNode
  /** Stands below the table. */
  children: ReactNode
}>

/** The bodies of one document, section by section as the paper has them. */
export function RecipientTable(props: RecipientTableProps) {
  const [place, width] = useWidth<HTMLElement>()
  return (
    <section className="col" aria-label={words.columns.body} ref={place}>
      <Table
        label={words.columns.body}
        columns={fitColumns(deliveryColumns(props.ticked, props.onTick), GIVEN_UP, width, LEAST_NAME)}
        rows={props.rows}
        rowKey={rowKey}
        current={props.current}
        onCurrent={props.onCurrent}
        ticked={props.ticked}
        onTick={props.onTick}
        groupOf={sectionOf}
        groupTitle={(key, group) => <SectionTitle section={key} rows={group} />}
        autoFocus
        empty={props.empty}
      />
      {props.children}
    </section>
  )
}

function SectionTitle(props: Readonly<{ section: string; rows: readonly ReconciliationRow[] }>) {
  const counts = countSection(props.rows)
  const titles: Readonly<Record<string, string>> = words.sections
  return (
    <>
      {titles[props.section] ?? props.section}{' '}
      <span className="muted">· {words.groupCounts(counts.places, counts.signed, counts.unsigned, counts.unsent)}</span>
    </>
  )
}
