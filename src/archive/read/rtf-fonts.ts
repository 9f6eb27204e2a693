import { encodingOfFont } from './legacy-fonts.ts'

/** Windows code pages of the character sets a font may be told to have. */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  161: 1253,
  162: 1254,
  163: 1258,
  186: 1257,
  204: 1251,
  238: 1250
}
const KNOWN = new Set([1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258])
/** Old Vietnamese fonts mean the byte itself. */
const BYTES = 0
const decoders = new Map<number, TextDecoder>()

type Font = { name: string; charset: number | null; codePage: number | null }

/** The fonts of an RTF file, as its font table tells them. */
export class RtfFonts {
  readonly #fonts = new Map<number, Font>()
  #last: Font | null = null
  codePage = 1252
  usual: number | null = null

  /** A control word within the font table. */
  word(word: string, value: number | null): void {
    if (word === 'f' && value !== null) {
      this.#last = { name: '', charset: null, codePage: null }
      this.#fonts.set(value, this.#last)
    } else if (word === 'fcharset' && this.#last) this.#last.charset = value
    else if (word === 'cpg' && this.#last) this.#last.codePage = value
    else if (word === 'falt' || word === 'panose' || word === 'fname') this.#last = null
  }

  /** Letters within the font table: names, each ended by a semicolon. */
  letters(letters: string): void {
    if (!this.#last) return
    const [name = '', ...rest] = letters.split(';')
    this.#last.name = (this.#last.name + name).slice(0, 100)
    if (rest.length > 0) this.#last = null
  }

  nameOf(font: number | null): string | null {
    return this.#find(font)?.name.trim() || null
  }

  codePageOf(font: number | null): number {
    const found = this.#find(font)
    if (found && encodingOfFont(found.name.trim())) return BYTES
    const told = found?.codePage ?? (found?.charset === null ? null : CHARSETS[found?.charset ?? -1]) ?? this.codePage
    return KNOWN.has(told) ? told : 1252
  }

  #find(font: number | null): Font | undefined {
    return this.#fonts.get(font ?? this.usual ?? -1)
  }
}

export function decodeRtfByte(byte: number, codePage: number): string {
  if (codePage === BYTES || byte < 0x80) return String.fromCharCode(byte)
  let decoder = decoders.get(codePage)
  if (!decoder) {
    decoder = new TextDecoder(`windows-${codePage}`)
    decoders.set(codePage, decoder)
  }
  return decoder.decode(Uint8Array.of(byte))
}
