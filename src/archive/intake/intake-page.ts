import type { IntakeItem } from '#contract/operations/intake.ts'
import type { OutputOf } from '#contract/operations.ts'
import type { ArchiveContext, ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { type IntakeRecord, listRecords } from './intake-items.ts'
import { intakeItem, itemDoubts, statusOf } from './intake-view.ts'
import { documentsInTheWay } from './warnings.ts'

/** Up to so many open fields a paper may be accepted without a look. */
const LEVELS = [0, 1, 2] as const

type Ranked = Readonly<{ record: IntakeRecord; status: IntakeItem['status']; doubt: number }>

/** The beginning of the queue, surest first; five thousand lines cost no more than those shown. */
export function intakePage(archive: ArchiveContext, limit: number, current: string | null): OutputOf<'intake.list'> {
  const ranked = rankedQueue(archive)
  const counts = { ready: 0, unsure: 0, unreadable: 0, duplicate: 0 }
  for (const { status } of ranked) counts[status]++
  const open = current === null ? undefined : ranked.find(({ record }) => record.id === current)
  return {
    items: ranked.slice(0, limit).map(({ record }) => intakeItem(archive.db, record)),
    total: ranked.length,
    counts,
    within: LEVELS.map((most) => ranked.filter(({ doubt }) => doubt <= most).length),
    current: open ? intakeItem(archive.db, open.record) : null
  }
}

/** Waiting papers with at most so many open fields, surest first. */
export function withinDoubt(archive: ArchiveContext, most: number): readonly IntakeRecord[] {
  return rankedQueue(archive)
    .filter(({ doubt }) => doubt <= most)
    .map(({ record }) => record)
}

/** How many wait, and how many of them were read whole. */
export function queueCounts(archive: ArchiveContext): Readonly<{ waiting: number; ready: number }> {
  const ranked = rankedQueue(archive)
  return { waiting: ranked.length, ready: ranked.filter(({ status }) => status === 'ready').length }
}

function rankedQueue(archive: ArchiveContext): readonly Ranked[] {
  const records = listRecords(archive.folder).filter((record) => record.state === 'read')
  const known = knownBytes(archive.db, records)
  return records
    .map((record) => {
      const isKnown = known.has(record.sha256) && documentsInTheWay(archive.db, record).length > 0
      const status = statusOf(record, isKnown)
      return { record, status, doubt: doubtOf(status, itemDoubts(record).length) }
    })
    .sort((a, b) => a.doubt - b.doubt)
}

/** How much of a paper wants the clerk; what cannot be taken as read has no end of it. */
function doubtOf(status: IntakeItem['status'], open: number): number {
  switch (status) {
    case 'ready':
      return 0
    case 'unsure':
      return Math.max(1, open)
    case 'unreadable':
      return 100
    case 'duplicate':
      return 101
  }
}

/** Which of these bytes a document holds, asked once for all. */
function knownBytes(db: ReadableDb, records: readonly IntakeRecord[]): ReadonlySet<string> {
  const hashes = JSON.stringify(records.map((record) => record.sha256))
  return new Set(
    prepared<[string], { sha256: string }>(
      db,
      'SELECT DISTINCT f.sha256 AS sha256 FROM json_each(?) j JOIN document_file f ON f.sha256 = j.value'
    )
      .all(hashes)
      .map((row) => row.sha256)
  )
}
