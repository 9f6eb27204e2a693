import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { scaleOf, useAppearance } from '../../app/appearance.ts'
import type { Column } from './columns.ts'
import { flatten, type TableItem } from './flatten.ts'
import { focusHead, moveInHead } from './head-keys.ts'
import { TableHead } from './table-head.tsx'

type TableProps<Row> = Readonly<{
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey(row: Row): string
  /** Key of the current row, framed while the table has the focus. */
  current: string | null
  onCurrent(key: string, row: Row): void
  /** Enter or double click. */
  onOpen?(row: Row): void
  ticked?: ReadonlySet<string>
  /** Space. */
  onTick?(row: Row): void
  /** Key of a row's group; rows of one group stand together. */
  groupOf?(row: Row): string
  groupTitle?(key: string, rows: readonly Row[]): ReactNode
  sort?: Readonly<{ by: string; descending: boolean }>
  onSort?(by: string): void
  rowClass?(row: Row): string
  /** `tall`: 32 px rows; `dense` (default): 28. */
  density?: 'dense' | 'tall'
  /** How many rows there are beyond those loaded; `onNearEnd` is called before the loaded ones run out. */
  total?: number
  onNearEnd?(): void
  autoFocus?: boolean
  empty?: ReactNode
}>

/** Rows by the thousand: a real table with a sticky head of which only the rows in sight are drawn. Arrows, Home, End, Page keys, Enter, Space; above the first row are the heads, by which it is sorted. */
export function Table<Row>(props: TableProps<Row>) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const scale = scaleOf(useAppearance())
  const height = (props.density === 'tall' ? 32 : 28) * scale
  const { groupOf } = props
  const items = useMemo(() => flatten(props.rows, groupOf), [props.rows, groupOf])
  const at = items.findIndex((item) => item.kind === 'row' && props.rowKey(item.row) === props.current)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: (groupOf ? 60 : 32) * scale
  })
  useEffect(() => virtual.measure(), [height, virtual])
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  const { onNearEnd } = props
  useEffect(() => {
    if (onNearEnd && items.length > 0 && lastShown >= items.length - 20) onNearEnd()
  }, [lastShown, items.length, onNearEnd])
  useEffect(() => {
    if (props.autoFocus) table.current?.focus({ preventScroll: true })
  }, [props.autoFocus])

  const go = (index: number, step: 1 | -1) => {
    let to = Math.max(0, Math.min(items.length - 1, index))
    while (items[to]?.kind === 'group') to += step
    const item = items[to] ?? items[to - step * 2]
    if (item?.kind !== 'row') return
    virtual.scrollToIndex(to, { align: 'auto' })
    props.onCurrent(props.rowKey(item.row), item.row)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target !== event.currentTarget) {
      if (table.current && moveInHead(table.current, event)) {
        event.preventDefault()
        event.stopPropagation()
      }
      return
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2)
    const current = items[at]
    if (event.key === 'ArrowDown') go(at + 1, 1)
    else if (event.key === 'ArrowUp') {
      const top = items.slice(0, Math.max(0, at)).every((item) => item.kind === 'group')
      if (!top || !table.current || !focusHead(table.current)) go(at - 1, -1)
    } else if (event.key === 'PageDown') go(at + page, 1)
    else if (event.key === 'PageUp') go(at - page, -1)
    else if (event.key === 'Home') go(0, 1)
    else if (event.key === 'End') go(items.length - 1, -1)
    else if (event.key === 'Enter' && current?.kind === 'row' && props.onOpen) props.onOpen(current.row)
    else if (event.key === ' ' && current?.kind === 'row' && props.onTick) props.onTick(current.row)
    else return
    event.preventDefault()
  }

  const before = shown[0]?.start ?? 0
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    <div className="scroll grow tbl-scroll" ref={scroller}>
      <table
        ref={table}
        className={props.density === 'tall' ? 'tbl tall' : 'tbl'}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keys is a grid
        role="grid"
        aria-label={props.label}
        aria-rowcount={(props.total ?? props.rows.length) + 1}
        aria-multiselectable={props.ticked ? true : undefined}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        tabIndex={0}
        onKeyDown={press}
        onFocus={() => {
          if (at < 0) go(0, 1)
        }}
      >
        <TableHead columns={props.columns} sort={props.sort ?? null} onSort={props.onSort ?? null} />
        <tbody>
          {before > 0 && <Spacer height={before} span={props.columns.length} />}
          {shown.map((one) => {
            const item = items[one.index]
            return item ? renderItem(item, one.index) : null
          })}
          {after > 0 && <Spacer height={after} span={props.columns.length} />}
        </tbody>
      </table>
      {props.rows.length === 0 && props.empty}
    </div>
  )

  function renderItem(item: TableItem<Row>, index: number) {
    if (item.kind === 'group') {
      return (
        <tr key={`group ${item.key}`} className="group">
          <th colSpan={props.columns.length} scope="rowgroup">
            {props.groupTitle?.(item.key, item.rows) ?? item.key}
          </th>
        </tr>
      )
    }
    const key = props.rowKey(item.row)
    const current = key === props.current
    const ticked = props.ticked?.has(key) ?? false
    return (
      <tr
        key={key}
        id={`${id}-${index}`}
        className={`rw${current ? ' cursor' : ''}${ticked ? ' ticked' : ''} ${props.rowClass?.(item.row) ?? ''}`}
        aria-rowindex={item.index + 2}
        aria-selected={props.ticked ? ticked : current}
        onClick={() => {
          props.onCurrent(key, item.row)
          table.current?.focus({ preventScroll: true })
        }}
        onDoubleClick={() => props.onOpen?.(item.row)}
      >
        {props.columns.map((column) => (
          <td key={column.id} className={column.align}>
            {column.cell(item.row)}
          </td>
        ))}
      </tr>
    )
  }
}

function Spacer(props: Readonly<{ height: number; span: number }>) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a table row cannot have the focus
    <tr aria-hidden="true" className="spacer">
      <td colSpan={props.span} style={{ height: props.height }} />
    </tr>
  )
}
