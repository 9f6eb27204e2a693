import { type FaceName, faceBytes } from './font-files.ts'

/** How wide a text is, in em. */
export type Measure = (text: string) => number

const measures = new Map<FaceName, Measure>()
/** A sign the face lacks comes from another: as wide as it is high. */
const UNKNOWN = 1

/** Measures with the advance widths of the face itself (OpenType tables cmap, format 4, and hmtx). */
export function measureWith(name: FaceName): Measure {
  const known = measures.get(name)
  if (known) return known
  const made = measureOf(faceBytes(name))
  measures.set(name, made)
  return made
}

function measureOf(bytes: Buffer): Measure {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const unitsPerEm = font.getUint16(table(font, 'head') + 18)
  const metrics = font.getUint16(table(font, 'hhea') + 34)
  const hmtx = table(font, 'hmtx')
  const glyphOf = glyphs(font)
  const widths = new Map<number, number>()
  const widthOf = (sign: number): number => {
    const known = widths.get(sign)
    if (known !== undefined) return known
    const glyph = glyphOf(sign)
    const width = glyph === 0 ? UNKNOWN : font.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm
    widths.set(sign, width)
    return width
  }
  return (text) => {
    let width = 0
    for (const sign of text) width += widthOf(sign.codePointAt(0) ?? 0)
    return width
  }
}

function table(font: DataView, tag: string): number {
  for (let at = 12, left = font.getUint16(4); left > 0; at += 16, left--) {
    if (String.fromCharCode(...[0, 1, 2, 3].map((n) => font.getUint8(at + n))) === tag) return font.getUint32(at + 8)
  }
  throw new Error(`no table ${tag} in the face`)
}

/** The glyph of a sign: the Windows Unicode table (platform 3, encoding 1), segments of format 4. */
function glyphs(font: DataView): (sign: number) => number {
  const cmap = table(font, 'cmap')
  let start = 0
  for (let at = cmap + 4, left = font.getUint16(cmap + 2); left > 0; at += 8, left--) {
    if (font.getUint16(at) === 3 && font.getUint16(at + 2) === 1) start = cmap + font.getUint32(at + 4)
  }
  if (start === 0 || font.getUint16(start) !== 4) throw new Error('no Unicode table of format 4 in the face')
  const bytes = font.getUint16(start + 6)
  const [ends, starts] = [start + 14, start + 16 + bytes]
  return (sign) => {
    if (sign > 0xffff) return 0
    let at = 0
    while (at < bytes && font.getUint16(ends + at) < sign) at += 2
    const first = at < bytes ? font.getUint16(starts + at) : 0x10000
    if (sign < first) return 0
    const delta = font.getUint16(starts + bytes + at)
    const rangeAt = starts + 2 * bytes + at
    const range = font.getUint16(rangeAt)
    if (range === 0) return (sign + delta) & 0xffff
    const glyph = font.getUint16(rangeAt + range + 2 * (sign - first))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}
