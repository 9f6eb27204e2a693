/** Counts of one field: `right` and `wrong` readings, `missed` gold values left unread. A wrong reading of a gold value is both. */
export type Count = { right: number; wrong: number; missed: number; gold: number }
export type Miss = Readonly<{ part: string; file: string; field: string; gold: string; read: string }>

export function emptyCount(): Count {
  return { right: 0, wrong: 0, missed: 0, gold: 0 }
}

export function precision(count: Count): number {
  const read = count.right + count.wrong
  return read === 0 ? 1 : count.right / read
}

export function recall(count: Count): number {
  return count.gold === 0 ? 1 : count.right / count.gold
}

export function f1(count: Count): number {
  const p = precision(count)
  const r = recall(count)
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/** Share of the gold values for which anything was read. */
export function coverage(count: Count): number {
  return count.gold === 0 ? 1 : (count.gold - count.missed) / count.gold
}

/** One value against one gold value; null: nothing there. */
export function countValue(
  count: Count,
  read: string | null,
  gold: string | null,
  same: (a: string, b: string) => boolean
): boolean {
  if (gold !== null) count.gold++
  if (read === null) {
    if (gold !== null) count.missed++
    return gold === null
  }
  if (gold !== null && same(read, gold)) {
    count.right++
    return true
  }
  count.wrong++
  return false
}

/** Lists: each gold item may be met once. Returns what is left on both sides. */
export function countItems(
  count: Count,
  read: readonly string[],
  gold: readonly string[]
): { extra: readonly string[]; unread: readonly string[] } {
  const left = [...gold]
  const extra: string[] = []
  count.gold += gold.length
  for (const item of read) {
    const at = left.indexOf(item)
    if (at < 0) extra.push(item)
    else left.splice(at, 1)
  }
  count.right += read.length - extra.length
  count.wrong += extra.length
  count.missed += left.length
  return { extra, unread: left }
}
