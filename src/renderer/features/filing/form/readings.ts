import type { OutputOf } from '#contract/operations.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#domain/vocabulary/document-types.ts'
import { URGENCY_NAMES, type Urgency } from '#domain/vocabulary/marks.ts'
import type { FocusSpan, PageMark } from '../../../components/page-view.tsx'
import { showDay } from '../../../strings/dates.ts'
import { type FieldName, isEmpty, isFieldName, takeSymbol } from './fields.ts'

export type Readings = OutputOf<'intake.get'>['readings']
export type Reading = Readings[string]
export type ReadCitation = OutputOf<'intake.get'>['citations'][number]

/**
 * How a field stands to what was read: read (and unchanged, or a hint taken), changed by the clerk, hint (suspected, the field is empty),
 * none (nothing was read).
 */
export type Standing = 'read' | 'changed' | 'hint' | 'none'

export function standing(form: DocumentForm, field: FieldName, reading: Reading | undefined): Standing {
  if (!reading) return 'none'
  if (reading.certainty === 'hint' && isEmpty(form, field)) return 'hint'
  return String(form[field] ?? '') === reading.value ? 'read' : 'changed'
}

/** A hint as the clerk would type it. */
export function showReading(field: FieldName, value: string): string {
  if (field === 'issuedOn' || field === 'arrivedOn') return showDay(value)
  if (field === 'documentType') return DOCUMENT_TYPES[value as DocumentType]?.name ?? value
  if (field === 'urgency') return URGENCY_NAMES[value as Urgency] ?? value
  return value
}

/** What F4 puts into the form: the hint of an empty field, nothing else (M09). */
export function takeHint(form: DocumentForm, field: FieldName, readings: Readings): Partial<DocumentForm> | null {
  const reading = readings[field]
  if (!reading || standing(form, field, reading) !== 'hint') return null
  if (field === 'arrivalNumber') return { arrivalNumber: Number.parseInt(reading.value, 10) || null }
  if (field === 'number') return { number: reading.value, suffix: readings.suffix?.value ?? form.suffix }
  if (field === 'symbol') return takeSymbol(reading.value)
  return { [field]: reading.value }
}

/**
 * Everything read, as marks on the page. Where two places overlap, the shorter one keeps the stretch, so that nothing is
 * marked twice. Ids: a field, "addressees 2", or a citation's.
 */
export function pageMarks(
  form: DocumentForm,
  readings: Readings,
  citations: readonly Pick<ReadCitation, 'id' | 'start' | 'end'>[]
): readonly PageMark[] {
  const all: PageMark[] = []
  const put = (id: string, start: number, end: number, tone: PageMark['tone']) => {
    if (end > start) all.push({ id, start, end, tone })
  }
  for (const [field, reading] of Object.entries(readings)) {
    if (!isFieldName(field)) continue
    const { start, end } = reading.evidence
    put(field, start, end, reading.certainty === 'sure' ? 'sure' : 'unsure')
  }
  for (const list of ['addressees', 'recipients'] as const) {
    form[list].forEach((line, index) => {
      if (line.evidence) put(`${list} ${index}`, line.evidence.start, line.evidence.end, 'sure')
    })
  }
  const read = withoutOverlap(all)
  const cites = citations.flatMap((one): PageMark[] =>
    one.start === null || one.end === null ? [] : [{ id: one.id, start: one.start, end: one.end, tone: 'cite' }]
  )
  return [...read, ...cites]
}

function withoutOverlap(marks: readonly PageMark[]): readonly PageMark[] {
  const kept: PageMark[] = []
  for (const mark of [...marks].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    let left: readonly PageMark[] = [mark]
    for (const other of kept) left = left.flatMap((piece) => cutOut(piece, other))
    kept.push(...left)
  }
  return kept.sort((a, b) => a.start - b.start)
}

function cutOut(piece: PageMark, other: PageMark): readonly PageMark[] {
  if (other.end <= piece.start || other.start >= piece.end) return [piece]
  const before = { ...piece, end: other.start }
  const after = { ...piece, start: other.end }
  return [before, after].filter((part) => part.end > part.start)
}

/** Where on the page a field was read; for the lists, the line the cursor is in. */
export function fieldFocus(
  form: DocumentForm,
  readings: Readings,
  field: FieldName,
  line: number | null
): FocusSpan | null {
  if (field === 'addressees' || field === 'recipients') {
    const evidence = (form[field][line ?? 0] ?? form[field][0])?.evidence
    return evidence ? { id: field, start: evidence.start, end: evidence.end, tone: 'sure' } : null
  }
  const reading = readings[field]
  if (!reading) return null
  const { start, end } = reading.evidence
  return { id: field, start, end, tone: reading.certainty === 'sure' ? 'sure' : 'unsure' }
}
