import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Lines drawn beyond what is in sight, and by how many lines the drawn part moves at once. */
const BEYOND = 12
const STEP = 4
/** Drawn before the height is known. */
const AT_FIRST = 40

type Lines = Readonly<{ first: number; end: number }>

/**
 * Which lines of one height are to be drawn while a box scrolls, and a way to bring one into sight. `head`: what sticks at
 * the top and hides lines, in pixels; `groupHead` of it stands among the lines and takes no place of its own.
 */
export function useLinesInSight(
  box: RefObject<HTMLElement | null>,
  size: Readonly<{ count: number; height: number; head: number; groupHead: number }>
) {
  const { count, height, head, groupHead } = size
  const [lines, setLines] = useState<Lines>({ first: 0, end: AT_FIRST })
  const look = useCallback(() => {
    const shown = box.current
    if (!shown) return
    const top = shown.scrollTop / height
    const first = Math.max(0, Math.floor((top - BEYOND) / STEP) * STEP)
    const end = Math.ceil((top + (shown.clientHeight - head) / height + BEYOND) / STEP) * STEP
    setLines((old) => (old.first === first && old.end === end ? old : { first, end }))
  }, [box, height, head])
  useLayoutEffect(() => {
    const shown = box.current
    if (!shown) return
    const scrolled = () => flushSync(look)
    look()
    shown.addEventListener('scroll', scrolled, { passive: true })
    const watch = new ResizeObserver(look)
    watch.observe(shown)
    return () => {
      shown.removeEventListener('scroll', scrolled)
      watch.disconnect()
    }
  }, [box, look])
  const moveBy = useCallback(
    (by: number) => {
      if (box.current) box.current.scrollTop += by * height
      look()
    },
    [box, height, look]
  )
  const show = useCallback(
    (line: number) => {
      const shown = box.current
      if (!shown) return
      const top = line * height
      if (shown.scrollTop > top - groupHead) shown.scrollTop = top - groupHead
      else if (shown.scrollTop + shown.clientHeight < head + top + height)
        shown.scrollTop = head + top + height - shown.clientHeight
      look()
    },
    [box, height, head, groupHead, look]
  )
  return { first: Math.min(lines.first, count), end: Math.min(lines.end, count), moveBy, show } as const
}
