import { type Cell, layOut } from '#domain/layout/cells.ts'
import { splitPages } from '#domain/text/page-text.ts'

/** The cells of a text, as the readers of the zones get them. */
export function cellsOf(text: string): readonly Cell[] {
  return layOut(splitPages(text.normalize('NFC'))).cells
}
