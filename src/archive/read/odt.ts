import type { DocumentText } from '#domain/text/page-text.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { BlockBuilder } from './block-builder.ts'
import { type OdtStyles, odtStyles } from './odt-styles.ts'
import { UnreadableFile } from './read-result.ts'
import { type XmlToken, xmlTokens } from './xml-tokens.ts'
import { readZipEntry, zipEntries } from './zip-directory.ts'

const MOST_INFLATED = 64 * 1024 * 1024
/** A run of blanks told as a number: no paper has more. */
const MOST_BLANKS = 200
/** What is in the file and not on the paper: changes taken back, remarks, footnote signs, scripts, drawn titles. */
const SKIPPED =
  /^(?:text:tracked-changes|office:annotation|office:annotation-end|text:note-citation|office:scripts|office:forms|svg:title|svg:desc|text:sequence-decls|text:ruby-text)$/

/** Reads an OpenDocument text: paragraphs as lines, table rows side by side, page breaks as pages. Nothing is followed. */
export function readOdt(bytes: Buffer): DocumentText {
  const content = part(bytes, 'content.xml', MOST_INFLATED)
  if (content === null) throw new UnreadableFile('file-damaged', 'no-text-part')
  const styles = odtStyles(part(bytes, 'styles.xml', MOST_INFLATED - content.length) ?? '', content)
  const text = new OdtReader(styles).read(content)
  return { kind: /\p{L}/u.test(text) ? 'born-digital' : 'none', pages: splitPages(text) }
}

function part(bytes: Buffer, name: string, most: number): string | null {
  const entry = zipEntries(bytes)?.find((one) => one.name === name)
  return entry ? readZipEntry(bytes, entry, most).toString('utf8') : null
}

class OdtReader {
  readonly #out = new BlockBuilder()
  readonly #styles: OdtStyles
  readonly #fonts: (string | null)[] = []
  readonly #lists: { style: string | null; item: number }[] = []
  #paragraphs = 0
  #cells = 0
  #skipped = 0

  constructor(styles: OdtStyles) {
    this.#styles = styles
  }

  read(xml: string): string {
    let inText = false
    for (const token of xmlTokens(xml)) {
      if (token.kind !== 'text' && token.name === 'office:text') inText = token.kind === 'open'
      else if (!inText) continue
      else if (token.kind === 'text') this.#letters(token.text)
      else if (SKIPPED.test(token.name)) this.#skipped += token.kind === 'open' ? 1 : -1
      else if (this.#skipped === 0) token.kind === 'open' ? this.#open(token) : this.#close(token.name)
    }
    return this.#out.finish()
  }

  #letters(text: string): void {
    // White space of the XML itself is one blank, as the format says; what stands between paragraphs is nothing.
    if (this.#skipped > 0 || this.#paragraphs === 0) return
    this.#out.text(text.replace(/[ \t\r\n]+/g, ' '), this.#fonts.at(-1) ?? null)
  }

  #open({ name, attributes }: Extract<XmlToken, { kind: 'open' }>): void {
    const style = attributes.get('text:style-name') ?? null
    switch (name) {
      case 'text:p':
      case 'text:h':
        if (this.#paragraphs++ > 0) this.#out.mark('line')
        this.#fonts.push(this.#styles.fontOf(style))
        if (this.#styles.breaksBefore(style) && this.#cells === 0) this.#out.mark('page')
        this.#label()
        return
      case 'text:span':
        this.#fonts.push(this.#styles.fontOf(style) ?? this.#fonts.at(-1) ?? null)
        return
      case 'text:line-break':
        this.#out.mark('line')
        return
      case 'text:soft-page-break':
        if (this.#cells === 0) this.#out.mark('page')
        return
      case 'text:tab':
        this.#out.text('\t', this.#fonts.at(-1) ?? null)
        return
      case 'text:s': {
        const count = Number(attributes.get('text:c') ?? 1)
        this.#out.text(' '.repeat(Math.min(MOST_BLANKS, Math.max(1, count || 1))), this.#fonts.at(-1) ?? null)
        return
      }
      case 'text:list':
        this.#lists.push({ style: style ?? this.#lists.at(-1)?.style ?? null, item: 0 })
        return
      case 'text:list-item': {
        const list = this.#lists.at(-1)
        if (list) list.item++
        this.#pendingLabel = true
        return
      }
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#cells++
        return
    }
  }

  #pendingLabel = false

  /** The number or dash the list puts before its item. */
  #label(): void {
    const list = this.#lists.at(-1)
    if (!this.#pendingLabel || !list) return
    this.#pendingLabel = false
    const label = this.#styles.listLabel(list.style, this.#lists.length, list.item)
    this.#out.text(label, null)
  }

  #close(name: string): void {
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#fonts.pop()
        if (--this.#paragraphs === 0) this.#out.mark(this.#cells > 0 ? 'paragraph-in-cell' : 'paragraph')
        else this.#out.mark('line')
        return
      case 'text:span':
        this.#fonts.pop()
        return
      case 'text:list':
        this.#lists.pop()
        return
      case 'table:table-cell':
      case 'table:covered-table-cell':
        // A table within a cell gives its cells as lines of the outer one.
        if (--this.#cells === 0) this.#out.mark('cell')
        return
      case 'table:table-row':
        if (this.#cells === 0) this.#out.mark('row')
        return
    }
  }
}
