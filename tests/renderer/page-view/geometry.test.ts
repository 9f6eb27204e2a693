import { describe, expect, it } from 'vitest'
import { boxesOf, layoutPages, onPage, pageAt, pageOf, pagesInSight } from '#renderer/components/page-view/geometry.ts'

const page = {
  page: 1,
  offset: 100,
  text: 'Số 221-CV/HU\nV/v họp',
  width: 595,
  height: 842,
  runs: [
    { start: 0, end: 2, x: 10, y: 20, w: 20, h: 12 },
    { start: 3, end: 12, x: 34, y: 20, w: 90, h: 12 },
    { start: 13, end: 20, x: 10, y: 40, w: 70, h: 12 }
  ]
}

describe('a span on its page', () => {
  it('is cut to the page', () => {
    expect(onPage(page, { start: 90, end: 103 })).toEqual({ start: 0, end: 3 })
    expect(onPage(page, { start: 0, end: 100 })).toBeNull()
    expect(onPage(page, { start: 120, end: 130 })).toBeNull()
  })
  it('has a box inside its run, by the share of its letters', () => {
    expect(boxesOf(page, { start: 107, end: 109 })).toEqual([{ x: 74, y: 20, w: 20, h: 12 }])
  })
  it('joins neighbours on a line and begins anew on the next', () => {
    const boxes = boxesOf(page, { start: 100, end: 120 })
    expect(boxes).toHaveLength(2)
    expect(boxes[0]).toEqual({ x: 10, y: 20, w: 114, h: 12 })
    expect(boxes[1]?.y).toBe(40)
  })
  it('measures in the face it is given', () => {
    const wide = (text: string) => [...text].reduce((sum, letter) => sum + (letter === '2' ? 3 : 1), 0)
    const [box] = boxesOf(page, { start: 103, end: 105 }, wide)
    expect(box?.x).toBe(34)
    expect(box?.w).toBeCloseTo((90 * 6) / 13)
  })
  it('of another page has none', () => {
    expect(boxesOf(page, { start: 0, end: 50 })).toEqual([])
  })
})

it('finds the page a span begins on', () => {
  const pages = [
    { offset: 0, text: 'abc' },
    { offset: 4, text: 'defg' }
  ]
  expect(pageOf(pages, { start: 2, end: 6 })).toBe(0)
  expect(pageOf(pages, { start: 4, end: 6 })).toBe(1)
  expect(pageOf(pages, { start: 99, end: 100 })).toBe(-1)
})

describe('many pages below each other', () => {
  const sizes = Array.from({ length: 500 }, () => ({ width: 600, height: 900 }))
  const layout = layoutPages(sizes, 300, 10)
  it('have one width and a gap', () => {
    expect(layout.heights[0]).toBe(450)
    expect(layout.tops.slice(0, 2)).toEqual([10, 470])
    expect(layout.total).toBe(10 + 500 * 460)
  })
  it('draws only those in sight', () => {
    expect(pagesInSight(layout, 0, 500, 0)).toEqual([0, 1])
    const [first, last] = pagesInSight(layout, 100_000, 500, 200)
    expect(last - first).toBeLessThan(4)
    expect(first).toBeGreaterThan(210)
  })
  it('names the page one reads', () => {
    expect(pageAt(layout, 0, 600)).toBe(0)
    expect(pageAt(layout, 400, 600)).toBe(1)
    expect(pageAt(layout, 9_999_999, 600)).toBe(499)
  })
})
