import type { IntakeItem } from '#contract/operations/intake.ts'
import type { DocumentFile, PageTextView } from '#contract/schemas.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { type PageText, pageOffsets } from '#domain/text/page-text.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { IntakeRecord } from './intake-items.ts'
import { doubtsOf } from './prefill-form.ts'
import { documentsInTheWay, formReference } from './warnings.ts'

/** The queue's line of a waiting file. What the clerk saved half-filled counts before what was read. */
export function intakeItem(db: ReadableDb, record: IntakeRecord): IntakeItem {
  const duplicateOf = documentsInTheWay(db, record)[0] ?? null
  const saved = record.form ? formReference(record.form) : null
  return {
    id: record.id as IntakeItem['id'],
    name: record.name,
    status: statusOf(record, duplicateOf !== null),
    reference: saved ? printReference(saved) : record.reference,
    subject: record.form?.subject ?? record.subject,
    pages: record.pages,
    textKind: record.textKind,
    problem: record.problem,
    doubts: [...itemDoubts(record)],
    duplicateOf,
    receivedAt: record.receivedAt
  }
}

export function intakeFile(record: IntakeRecord): DocumentFile {
  return {
    sha256: record.sha256 as DocumentFile['sha256'],
    role: 'main',
    name: record.name,
    mediaType: record.mediaType,
    bytes: record.bytes,
    pages: record.pages > 0 ? record.pages : null,
    textKind: record.textKind
  }
}

/** Pages with their place in the document text; `before` is the length of what stands before this file's pages. */
export function pageViews(pages: readonly PageText[], before = 0): PageTextView[] {
  const offsets = pageOffsets(pages)
  return pages.map((page, index) => ({ ...page, runs: [...page.runs], offset: before + (offsets[index] ?? 0) }))
}

/** Needed fields without a sure value. */
export function itemDoubts(record: IntakeRecord): readonly string[] {
  return record.form ? doubtsOf(record.form) : record.doubts
}

export function statusOf(record: IntakeRecord, isKnown: boolean): IntakeItem['status'] {
  if (isKnown) return 'duplicate'
  if (record.problem !== null || record.textKind === 'none') return 'unreadable'
  if (record.textKind === 'scan' && record.ocr !== true) return 'unreadable'
  return record.doubts.length === 0 ? 'ready' : 'unsure'
}
