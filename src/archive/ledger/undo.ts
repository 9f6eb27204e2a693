import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { LedgerEvent } from './events.ts'
import { inverseOf } from './inverse.ts'
import type { Ledger } from './ledger.ts'
import { parseLine } from './ledger-line.ts'
import { standsInTheWay } from './touches.ts'

/** Takes the event `seq` back by appending its inverse; refused when something later speaks of the same thing. */
export function undo(
  archive: Pick<ArchiveContext, 'commit' | 'today'> & Readonly<{ ledger: Ledger }>,
  seq: number,
  caller: Caller
): LedgerEvent {
  const { ledger } = archive
  const [event] = [...ledger.read(seq, seq)]
  if (!event) throw new OperationError('not-found', { seq })
  for (const later of ledger.read(seq + 1)) {
    if (standsInTheWay(later, event)) throw new OperationError('conflict', { seq, later: later.seq })
  }
  const inverse = inverseOf(event, { before: (at) => eventsBefore(ledger, at), today: archive.today() })
  if (!inverse) throw new OperationError('conflict', { seq })
  const [written] = archive.commit([inverse], caller)
  if (!written) throw new OperationError('internal')
  return written
}

function* eventsBefore(ledger: Ledger, seq: number): Generator<LedgerEvent> {
  for (const { line } of ledger.readBack(seq)) yield parseLine(line)
}
