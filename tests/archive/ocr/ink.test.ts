import { describe, expect, it } from 'vitest'
import { toSheet } from '#archive/ocr/ink.ts'

const SIDE = 240
type Colour = readonly [number, number, number]
const WHITE: Colour = [255, 255, 255]
const BLACK: Colour = [25, 25, 25]
const RED: Colour = [216, 40, 60]
const BLUE: Colour = [42, 63, 191]

/** Paper with stripes: which colour a dot has is told by its place. */
function paint(colourAt: (x: number, y: number) => Colour): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255)
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) rgba.set(colourAt(x, y), (y * SIDE + x) * 4)
  }
  return rgba
}

const at = ({ data }: { data: Uint8Array }, x: number, y: number): number => data[y * SIDE + x] ?? -1
const under = (a: Colour, b: Colour): Colour => [
  Math.round((a[0] * b[0]) / 255),
  Math.round((a[1] * b[1]) / 255),
  Math.round((a[2] * b[2]) / 255)
]

describe('inks of a page', () => {
  it('red and blue are taken off the black, which stays where they cross', () => {
    const black = (y: number): boolean => y % 40 < 4
    const sheet = toSheet(
      SIDE,
      SIDE,
      paint((x, y) => {
        const ink = x >= 60 && x < 70 ? RED : x >= 120 && x < 130 ? BLUE : null
        if (black(y)) return ink ? under(BLACK, ink) : BLACK
        return ink ?? WHITE
      }),
      300
    )
    if (!sheet.black || !sheet.coloured) throw new Error('not parted')
    expect(at(sheet.black, 65, 20)).toBe(255)
    expect(at(sheet.black, 125, 20)).toBe(255)
    expect(at(sheet.black, 65, 1)).toBeLessThan(60)
    expect(at(sheet.black, 125, 1)).toBeLessThan(60)
    expect(at(sheet.plain, 125, 20)).toBeLessThan(120)
    expect(at(sheet.coloured, 65, 20)).toBeLessThan(60)
    expect(at(sheet.coloured, 10, 1)).toBe(255)
  })

  it('a paper written in blue keeps its letters', () => {
    const sheet = toSheet(
      SIDE,
      SIDE,
      paint((_, y) => (y % 40 < 4 ? BLUE : WHITE)),
      300
    )
    expect(sheet.black).toBeNull()
    expect(at(sheet.plain, 10, 1)).toBeLessThan(120)
  })

  it('a page in black alone is not parted', () => {
    expect(
      toSheet(
        SIDE,
        SIDE,
        paint((_, y) => (y % 40 < 4 ? BLACK : WHITE)),
        300
      )
    ).toMatchObject({
      black: null,
      coloured: null
    })
  })

  it('lamp light is no ink: the paper becomes white, shade or not, and letters stay dark', () => {
    const lit: readonly Colour[] = [
      [250, 235, 200],
      [120, 112, 96]
    ]
    const sheet = toSheet(
      SIDE,
      SIDE,
      paint((x, y) => {
        const share = x / SIDE
        const paper = [0, 1, 2].map((c) => (lit[0]?.[c] ?? 0) * (1 - share) + (lit[1]?.[c] ?? 0) * share)
        const light = y % 40 < 4 ? 0.15 : 1
        return [(paper[0] ?? 0) * light, (paper[1] ?? 0) * light, (paper[2] ?? 0) * light]
      }),
      75
    )
    expect(sheet.black).toBeNull()
    for (const x of [20, 120, 220]) {
      expect(at(sheet.plain, x, 20)).toBeGreaterThan(225)
      expect(at(sheet.plain, x, 1)).toBeLessThan(70)
    }
  })
})
