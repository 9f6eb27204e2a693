import type { Reference } from '../reference/reference.ts'
import { referenceKey } from '../reference/reference-key.ts'
import { type FlatText, flatten, sourceSpan } from '../text/flatten.ts'
import { PAGE_BREAK } from '../text/page-text.ts'
import type { Evidence } from '../text/span.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import { RELATIONS, type Relation } from '../vocabulary/relations.ts'
import type { FoundCitation } from './citation.ts'
import { readRelations } from './classify-relation.ts'
import type { Mention, Parser } from './mention.ts'
import { backReferences } from './parsers/back-reference.ts'
import { datedWithoutNumber } from './parsers/dated-without-number.ts'
import { lawsByDate } from './parsers/law-by-date.ts'
import { namedBases } from './parsers/named-basis.ts'
import { numberLists } from './parsers/number-list.ts'
import { numbersWithoutSymbol } from './parsers/number-without-symbol.ts'
import { partySymbols } from './parsers/party-symbol.ts'
import { plenumResolutions } from './parsers/plenum-resolution.ts'
import { stateSymbols } from './parsers/state-symbol.ts'
import { agree } from './refiners/agreement.ts'
import { attachDates } from './refiners/dates-attached.ts'
import { type Cited, gatherDistinct } from './refiners/distinct.ts'
import { markRepairs } from './refiners/doubtful.ts'
import { flagOddities } from './refiners/flags.ts'
import { attachImpliedIssuers, attachIssuersBehind } from './refiners/issuers-attached.ts'
import { fillIssuers } from './refiners/issuers-in-full.ts'
import { inheritLists } from './refiners/lists.ts'
import { removeOverlaps } from './refiners/overlaps.ts'
import { dropOwnNumber } from './refiners/own-number.ts'
import { spanRanges } from './refiners/ranges.ts'
import { relateSoleCorrection } from './refiners/sole-correction.ts'
import { attachTypes } from './refiners/type-attached.ts'
import { dropUnlikely } from './refiners/unlikely.ts'
import { restore } from './restore/restore.ts'
import { type Sentence, sentenceAt, sentencesOf } from './sentences.ts'

/**
 * What is known of the citing document: its own number is no citation. `misread`: a machine read its pages and took letters
 * for others, so that what cannot stand there was something else.
 */
export type CitingDocument = Readonly<{
  reference: Reference | null
  documentType: DocumentType | null
  issuedOn: string | null
  issuer: string | null
  misread: boolean
}>

/** One written form each; their order does not matter, the longer reading of a place wins. */
const PARSERS: readonly Parser[] = [
  partySymbols,
  stateSymbols,
  numberLists,
  lawsByDate,
  namedBases,
  plenumResolutions,
  numbersWithoutSymbol,
  datedWithoutNumber,
  backReferences
]

/**
 * Finds every document a text cites: one citation for each distinct document, at its fullest mention, with all the places.
 * `text` is the document text (`joinPages`, NFC); offsets count in it. Never throws, whatever the text.
 */
export function findCitations(text: string, own: CitingDocument): readonly FoundCitation[] {
  const restored = restore(flatten(text), own)
  const { flat } = restored
  const sentences = sentencesOf(flat)
  const read = PARSERS.flatMap((parser) => parser(flat))
  const refined = [
    removeOverlaps,
    (mentions: readonly Mention[]) => markRepairs(restored, mentions),
    (mentions: readonly Mention[]) => attachTypes(flat, mentions),
    (mentions: readonly Mention[]) => attachDates(flat, mentions),
    (mentions: readonly Mention[]) => attachIssuersBehind(flat, mentions),
    (mentions: readonly Mention[]) => inheritLists(flat, mentions),
    (mentions: readonly Mention[]) => agree(mentions, restored.noisy),
    (mentions: readonly Mention[]) => attachImpliedIssuers(flat, mentions, own),
    (mentions: readonly Mention[]) => fillIssuers(flat, mentions, own),
    (mentions: readonly Mention[]) => dropUnlikely(flat, mentions),
    (mentions: readonly Mention[]) => relate(flat, mentions, sentences, own),
    (mentions: readonly Mention[]) => dropOwnNumber(flat, mentions, own),
    spanRanges,
    (mentions: readonly Mention[]) => flagOddities(mentions, own.issuedOn)
  ].reduce<readonly Mention[]>((mentions, refine) => refine(mentions), read)
  const cited = relateSoleCorrection(flat, gatherDistinct(refined))
  return keyed(cited).map(({ one, key }) => found(flat, sentences, one, key, amendedBy(flat, cited, one)))
}

function relate(
  flat: FlatText,
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
  own: CitingDocument
): readonly Mention[] {
  const relations = readRelations(flat, mentions, sentences, own.reference?.separator === '-')
  return mentions.map((one, index) => ({ ...one, relation: relations[index] ?? 'mentions' }))
}

/** Keys are unique in a document: a second document of one key (a number that came round) gets its place in the order. */
function keyed(cited: readonly Cited[]): readonly Readonly<{ one: Cited; key: string }>[] {
  const seen = new Map<string, number>()
  return cited.map((one) => {
    const base = keyOf(one)
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    return { one, key: count === 1 ? base : `${base}#${count}` }
  })
}

function keyOf({ fullest }: Cited): string {
  const name = fullest.reference ? referenceKey(fullest.reference) : (fullest.nameKey ?? '')
  return `${name}@${fullest.issuedOn ?? ''}`
}

/** The document that a cited one amends: the citation right before it that is not itself an amendment. */
function amendedBy(flat: FlatText, cited: readonly Cited[], one: Cited): string | null {
  if (relationOf(flat, one) !== 'amended-by') return null
  const place = one.mentions.find((mention) => mention.relation === 'amended-by')
  const before = cited
    .filter((other) => other !== one)
    .flatMap((other) => other.mentions.map((mention) => ({ other, mention })))
    .filter(({ mention }) => place !== undefined && mention.end <= place.start && mention.relation !== 'amended-by')
    .toSorted((a, b) => a.mention.start - b.mention.start)
    .at(-1)
  return before ? keyOf(before.other) : null
}

/** What touches validity is said once and counts wherever it is said; else the fullest mention speaks, else the first that says something. */
function relationOf(flat: FlatText, { fullest, mentions }: Cited): Relation {
  const told = mentions.map((one) => one.relation)
  const strong = told.find((relation) => RELATIONS[relation].validity && relation !== 'keeps-in-force')
  if (strong) return strong
  const deed = told.find((relation) =>
    ['issued-with', 'urges', 'forwards', 'replies-to', 'keeps-in-force'].includes(relation)
  )
  if (deed) return deed
  if (fullest.relation === 'implements' && mentions.some((one) => isFoundation(flat, one))) return 'based-on'
  if (fullest.relation !== 'mentions') return fullest.relation
  return told.find((relation) => relation !== 'mentions') ?? 'mentions'
}

/** "Căn cứ Nghị định số …": a line of the preamble says what a paper stands on, whatever its title says it carries out. */
function isFoundation(flat: FlatText, one: Mention): boolean {
  return (
    one.relation === 'based-on' &&
    /(?:^|[\n;,.] ?)Căn cứ $/u.test(flat.text.slice(Math.max(0, one.headStart - 12), one.headStart))
  )
}

function found(
  flat: FlatText,
  sentences: readonly Sentence[],
  one: Cited,
  key: string,
  relationOfKey: string | null
): FoundCitation {
  const { fullest } = one
  const span = sourceSpan(flat, fullest.start, fullest.end)
  const sentence = sentenceAt(sentences, fullest.start)
  const relation = relationOf(flat, one)
  return {
    key,
    raw: flat.source.slice(span.start, span.end).replace(/\s+/gu, ' ').trim(),
    evidence: evidence(flat, fullest, fullest.rule),
    reference: fullest.reference,
    documentType: fullest.documentType,
    issuedOn: fullest.issuedOn,
    dateSource: fullest.dateSource,
    issuer: fullest.issuer,
    relation,
    relationOf: relationOfKey,
    sentence: evidence(flat, trimmed(flat, sentence), 'sentence'),
    mentions: one.mentions.map((mention) => evidence(flat, mention, mention.rule)),
    flags: [...new Set(one.mentions.flatMap((mention) => mention.flags))].filter((flag) => flag !== 'number-only')
  }
}

function trimmed(flat: FlatText, sentence: Sentence): Sentence {
  const text = flat.text.slice(sentence.start, sentence.end)
  const start = sentence.start + (text.length - text.trimStart().length)
  return { start, end: Math.max(start, sentence.start + text.trimEnd().length) }
}

function evidence(flat: FlatText, place: Readonly<{ start: number; end: number }>, rule: string): Evidence {
  const span = sourceSpan(flat, place.start, place.end)
  return { page: pageAt(flat.source, span.start), ...span, rule }
}

function pageAt(text: string, offset: number): number {
  let page = 1
  for (let at = text.indexOf(PAGE_BREAK); at >= 0 && at < offset; at = text.indexOf(PAGE_BREAK, at + 1)) page++
  return page
}
