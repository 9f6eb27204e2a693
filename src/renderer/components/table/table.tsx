import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { scaleOf, useAppearance } from '../../app/appearance.ts'
import type { Column } from './columns.ts'
import { focusHead, moveInHead } from './head-keys.ts'
import { TableHead } from './table-head.tsx'
import { layoutOf } from './table-layout.ts'
import { useLinesInSight } from './use-lines-in-sight.ts'
import { useStillRows } from './use-still-rows.ts'

type TableProps<Row> = Readonly<{
  label: string
  columns: readonly Column<Row>[]
  /** As many as there are; null: one not known yet, drawn as a grey line until it comes. */
  rows: readonly (Row | null)[]
  rowKey(row: Row): string
  /** Key of the current row, framed while the table has the focus. */
  current: string | null
  onCurrent(key: string, row: Row, place: number): void
  /** Enter or double click. */
  onOpen?(row: Row): void
  ticked?: ReadonlySet<string>
  /** Space. */
  onTick?(row: Row): void
  /** Key of a row's group; rows of one group stand together. */
  groupOf?(row: Row): string
  /** `whole`: these are all of its rows, not only those known so far. */
  groupTitle?(key: string, rows: readonly Row[], whole: boolean): ReactNode
  sort?: Readonly<{ by: string; descending: boolean }>
  onSort?(by: string): void
  rowClass?(row: Row): string
  /** `tall`: 32 px rows; `dense` (default): 28. */
  density?: 'dense' | 'tall'
  /** Places of the rows about to be seen, so that they are fetched. */
  onSeen?(first: number, last: number): void
  /** How many rows there are beyond those loaded; `onNearEnd` is called before the loaded ones run out. */
  total?: number
  onNearEnd?(): void
  /** What was asked for: with another answer the list begins at its top. */
  question?: string
  /** The place of the row at which the list is opened. */
  startAt?: number
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
  const { rows, rowKey, current, groupOf, onCurrent, onSeen, onNearEnd } = props
  const layout = useMemo(() => layoutOf(rows, groupOf), [rows, groupOf])
  const at = useMemo(() => rows.findIndex((row) => row !== null && rowKey(row) === current), [rows, current])
  const { first, end, show, moveBy } = useLinesInSight(scroller, {
    count: layout.count,
    height,
    head: 32 * scale,
    groupHead: groupOf ? 28 * scale : 0
  })
  useStillRows(scroller, { layout, rows, rowKey, height, question: props.question ?? '', moveBy })
  /** A row that keys went to and that is not known yet. */
  const [target, setTarget] = useState<number | null>(null)
  useEffect(() => {
    const row = target === null ? null : rows[target]
    if (target === null || row === null) return
    setTarget(null)
    if (row === undefined) return
    show(layout.lineOf(target))
    onCurrent(rowKey(row), row, target)
  }, [target, rows, layout, rowKey, show, onCurrent])
  const [firstRow, lastRow] = [rowAt(first, 1), rowAt(end - 1, -1)]
  useEffect(() => {
    if (firstRow !== null && lastRow !== null) onSeen?.(firstRow, lastRow)
  }, [firstRow, lastRow, onSeen])
  useEffect(() => {
    if (onNearEnd && layout.count > 0 && end >= layout.count - 20) onNearEnd()
  }, [end, layout.count, onNearEnd])
  useEffect(() => {
    if (props.autoFocus) table.current?.focus({ preventScroll: true })
  }, [props.autoFocus])
  // Coming back to a list finds it where it was left.
  const [opensAt] = useState(props.startAt ?? at)
  useLayoutEffect(() => {
    if (opensAt > 0) show(layout.lineOf(opensAt))
  }, [])

  /** The row that stands there, or the next one that way: heads are passed over. */
  function rowAt(line: number, step: 1 | -1): number | null {
    const one = layout.at(line)
    const found = one?.kind === 'group' ? layout.at(line + step) : one
    return found?.kind === 'row' ? found.row : null
  }
  const go = (line: number, step: 1 | -1) => {
    const wanted = Math.max(0, Math.min(layout.count - 1, line))
    const to = rowAt(wanted, step) ?? rowAt(wanted, step === 1 ? -1 : 1)
    if (to === null) return
    const row = rows[to] ?? null
    show(layout.lineOf(to))
    setTarget(row === null ? to : null)
    if (row !== null) onCurrent(rowKey(row), row, to)
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
    const from = target ?? at
    const line = from < 0 ? -1 : layout.lineOf(from)
    const row = target === null ? (rows[at] ?? null) : null
    if (event.key === 'ArrowDown') go(line + 1, 1)
    else if (event.key === 'ArrowUp') {
      if (from > 0 || !table.current || !focusHead(table.current)) go(line - 1, -1)
    } else if (event.key === 'PageDown') go(line + page, 1)
    else if (event.key === 'PageUp') go(line - page, -1)
    else if (event.key === 'Home') go(0, 1)
    else if (event.key === 'End') go(layout.count - 1, -1)
    else if (event.key === 'Enter' && row !== null && props.onOpen) props.onOpen(row)
    else if (event.key === ' ' && row !== null && props.onTick) props.onTick(row)
    else return
    event.preventDefault()
  }

  return (
    <div className="scroll grow tbl-scroll" ref={scroller}>
      <table
        ref={table}
        className={props.density === 'tall' ? 'tbl tall' : 'tbl'}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen by keys is a grid
        role="grid"
        aria-label={props.label}
        aria-rowcount={(props.total ?? rows.length) + 1}
        aria-multiselectable={props.ticked ? true : undefined}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        tabIndex={0}
        onKeyDown={press}
        onFocus={() => {
          if (at < 0 && target === null) go(0, 1)
        }}
      >
        <TableHead columns={props.columns} sort={props.sort ?? null} onSort={props.onSort ?? null} />
        <tbody>
          {first > 0 && <Spacer height={first * height} span={props.columns.length} />}
          {Array.from({ length: Math.max(0, end - first) }, (_, index) => renderLine(first + index))}
          {end < layout.count && <Spacer height={(layout.count - end) * height} span={props.columns.length} />}
        </tbody>
      </table>
      {rows.length === 0 && props.empty}
    </div>
  )

  function renderLine(line: number) {
    const one = layout.at(line)
    if (one === null) return null
    if (one.kind === 'group') {
      const { key, from, to, whole } = one.group
      return (
        <tr key={`group ${key} ${from}`} className="group">
          <th colSpan={props.columns.length} scope="rowgroup">
            {props.groupTitle?.(key, rows.slice(from, to) as Row[], whole) ?? key}
          </th>
        </tr>
      )
    }
    const row = rows[one.row] ?? null
    if (row === null) return <Unknown key={`unknown ${one.row}`} row={one.row} span={props.columns.length} />
    const key = rowKey(row)
    const ticked = props.ticked?.has(key) ?? false
    return (
      <tr
        key={key}
        id={`${id}-${one.row}`}
        className={`rw${key === current ? ' cursor' : ''}${ticked ? ' ticked' : ''} ${props.rowClass?.(row) ?? ''}`}
        aria-rowindex={one.row + 2}
        aria-selected={props.ticked ? ticked : key === current}
        onClick={() => {
          setTarget(null)
          onCurrent(key, row, one.row)
          table.current?.focus({ preventScroll: true })
        }}
        onDoubleClick={() => props.onOpen?.(row)}
      >
        {props.columns.map((column) => (
          <td key={column.id} className={column.align}>
            {column.cell(row)}
          </td>
        ))}
      </tr>
    )
  }
}

/** A row that is on its way. */
function Unknown(props: Readonly<{ row: number; span: number }>) {
  return (
    <tr className="waiting" aria-rowindex={props.row + 2} aria-busy="true">
      <td colSpan={props.span}>
        <span className="skel" />
      </td>
    </tr>
  )
}

function Spacer(props: Readonly<{ height: number; span: number }>) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a table row cannot have the focus
    <tr aria-hidden="true" className="spacer">
      <td colSpan={props.span} style={{ height: props.height }} />
    </tr>
  )
}
