import { OperationError } from '#contract/operation-error.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { accountById, accountByName, standing } from '../store/accounts.ts'

/**
 * What must hold of accounts whoever changes them, an undo too: one admin at least may sign in, and no two accounts have
 * one name.
 */
export function requireAccounts(db: ReadableDb, events: readonly NewEvent[]): void {
  for (const event of events) {
    if (event.kind === 'account-saved' || event.kind === 'account-created') {
      const other = accountByName(db, event.data.name)
      if (other && other.id !== event.data.accountId) throw new OperationError('duplicate', { name: other.name })
    }
    const loses =
      event.kind === 'account-disabled' || (event.kind === 'account-saved' && event.data.role !== 'admin')
        ? accountById(db, event.data.accountId)
        : null
    if (loses?.role === 'admin' && loses.disabled === null && standing(db, 'admin') === 1) {
      throw new OperationError('conflict', { problem: 'last-admin' })
    }
  }
}
