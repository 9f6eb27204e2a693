import { periodOf } from '../numbering/number-period.ts'
import type { Candidate, NumberingTerms } from './resolution.ts'

/**
 * Candidates of a question in the order a clerk would try them: those whose type and issuer fit; the nearest to the
 * date that was given; else those of the citing paper's own period, the newest first.
 */
export function likeliestFirst<T extends Candidate & Readonly<{ fits: boolean }>>(
  candidates: readonly T[],
  citingOn: string | null,
  issuedOn: string | null,
  terms: NumberingTerms
): readonly T[] {
  const rank = (one: T): readonly [number, number, number, string] => [
    one.fits ? 0 : 1,
    issuedOn === null ? 0 : distance(one.issuedOn, issuedOn),
    citingOn !== null && samePeriod(one, citingOn, terms) ? 0 : 1,
    one.issuedOn ?? ''
  ]
  return candidates
    .map((one) => ({ one, rank: rank(one) }))
    .sort(
      (a, b) =>
        a.rank[0] - b.rank[0] ||
        a.rank[1] - b.rank[1] ||
        a.rank[2] - b.rank[2] ||
        compare(b.rank[3], a.rank[3]) ||
        compare(a.one.id, b.one.id)
    )
    .map(({ one }) => one)
}

function samePeriod(one: Candidate, citingOn: string, terms: NumberingTerms): boolean {
  return periodOf(one.issuedOn, one.separator, terms.starts) === periodOf(citingOn, one.separator, terms.starts)
}

function distance(a: string | null, b: string): number {
  return a === null ? Number.MAX_SAFE_INTEGER : Math.abs(Date.parse(a) - Date.parse(b))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
