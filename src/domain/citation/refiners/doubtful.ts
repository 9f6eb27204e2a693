import { type Mention, withFlag } from '../mention.ts'
import { overlaps } from '../restore/edits.ts'
import type { Restored } from '../restore/restore.ts'

/** Marks a number that was mended, so that it links nothing by itself without its day, and drops what cannot be mended. */
export function markRepairs(restored: Restored, mentions: readonly Mention[]): readonly Mention[] {
  const { repaired, doubtful, noisy } = restored
  if (repaired.length === 0 && doubtful.length === 0 && !noisy) return mentions
  return mentions.flatMap((one) => {
    if (one.reference !== null && overlaps(doubtful, one.coreStart, one.coreEnd)) return []
    if (noisy && one.reference !== null && isCutShort(restored, one, one.reference.symbol)) return []
    return overlaps(repaired, one.coreStart, one.coreEnd) ? [{ ...one, flags: withFlag(one, 'ocr-number') }] : [one]
  })
}

/** "97/2008/NĐ", "278/STTTT-B|VT": on a misread page a symbol that breaks off is not the whole of it. */
function isCutShort({ flat }: Restored, one: Mention, symbol: string): boolean {
  if (/^\d{4}\/(?!(?:UBTV)?QH\d)[^-/]+$/.test(symbol)) return true
  return (
    !one.flags.includes('range') &&
    !/list|range/.test(one.rule) &&
    /^(?:[-_/|`~]|[.,:;]?\p{L})/u.test(flat.text.slice(one.coreEnd, one.coreEnd + 2))
  )
}
