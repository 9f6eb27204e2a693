import type { ReactNode } from 'react'
import type { Group } from '#contract/operations/distribution.ts'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useWidth } from '../../hooks/use-width.ts'
import { directoryWords as words } from '../../strings/directory.ts'
import { groupColumns } from './directory-columns.tsx'

type GroupTableProps = Readonly<{
  groups: readonly Group[]
  current: string | null
  onCurrent(id: string): void
  empty: ReactNode
}>

/** The groups; their other names stand in the form beside them, so that column goes first. */
export function GroupTable(props: GroupTableProps) {
  const [place, width] = useWidth<HTMLElement>()
  return (
    <section className="col" aria-label={words.groups} ref={place}>
      <Table<Group>
        label={words.groups}
        columns={fitColumns(groupColumns(), ['aliases', 'members'], width)}
        rows={props.groups}
        rowKey={(group) => group.id}
        current={props.current}
        onCurrent={props.onCurrent}
        autoFocus
        empty={props.empty}
      />
    </section>
  )
}
