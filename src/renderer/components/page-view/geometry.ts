import type { PageTextView } from '#contract/schemas.ts'
import type { Span } from '#domain/text/span.ts'

export type Box = Readonly<{ x: number; y: number; w: number; h: number }>
/** Width of a text in any unit: only proportions count. */
export type Measure = (text: string) => number

export const byLength: Measure = (text) => text.length

/** Runs that stand closer on a line than this share of their height are one stretch. */
const SAME_STRETCH = 0.9

/** A span of the document text cut to one page, counted in the page's own text. null: it does not touch the page. */
export function onPage(page: Pick<PageTextView, 'offset' | 'text'>, span: Span): Span | null {
  const start = Math.max(0, span.start - page.offset)
  const end = Math.min(page.text.length, span.end - page.offset)
  return end > start ? { start, end } : null
}

/** The page a span begins on; the last one before it where it begins between two. -1: none. */
export function pageOf(pages: readonly Pick<PageTextView, 'offset' | 'text'>[], span: Span): number {
  return pages.findIndex((page) => span.start >= page.offset && span.start <= page.offset + page.text.length)
}

/** Rectangles of a span on its page, in points; neighbours on one line are joined. Inside a run the place is measured. */
export function boxesOf(page: PageTextView, span: Span, measure: Measure = byLength): readonly Box[] {
  const local = onPage(page, span)
  if (!local) return []
  const boxes: Box[] = []
  for (const run of page.runs) {
    const start = Math.max(run.start, local.start)
    const end = Math.min(run.end, local.end)
    if (end <= start) continue
    const whole = measure(page.text.slice(run.start, run.end)) || 1
    const left = measure(page.text.slice(run.start, start)) / whole
    const right = measure(page.text.slice(run.start, end)) / whole
    join(boxes, { x: run.x + run.w * left, y: run.y, w: run.w * (right - left), h: run.h })
  }
  return boxes
}

function join(boxes: Box[], box: Box): void {
  const last = boxes.at(-1)
  const sameLine = last !== undefined && Math.abs(last.y - box.y) < last.h / 2
  if (last && sameLine && box.x - (last.x + last.w) < last.h * SAME_STRETCH && box.x >= last.x) {
    const y = Math.min(last.y, box.y)
    const end = Math.max(last.x + last.w, box.x + box.w)
    boxes[boxes.length - 1] = {
      x: last.x,
      y,
      w: end - last.x,
      h: Math.max(last.y + last.h, box.y + box.h) - y
    }
  } else boxes.push(box)
}

export type PageSize = Readonly<{ width: number; height: number }>
export type PageLayout = Readonly<{ tops: readonly number[]; heights: readonly number[]; total: number }>

/** Pages one below the other at one width, whatever their own size. */
export function layoutPages(sizes: readonly PageSize[], width: number, gap: number): PageLayout {
  const tops: number[] = []
  const heights: number[] = []
  let at = gap
  for (const size of sizes) {
    const height = Math.round((size.height / size.width) * width)
    tops.push(at)
    heights.push(height)
    at += height + gap
  }
  return { tops, heights, total: at }
}

/** First and last page that show between `top` and `top + height`, with `more` beyond either edge. */
export function pagesInSight(
  layout: PageLayout,
  top: number,
  height: number,
  more: number
): readonly [first: number, last: number] {
  const { tops, heights } = layout
  let first = 0
  while (first < tops.length - 1 && (tops[first] ?? 0) + (heights[first] ?? 0) < top - more) first++
  let last = first
  while (last < tops.length - 1 && (tops[last + 1] ?? 0) < top + height + more) last++
  return [first, last]
}

/** The page a reader would say to be on: the one over the upper third of the window. */
export function pageAt(layout: PageLayout, top: number, height: number): number {
  const eye = top + height / 3
  let page = 0
  while (page < layout.tops.length - 1 && (layout.tops[page + 1] ?? 0) <= eye) page++
  return page
}
