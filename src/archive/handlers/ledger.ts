import { undoToQueue } from '../backlog/undo-filing.ts'
import { findMark, headMark } from '../ledger/find-mark.ts'
import { listLedger } from '../ledger/list-ledger.ts'
import { requireOwnToUndo } from '../ledger/own-undo.ts'
import type { EngineHandlers } from './engine-host.ts'

export const ledgerHandlers: EngineHandlers<'ledger.list' | 'ledger.mark' | 'ledger.checkMark' | 'ledger.undo'> = {
  'ledger.list': (engine, input, caller) => listLedger(engine.archive(), input, caller),
  'ledger.mark': (engine) => headMark(engine.archive()),
  'ledger.checkMark': (engine, input) => findMark(engine.archive(), input.mark),
  'ledger.undo': async (engine, input, caller) => {
    const archive = engine.archive()
    requireOwnToUndo(archive, input.seq, caller)
    const { seq } = await undoToQueue(archive, input.seq, caller)
    engine.access()?.sweep()
    return { seq }
  }
}
