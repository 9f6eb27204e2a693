import type { Delivery } from '#contract/schemas.ts'

const DAY = 86_400_000

/**
 * The furthest a delivery has come: what was called or sent back counts for more than the signature before it, and what
 * came back for more than the calling.
 */
export function deliveryState(
  row: Readonly<{
    recalledOn: string | null
    returnedOn: string | null
    acknowledgedOn: string | null
    receivedOn: string | null
  }>
): Delivery['state'] {
  if (row.returnedOn) return 'returned'
  if (row.recalledOn) return 'recalled'
  if (row.acknowledgedOn) return 'acknowledged'
  return row.receivedOn ? 'received' : 'sent'
}

/** Whole days from one ISO day to a later one; never less than none. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY))
}

/** The ISO day so many days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10)
}
