import { OperationError } from '#contract/failures.ts'
import type { SecretEntryId } from '#contract/ids.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { SecretEntry, SecretForm, secretBookOperations } from '#contract/operations/secret-book.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { closedFonds } from '../store/fonds.ts'
import { listSecretEntries, nextSecretNumber, secretBookOn, secretEntry, secretState } from '../store/secret-book.ts'
import type { Handlers } from './handlers.ts'

export const secretBookHandlers: Handlers<keyof typeof secretBookOperations> = {
  'secret.state': (archive) => secretState(archive.db),
  'secret.switch': (archive, input, caller) => {
    if (secretBookOn(archive.db) === input.on) throw new OperationError('conflict', {})
    const [written] = archive.commit([{ kind: 'secret-book-switched', data: input }], caller)
    return { state: secretState(archive.db), undo: written ? { seq: written.seq, what: written.kind } : null }
  },
  'secret.list': (archive, input) => {
    requireOn(archive)
    return listSecretEntries(archive.db, input)
  },
  'secret.record': (archive, input, caller) => {
    requireOn(archive)
    const entry = checked(input.entry)
    const entryId = archive.newId('m') as SecretEntryId
    const year = yearOf(entry)
    if (year > Number(archive.today().slice(0, 4))) throw new OperationError('bad-input', { field: dayField(entry) })
    requireOffice(archive, entry)
    // Nothing is waited for between here and the commit, so two windows cannot be given the same number.
    const number = nextSecretNumber(archive.db, entry.direction, year)
    const event = { kind: 'secret-entry-recorded', data: { entryId, year, number, entry } } as const
    return saved(archive, entryId, event, caller)
  },
  'secret.correct': (archive, input, caller) => {
    const standing = requireStanding(archive, input.id)
    const after = checked(input.entry)
    if (after.direction !== standing.direction) throw new OperationError('bad-input', { field: 'direction' })
    const year = yearOf(after)
    if (year !== standing.year) {
      const day = after.direction === 'incoming' ? after.arrivedOn : after.issuedOn
      throw new OperationError('outside-book', { day, period: 'year', from: `${year}-01-01` })
    }
    const place = { entryId: input.id, year, number: standing.number }
    const data = { ...place, before: formOf(standing), after, reason: input.reason }
    return saved(archive, input.id, { kind: 'secret-entry-corrected', data }, caller)
  },
  'secret.void': (archive, input, caller) => {
    const { direction, year, number, secrecy } = requireStanding(archive, input.id)
    const data = { entryId: input.id, direction, year, number, secrecy, reason: input.reason }
    return saved(archive, input.id, { kind: 'secret-entry-voided', data }, caller)
  }
}

function requireOn(archive: ArchiveContext): void {
  if (!secretBookOn(archive.db)) throw new OperationError('secret-book-off', {})
}

/** The body has ended: its secret books give no numbers for days after that either (B07). */
function requireOffice(archive: ArchiveContext, entry: SecretForm): void {
  const closed = closedFonds(archive.db, null)
  const day = entry[dayField(entry)] ?? ''
  if (closed && day > closed.on) throw new OperationError('fonds-closed', { day, closedOn: closed.on })
}

function requireStanding(archive: ArchiveContext, id: string): SecretEntry {
  requireOn(archive)
  const entry = secretEntry(archive.db, id)
  if (!entry) throw new OperationError('not-found', {})
  if (entry.voided !== null) throw new OperationError('conflict', {})
  return entry
}

/** What a line must say: the day that gives its book, who sent it, no subject for Tuyệt mật (domain.md §10). */
function checked(form: SecretForm): SecretForm {
  const entry = trimmed(form)
  if (entry.direction === 'incoming' && entry.arrivedOn === null) missing('arrivedOn')
  if (entry.direction === 'incoming' && entry.issuer === null) missing('issuer')
  if (entry.direction === 'outgoing' && entry.issuedOn === null) missing('issuedOn')
  if (entry.direction === 'outgoing' && entry.arrivedOn !== null) wrong('arrivedOn')
  if (entry.secrecy === 'tuyet-mat' && entry.subject !== null) {
    throw new OperationError('secret-subject-refused', { field: 'subject' })
  }
  if (entry.returnedOn !== null && entry.returnedOn < (entry.arrivedOn ?? entry.issuedOn ?? '')) wrong('returnedOn')
  return entry
}

function missing(field: string): never {
  throw new OperationError('missing-field', { field })
}

function wrong(field: string): never {
  throw new OperationError('bad-input', { field })
}

/** Composed letters, no white space around; nothing for an empty text. */
function trimmed(form: SecretForm): SecretForm {
  const text = (value: string | null) => value?.normalize('NFC').trim() || null
  return {
    ...form,
    issuer: text(form.issuer),
    reference: text(form.reference),
    subject: text(form.subject),
    signer: text(form.signer),
    keptBy: text(form.keptBy),
    recipients: text(form.recipients),
    note: text(form.note)
  }
}

function dayField(entry: SecretForm): 'arrivedOn' | 'issuedOn' {
  return entry.direction === 'incoming' ? 'arrivedOn' : 'issuedOn'
}

function yearOf(entry: SecretForm): number {
  return Number((entry[dayField(entry)] ?? '').slice(0, 4))
}

/** What a person wrote of a line, without what the book gave it. */
function formOf(entry: SecretEntry): SecretForm {
  const { id, year, number, voided, recordedAt, recordedBy, corrections, ...form } = entry
  return form
}

function saved(archive: ArchiveContext, id: string, event: NewEvent, caller: Caller) {
  const [written] = archive.commit([event], caller)
  const entry = secretEntry(archive.db, id)
  if (!entry) throw new OperationError('internal', {})
  return { entry, undo: written ? { seq: written.seq, what: written.kind } : null }
}
