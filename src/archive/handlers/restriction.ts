import { OperationError } from '#contract/failures.ts'
import type { accountOperations, OpenTo } from '#contract/operations/accounts.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { RestrictedTo } from '../ledger/access-events.ts'
import type { NewEvent } from '../ledger/events.ts'
import {
  accountById,
  idleMinutes,
  restrictedIds,
  restrictedTo,
  restrictionOf,
  standing,
  withdrawalRequests
} from '../store/accounts.ts'
import { documentLine } from '../store/document-lines.ts'
import type { Handlers } from './handlers.ts'

type RestrictionOperation = Exclude<keyof typeof accountOperations, `account.${string}`>

export const restrictionHandlers: Handlers<RestrictionOperation> = {
  'document.access': (archive, input) => {
    line(archive, input.id)
    return { restriction: restrictionOf(archive.db, input.id) }
  },
  'document.restrict': (archive, input, caller) => {
    line(archive, input.id)
    const { id: documentId } = input
    const { to, reason } = restrictionAsked(archive, input, caller)
    const before = restrictedTo(archive.db, documentId)
    const undo = commitOne(archive, { kind: 'document-restricted', data: { documentId, to, reason, before } }, caller)
    return { restriction: restrictionOf(archive.db, documentId), undo }
  },
  'document.unrestrict': (archive, input, caller) => {
    line(archive, input.id)
    const before = restrictedTo(archive.db, input.id)
    if (!before) throw new OperationError('conflict', { problem: 'not-restricted' })
    const data = { documentId: input.id, reason: input.reason, before }
    return { undo: commitOne(archive, { kind: 'document-unrestricted', data }, caller) }
  },
  'restriction.list': (archive, input) => {
    const ids = restrictedIds(archive.db)
    const rows = ids.slice(input.offset, input.offset + input.limit).flatMap((id) => {
      const document = documentLine(archive.db, id)
      const restriction = restrictionOf(archive.db, id)
      return document && restriction ? [{ document, restriction }] : []
    })
    return { total: ids.length, rows }
  },
  'withdrawal.ask': (archive, input, caller) => {
    if (line(archive, input.id).withdrawn) throw new OperationError('conflict', { id: input.id })
    const data = { documentId: input.id, reason: input.reason }
    return { undo: commitOne(archive, { kind: 'withdrawal-asked', data }, caller) }
  },
  'withdrawal.refuse': (archive, input, caller) => {
    line(archive, input.id)
    if (!isAsked(archive, input.id)) throw new OperationError('conflict', { problem: 'not-asked' })
    const data = { documentId: input.id, reason: input.reason }
    return { undo: commitOne(archive, { kind: 'withdrawal-refused', data }, caller) }
  },
  'withdrawal.list': (archive) => ({
    requests: withdrawalRequests(archive.db).flatMap(({ documentId, ...request }) => {
      const document = documentLine(archive.db, documentId)
      return document ? [{ document, ...request }] : []
    })
  })
}

/** What somebody asks for, as the ledger will say it; throws `conflict` where the archive keeps no accounts. */
export function restrictionAsked(archive: ArchiveContext, { to, reason }: RestrictedTo, caller: Caller): RestrictedTo {
  if (idleMinutes(archive.db) === null) throw new OperationError('conflict', { problem: 'no-accounts' })
  return { to: openTo(archive, to, caller), reason }
}

/**
 * Two people withdraw a paper where a leader has an account: who keeps the register asks, the leader does it. Throws
 * `approval-needed`, or `conflict` where nobody asked.
 */
export function requireTwo(archive: Pick<ArchiveContext, 'db'>, documentId: string, caller: Caller): void {
  if (caller.role === 'clerk' && standing(archive.db, 'leader') > 0) throw new OperationError('approval-needed')
  if (caller.role === 'leader' && !isAsked(archive, documentId)) {
    throw new OperationError('conflict', { problem: 'not-asked' })
  }
}

function isAsked(archive: Pick<ArchiveContext, 'db'>, documentId: string): boolean {
  return withdrawalRequests(archive.db).some((one) => one.documentId === documentId)
}

/** Each once, in a steady order. A leader who restricts a paper is among those who see it. */
function openTo(archive: ArchiveContext, to: OpenTo, caller: Caller): OpenTo {
  for (const id of to.accounts) {
    if (!accountById(archive.db, id)) throw new OperationError('not-found', { account: id })
  }
  const self = caller.role === 'leader' && !to.roles.includes('leader') ? caller.accountId : null
  const accounts = [...new Set([...to.accounts, ...(self ? [self as OpenTo['accounts'][number]] : [])])].sort()
  return { accounts, roles: [...new Set(to.roles)].sort() }
}

function line(archive: ArchiveContext, id: string) {
  const found = documentLine(archive.db, id)
  if (!found) throw new OperationError('not-found', { id })
  return found
}

function commitOne(archive: ArchiveContext, event: NewEvent, caller: Caller) {
  const [written] = archive.commit([event], caller)
  return written ? { seq: written.seq, what: written.kind } : null
}
