import type { DocumentId, IntakeId } from '#contract/ids.ts'
import type { Match } from '#contract/operations/backlog.ts'
import type { OutputOf } from '#contract/operations.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ArchiveContext, ReadableDb } from '../archive-context.ts'
import { intakeDetails } from '../intake/intake-details.ts'
import { type IntakeRecord, identityOf, listRecords, type PaperIdentity } from '../intake/intake-items.ts'
import { prepared } from '../store/db/prepared.ts'
import { documentLines } from '../store/document-lines.ts'

/** A line of a register that has no file yet. */
type BareLine = Readonly<{ id: DocumentId }> & PaperIdentity

type Looking = Pick<ArchiveContext, 'db' | 'folder' | 'today'>

type Judged = Readonly<{ line: BareLine; agrees: Match['agrees']; differs: Match['differs'] }>

/** Waiting files beside the lines without a file they seem to belong to (X02). */
export function listMatches(archive: Looking, limit: number): OutputOf<'match.list'> {
  const lines = bareLines(archive.db)
  const byNumber = new Map<string, BareLine[]>()
  for (const line of lines) {
    const key = numberKey(line)
    const same = key === null ? undefined : byNumber.get(key)
    if (same) same.push(line)
    else if (key) byNumber.set(key, [line])
  }
  const found: { record: IntakeRecord; judged: Judged; only: boolean }[] = []
  const lonely: IntakeRecord[] = []
  for (const record of listRecords(archive.folder).filter((one) => one.state === 'read')) {
    const paper = paperOf(archive, record)
    const judged = (byNumber.get(numberKey(paper) ?? '') ?? []).flatMap((line) => judge(paper, line) ?? [])
    const best = judged.toSorted(byWorth)[0]
    if (best) found.push({ record, judged: best, only: judged.filter((one) => isWhole(one)).length === 1 })
    else lonely.push(record)
  }
  const claims = new Map<string, number>()
  for (const { judged } of found) claims.set(judged.line.id, (claims.get(judged.line.id) ?? 0) + 1)
  const claimed = new Set(claims.keys())
  const matches = found.slice(0, limit).flatMap(({ record, judged, only }): Match[] => {
    const [document] = documentLines(archive.db, [judged.line.id])
    if (!document) return []
    return [
      {
        intakeId: record.id as IntakeId,
        fileName: record.name,
        fileReference: record.reference,
        document,
        agrees: judged.agrees,
        differs: judged.differs,
        full: only && isWhole(judged) && claims.get(judged.line.id) === 1
      }
    ]
  })
  const bare = lines.filter((line) => !claimed.has(line.id))
  return {
    matches: matches.toSorted((a, b) => Number(b.full) - Number(a.full)),
    total: found.length,
    linesWithoutFile: bare.length,
    filesWithoutLine: lonely.length,
    lines: documentLines(
      archive.db,
      bare.slice(0, limit).map((line) => line.id)
    ),
    files: lonely
      .slice(0, limit)
      .map((record) => ({ intakeId: record.id as IntakeId, name: record.name, reference: record.reference }))
  }
}

/** Whether a document stands and has no file: what a waiting file may be tied to. */
export function isBare(db: ReadableDb, documentId: string): boolean {
  return (
    prepared<[string], { id: string }>(
      db,
      `SELECT id FROM document d WHERE id = ? AND withdrawn_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM document_file f WHERE f.document_id = d.id)`
    ).get(documentId) !== undefined
  )
}

function bareLines(db: ReadableDb): readonly BareLine[] {
  return prepared<[], BareLine>(
    db,
    `SELECT id, number, suffix, separator, symbol, issued_on AS issuedOn, issuer FROM document d
     WHERE withdrawn_at IS NULL AND number IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM document_file f WHERE f.document_id = d.id) ORDER BY n`
  ).all()
}

/** What a clerk saved half-filled counts before what was read. */
function paperOf(archive: Looking, record: IntakeRecord): PaperIdentity {
  if (record.form) return identityOf(record.form)
  return record.identity ?? identityOf(intakeDetails(archive, record.id).form)
}

function numberKey(paper: PaperIdentity): string | null {
  return paper.number ? `${paper.number.replace(/^0+(?=\d)/, '')}${paper.suffix ?? ''}` : null
}

/**
 * The number agrees already. Symbol and day: one of them must agree; a symbol that differs is another paper; a day that
 * differs is another paper unless it lies in the same year under the same symbol (a slip of the book): then it is shown.
 */
function judge(paper: PaperIdentity, line: BareLine): Judged | null {
  const agrees: Match['agrees'] = ['number']
  const differs: Match['differs'] = []
  const symbol = sameSymbol(paper, line)
  if (symbol === false) return null
  if (symbol) agrees.push('symbol')
  if (paper.issuedOn && line.issuedOn) {
    if (paper.issuedOn === line.issuedOn) agrees.push('issuedOn')
    else if (symbol && paper.issuedOn.slice(0, 4) === line.issuedOn.slice(0, 4)) differs.push('issuedOn')
    else return null
  }
  if (!agrees.includes('symbol') && !agrees.includes('issuedOn')) return null
  if (paper.issuer && line.issuer) (sameIssuer(paper.issuer, line.issuer) ? agrees : differs).push('issuer')
  return { line, agrees, differs }
}

function sameSymbol(a: PaperIdentity, b: PaperIdentity): boolean | null {
  if (!a.number || !b.number || !a.symbol || !b.symbol) return null
  return (
    referenceKey({ number: a.number, suffix: a.suffix, separator: a.separator, symbol: a.symbol }) ===
    referenceKey({ number: b.number, suffix: b.suffix, separator: b.separator, symbol: b.symbol })
  )
}

/** "Tỉnh ủy" in a book is "Tỉnh ủy Lâm Đồng" on the paper. */
function sameIssuer(a: string, b: string): boolean {
  const [one, other] = [foldKey(a), foldKey(b)]
  return (
    one === other ||
    one.startsWith(`${other} `) ||
    other.startsWith(`${one} `) ||
    one.endsWith(` ${other}`) ||
    other.endsWith(` ${one}`)
  )
}

/** Number, symbol and day agree and nothing speaks against it. */
function isWhole(one: Judged): boolean {
  return one.agrees.includes('symbol') && one.agrees.includes('issuedOn') && one.differs.length === 0
}

function byWorth(a: Judged, b: Judged): number {
  return b.agrees.length - b.differs.length - (a.agrees.length - a.differs.length)
}
