import { type DocumentText, splitPages } from '#domain/text/page-text.ts'
import { BlockBuilder } from './block-builder.ts'
import { decodeRtfByte, RtfFonts } from './rtf-fonts.ts'

/** Groups that hold no text of the paper. */
const SKIPPED = new Set(
  'colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf footnote themedata listtable listoverridetable rsidtbl generator datastore latentstyles shprslt fldinst nonshppict private'.split(
    ' '
  )
)
const SIGNS: Readonly<Record<string, string>> = {
  endash: '–',
  emdash: '—',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: '\t',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' '
}
/** A control word, a byte in hex, a control sign, a brace, an end of line (nothing), or letters. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy

type State = {
  skip: boolean
  hidden: boolean
  /** Letters that stand behind a \u for programs without Unicode. */
  fallback: number
  font: number | null
  inFonts: boolean
  inTable: boolean
}

/** Reads RTF: letters by \u or by the code page of their font, paragraphs, cells and page breaks. Objects are passed over. */
export function readRtf(bytes: Buffer): DocumentText {
  const text = new RtfReader().read(bytes.toString('latin1'))
  return { kind: /\p{L}/u.test(text) ? 'born-digital' : 'none', pages: splitPages(text) }
}

class RtfReader {
  readonly #out = new BlockBuilder()
  readonly #fonts = new RtfFonts()
  readonly #stack: State[] = []
  #now: State = { skip: false, hidden: false, fallback: 1, font: null, inFonts: false, inTable: false }
  #drop = 0
  #star = false
  #sectionEnds = false

  read(source: string): string {
    TOKEN.lastIndex = 0
    for (;;) {
      const from = TOKEN.lastIndex
      const found = TOKEN.exec(source)
      if (!found) {
        // A lone sign at the end, or one the format does not have: passed over.
        if (from + 1 >= source.length) return this.#out.finish()
        TOKEN.lastIndex = from + 1
        continue
      }
      const [, word, number, hex, sign, brace, letters] = found
      if (brace) this.#brace(brace)
      else if (word === 'bin') TOKEN.lastIndex += Math.max(0, Math.min(Number(number ?? 0), source.length))
      else if (word) this.#word(word, number === undefined ? null : Number(number))
      else if (hex) this.#byte(Number.parseInt(hex, 16))
      else if (sign) this.#sign(sign)
      else if (letters) this.#letters(letters)
    }
  }

  #brace(brace: string): void {
    this.#drop = 0
    this.#star = false
    if (brace === '{') this.#stack.push({ ...this.#now })
    else {
      const outer = this.#stack.pop()
      if (outer) this.#now = outer
    }
  }

  #word(word: string, value: number | null): void {
    const now = this.#now
    if (word === 'fonttbl') now.inFonts = true
    else if (word === 'shptxt') {
      // A text box: its letters stand in a group that is else passed over.
      now.skip = false
      this.#out.mark('line')
    } else if (this.#star || SKIPPED.has(word)) now.skip = true
    this.#star = false
    if (now.inFonts) {
      this.#fonts.word(word, value)
      return
    }
    switch (word) {
      case 'ansicpg':
        this.#fonts.codePage = value ?? 1252
        return
      case 'deff':
        this.#fonts.usual = value
        return
      case 'uc':
        now.fallback = Math.min(16, Math.max(0, value ?? 1))
        return
      case 'f':
        now.font = value
        return
      case 'plain':
        now.font = null
        now.hidden = false
        return
      case 'v':
      case 'deleted':
        now.hidden = value !== 0
        return
      case 'pard':
        now.inTable = false
        return
      case 'intbl':
        now.inTable = true
        return
      case 'sbknone':
      case 'sbkcol':
        this.#sectionEnds = false
        return
    }
    if (!now.skip && !now.hidden) this.#written(word, value)
  }

  #written(word: string, value: number | null): void {
    switch (word) {
      case 'u':
        this.#put(String.fromCharCode(((value ?? 0) + 0x10000) % 0x10000))
        this.#drop = this.#now.fallback
        return
      case 'par':
        this.#out.mark(this.#now.inTable ? 'paragraph-in-cell' : 'paragraph')
        return
      case 'sect':
        this.#out.mark('paragraph')
        this.#sectionEnds = true
        return
      case 'line':
      case 'softline':
      case 'column':
        this.#out.mark('line')
        return
      case 'page':
      case 'pagebb':
        if (!this.#now.inTable) this.#out.mark('page')
        return
      case 'cell':
        this.#out.mark('cell')
        return
      case 'nestcell':
        this.#out.mark('paragraph-in-cell')
        return
      case 'row':
        this.#out.mark('row')
        return
      default: {
        const sign = SIGNS[word]
        if (sign !== undefined) this.#put(sign)
      }
    }
  }

  #byte(byte: number): void {
    if (this.#drop > 0) this.#drop--
    else if (this.#now.inFonts) this.#fonts.letters(String.fromCharCode(byte))
    else this.#put(decodeRtfByte(byte, this.#fonts.codePageOf(this.#now.font)))
  }

  #sign(sign: string): void {
    if (sign === '*') this.#star = true
    else if (sign === '\n' || sign === '\r') this.#word('par', null)
    else if (sign === '\t') this.#put('\t')
    else if (sign === '~') this.#put('\u00a0')
    else if (sign === '_') this.#put('-')
    else if ('\\{}'.includes(sign)) this.#letters(sign)
  }

  #letters(letters: string): void {
    const kept = letters.slice(Math.min(this.#drop, letters.length))
    this.#drop -= letters.length - kept.length
    if (this.#now.inFonts) this.#fonts.letters(kept)
    // Letters above ASCII may stand in the file as they are.
    else if (/[\x80-\xff]/.test(kept)) for (const letter of kept) this.#byte(letter.charCodeAt(0))
    else this.#put(kept)
  }

  #put(text: string): void {
    const { skip, hidden, inFonts } = this.#now
    if (skip || hidden || inFonts) return
    if (this.#sectionEnds) {
      this.#sectionEnds = false
      this.#out.mark('page')
    }
    this.#out.text(text.replaceAll('\0', ''), this.#fonts.nameOf(this.#now.font))
  }
}
