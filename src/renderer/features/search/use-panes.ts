import type { RefObject } from 'react'

/** F6: from the field to the facets, the hits and the page, and round again. */
export function usePanes(
  screen: RefObject<HTMLElement | null>,
  field: RefObject<HTMLInputElement | null>
): (by: 1 | -1) => void {
  return (by) => {
    const sides = [...(screen.current?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])].filter(
      (one) => one.offsetParent !== null
    )
    const stops: readonly (HTMLElement | null)[] = [
      field.current,
      ...sides.map((side) => side.querySelector<HTMLElement>('[tabindex="0"]') ?? side)
    ]
    const active = document.activeElement
    const now = stops.findIndex(
      (stop, index) => stop !== null && (stop === active || (index > 0 && sides[index - 1]?.contains(active)))
    )
    stops[(Math.max(0, now) + by + stops.length) % stops.length]?.focus()
  }
}
