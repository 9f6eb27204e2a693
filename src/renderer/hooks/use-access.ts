import type { AccessState } from '#contract/operations/accounts.ts'
import type { OperationName } from '#contract/operations.ts'
import { ROLE_TABLE } from '#contract/role-table.ts'
import { useCall } from './use-call.ts'

export type Access = Readonly<{
  /** null: not known yet. */
  state: AccessState | null
  /** Whether whoever is signed in may; everyone may where the office keeps no accounts. What is not known yet, may. */
  may(operation: OperationName): boolean
}>

/** Who is signed in and what they may: what a role may not is not offered, and the engine refuses it besides. */
export function useAccess(): Access {
  const state = useCall('account.state', {}, { keep: true }).data ?? null
  return { state, may: (operation) => mayDo(state, operation) }
}

function mayDo(state: AccessState | null, operation: OperationName): boolean {
  if (!state?.on) return true
  return state.account !== null && (ROLE_TABLE[operation] ?? []).includes(state.account.role)
}
