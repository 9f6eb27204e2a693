import { printDay } from './print-day.ts'
import type { PrintCell } from './print-document.ts'

export const EMPTY_CELL: PrintCell = { text: '' }

export function words(text: string | null | undefined): PrintCell {
  return text ? { text } : EMPTY_CELL
}

export function strong(text: string | null | undefined): PrintCell {
  return text ? { text, strong: true } : EMPTY_CELL
}

export function day(iso: string | null | undefined): PrintCell {
  return iso ? { text: printDay(iso), value: { kind: 'day', day: iso } } : EMPTY_CELL
}

export function count(value: number | null | undefined): PrintCell {
  return value === null || value === undefined
    ? EMPTY_CELL
    : { text: String(value), value: { kind: 'count', count: value } }
}
