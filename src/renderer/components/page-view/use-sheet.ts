import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { PageTextView } from '#contract/schemas.ts'
import { boxesOf, type Measure, type PageLayout, pageOf } from './geometry.ts'
import { glideTo } from './glide.ts'
import type { FocusSpan } from './marks.ts'

/** Size of the desk and how far it is scrolled. */
export function useDesk(scroller: RefObject<HTMLElement | null>) {
  const [desk, setDesk] = useState({ width: 0, height: 0, top: 0 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setDesk({ width: element.clientWidth, height: element.clientHeight, top: element.scrollTop })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    measure()
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller])
  return desk
}

type FocusArgs = Readonly<{
  scroller: RefObject<HTMLElement | null>
  pages: readonly PageTextView[]
  layout: PageLayout
  /** Dots a point at the present zoom. */
  scale: (page: number) => number
  measure: Measure
  focus: FocusSpan | null
  /** Text pages find their place in the document itself. */
  asText: boolean
  /** The sheet has its size. */
  ready: boolean
}>

/** Brings the focus into sight. It stays still while the place is already well in sight (ui README: "Still"). */
export function useFocusScroll(args: FocusArgs): void {
  const { scroller, pages, layout, scale, measure, focus, asText, ready } = args
  const show = useCallback(() => {
    const element = scroller.current
    if (!element || !focus) return
    if (asText) {
      const place = element.querySelector<HTMLElement>('[data-now]')
      if (!place) return
      const top = place.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop
      settle(element, top, place.offsetHeight, 0, 0)
      return
    }
    const index = pageOf(pages, focus)
    const page = pages[index]
    if (!page) return
    const sheet = page.page - 1
    const boxes = boxesOf(page, focus, measure)
    const first = boxes[0]
    const last = boxes.at(-1)
    const top = (layout.tops[sheet] ?? 0) + (first ? first.y * scale(sheet) : 0)
    const height = first && last ? (last.y + last.h - first.y) * scale(sheet) : 0
    settle(element, top, Math.max(0, height), (first?.x ?? 0) * scale(sheet), (first?.w ?? 0) * scale(sheet))
  }, [scroller, pages, layout, scale, measure, focus, asText])
  // Only a new focus moves the page, not a new size of it.
  useEffect(() => {
    if (ready) show()
  }, [focus, ready, asText, pages])
}

function settle(element: HTMLElement, top: number, height: number, left: number, width: number): void {
  const from = element.scrollTop
  const sight = element.clientHeight
  const calm = top >= from + sight * 0.06 && top + height <= from + sight * 0.86
  const aside = left < element.scrollLeft || left + width > element.scrollLeft + element.clientWidth
  if (calm && !aside) return
  const to = calm ? from : top - sight * 0.28
  glideTo(element, to, aside ? left - element.clientWidth * 0.1 : element.scrollLeft)
}
