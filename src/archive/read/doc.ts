import { type DocumentText, splitPages } from '#domain/text/page-text.ts'
import { BlockBuilder } from './block-builder.ts'
import { fontNames, styleFonts } from './doc-fonts.ts'
import { characterSets, type ParagraphSet, paragraphSets, type Stretch, tablePart } from './doc-formatting.ts'
import { decodeLegacy, legacyEncodingOf } from './legacy-repair.ts'
import { openOle } from './ole.ts'
import { UnreadableFile } from './read-result.ts'

const WORD_97 = 0xa5ec
const WORD_95 = 0xa5dc
const PIECES = 0x1a2
const MOST_PIECES = 1_000_000
/** Letters of one file: far above any paper. */
const MOST_LETTERS = 20_000_000
const WINDOWS = new TextDecoder('windows-1252')

/** A stretch of the text as the file keeps it: where its bytes lie, and how wide its letters are. */
type Piece = Readonly<{ letters: number; at: number; width: 1 | 2 }>

/**
 * Reads a Word 97–2003 file ([MS-DOC]): its pieces in the order of the text, the font of each run (papers of that time
 * are in TCVN3 or VNI, which only the font tells), cells, rows and page breaks. Macros, objects and links are not touched.
 */
export function readDoc(bytes: Buffer): DocumentText {
  const ole = openOle(bytes)
  const word = ole?.read('WordDocument')
  if (!ole || !word || word.length < 0x200) throw new UnreadableFile('file-damaged', 'no-text-part')
  const flags = word.readUInt16LE(0x0a)
  if (flags & 0x0100) throw new UnreadableFile('file-encrypted', 'password')
  const magic = word.readUInt16LE(0)
  if (magic === WORD_95) return documentText(word95Text(word))
  if (magic !== WORD_97) throw new UnreadableFile('file-damaged', 'content')
  const table = ole.read(flags & 0x0200 ? '1Table' : '0Table')
  if (!table) throw new UnreadableFile('file-damaged', 'no-text-part')
  return documentText(new DocReader(word, table).read())
}

function documentText(text: string): DocumentText {
  return { kind: /\p{L}/u.test(text) ? 'born-digital' : 'none', pages: splitPages(text) }
}

/** Word 6 and 95 keep 8-bit text in one stretch. */
function word95Text(word: Buffer): string {
  const from = word.readUInt32LE(0x18)
  const body = word.subarray(from, from + word.readUInt32LE(0x34))
  const latin = body.toString('latin1')
  const encoding = legacyEncodingOf(latin)
  const text = encoding ? decodeLegacy(latin, encoding) : new TextDecoder('windows-1258').decode(body)
  const out = new BlockBuilder()
  for (const part of text.split(/([\r\x07\x0b\x0c])/)) {
    if (part === '\r' || part === '\x07') out.mark('paragraph')
    else if (part === '\x0b') out.mark('line')
    else if (part === '\x0c') out.mark('page')
    else out.text(withoutSigns(part), null)
  }
  return out.finish()
}

class DocReader {
  readonly #word: Buffer
  readonly #table: Buffer
  readonly #out = new BlockBuilder()
  readonly #fonts: readonly string[]
  readonly #styleFont: (style: number) => number | null
  readonly #characters: ReturnType<typeof characterSets>
  readonly #paragraphs: ReturnType<typeof paragraphSets>
  /** Fields within fields; true while what is read is a field's code and not what it shows. */
  readonly #fields: boolean[] = []
  #atStart = true

  constructor(word: Buffer, table: Buffer) {
    this.#word = word
    this.#table = table
    this.#fonts = fontNames(word, table)
    this.#styleFont = styleFonts(word, table)
    this.#characters = sorted(characterSets(word, table))
    this.#paragraphs = sorted(paragraphSets(word, table))
  }

  read(): string {
    const main = this.#word.readUInt32LE(0x4c)
    const others = [0x50, 0x54, 0x58, 0x5c, 0x60].reduce((sum, at) => sum + this.#word.readUInt32LE(at), 0)
    const boxes = this.#word.readUInt32LE(0x64)
    const pieces = this.#pieces()
    this.#range(pieces, 0, main)
    if (boxes > 0) this.#range(pieces, main + others, main + others + boxes)
    return this.#out.finish()
  }

  #pieces(): readonly Piece[] {
    const clx = tablePart(this.#word, this.#table, PIECES)
    let at = 0
    while (clx[at] === 1 && at + 3 <= clx.length) at += 3 + clx.readUInt16LE(at + 1)
    if (clx[at] !== 2 || at + 5 > clx.length) throw new UnreadableFile('file-damaged', 'no-text-part')
    const list = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
    const count = Math.min(MOST_PIECES, Math.floor((list.length - 4) / 12))
    const pieces: Piece[] = []
    for (let index = 0; index < count; index++) {
      const letters = list.readUInt32LE(index * 4 + 4) - list.readUInt32LE(index * 4)
      const place = list.readUInt32LE((count + 1) * 4 + index * 8 + 2)
      if (letters < 0) throw new UnreadableFile('file-damaged', 'content')
      const narrow = (place & 0x40000000) !== 0
      pieces.push({ letters, at: narrow ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff, width: narrow ? 1 : 2 })
    }
    return pieces
  }

  #range(pieces: readonly Piece[], from: number, to: number): void {
    let done = 0
    for (const { letters, at, width } of pieces) {
      const first = Math.max(0, from - done)
      const last = Math.min(letters, to - done, Math.floor((this.#word.length - at) / width), MOST_LETTERS)
      if (last > first) this.#stretches(at + first * width, at + last * width, width)
      done += letters
      if (done >= to) return
    }
  }

  /** Cuts a piece where the letters' properties change. */
  #stretches(from: number, to: number, width: 1 | 2): void {
    let at = from
    while (at < to) {
      const characters = around(this.#characters, at)
      const paragraph = around(this.#paragraphs, at)
      let end = Math.min(to, nextBorder(this.#characters, at, to), nextBorder(this.#paragraphs, at, to))
      end = Math.max(at + width, end - ((end - at) % width))
      if (!characters?.gone) {
        const raw = this.#word.subarray(at, end)
        const style = characters?.style ?? null
        const font =
          characters?.font ?? (style === null ? null : this.#styleFont(style)) ?? this.#styleFont(paragraph?.style ?? 0)
        const text = width === 2 ? raw.toString('utf16le') : WINDOWS.decode(raw)
        this.#letters(text, font === null ? null : (this.#fonts[font] ?? null), paragraph)
      }
      at = end
    }
  }

  #letters(text: string, font: string | null, paragraph: ParagraphSet | null): void {
    for (const part of text.split(/([\r\x07\x0b\x0c\x0e\x13\x14\x15])/)) {
      if (part === '') continue
      if (part === '\x13') this.#fields.push(true)
      else if (part === '\x14') this.#fields.splice(-1, 1, false)
      else if (part === '\x15') this.#fields.pop()
      else if (!this.#fields.includes(true)) this.#part(part, font, paragraph)
    }
  }

  #part(part: string, font: string | null, paragraph: ParagraphSet | null): void {
    if (this.#atStart && paragraph?.breaksBefore && !paragraph.inTable) this.#out.mark('page')
    this.#atStart = part === '\r' || part === '\x07'
    if (part === '\r') this.#out.mark(paragraph?.inTable ? 'paragraph-in-cell' : 'paragraph')
    else if (part === '\x07') this.#out.mark(paragraph?.rowEnd ? 'row' : 'cell')
    else if (part === '\x0b' || part === '\x0e') this.#out.mark('line')
    else if (part === '\x0c') this.#out.mark('page')
    else this.#out.text(withoutSigns(part), font)
  }
}

/** A no-break hyphen is a hyphen, a soft one none; signs for pictures, notes and fields are no letters. */
function withoutSigns(text: string): string {
  return text.replaceAll('\x1e', '-').replace(/[\x00-\x08\x0e-\x1f]/g, '')
}

function sorted<T>(list: readonly Stretch<T>[]): readonly Stretch<T>[] {
  return list.toSorted((a, b) => a.start - b.start)
}

/** The last stretch that begins at or before `at`. */
function indexAt<T>(list: readonly Stretch<T>[], at: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

function around<T>(list: readonly Stretch<T>[], at: number): T | null {
  const found = list[indexAt(list, at)]
  return found && at < found.end ? found.set : null
}

function nextBorder<T>(list: readonly Stretch<T>[], at: number, most: number): number {
  const index = indexAt(list, at)
  const here = list[index]
  if (here && at < here.end) return here.end
  return list[index + 1]?.start ?? most
}
