import type { Direction } from '#contract/schemas.ts'

/** The day a document stands under in its register: ngày đến, or the date of the document (column of alias d). */
export function registerDay(direction: Direction): string {
  return direction === 'incoming' ? 'coalesce(d.arrived_on, d.issued_on)' : 'd.issued_on'
}
