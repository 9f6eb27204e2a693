export type TableItem<Row> =
  | Readonly<{ kind: 'group'; key: string; rows: readonly Row[] }>
  | Readonly<{ kind: 'row'; row: Row; index: number }>

/** Rows with a head before each run of the same group. */
export function flatten<Row>(
  rows: readonly Row[],
  groupOf: ((row: Row) => string) | undefined
): readonly TableItem<Row>[] {
  const items: TableItem<Row>[] = []
  let group: Row[] = []
  let key: string | null = null
  rows.forEach((row, index) => {
    const own = groupOf?.(row)
    if (own !== undefined && own !== key) {
      key = own
      group = []
      items.push({ kind: 'group', key: own, rows: group })
    }
    group.push(row)
    items.push({ kind: 'row', row, index })
  })
  return items
}
