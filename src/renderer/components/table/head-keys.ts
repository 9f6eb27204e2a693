import type { KeyboardEvent } from 'react'

/** From the first row up to the heads: to the one the rows are sorted by, else the first. false: none can be sorted by. */
export function focusHead(table: HTMLTableElement): boolean {
  const sorted = table.querySelector<HTMLButtonElement>('thead th[aria-sort] button.th')
  const head = sorted ?? table.querySelector<HTMLButtonElement>('thead button.th')
  head?.focus()
  return head !== null
}

/** Left and right among the heads, down or Esc back to the rows; Enter and Space press the head itself. */
export function moveInHead(table: HTMLTableElement, event: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  const heads = [...table.querySelectorAll<HTMLButtonElement>('thead button.th')]
  const at = heads.indexOf(event.target as HTMLButtonElement)
  if (at < 0) return false
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      heads[at + (event.key === 'ArrowLeft' ? -1 : 1)]?.focus()
      return true
    case 'ArrowDown':
    case 'Escape':
      table.focus({ preventScroll: true })
      return true
    default:
      return false
  }
}
