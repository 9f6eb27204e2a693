import { periodOf } from '../numbering/number-period.ts'
import { foldKey } from '../text/fold.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../vocabulary/document-types.ts'
import { documentLevel } from '../vocabulary/issuer-codes.ts'
import type { Level } from '../vocabulary/levels.ts'
import { type BodyMatch, COMMITTEE, compareBodies, type IssuingBody, readIssuingBody } from './issuing-body.ts'
import { likeliestFirst } from './likeliest.ts'
import type { Candidate, CitedIdentity, CitingDocument, NumberingTerms, Resolution } from './resolution.ts'

type Judged = Readonly<{ document: Candidate; body: BodyMatch; typeFits: boolean }>

const MISSING: Resolution = { status: 'missing', target: null, candidates: [] }

/**
 * What a citation points to (design §4). `candidates` bear the citation's reference key (or its type and day where it
 * has no reference). A wrong link is worse than a missing one: whatever speaks against a link makes a question of it.
 */
export function resolveCitation(
  citation: CitedIdentity,
  citing: CitingDocument,
  candidates: readonly Candidate[],
  terms: NumberingTerms = { level: null, starts: [] }
): Resolution {
  const named = namedBody(citation, citing)
  const judged = candidates
    .filter((one) => one.id !== citing.id && !isLater(one.issuedOn, citing.issuedOn))
    .map((document) => ({
      document,
      body: matchBody(named, document),
      typeFits: typeFits(citation.documentType, document)
    }))
    .filter((one) => one.body !== 'other-place' || (named.implied && one.document.issuedOn === citation.issuedOn))
  if (judged.length === 0) return MISSING
  if (!citation.reference) return byTypeAndDay(citation, judged, named.given)
  return citation.issuedOn
    ? withDate(citation.issuedOn, citing, judged, terms)
    : withoutDate(citation, citing, judged, terms, anyDistrict(named.body))
}

function withDate(
  issuedOn: string,
  citing: CitingDocument,
  judged: readonly Judged[],
  terms: NumberingTerms
): Resolution {
  const equal = judged.filter((one) => one.document.issuedOn === issuedOn)
  const fitting = equal.filter((one) => one.body === 'agrees' || one.body === 'unknown')
  for (const some of [fitting, fitting.filter((one) => one.typeFits), fitting.filter((one) => one.body === 'agrees')]) {
    const [only, ...more] = some
    if (only && more.length === 0) return { status: 'linked', target: only.document.id, candidates: [] }
  }
  if (equal.length > 0) return question('ambiguous', equal, citing, issuedOn, terms)
  const others = judged.filter((one) => one.body !== 'other-body' && one.body !== 'other-place')
  if (others.some((one) => mayBeMisprint(one.document, issuedOn, terms))) {
    return question('date-mismatch', others, citing, issuedOn, terms)
  }
  const undated = others.filter((one) => one.document.issuedOn === null)
  return undated.length > 0 ? question('ambiguous', undated, citing, issuedOn, terms) : MISSING
}

function withoutDate(
  citation: CitedIdentity,
  citing: CitingDocument,
  judged: readonly Judged[],
  terms: NumberingTerms,
  placeless: boolean
): Resolution {
  const fitting = judged.filter((one) => one.body === 'agrees' || one.body === 'unknown')
  if (fitting.length === 0) return MISSING
  const [only, ...more] = fitting
  const sure =
    only &&
    more.length === 0 &&
    only.typeFits &&
    only.body === 'agrees' &&
    !placeless &&
    !citing.ocr &&
    !citation.flags?.includes('ocr-number') &&
    inCitingTerm(citation, only.document, citing, terms)
  if (sure) return { status: 'inferred', target: only.document.id, candidates: [] }
  return question('ambiguous', fitting, citing, null, terms)
}

/** "Huyện ủy" in a paper of the province: any of its districts, and only the ones whose papers came are held. */
function anyDistrict(body: IssuingBody): boolean {
  return body.level === 'HU' && body.place === null
}

/** Laws and "Biên bản … ngày 30/6/2025": only where type, day and the name or the issuer leave exactly one. */
function byTypeAndDay(citation: CitedIdentity, judged: readonly Judged[], issuerGiven: boolean): Resolution {
  const number = /(?<!\p{L})số\s*:?\s*0*(\d+)/iu.exec(citation.raw.normalize('NFC'))?.[1]
  const fitting = judged.filter(
    ({ document, body }) =>
      document.issuedOn !== null &&
      document.issuedOn === citation.issuedOn &&
      document.documentType === citation.documentType &&
      (number === undefined || document.number?.replace(/^0+(?=\d)/, '') === number) &&
      (namesSubject(citation.raw, document) || (issuerGiven && body === 'agrees'))
  )
  const [only, ...more] = fitting
  return only && more.length === 0 ? { status: 'inferred', target: only.document.id, candidates: [] } : MISSING
}

/** "Luật Lâm nghiệp ngày …" names the law whose subject is "Lâm nghiệp". */
function namesSubject(raw: string, document: Candidate): boolean {
  const subject = foldKey(document.subject ?? '')
  return subject.split(' ').length >= 2 && ` ${foldKey(raw)} `.includes(` ${subject} `)
}

function question(
  status: 'ambiguous' | 'date-mismatch',
  judged: readonly Judged[],
  citing: CitingDocument,
  issuedOn: string | null,
  terms: NumberingTerms
): Resolution {
  const sorted = likeliestFirst(
    judged.map((one) => ({ ...one.document, fits: one.typeFits && one.body === 'agrees' })),
    citing.issuedOn,
    issuedOn,
    terms
  )
  return { status, target: null, candidates: sorted.map((one) => one.id) }
}

/**
 * A number comes round again each term or year, so another date is mostly another document. It is taken for a misprint
 * of this one's where day and month are equal, or where the number was given once in that period.
 */
function mayBeMisprint(document: Candidate, issuedOn: string, terms: NumberingTerms): boolean {
  if (document.issuedOn === null) return false
  if (document.issuedOn.slice(5) === issuedOn.slice(5)) return true
  const starts = ownTerms(document, terms)
  if (document.separator === '/' || starts.length > 0) {
    return periodOf(document.issuedOn, document.separator, starts) === periodOf(issuedOn, document.separator, starts)
  }
  return Math.abs(Date.parse(document.issuedOn) - Date.parse(issuedOn)) <= 366 * 86_400_000
}

/**
 * A dateless number means the one of the term the citing paper was written in. Terms of other committees of the Party are
 * not known; their congresses are held within the same months, so ours stand for theirs. The centre's are cited for decades.
 */
function inCitingTerm(
  citation: CitedIdentity,
  document: Candidate,
  citing: CitingDocument,
  terms: NumberingTerms
): boolean {
  if (documentLevel(document.symbol ?? '', document.issuer) === 'TW') return true
  const { starts } = terms
  if (
    citation.reference?.separator === '/' ||
    document.separator === '/' ||
    starts.length === 0 ||
    !document.issuedOn ||
    !citing.issuedOn
  )
    return true
  const first = starts[0] ?? ''
  if (document.issuedOn < first || citing.issuedOn < first) return true
  return periodOf(document.issuedOn, '-', starts) === periodOf(citing.issuedOn, '-', starts)
}

function ownTerms(document: Candidate, terms: NumberingTerms): readonly string[] {
  const level = documentLevel(document.symbol ?? '', document.issuer)
  return level !== null && level === terms.level ? terms.starts : []
}

type Named = Readonly<{ body: IssuingBody; given: boolean; implied: boolean }>

/**
 * The body a citation means. "Huyện ủy" without a place is the citing paper's own district, "Tỉnh ủy" its province. With
 * no issuer said, the code in the symbol tells the level and the place is the citing paper's; a commune's code says nothing.
 */
function namedBody(citation: CitedIdentity, citing: CitingDocument): Named {
  const read = citation.issuer ? readIssuingBody(citation.issuer) : null
  const given = read !== null && (read.organ !== null || read.level !== null)
  const body = given ? read : bodyOfSymbol(citation, citing)
  if (body.place !== null || body.level === null || (!given && body.level === 'XA')) {
    return { body, given, implied: false }
  }
  const place = placeAt(body.level, citing)
  return { body: { ...body, place }, given, implied: place !== null }
}

function bodyOfSymbol(citation: CitedIdentity, citing: CitingDocument): IssuingBody {
  const level = documentLevel(citation.reference?.symbol ?? '', null)
  const code = citation.reference?.symbol.split('/')[1] ?? ''
  const place = level === null ? null : placeAt(level, citing)
  // Without a place the level alone cannot tell one committee's paper from another's, save the centre's.
  const organ = level === 'TW' || (place !== null && level !== 'XA') ? organOfCode(code) : null
  return { organ, level, place: level === 'XA' ? null : place, acting: null }
}

function organOfCode(code: string): string | null {
  return /^(?:tw|tu|hu|qu|txu|thu)$/i.test(code) ? COMMITTEE : ANY_ORGAN
}

/** Stands for "whatever body writes this code": the symbols are equal already. */
const ANY_ORGAN = '*'

function matchBody(named: Named, document: Candidate): BodyMatch {
  if (!document.issuer) return 'unknown'
  const issuer = readIssuingBody(document.issuer)
  return compareBodies(named.body, named.body.organ === ANY_ORGAN ? { ...issuer, organ: ANY_ORGAN } : issuer)
}

function placeAt(level: Level, citing: CitingDocument): string | null {
  for (const name of citing.bodies) {
    const body = readIssuingBody(name)
    if (body.level === level && body.place) return body.place
  }
  return null
}

/** Two types conflict only where both are known; QĐ is Quyết định and Quy định alike, the title decides. */
function typeFits(cited: DocumentType | null, document: Candidate): boolean {
  if (cited === null || document.documentType === null || cited === document.documentType) return true
  const own: readonly string[] = DOCUMENT_TYPES[cited].symbols
  return own.length === 0
}

function isLater(issuedOn: string | null, than: string | null): boolean {
  return issuedOn !== null && than !== null && issuedOn > than
}
