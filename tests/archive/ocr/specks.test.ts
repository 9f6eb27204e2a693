import { expect, it } from 'vitest'
import type { Gray } from '#archive/ocr/gray.ts'
import { withoutSpecks } from '#archive/ocr/specks.ts'

const SIDE = 800

/** A white sheet with a block of ink, its mark close above it, and specks in rows far from both. */
function sheet(specks: number): Gray {
  const data = new Uint8Array(SIDE * SIDE).fill(255)
  const ink = (x: number, y: number, w: number, h: number): void => {
    for (let row = y; row < y + h; row++) data.fill(0, row * SIDE + x, row * SIDE + x + w)
  }
  ink(40, 40, 20, 30)
  ink(48, 33, 2, 2)
  for (let index = 0; index < specks; index++) ink(100 + (index % 60) * 11, 100 + Math.floor(index / 60) * 11, 2, 2)
  return { width: SIDE, height: SIDE, data }
}

it('a dirty page loses its specks and keeps its letters with their marks', () => {
  const clean = withoutSpecks(sheet(2000), 300)
  expect(clean.data).toEqual(sheet(0).data)
})

it('a page with few blots is left as it is', () => {
  const page = sheet(200)
  expect(withoutSpecks(page, 300)).toBe(page)
})
