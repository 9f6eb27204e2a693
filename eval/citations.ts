import type { FoundCitation } from '#domain/citation/citation.ts'
import { type CitingDocument, findCitations } from '#domain/citation/find-citations.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'
import { foldKey } from '#domain/text/fold.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { sameBody } from './compare.ts'
import type { GoldCitation } from './load-corpus.ts'
import { type Count, emptyCount, f1 } from './score.ts'

export type CitationCounts = Readonly<{
  key: Count
  /** Of the citations met: date and issuer as in the gold, or not. */
  date: { right: number; all: number }
  issuer: { right: number; all: number }
  relations: Map<string, Count>
}>
export type Met = Readonly<{ gold: GoldCitation; found: FoundCitation }>

export function emptyCitationCounts(): CitationCounts {
  return { key: emptyCount(), date: { right: 0, all: 0 }, issuer: { right: 0, all: 0 }, relations: new Map() }
}

/** Pairs gold and found citations: by number and symbol, date first; those without number by their words, or name and day. */
export function matchCitations(
  gold: readonly GoldCitation[],
  found: readonly FoundCitation[]
): { met: readonly Met[]; unread: readonly GoldCitation[]; extra: readonly FoundCitation[] } {
  const left = [...found]
  const met: Met[] = []
  const unread: GoldCitation[] = []
  for (const label of gold.toSorted((a, b) => Number(b.date !== null) - Number(a.date !== null))) {
    const candidates = left.filter((citation) => isSame(label, citation))
    const best = candidates.find((citation) => citation.issuedOn === label.date) ?? candidates[0]
    if (!best) unread.push(label)
    else {
      met.push({ gold: label, found: best })
      left.splice(left.indexOf(best), 1)
    }
  }
  return { met, unread, extra: left }
}

function isSame(label: GoldCitation, found: FoundCitation): boolean {
  if (label.number_symbol !== null) {
    const wanted = parseReference(label.number_symbol)
    if (wanted === null || found.reference === null) return false
    return referenceKey(wanted) === referenceKey(found.reference)
  }
  if (found.reference !== null) return false
  const a = foldKey(label.raw)
  const b = foldKey(found.raw)
  return a.includes(b) || b.includes(a) || (nameOf(label) === nameAsRead(found) && label.date === found.issuedOn)
}

const NOWHERE: CitingDocument = { reference: null, documentType: null, issuedOn: null, issuer: null, misread: false }

/**
 * What a document without number is called, by the label's own words as the grammar reads them: where noise spoilt a letter
 * of a law's name on the page, it is the same law if the reader put its name right, letter for letter, and its day.
 */
function nameOf(label: GoldCitation): string | null {
  const [only, ...more] = findCitations(`Căn cứ ${label.raw}`, NOWHERE)
  return only && only.reference === null && more.length === 0 ? nameAsRead(only) : null
}

function nameAsRead(found: FoundCitation): string {
  return found.key.replace(/@.*$/, '')
}

export function countCitations(counts: CitationCounts, result: ReturnType<typeof matchCitations>): void {
  counts.key.gold += result.met.length + result.unread.length
  counts.key.right += result.met.length
  counts.key.missed += result.unread.length
  counts.key.wrong += result.extra.length
  for (const { gold, found } of result.met) {
    counts.date.all++
    if (found.issuedOn === gold.date) counts.date.right++
    counts.issuer.all++
    if (sameBody(found.issuer, gold.issuer)) counts.issuer.right++
    const read = RELATIONS[found.relation].gold
    const right = relation(counts, gold.relation)
    right.gold++
    if (read === gold.relation) right.right++
    else {
      right.missed++
      relation(counts, read).wrong++
    }
  }
}

/** Mean F1 over the relations the gold knows. */
export function relationMacroF1(counts: CitationCounts): number {
  const known = [...counts.relations.values()].filter((count) => count.gold > 0)
  return known.length === 0 ? 1 : known.reduce((sum, count) => sum + f1(count), 0) / known.length
}

function relation(counts: CitationCounts, name: string): Count {
  const count = counts.relations.get(name) ?? emptyCount()
  counts.relations.set(name, count)
  return count
}
