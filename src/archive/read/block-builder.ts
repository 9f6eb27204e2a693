import { type Node, nodesToText } from './html-lines.ts'
import { convertRuns, type FontRun } from './legacy-fonts.ts'
import { repairLegacy } from './legacy-repair.ts'

type Mark = 'line' | 'page' | 'paragraph' | 'paragraph-in-cell' | 'cell' | 'row'
type Item = Readonly<{ run: number }> | Mark

/**
 * Takes a word-processor text as its file tells it, in order (runs of letters, ends of lines, paragraphs, cells and
 * rows), and gives it as the lines of a page: old encodings made Unicode run by run, rows side by side, page breaks as
 * form feeds.
 */
export class BlockBuilder {
  readonly #items: Item[] = []
  readonly #runs: { text: string; font: string | null }[] = []

  text(text: string, font: string | null): void {
    if (text === '') return
    const last = this.#items.at(-1)
    const run = typeof last === 'object' ? this.#runs[last.run] : undefined
    if (run && run.font === font) run.text += text
    else {
      this.#runs.push({ text, font })
      this.#items.push({ run: this.#runs.length - 1 })
    }
  }

  mark(mark: Mark): void {
    this.#items.push(mark)
  }

  /** The whole text, NFC. */
  finish(): string {
    const texts = convertRuns(this.#runs satisfies readonly FontRun[])
    const text = nodesToText(tree(this.#items, texts)).normalize('NFC')
    return repairLegacy(text)
  }
}

function tree(items: readonly Item[], texts: readonly string[]): Node {
  const root: Node = { tag: '', children: [] }
  let table: Node | null = null
  let row: Node | null = null
  let cell: Node | null = null
  let line: Node = { tag: 'p', children: [] }

  function endParagraph(place: Node): void {
    place.children.push(line)
    line = { tag: 'p', children: [] }
  }
  function openCell(): Node {
    table ??= { tag: 'table', children: [] }
    row ??= { tag: 'tr', children: [] }
    cell ??= { tag: 'td', children: [] }
    return cell
  }
  function endRow(): void {
    if (cell) row?.children.push(cell)
    if (row) table?.children.push(row)
    cell = null
    row = null
  }
  function endTable(): void {
    endRow()
    if (table) root.children.push(table)
    table = null
  }

  for (const item of items) {
    if (typeof item === 'object') line.children.push(texts[item.run] ?? '')
    else if (item === 'line') line.children.push({ tag: 'br', children: [] })
    else if (item === 'page') line.children.push({ tag: 'hr', children: [] })
    else if (item === 'paragraph') {
      endTable()
      endParagraph(root)
    } else if (item === 'paragraph-in-cell') endParagraph(openCell())
    else if (item === 'cell') {
      endParagraph(openCell())
      if (cell) (row as Node | null)?.children.push(cell)
      cell = null
    } else {
      if (line.children.length > 0) endParagraph(openCell())
      endRow()
    }
  }
  endTable()
  if (line.children.length > 0) root.children.push(line)
  return root
}
