import type { DeadlineView, HandlingRow, HandlingView } from '#contract/operations/handling.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { findDeadlines } from '#domain/deadline/find-deadlines.ts'
import { daysFrom, daysPast, handlingState } from '#domain/deadline/handling-state.ts'
import { joinPages } from '#domain/text/page-text.ts'
import type { ArchiveContext, ReadableDb } from '../archive-context.ts'
import { documentPages } from '../derive/document-pages.ts'
import { citedBy } from './citations.ts'
import { documentLine } from './document-lines.ts'
import {
  assignmentsOf,
  caseOf,
  dismissedDeadlines,
  type HandlingCase,
  progressOf,
  resultOf,
  type StandingAssignment
} from './handling-rows.ts'

type Reading = Pick<ArchiveContext, 'db' | 'texts' | 'today'>

/** Relations that make a citing paper a likely reply, the likeliest first. */
const REPLY_RELATIONS: readonly string[] = ['replies-to', 'implements', 'continues-implementing', 'follows', 'based-on']
const MOST_REPLIES = 12

/** All that is known of the handling of a paper: bút phê, progress, result, deadlines its text names. */
export function handlingView(archive: Reading, document: DocumentLine): HandlingView {
  const { db } = archive
  const assignments = assignmentsOf(db, document.id)
  const standing = caseOf(db, document.id)
  const result = standing?.doneOn == null ? undefined : resultOf(db, document.id)
  return {
    document,
    state: standing ? handlingState(standing, archive.today()) : 'none',
    due: standing?.due ?? null,
    daysPast: standing ? daysPast(standing, archive.today()) : null,
    assignments,
    progress: progressOf(db, document.id),
    result: result
      ? { ...result, reply: result.replyId === null ? null : (documentLine(db, result.replyId) ?? null) }
      : null,
    deadlines: deadlinesOf(archive, document, assignments),
    replies: repliesTo(db, document)
  }
}

/** The deadlines of a paper's text. A paper the office wrote itself sets deadlines for others: none are proposed. */
export function deadlinesOf(
  archive: Reading,
  document: DocumentLine,
  assignments: readonly StandingAssignment[]
): DeadlineView[] {
  if (document.direction !== 'incoming' || document.withdrawn) return []
  const pages = documentPages(archive.db, document.id, archive.texts)
  const dismissed = dismissedDeadlines(archive.db, document.id)
  const taken = new Set(assignments.map((one) => one.dueFrom?.key))
  return findDeadlines(joinPages(pages), document).map(({ raw: _raw, ...found }) => ({
    ...found,
    ocr: pages[found.page - 1]?.ocr !== undefined,
    state: taken.has(found.key) ? 'taken' : dismissed.has(found.key) ? 'dismissed' : 'open'
  }))
}

function repliesTo(db: ReadableDb, document: DocumentLine): HandlingView['replies'] {
  const seen = new Set<string>()
  return citedBy(db, document.id)
    .filter((one) => !one.from.withdrawn && one.status !== 'rejected')
    .toSorted((a, b) => own(a.from) - own(b.from) || rank(a.relation) - rank(b.relation))
    .flatMap((one) => {
      if (seen.has(one.from.id)) return []
      seen.add(one.from.id)
      return [{ document: one.from, relation: one.relation }]
    })
    .slice(0, MOST_REPLIES)
}

function rank(relation: string): number {
  const at = REPLY_RELATIONS.indexOf(relation)
  return at < 0 ? REPLY_RELATIONS.length : at
}

/** What the office itself sent answers before what it got. */
function own(document: DocumentLine): number {
  return document.direction === 'outgoing' ? 0 : 1
}

/** One paper on the board and in the follow-up book. */
export function handlingRow(db: ReadableDb, standing: HandlingCase, today: string): HandlingRow | undefined {
  const document = documentLine(db, standing.documentId)
  if (!document) return undefined
  const assignments = assignmentsOf(db, document.id)
  const [newest] = assignments
  const [progress] = progressOf(db, document.id)
  const result = standing.doneOn === null ? undefined : resultOf(db, document.id)
  const reply = result?.replyId == null ? null : documentLine(db, result.replyId)
  const from = assignments.at(-1)?.assignedOn ?? null
  const main = standing.main
  return {
    document,
    state: handlingState(standing, today),
    opinion: assignments.find((one) => one.opinion !== null)?.opinion ?? null,
    leader: assignments.find((one) => one.leader !== null)?.leader ?? null,
    assignedOn: standing.assignedOn,
    main,
    co: [...new Set(assignments.flatMap((one) => one.co))],
    due: standing.due,
    daysPast: daysPast(standing, today),
    ageDays: from === null ? null : Math.max(0, daysFrom(from, standing.doneOn ?? today)),
    progress: progress?.text ?? null,
    progressOn: progress?.on ?? null,
    doneOn: standing.doneOn,
    reply: reply?.reference ?? result?.replyText ?? null,
    note: result?.note ?? newest?.note ?? null
  }
}
