import { emptyDraft } from '#archive/intake/prefill-form.ts'
import type { Direction } from '#contract/schemas.ts'
import type { FoundCitation } from '#domain/citation/citation.ts'
import type { Draft, Reading } from '#domain/layout/draft.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import type { TextKind } from '#domain/text/page-text.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#domain/vocabulary/document-types.ts'
import { SECRECY_NAMES, type Secrecy, URGENCY_NAMES, type Urgency } from '#domain/vocabulary/marks.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'

type CitationLine = Readonly<{
  raw: string
  reference: string | null
  type: string | null
  date: string | null
  issuer: string | null
  relation: Relation
  page: number
  start: number
  end: number
}>

/** The machine's line of `inspect` (design §8): null where the reader abstains; type and marks by their Vietnamese names. */
export type Inspection = Readonly<{
  file: string
  /** "ok", "no-text", or the failure's code. */
  status: string
  direction: Direction | null
  reference: string | null
  number: string | null
  suffix: string | null
  symbol: string | null
  type: string | null
  issuedOn: string | null
  place: string | null
  issuer: string | null
  parentBody: string | null
  subject: string | null
  urgency: string | null
  secrecy: string | null
  signer: string | null
  signerTitle: string | null
  authority: string | null
  addressees: readonly string[]
  recipients: readonly string[]
  citations: readonly CitationLine[]
  /** `ocr`: pages whose letters this program read off the picture; `byScanner`: those the scanner's program read. */
  text: Readonly<{ kind: TextKind; pages: number; ocr: number; byScanner: number }>
  /** What the reader only suspects, by field: never a value. */
  hints: Readonly<Record<string, string>>
}>

export function inspection(
  file: string,
  draft: Draft,
  direction: Direction | null,
  text: Inspection['text'],
  letters: boolean
): Inspection {
  const reference = sure(draft.reference)
  return {
    file,
    status: letters ? 'ok' : 'no-text',
    direction,
    reference: reference && printReference(reference),
    number: reference?.number ?? null,
    suffix: reference?.suffix ?? null,
    symbol: reference?.symbol ?? null,
    type: typeName(sure(draft.documentType)),
    issuedOn: sure(draft.issuedOn),
    place: sure(draft.place),
    issuer: sure(draft.issuer),
    parentBody: sure(draft.parentBody),
    subject: sure(draft.subject),
    urgency: urgencyName(sure(draft.urgency)),
    secrecy: secrecyName(sure(draft.secrecy)),
    signer: sure(draft.signer),
    signerTitle: sure(draft.signerTitle),
    authority: sure(draft.authority),
    addressees: draft.addressees.map((line) => line.text),
    recipients: draft.recipients.map((line) => line.text),
    citations: draft.citations.map(citationLine),
    text,
    hints: hintsOf(draft)
  }
}

/** The line of a file that was not read. */
export function unread(file: string, status: string): Inspection {
  return { ...inspection(file, emptyDraft(), null, { kind: 'none', pages: 0, ocr: 0, byScanner: 0 }, false), status }
}

function sure<T>(reading: Reading<T> | null): T | null {
  return reading?.certainty === 'sure' ? reading.value : null
}

function hintsOf(draft: Draft): Record<string, string> {
  const hints: Record<string, string> = {}
  for (const [field, reading] of Object.entries(draft)) {
    if (typeof reading !== 'object' || reading === null || !('certainty' in reading)) continue
    if (reading.certainty !== 'hint') continue
    hints[field] = typeof reading.value === 'string' ? reading.value : printReference(reading.value)
  }
  return hints
}

function citationLine(found: FoundCitation): CitationLine {
  return {
    raw: found.raw,
    reference: found.reference && printReference(found.reference),
    type: typeName(found.documentType),
    date: found.issuedOn,
    issuer: found.issuer,
    relation: found.relation,
    page: found.evidence.page,
    start: found.evidence.start,
    end: found.evidence.end
  }
}

function typeName(code: DocumentType | null): string | null {
  return code && DOCUMENT_TYPES[code].name
}

function urgencyName(code: Urgency | null): string | null {
  return code && URGENCY_NAMES[code]
}

export function secrecyName(code: Secrecy | null): string | null {
  return code && SECRECY_NAMES[code]
}
