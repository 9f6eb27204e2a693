import { type RefObject, useEffect, useRef, useState } from 'react'
import { scaleOf, useAppearance } from '../app/appearance.ts'

/** Width of an element in pixels at 100 %, as it changes: put the ref on it. */
export function useWidth<E extends HTMLElement>(): readonly [place: RefObject<E | null>, width: number] {
  const place = useRef<E>(null)
  const [width, setWidth] = useState(1200)
  const scale = scaleOf(useAppearance())
  useEffect(() => {
    if (!place.current) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return [place, width / scale]
}
