import type { Column } from './columns.ts'

type Sort = Readonly<{ by: string; descending: boolean }>

/** Column heads; the sortable ones are buttons and tell how the rows are ordered. */
export function TableHead<Row>(
  props: Readonly<{ columns: readonly Column<Row>[]; sort: Sort | null; onSort: ((by: string) => void) | null }>
) {
  return (
    <>
      <colgroup>
        {props.columns.map((column) => (
          <col
            key={column.id}
            style={column.width === null ? undefined : { width: `calc(${column.width}px * var(--scale))` }}
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          {props.columns.map((column) => {
            const sorted = column.sort !== undefined && props.sort?.by === column.sort
            const order = props.sort?.descending ? 'descending' : 'ascending'
            const by = column.sort
            return (
              <th key={column.id} scope="col" className={column.align} aria-sort={sorted ? order : undefined}>
                {by !== undefined && props.onSort ? (
                  <button type="button" className="th" tabIndex={-1} onClick={() => props.onSort?.(by)}>
                    {column.title}
                  </button>
                ) : column.bare ? (
                  <span className="sr">{column.title}</span>
                ) : (
                  column.title
                )}
              </th>
            )
          })}
        </tr>
      </thead>
    </>
  )
}
