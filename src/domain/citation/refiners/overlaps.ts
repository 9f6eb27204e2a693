import { referenceKey } from '../../reference/reference-key.ts'
import type { Mention } from '../mention.ts'

/** Where two parsers read the same place, the longer reading stays; the members of one range share their place. */
export function removeOverlaps(mentions: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = []
  const byLength = mentions.toSorted(
    (a, b) => b.coreEnd - b.coreStart - (a.coreEnd - a.coreStart) || a.coreStart - b.coreStart
  )
  for (const one of byLength) {
    const rivals = kept.filter((other) => one.coreStart < other.coreEnd && other.coreStart < one.coreEnd)
    if (rivals.every((other) => isBesideInRange(one, other))) kept.push(one)
  }
  return kept.toSorted((a, b) => a.coreStart - b.coreStart || Number(a.reference?.number) - Number(b.reference?.number))
}

function isBesideInRange(one: Mention, other: Mention): boolean {
  if (one.rule !== 'number-range' || !one.reference || !other.reference) return false
  return referenceKey(one.reference) !== referenceKey(other.reference)
}
