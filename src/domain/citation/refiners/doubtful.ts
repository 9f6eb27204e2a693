import { type Mention, withFlag } from '../mention.ts'
import { overlaps } from '../restore/edits.ts'
import type { Restored } from '../restore/restore.ts'

/** Marks a number that was mended, so that it links nothing by itself without its day, and drops what cannot be mended. */
export function markRepairs(restored: Restored, mentions: readonly Mention[]): readonly Mention[] {
  const { repaired, doubtful } = restored
  if (repaired.length === 0 && doubtful.length === 0) return mentions
  return mentions.flatMap((one) => {
    if (one.reference !== null && overlaps(doubtful, one.coreStart, one.coreEnd)) return []
    return overlaps(repaired, one.coreStart, one.coreEnd) ? [{ ...one, flags: withFlag(one, 'ocr-number') }] : [one]
  })
}
