import { characterSet, tablePart } from './doc-formatting.ts'

const STYLES = 0xa2
const FONTS = 0x112
/** Bytes of a font's record before its name. */
const BEFORE_NAME = 40
const MOST_STYLES = 4096

/** The names of the file's fonts, by number ([MS-DOC] SttbfFfn). */
export function fontNames(word: Buffer, table: Buffer): readonly string[] {
  const part = tablePart(word, table, FONTS)
  if (part.length < 4) return []
  const names: string[] = []
  const count = part.readUInt16LE(0)
  for (let at = 4; names.length < count && at < part.length; at += (part[at] ?? 0) + 1) {
    const record = part.subarray(at, at + (part[at] ?? 0) + 1)
    names.push(record.toString('utf16le', BEFORE_NAME).split('\0')[0] ?? '')
  }
  return names
}

/**
 * The font each style gives its text, by the style's number, styles it is based on followed ([MS-DOC] STSH). In papers of
 * that time the old font often stands in the style alone.
 */
export function styleFonts(word: Buffer, table: Buffer): (style: number) => number | null {
  const part = tablePart(word, table, STYLES)
  if (part.length < 20) return () => null
  const head = part.readUInt16LE(0)
  const count = Math.min(MOST_STYLES, part.readUInt16LE(2))
  const base = part.readUInt16LE(4)
  const usual = head >= 14 ? part.readUInt16LE(14) : null
  const own: ({ font: number | null; parent: number } | null)[] = []
  for (let at = 2 + head; own.length < count && at + 2 <= part.length; ) {
    const length = part.readUInt16LE(at)
    own.push(length === 0 ? null : readStyle(part.subarray(at + 2, at + 2 + length), base))
    at += 2 + length
  }
  return (style) => {
    let number = style
    for (let steps = 0; steps < 20; steps++) {
      const found = own[number]
      if (!found) break
      if (found.font !== null) return found.font
      number = found.parent
    }
    return usual
  }
}

function readStyle(style: Buffer, base: number): { font: number | null; parent: number } | null {
  if (style.length < base + 2 || base < 6) return null
  const kind = style.readUInt16LE(2) & 0xf
  const parent = style.readUInt16LE(2) >> 4
  let at = base + 2 + style.readUInt16LE(base) * 2 + 2
  // A paragraph's style tells the paragraph's properties first, then the letters'.
  for (let skip = kind === 1 ? 1 : 0; skip > 0; skip--) {
    if (at + 2 > style.length) return { font: null, parent }
    const length = style.readUInt16LE(at)
    at += 2 + length + (length % 2)
  }
  if (at + 2 > style.length) return { font: null, parent }
  return { font: characterSet(style.subarray(at + 2, at + 2 + style.readUInt16LE(at))).font, parent }
}
