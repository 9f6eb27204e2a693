import { type Gray, toGray } from './gray.ts'
import { evenLight } from './light.ts'

/**
 * A page drawn, parted by its inks. `plain`: as the eye sees it; `black`: without seals and signatures in red and blue,
 * whose strokes run through the letters; `coloured`: those alone, for the words of stamps. Both are null where the page
 * has no coloured ink to speak of, or is written in it.
 */
export type Sheet = Readonly<{ plain: Gray; black: Gray | null; coloured: Gray | null }>

/** Red and blue differ so far from gray in their strongest and weakest part. */
const COLOURED = 56
const DARK = 140
/** Fewer coloured dots (of all dots) are the fringes of a scanner. */
const LEAST_COLOURED = 0.0008
/** With less black the paper is written in coloured ink, as old copies are. */
const LEAST_BLACK = 0.002

/** A coloured dot whose strongest part is weaker has black under it; one that is stronger has none. */
const BLACK_BELOW = 40
const CLEAR_ABOVE = 130

/** Parts what was drawn; the dots' own colours may be changed on the way. */
export function toSheet(width: number, height: number, rgba: Uint8ClampedArray, dpi: number): Sheet {
  evenLight(width, height, rgba, dpi)
  const plain = toGray(width, height, rgba)
  let coloured = 0
  let dark = 0
  for (let at = 0, from = 0; at < plain.data.length; at++, from += 4) {
    if (chroma(rgba, from) >= COLOURED) coloured++
    else if ((plain.data[at] ?? 255) < DARK) dark++
  }
  const dots = plain.data.length
  if (coloured < dots * LEAST_COLOURED || dark < dots * LEAST_BLACK) return { plain, black: null, coloured: null }
  return { plain, ...partInks(plain, rgba) }
}

function partInks({ width, height, data }: Gray, rgba: Uint8ClampedArray): { black: Gray; coloured: Gray } {
  const black = new Uint8Array(data)
  const ink = new Uint8Array(data.length).fill(255)
  for (let at = 0, from = 0; at < data.length; at++, from += 4) {
    const strength = chroma(rgba, from)
    if (strength < COLOURED / 2) continue
    const light = Math.max(rgba[from] ?? 0, rgba[from + 1] ?? 0, rgba[from + 2] ?? 0)
    // Ink of one colour is light in its own part; black under it is dark in all three.
    const without = Math.min(255, Math.max(0, ((light - BLACK_BELOW) * 255) / (CLEAR_ABOVE - BLACK_BELOW)))
    black[at] = Math.max(data[at] ?? 0, without)
    ink[at] = Math.max(0, 255 - 2 * strength)
  }
  return { black: { width, height, data: black }, coloured: { width, height, data: ink } }
}

function chroma(rgba: Uint8ClampedArray, at: number): number {
  const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0]
  return Math.max(red, green, blue) - Math.min(red, green, blue)
}
