import { OperationError } from '#contract/failures.ts'
import type { Caller, Role } from '#contract/operations/operation.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { localDay } from '../ids.ts'
import { standing } from '../store/accounts.ts'
import { documentLine } from '../store/document-lines.ts'
import { isAccountKind } from './access-events.ts'
import type { EventKind, LedgerEvent } from './events.ts'
import { documentIdsOf } from './list-ledger.ts'

const DIRECTS: readonly EventKind[] = [
  'handling-assigned',
  'handling-removed',
  'handling-reported',
  'handling-report-removed',
  'handling-done',
  'handling-reopened',
  'deadline-dismissed',
  'directive-excused',
  'directive-required',
  'document-restricted',
  'document-unrestricted',
  'document-withdrawn',
  'withdrawal-refused'
]

/** What each role may take back of what it did itself; the clerk everything but accounts, which are the admin's. */
const OWN: Readonly<Record<Exclude<Role, 'clerk'>, readonly EventKind[]>> = {
  leader: DIRECTS,
  staff: ['handling-reported'],
  admin: ['office-saved']
}

/**
 * Throws `not-found` for what the caller cannot see or did not do, as if it were not there; `approval-needed` where the
 * clerk would withdraw an older filing alone though a leader has an account.
 */
export function requireOwnToUndo(archive: OpenedArchive, seq: number, caller: Caller): void {
  const { role } = caller
  if (role === 'office') return
  const [event] = [...archive.ledger.read(seq, seq)]
  if (!event || role === 'nobody' || !isTheirs(archive, event, caller)) throw new OperationError('not-found', { seq })
  if (role !== 'clerk' || standing(archive.db, 'leader') === 0) return
  const old = event.kind === 'document-filed' && localDay(new Date(event.at)) !== archive.today()
  if (old || event.kind === 'document-restored') throw new OperationError('approval-needed')
}

function isTheirs(archive: OpenedArchive, event: LedgerEvent, { role, name }: Caller): boolean {
  if (role === 'clerk') return !isAccountKind(event.kind)
  if (role === 'admin' && isAccountKind(event.kind)) return true
  if (role === 'office' || role === 'nobody') return false
  if (event.actor !== name || !OWN[role].includes(event.kind)) return false
  return documentIdsOf(archive, event).every((id) => documentLine(archive.db, id) !== undefined)
}
