import type { SecretDirection, SecretEntry, SecretForm, SecretState } from '#contract/operations/secret-book.ts'
import type { InputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { SECRECY_NAMES } from '#domain/vocabulary/marks.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

type Row = Omit<SecretEntry, 'corrections'>
type CorrectionRow = Readonly<{ at: string; by: string; reason: string; before: string; after: string }>

const SELECT = `SELECT id, direction, year, number, arrived_on AS arrivedOn, issued_on AS issuedOn, issuer, reference,
    document_type AS documentType, secrecy, subject, signer, kept_by AS keptBy, recipients, copies, note,
    returned_on AS returnedOn, voided, recorded_at AS recordedAt, recorded_by AS recordedBy
  FROM secret_entry`

/** Whether the office keeps a secret book; one that never said so does not. */
export function secretBookOn(db: ReadableDb): boolean {
  return prepared<[], { on: number }>(db, 'SELECT is_on AS "on" FROM secret_book').get()?.on === 1
}

export function secretState(db: ReadableDb): SecretState {
  type Switched = NonNullable<SecretState['switched']> & Readonly<{ on: number }>
  const row = prepared<[], Switched>(db, 'SELECT is_on AS "on", at, by, reason FROM secret_book').get()
  const kept = prepared<[], { kept: number }>(db, 'SELECT count(*) AS kept FROM secret_entry').get()?.kept ?? 0
  const on = row?.on === 1
  return {
    on,
    switched: row ? { at: row.at, by: row.by, reason: row.reason } : null,
    kept,
    incoming: on ? years(db, 'incoming') : [],
    outgoing: on ? years(db, 'outgoing') : []
  }
}

/** The years a book has lines in, the newest first, and the number that comes next in each. */
function years(db: ReadableDb, direction: SecretDirection): SecretState['incoming'] {
  return prepared<[string], SecretState['incoming'][number]>(
    db,
    `SELECT year, count(*) AS entries, max(number) + 1 AS next FROM secret_entry
     WHERE direction = ? GROUP BY year ORDER BY year DESC`
  ).all(direction)
}

/** The next number of a year's book: void ones are never given again. */
export function nextSecretNumber(db: ReadableDb, direction: SecretDirection, year: number): number {
  return (
    prepared<[string, number], { next: number }>(
      db,
      'SELECT coalesce(max(number), 0) + 1 AS next FROM secret_entry WHERE direction = ? AND year = ?'
    ).get(direction, year)?.next ?? 1
  )
}

export function secretEntry(db: ReadableDb, id: string): SecretEntry | undefined {
  const row = prepared<[string], Row>(db, `${SELECT} WHERE id = ?`).get(id)
  return row && withCorrections(db, row)
}

/** Lines of a book by year and number. A plain walk: an office has some hundreds a year, and no index may hold them. */
export function listSecretEntries(
  db: ReadableDb,
  input: InputOf<'secret.list'>
): Readonly<{ total: number; voided: number; entries: SecretEntry[] }> {
  const words = foldKey(input.text).split(' ').filter(Boolean)
  const found = prepared<[string, number | null, number | null], Row>(
    db,
    `${SELECT} WHERE direction = ? AND (? IS NULL OR year = ?) ORDER BY year, number`
  )
    .all(input.direction, input.year, input.year)
    .filter((row) => words.length === 0 || says(row, words))
  return {
    total: found.length,
    voided: found.filter((row) => row.voided !== null).length,
    entries: found.slice(input.offset, input.offset + input.limit).map((row) => withCorrections(db, row))
  }
}

function says(row: Row, words: readonly string[]): boolean {
  const type = row.documentType === null ? null : DOCUMENT_TYPES[row.documentType].name
  const said = [row.number, row.reference, row.issuer, type, SECRECY_NAMES[row.secrecy], row.subject, row.signer]
  const own = foldKey([...said, row.keptBy, row.recipients, row.note].filter((one) => one !== null).join(' '))
  return words.every((word) => own.includes(word))
}

function withCorrections(db: ReadableDb, row: Row): SecretEntry {
  const corrections = prepared<[string], CorrectionRow>(
    db,
    'SELECT at, by, reason, before, after FROM secret_correction WHERE entry_id = ? ORDER BY seq'
  ).all(row.id)
  return {
    ...row,
    corrections: corrections.map((one) => ({
      ...one,
      before: formIn(one.before, row.secrecy),
      after: formIn(one.after, row.secrecy)
    }))
  }
}

/** A line as it was. What it was about is not shown any more once the paper is Tuyệt mật. */
function formIn(json: string, secrecy: SecretEntry['secrecy']): SecretForm {
  const form = JSON.parse(json) as SecretForm
  return secrecy === 'tuyet-mat' ? { ...form, subject: null } : form
}
