import { referenceKey } from '../../reference/reference-key.ts'
import type { Mention } from '../mention.ts'

/** Rule of the parser that reads "Công văn nêu trên". */
export const BACK_REFERENCE = 'back-reference'

/** One cited document: its fullest mention and all the places, in the order of the text. */
export type Cited = Readonly<{ fullest: Mention; mentions: readonly Mention[] }>

/**
 * Gathers the mentions of one document. Two mentions of one reference with different dates are two documents (35-CT/TW of
 * 2019 and of 2024); one without a date is that of the nearest fuller mention before it, else of the only one there is.
 */
export function gatherDistinct(mentions: readonly Mention[]): readonly Cited[] {
  const named = lendSymbols(mentions)
  const groups = new Map<string, Mention[]>()
  for (const one of named) {
    const key = groupKey(one)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
    .flatMap(partByDate)
    .toSorted((a, b) => a.fullest.start - b.fullest.start || a.fullest.end - b.fullest.end)
}

/** "Công văn nêu trên": the one document of that type cited before; open where there are several. */
function backReference(one: Mention, mentions: readonly Mention[]): readonly Mention[] {
  const before = mentions.filter(
    (other) =>
      other.end <= one.start &&
      other.documentType === one.documentType &&
      other.rule !== one.rule &&
      !other.flags.includes('number-only')
  )
  const antecedent = before.at(-1)
  const keys = new Set(before.map((other) => `${groupKey(other)}@${other.issuedOn ?? ''}`))
  if (!antecedent || (keys.size > 1 && new Set(before.map(groupKey)).size > 1)) return []
  return [{ ...one, reference: antecedent.reference, nameKey: antecedent.nameKey, flags: [] }]
}

/** "Chỉ thị 17", "Kết luận 58": with a fuller mention of that type and number in the text it is that document's. */
function lendSymbols(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.flatMap((one) => {
    if (one.rule === BACK_REFERENCE) return backReference(one, mentions)
    if (!one.flags.includes('no-symbol') || one.rule !== 'number-without-symbol') return [one]
    const full = mentions.filter(
      (other) =>
        other.reference !== null &&
        other.documentType === one.documentType &&
        `${one.documentType}-${Number(other.reference.number)}${other.reference.suffix ?? ''}` === one.nameKey &&
        (one.issuedOn === null || other.issuedOn === null || other.issuedOn === one.issuedOn)
    )
    const keys = new Set(full.map((other) => other.reference && referenceKey(other.reference)))
    const [lender] = full
    if (keys.size === 1 && lender) {
      return [{ ...one, reference: lender.reference, nameKey: null, flags: [] }]
    }
    return one.flags.includes('number-only') ? [] : [one]
  })
}

/** QĐi and QyĐ are other spellings of QĐ for a Quy định (domain.md §3.2). A law of a known year is the same however cited. */
function groupKey(one: Mention): string {
  if (one.reference) return referenceKey(one.reference).replace(/-(?:qdi|qyd)-/, '-qd-')
  const name = one.nameKey ?? ''
  return one.issuedOn !== null && one.rule === 'law-by-date' ? `${name}-${one.issuedOn.slice(0, 4)}` : name
}

function partByDate(group: readonly Mention[]): readonly Cited[] {
  const dates = [...new Set(group.flatMap((one) => (one.issuedOn === null ? [] : [one.issuedOn])))]
  if (dates.length <= 1) return [cited(group)]
  const parts = new Map<string, Mention[]>(dates.map((date) => [date, []]))
  const open: Mention[] = []
  let last: string | null = null
  for (const one of group) {
    last = one.issuedOn ?? last
    const part = last === null ? open : parts.get(last)
    part?.push(one)
  }
  return [...parts.values(), ...(open.length > 0 ? [open] : [])].map(cited)
}

function cited(group: readonly Mention[]): Cited {
  const fullest = group.reduce((best, one) => (isFuller(one, best) ? one : best))
  const issuer = fullest.issuer ?? group.find((one) => one.issuer !== null)?.issuer ?? null
  const documentType = fullest.documentType ?? group.find((one) => one.documentType !== null)?.documentType ?? null
  return { fullest: { ...fullest, issuer, documentType }, mentions: group }
}

/** Of two that say as much the longer is taken (its date stands in it), of equals the first. */
function isFuller(one: Mention, best: Mention): boolean {
  const more = fullness(one) - fullness(best)
  return more > 0 || (more === 0 && one.end - one.start > best.end - best.start)
}

/** A date says most, then the issuer, then a type word; the first of equals is taken. */
function fullness(one: Mention): number {
  return (
    (one.issuedOn === null ? 0 : 8) +
    (one.issuer === null ? 0 : 3) +
    (one.head === 'stated' ? 1 : 0) +
    (one.reference === null || one.rule === 'number-without-symbol' ? 0 : 2) -
    (one.rule === BACK_REFERENCE ? 9 : 0)
  )
}
