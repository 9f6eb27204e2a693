import type { ReadableDb } from '../archive-context.ts'
import { type Bits, clearBit } from './bits.ts'

/** Rows a connection hides, where it hides any: the index knows nothing of them. */
const hidden = new WeakMap<ReadableDb, readonly number[]>()

/** Tells one list of hidden rows of a connection from another: whatever is kept of the rest is not to outlive it. */
export function hiddenStamp(db: ReadableDb): string {
  return (hidden.get(db) ?? []).join(' ')
}

/** From now on these rows are found by nothing that is asked over this connection. */
export function hide(db: ReadableDb, rows: readonly number[]): void {
  hidden.set(db, rows)
}

export function hides(db: ReadableDb): boolean {
  return hidden.has(db)
}

/** Takes hidden rows out of what the index said. */
export function withoutHidden(db: ReadableDb, bits: Bits): Bits {
  for (const n of hidden.get(db) ?? []) if (n >>> 5 < bits.length) clearBit(bits, n)
  return bits
}

/** What a query over the index adds, so that a page of hits is full of what is open. */
export function openRows(db: ReadableDb, n: string): string | null {
  return hides(db) ? `${n} NOT IN (SELECT n FROM temp.hidden_document)` : null
}
