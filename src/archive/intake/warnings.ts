import type { DocumentForm, DocumentLine } from '#contract/schemas.ts'
import type { FoundCitation } from '#domain/citation/citation.ts'
import { periodOf } from '#domain/numbering/number-period.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { numberWarnings } from '../books/number-warnings.ts'
import { selectDocumentLines } from '../store/document-lines.ts'
import type { IntakeRecord } from './intake-items.ts'

/** Said beside the form; never in the way of filing (design §4: form checks advise). */
export type Warning = {
  code: string
  field: string | null
  document: DocumentLine | null
  detail: Record<string, string>
}

export type CheckedFiling = Readonly<{
  form: DocumentForm
  /** Hashes of the files to be filed with it. */
  hashes: readonly string[]
  citations: readonly FoundCitation[]
  /** The document itself, when it is being corrected. */
  except: string | null
  today: string
  termStarts: readonly string[]
}>

/** Everything worth saying about a form before it is filed: F03, F04, M11, N07. */
export function warnings(db: ReadableDb, filing: CheckedFiling): Warning[] {
  return [...duplicateBytes(db, filing), ...numbers(db, filing), ...dates(filing), ...missing(filing.form)]
}

/** Documents that hold a file of these bytes; a withdrawn one counts, its file is still there. */
export function documentsWithFile(db: ReadableDb, sha256: string): DocumentLine[] {
  return selectDocumentLines(
    db,
    'WHERE d.id IN (SELECT document_id FROM document_file WHERE sha256 = ?) ORDER BY d.withdrawn_at IS NOT NULL, d.n',
    sha256
  )
}

/** Documents that make a waiting file one that is there already; one taken back from the books waits on its own right. */
export function documentsInTheWay(db: ReadableDb, record: Pick<IntakeRecord, 'sha256' | 'from'>): DocumentLine[] {
  return documentsWithFile(db, record.sha256).filter((line) => !line.withdrawn || record.from === undefined)
}

export function formReference(form: DocumentForm): Reference | null {
  return form.number && form.symbol
    ? { number: form.number, suffix: form.suffix, separator: form.separator, symbol: form.symbol }
    : null
}

function duplicateBytes(db: ReadableDb, filing: CheckedFiling): Warning[] {
  return filing.hashes.flatMap((sha256) =>
    documentsWithFile(db, sha256)
      .filter((line) => line.id !== filing.except)
      .slice(0, 1)
      .map((document) => warning('duplicate-bytes', null, document))
  )
}

/** A paper that is there already is told of once, not as a number given twice as well. */
function numbers(db: ReadableDb, filing: CheckedFiling): Warning[] {
  const same = sameReference(db, filing)
  const ofBooks = numberWarnings(db, filing.form, filing.except, filing.today)
  return [
    ...same,
    ...ofBooks.filter((one) => !same.some((other) => other.document?.id === one.document?.id && one.document))
  ]
}

/**
 * The same reference, type, issuer and date is the same document (design §4): its file may be another file of it (F04).
 * The same number of the same issuer in the same numbering period is a number given twice (N07).
 */
function sameReference(db: ReadableDb, filing: CheckedFiling): Warning[] {
  const { form, except } = filing
  const reference = formReference(form)
  if (!reference) return []
  const others = selectDocumentLines(
    db,
    'WHERE d.reference_key = ? AND d.withdrawn_at IS NULL AND d.id IS NOT ? ORDER BY d.issued_on, d.n',
    referenceKey(reference),
    except
  ).filter((line) => sameBody(line.issuer, form.issuer))
  const same = others.find(
    (line) => line.issuedOn === form.issuedOn && sameOrUnknown(line.documentType, form.documentType)
  )
  if (same) return [warning('duplicate-identity', 'number', same)]
  // A number of our own is held against its book.
  if (form.direction !== 'incoming') return []
  const period = periodOf(form.issuedOn, reference.separator, filing.termStarts)
  const taken = others.find(
    (line) =>
      period !== null &&
      sameOrUnknown(line.documentType, form.documentType) &&
      periodOf(line.issuedOn, reference.separator, filing.termStarts) === period
  )
  return taken ? [warning('number-taken', 'number', taken, { reference: printReference(reference) })] : []
}

function dates({ form, citations, today }: CheckedFiling): Warning[] {
  const found: Warning[] = []
  if (form.issuedOn && form.issuedOn > today)
    found.push(warning('date-future', 'issuedOn', null, { date: form.issuedOn }))
  if (form.arrivedOn && form.arrivedOn > today) {
    found.push(warning('date-future', 'arrivedOn', null, { date: form.arrivedOn }))
  }
  if (form.issuedOn && form.arrivedOn && form.arrivedOn < form.issuedOn) {
    found.push(warning('arrived-before-issued', 'arrivedOn', null, { date: form.issuedOn }))
  }
  const { issuedOn } = form
  const later = issuedOn ? citations.find((one) => one.issuedOn !== null && one.issuedOn > issuedOn) : undefined
  if (later?.issuedOn) {
    const cited = later.reference ? printReference(later.reference) : later.raw
    found.push(warning('date-before-cited', 'issuedOn', null, { cited, date: later.issuedOn }))
  }
  return found
}

function missing(form: DocumentForm): Warning[] {
  const found: Warning[] = []
  if (!form.number) found.push(warning('no-number', 'number', null))
  if (!form.issuedOn) found.push(warning('no-date', 'issuedOn', null))
  if (!form.subject) found.push(warning('no-subject', 'subject', null))
  return found
}

function sameBody(a: string | null, b: string | null): boolean {
  return a === null || b === null || foldKey(a) === foldKey(b)
}

function sameOrUnknown(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}

function warning(
  code: string,
  field: string | null,
  document: DocumentLine | null,
  detail: Record<string, string> = {}
): Warning {
  return { code, field, document, detail }
}
