import type { Reference } from '../../reference/reference.ts'
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
    if (noisy && one.reference !== null && isBeyondTerm(one.reference)) return []
    return overlaps(repaired, one.coreStart, one.coreEnd) ? [{ ...one, flags: withFlag(one, 'ocr-number') }] : [one]
  })
}

/**
 * The Centre numbers its directives and resolutions anew every five years and has never come to a hundred: "355-CT/TW" on a
 * misread page had a digit less.
 */
function isBeyondTerm({ symbol, number }: Reference): boolean {
  return /^(?:CT|NQ)\/TW$/.test(symbol) && Number(number) > 150
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
