import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import { OperationError } from '#contract/failures.ts'
import type { RegisterIssue, RegisterReading } from '#contract/operations/backlog.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { OutputOf } from '#contract/operations.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { headsKey } from '#domain/register/columns.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { stagedFile, stagedName } from '../intake/staging.ts'
import { formReference } from '../intake/warnings.ts'
import type { NewEvent } from '../ledger/events.ts'
import { unfinishedBatch } from '../store/batches.ts'
import { office } from '../store/office.ts'
import { type RowOutcome, registerRows } from './register-rows.ts'
import { forgetWorkbook, sheetOf, sourceOf, titlesOf } from './registers.ts'
import { rememberBook } from './remembered-books.ts'

/** So many rows a commit. */
const ROWS_A_COMMIT = 100
/** Rows read before the engine is let answer others. */
const ROWS_A_TURN = 500
const PREVIEW = 20

/** Reads every row, puts in none (the dry run). */
export async function checkRegister(
  archive: ArchiveContext,
  reading: RegisterReading,
  most: number
): Promise<OutputOf<'backlog.check'>> {
  const sheet = await sheetOf(archive, reading)
  requireColumns(reading)
  const issues: RegisterIssue[] = []
  const preview: OutputOf<'backlog.check'>['preview'] = []
  const counts = { rows: 0, ready: 0, already: 0, wrong: 0 }
  for (const row of registerRows(archive.db, sheet, reading, office(archive.db).name)) {
    counts.rows++
    counts[row.kind]++
    if (row.kind === 'wrong') issues.push(...row.issues.slice(0, most - issues.length))
    else if (row.kind === 'ready' && preview.length < PREVIEW) preview.push(previewOf(row))
    if (counts.rows % ROWS_A_TURN === 0) await pause()
  }
  return { ...counts, issues, preview }
}

/**
 * Puts in the rows without fault as one batch, in groups: what was committed before a stop stays, is recognised when the
 * same is done again, and belongs to the same batch.
 */
export async function startRegister(
  archive: ArchiveContext,
  reading: RegisterReading,
  caller: Caller
): Promise<Readonly<{ jobId: string; batchId: string }>> {
  const sheet = await sheetOf(archive, reading)
  requireColumns(reading)
  const name = stagedName(archive.folder, reading.staged)
  const source = await sourceOf(sheet, reading)
  const going = unfinishedBatch(archive.db, source)
  const batchId = going?.id ?? archive.newId('x')
  rememberBook(archive.folder, {
    heads: headsKey(titlesOf(sheet, reading.headRow)),
    direction: reading.direction,
    columns: reading.columns
  })
  const jobId = archive.startJob('register', async (job) => {
    const { rows, ready } = await checkRegister(archive, reading, 1)
    job.total(rows)
    const began: NewEvent = { kind: 'batch-began', data: { batchId, kind: 'register', name, source, rows: ready } }
    let first: readonly NewEvent[] = going ? [] : [began]
    let group: Extract<RowOutcome, { kind: 'ready' }>[] = []
    const flush = (): void => {
      if (group.length === 0) return
      const events = group.map(
        (row): Extract<NewEvent, { kind: 'document-filed' }> => ({
          kind: 'document-filed',
          data: {
            documentId: archive.newId('d'),
            form: row.form,
            files: [],
            reviewed: true,
            batch: { id: batchId, key: row.key }
          }
        })
      )
      archive.commit([...first, ...events], caller)
      first = []
      events.forEach((event, index) => {
        const row = group[index]
        job.result({ name: rowName(row), code: 'filed', id: event.data.documentId, detail: { row: row?.row ?? 0 } })
      })
      group = []
    }
    for (const row of registerRows(archive.db, sheet, reading, office(archive.db).name)) {
      if (job.cancelled) throw new OperationError('cancelled')
      job.step(String(row.row))
      if (row.kind === 'ready') group.push(row)
      else sayNotPutIn(row, job)
      if (group.length >= ROWS_A_COMMIT) {
        flush()
        await pause()
      }
    }
    flush()
    forgetWorkbook(archive)
    await rm(dirname(stagedFile(archive.folder, reading.staged)), { recursive: true, force: true })
  })
  return { jobId, batchId }
}

type JobOf = Parameters<Parameters<ArchiveContext['startJob']>[1]>[0]

function sayNotPutIn(row: Exclude<RowOutcome, { kind: 'ready' }>, job: JobOf): void {
  if (row.kind === 'already') {
    job.result({ name: rowName(row), code: 'already', id: row.documentId, detail: { row: row.row } })
    return
  }
  for (const issue of row.issues) {
    const detail: Record<string, string | number> = { row: issue.row, column: issue.column, value: issue.value }
    if (issue.otherRow !== null) detail.otherRow = issue.otherRow
    if (issue.document) detail.reference = issue.document.reference ?? ''
    job.result({ name: issue.value, code: issue.code, id: issue.document?.id ?? null, detail })
  }
}

function rowName(row: Exclude<RowOutcome, { kind: 'wrong' }> | undefined): string {
  const reference = row ? formReference(row.form) : null
  return reference ? printReference(reference) : (row?.form.number ?? row?.form.subject?.slice(0, 80) ?? '')
}

function previewOf(row: Exclude<RowOutcome, { kind: 'wrong' }>): OutputOf<'backlog.check'>['preview'][number] {
  const reference = formReference(row.form)
  const { number, issuedOn, issuer, subject, arrivalNumber, arrivedOn } = row.form
  return {
    row: row.row,
    reference: reference ? printReference(reference) : number,
    issuedOn,
    issuer,
    subject,
    arrivalNumber,
    arrivedOn
  }
}

/** Without a column of numbers every row would be a row without one. */
function requireColumns(reading: RegisterReading): void {
  const { reference, number } = reading.columns
  if (reference === undefined && number === undefined) throw new OperationError('missing-field', { field: 'number' })
}
