import type { InputOf, OutputOf } from '#contract/operations.ts'
import { periodOf } from '#domain/numbering/number-period.ts'
import type { ReadableDb } from '../archive-context.ts'
import { citationViews, type StoredCitation } from './citations.ts'
import { prepared } from './db/prepared.ts'
import { untilWritten } from './db/until-written.ts'
import { documentLines, selectDocumentLines } from './document-lines.ts'
import { office } from './office.ts'
import { unansweredCount } from './unanswered.ts'

type CitationKind = 'ambiguous' | 'date-mismatch' | 'missing'
type DocumentKind = InputOf<'worklist.documents'>['kind']

const KINDS: readonly CitationKind[] = ['ambiguous', 'date-mismatch', 'missing']
/** Citations shown under one cited document; `times` says how many there are. */
const MOST_SHOWN = 50

/** Nothing was read of its files: noted when it was indexed (search/text-missing.ts). */
export const NO_TEXT = 'd.n IN (SELECT n FROM text_missing)'
const NOT_REVIEWED = 'd.reviewed = 0 AND d.withdrawn_at IS NULL'

/** How many rows each list has. */
export function worklistCounts(db: ReadableDb, today: string): Record<string, number> {
  return { ...untilWritten(db, `counts ${today}`, () => counted(db, today)) }
}

function counted(db: ReadableDb, today: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of KINDS) {
    counts[kind] =
      prepared<[string], { count: number }>(
        db,
        `SELECT count(DISTINCT identity) AS count FROM citation WHERE ${open()} AND status = ?`
      ).get(kind)?.count ?? 0
  }
  counts['no-text'] = countWhere(db, NO_TEXT)
  counts['not-reviewed'] = countWhere(db, NOT_REVIEWED)
  counts['number-taken'] = numberTakenCount(db)
  counts.unanswered = unansweredCount(db, today)
  return counts
}

/** One row for each cited document that wants a person or a paper; the questions first, then by citing documents (C14). */
export function worklistCitations(
  db: ReadableDb,
  input: InputOf<'worklist.citations'>
): OutputOf<'worklist.citations'> {
  type Group = Readonly<{ status: CitationKind; identity: string; times: number }>
  const groups = KINDS.filter((kind) => input.kind === null || kind === input.kind).flatMap((kind) =>
    prepared<[string], Group>(
      db,
      `SELECT status, identity, count(DISTINCT document_id) AS times FROM citation
       WHERE ${open()} AND status = ? GROUP BY identity ORDER BY times DESC, identity`
    ).all(kind)
  )
  const rows = groups.slice(input.offset, input.offset + input.limit).map(({ status, identity, times }) => {
    const citations = prepared<[string, string, number], StoredCitation>(
      db,
      `SELECT c.* FROM citation c JOIN document d ON d.id = c.document_id
       WHERE c.identity = ? AND c.status = ? ORDER BY d.issued_on DESC, d.n DESC, c.key LIMIT ?`
    ).all(identity, status, MOST_SHOWN)
    const fullest = citations.toSorted((a, b) => said(b) - said(a))[0]
    return {
      kind: status,
      reference: fullest?.reference ?? fullest?.raw ?? null,
      documentType: fullest?.document_type ?? null,
      issuedOn: fullest?.issued_on ?? null,
      issuer: fullest?.issuer ?? null,
      times,
      citations: citationViews(db, citations)
    }
  })
  return { total: groups.length, rows }
}

export function worklistDocuments(
  db: ReadableDb,
  input: InputOf<'worklist.documents'>
): OutputOf<'worklist.documents'> {
  if (input.kind === 'number-taken') {
    const ids = untilWritten(db, 'number-taken', () => numberTaken(db))
    return { total: ids.length, documents: documentLines(db, ids.slice(input.offset, input.offset + input.limit)) }
  }
  const where = whereOf(input.kind)
  return {
    total: countWhere(db, where),
    documents: selectDocumentLines(db, `WHERE ${where} ORDER BY d.n DESC LIMIT ? OFFSET ?`, input.limit, input.offset)
  }
}

/**
 * Documents that share number, symbol, type and issuer within one numbering period (N07): one number given to two papers,
 * or one paper filed twice.
 */
function numberTaken(db: ReadableDb): readonly string[] {
  type Row = Readonly<{
    id: string
    match: string
    issuer: string
    type: string | null
    issuedOn: string | null
    separator: '-' | '/'
  }>
  const rows = prepared<[], Row>(
    db,
    `SELECT id, match_key AS match, issuer_key AS issuer, document_type AS type, issued_on AS issuedOn, separator
     FROM document WHERE withdrawn_at IS NULL AND (match_key, issuer_key) IN (
       SELECT match_key, issuer_key FROM document WHERE match_key IS NOT NULL AND issuer_key IS NOT NULL
       GROUP BY match_key, issuer_key HAVING count(*) > 1)
     ORDER BY match_key, issuer_key, issued_on, n`
  ).all()
  if (rows.length === 0) return []
  const { termStarts } = office(db)
  const groups = new Map<string, string[]>()
  for (const row of rows) {
    const period = periodOf(row.issuedOn, row.separator, termStarts)
    if (period === null) continue
    const key = [row.match, row.issuer, row.type, period].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), row.id])
  }
  return [...groups.values()].filter((ids) => ids.length > 1).flat()
}

/** The same counted by the index alone: `periodOf` said in SQL. */
function numberTakenCount(db: ReadableDb): number {
  const starts = office(db).termStarts.toReversed()
  const terms = starts.map(() => "WHEN separator = '-' AND issued_on >= ? THEN ?").join(' ')
  const period = `CASE ${terms} ELSE substr(issued_on, 1, 4) END`
  return Number(
    prepared<string[]>(
      db,
      `SELECT coalesce(sum(times), 0) FROM (
         SELECT count(*) AS times FROM document
         WHERE match_key IS NOT NULL AND issuer_key IS NOT NULL AND issued_on IS NOT NULL AND withdrawn_at IS NULL
         GROUP BY match_key, issuer_key, document_type, ${starts.length > 0 ? period : 'substr(issued_on, 1, 4)'}
         HAVING times > 1)`
    )
      .pluck()
      .get(...starts.flatMap((start) => [start, start]))
  )
}

function whereOf(kind: Exclude<DocumentKind, 'number-taken'>): string {
  switch (kind) {
    case 'no-text':
      return NO_TEXT
    case 'not-reviewed':
      return NOT_REVIEWED
  }
}

function countWhere(db: ReadableDb, where: string): number {
  return (
    prepared<[], { count: number }>(db, `SELECT count(*) AS count FROM document d WHERE ${where}`).get()?.count ?? 0
  )
}

/** Said as the partial index says it, so that it is used. */
function open(): string {
  return "status IN ('ambiguous', 'date-mismatch', 'missing')"
}

/** How much a citation says of what it cites. */
function said(row: StoredCitation): number {
  return [row.reference, row.document_type, row.issued_on, row.issuer].filter((value) => value !== null).length
}
