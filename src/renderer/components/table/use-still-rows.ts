import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { TableLayout } from './table-layout.ts'

/** How many lines from the top of what is in sight a known row is looked for. */
const LOOKED_AT = 60

type Drawn<Row> = Readonly<{
  layout: TableLayout
  rows: readonly (Row | null)[]
  rowKey(row: Row): string
  height: number
  question: string
  moveBy(lines: number): void
}>

/**
 * Rows in sight stay where they are when rows or heads come in above them, as pages are fetched or papers filed; at the very
 * top what is new is shown. The answer to another question begins at its top.
 */
export function useStillRows<Row>(box: RefObject<HTMLElement | null>, drawn: Drawn<Row>): void {
  const before = useRef<Drawn<Row>>(drawn)
  useLayoutEffect(() => {
    const last = before.current
    before.current = drawn
    if (last.layout === drawn.layout || !box.current) return
    const top = Math.floor(box.current.scrollTop / drawn.height)
    if (last.question !== drawn.question) drawn.moveBy(-top - 1)
    else if (top > 0) drawn.moveBy(movedBy(last, drawn, top))
  })
}

/** By how many lines the first known row from `top` on has moved; 0 where none is known or it is gone. */
function movedBy<Row>(last: Drawn<Row>, now: Drawn<Row>, top: number): number {
  for (let line = top; line < top + LOOKED_AT; line++) {
    const one = last.layout.at(line)
    const row = one?.kind === 'row' ? (last.rows[one.row] ?? null) : null
    if (row === null) continue
    const key = now.rowKey(row)
    const found = now.rows.findIndex((other) => other !== null && now.rowKey(other) === key)
    return found < 0 ? 0 : now.layout.lineOf(found) - line
  }
  return 0
}
