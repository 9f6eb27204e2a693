import type { QueueItem } from './queue.tsx'

/** How much of a waiting paper wants the clerk: needed fields without a sure value; what cannot be taken as read has no end of it. */
export function doubtOf(item: Pick<QueueItem, 'status' | 'doubts'>): number {
  switch (item.status) {
    case 'ready':
      return 0
    case 'unsure':
      return Math.max(1, item.doubts.length)
    case 'unreadable':
      return 100
    case 'duplicate':
      return 101
  }
}

/** Surest first; as they came among equals. */
export function byDoubt<T extends Pick<QueueItem, 'status' | 'doubts'>>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => doubtOf(a) - doubtOf(b))
}

/** Those that may be filed as read when so many open fields are let pass. */
export function withinDoubt<T extends Pick<QueueItem, 'status' | 'doubts'>>(
  items: readonly T[],
  most: number
): readonly T[] {
  return items.filter((item) => doubtOf(item) <= most)
}
