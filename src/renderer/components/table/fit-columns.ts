import type { Column } from './columns.ts'

/** The column without a width of its own (trích yếu) keeps at least this much, at 100 %. */
const LEAST = 300

/**
 * Which columns there is room for: while the one that takes the rest would be narrower than it must be, columns go in the
 * order of `givenUp` (ui README, "Density"). `width` is the table's at 100 %; `least` where what
 * takes the rest is shorter than a subject.
 */
export function fitColumns<Row>(
  columns: readonly Column<Row>[],
  givenUp: readonly string[],
  width: number,
  least = LEAST
): readonly Column<Row>[] {
  let kept = columns
  for (const id of givenUp) {
    const taken = kept.reduce((sum, column) => sum + (column.width ?? least), 0)
    if (taken <= width) break
    kept = kept.filter((column) => column.id !== id || column.always)
  }
  return kept
}
