import type { WritableDb } from '../archive-context.ts'
import type { EventKind, LedgerEventOf } from '../ledger/events.ts'

/** For each kind of fact, what it does to the fact tables. Deterministic: ids and times are in the event. */
export type Appliers<K extends EventKind> = { readonly [E in K]: (db: WritableDb, event: LedgerEventOf<E>) => void }
