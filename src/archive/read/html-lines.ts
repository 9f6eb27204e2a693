/** A node of the little HTML that mammoth writes, and that the other readers build: its tag and what is in it. */
export type Node = Readonly<{ tag: string; children: (Node | string)[] }>

const VOID = new Set(['br', 'hr', 'img'])
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' }
const COLUMN_SPACES = 4
/** Letters a column is padded to at most: a cell with a whole text in it does not make every line of its row so wide. */
const WIDEST_COLUMN = 400
/** A page break inside a block, until pages are parted. */
const BREAK = '\f'

/** Lines of text of mammoth's HTML; it is never shown as HTML. Page breaks become form feeds. */
export function htmlToText(html: string): string {
  return nodesToText(parse(html))
}

/** Lines of text of a tree of p, table/tr/td, br and hr. */
export function nodesToText(root: Node): string {
  const lines = blockLines(root, 0)
  return lines
    .map(trimBlanksBehind)
    .join('\n')
    .replace(/\n*\f\n*/g, BREAK)
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd()
}

function parse(html: string): Node {
  const root: Node = { tag: '', children: [] }
  const open: Node[] = [root]
  for (const [, close, tag, text] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>|([^<]+)/g)) {
    const top = open.at(-1) ?? root
    if (text !== undefined) top.children.push(unescapeText(text))
    else if (tag === undefined) continue
    else if (close) {
      const at = open.findLastIndex((node) => node.tag === tag)
      if (at > 0) open.length = at
    } else {
      const node: Node = { tag, children: [] }
      top.children.push(node)
      if (!VOID.has(tag)) open.push(node)
    }
  }
  return root
}

function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '').replaceAll('\n', ' ')
}

function blockLines(node: Node, depth: number): string[] {
  if (depth > 40) return [inlineText(node)]
  const lines: string[] = []
  let inline = ''
  function flush(): void {
    if (inline !== '') lines.push(...inline.split('\n').map(tidyLine))
    inline = ''
  }
  let item = 0
  for (const child of node.children) {
    if (typeof child === 'string') inline += child
    else if (/^(?:p|h[1-6]|div)$/.test(child.tag)) {
      flush()
      lines.push(...paragraphLines(child))
    } else if (child.tag === 'table') {
      flush()
      lines.push(...tableLines(child, depth))
    } else if (child.tag === 'ul' || child.tag === 'ol') {
      flush()
      lines.push(...blockLines(child, depth + 1))
    } else if (child.tag === 'li') {
      flush()
      item++
      const [first = '', ...rest] = blockLines(child, depth + 1)
      lines.push(`${node.tag === 'ol' ? `${item}. ` : '- '}${first}`, ...rest)
    } else if (child.tag === 'hr') {
      flush()
      lines.push(BREAK)
    } else inline += inlineText(child)
  }
  flush()
  return lines
}

function paragraphLines(node: Node): string[] {
  return inlineText(node).split('\n').map(tidyLine)
}

function inlineText(node: Node): string {
  if (node.tag === 'br') return '\n'
  if (node.tag === 'hr') return `\n${BREAK}\n`
  return node.children.map((child) => (typeof child === 'string' ? child : inlineText(child))).join('')
}

/** Blanks in a line: a tab or a wide stretch parts columns, a narrow one is a space. */
function tidyLine(line: string): string {
  return line
    .replaceAll('\t', ' '.repeat(COLUMN_SPACES))
    .replace(/ {2,}/g, (blanks) => (blanks.length >= COLUMN_SPACES ? blanks : ' '))
    .replace(/^ +/, (blanks) => (blanks.length >= 12 ? blanks : ''))
}

/** The cells of a row stand side by side: their lines are set line by line, columns parted by four spaces or more. */
function tableLines(table: Node, depth: number): string[] {
  return rowsOf(table).flatMap((row) => {
    const cells = row.children
      .filter((child): child is Node => typeof child !== 'string' && /^t[dh]$/.test(child.tag))
      .map((cell) => trimBlank(blockLines(cell, depth + 1)))
    if (cells.length === 1) return cells[0] ?? []
    const widths = cells.map((lines) => Math.min(WIDEST_COLUMN, longest(lines)) + COLUMN_SPACES)
    const height = cells.reduce((most, lines) => Math.max(most, lines.length), 0)
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((lines, column) => besideNext(lines[at] ?? '', widths[column] ?? 0))
        .join('')
        .trimEnd()
    )
  })
}

/** A line too long for its column is still parted from the next one. */
function besideNext(line: string, width: number): string {
  return line.length < width - COLUMN_SPACES ? line.padEnd(width) : line + ' '.repeat(COLUMN_SPACES)
}

function longest(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, line.length), 0)
}

function rowsOf(node: Node): Node[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.tag === 'tr' ? [child] : child.tag === 'table' ? [] : rowsOf(child)
  )
}

/** By hand: the same as a pattern tries again at every blank, and hostile lines have thousands. */
function trimBlanksBehind(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\u00a0')) end--
  return line.slice(0, end)
}

function trimBlank(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return first < 0 ? [] : lines.slice(first, last + 1)
}
