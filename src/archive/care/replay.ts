import { setImmediate as pause } from 'node:timers/promises'
import { OperationError } from '#contract/failures.ts'
import { apply } from '../apply/apply.ts'
import type { TextStore, WritableDb } from '../archive-context.ts'
import { derive } from '../derive/derive.ts'
import { readMark, writeMark } from '../ledger/high-water-mark.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { termCounts } from '../search/index-document.ts'

/** Events of one transaction: a kill costs no more than these. */
const EVENTS_A_COMMIT = 100

export type ReplayOptions = Readonly<{
  /** null: facts alone, nothing derived. */
  texts: Pick<TextStore, 'get'> | null
  to?: number
  signal?: AbortSignal
  step?(done: number): void
}>

/**
 * Takes a database from its mark to the ledger's head by `apply` and `derive`, in transactions that carry the mark with
 * them. Lets others run between two of them. Says how many events it took.
 */
export async function replay(db: WritableDb, ledger: Ledger, options: ReplayOptions): Promise<number> {
  const from = readMark(db).seq + 1
  const to = options.to ?? ledger.head().seq
  for (let at = from; at <= to; at += EVENTS_A_COMMIT) {
    if (options.signal?.aborted) throw new OperationError('cancelled')
    replayNow(db, ledger, options.texts, at, Math.min(to, at + EVENTS_A_COMMIT - 1))
    options.step?.(Math.min(to, at + EVENTS_A_COMMIT - 1) - from + 1)
    await pause()
  }
  return Math.max(0, to - from + 1)
}

/** The same without a pause, in one transaction: for the last few events before a database takes another's place. */
export function replayNow(
  db: WritableDb,
  ledger: Ledger,
  texts: Pick<TextStore, 'get'> | null,
  from: number = readMark(db).seq + 1,
  to: number = ledger.head().seq
): void {
  db.transaction(() => {
    const terms = termCounts()
    for (const event of ledger.read(from, to)) {
      apply(db, event)
      if (texts) derive(db, event, texts, terms)
      if (event.seq === to) writeMark(db, event)
    }
    terms.write(db)
  }).immediate()
}
