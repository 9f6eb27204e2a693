import { undoToQueue } from '../backlog/undo-filing.ts'
import { findMark, headMark } from '../ledger/find-mark.ts'
import { listLedger } from '../ledger/list-ledger.ts'
import type { EngineHandlers } from './engine-host.ts'

export const ledgerHandlers: EngineHandlers<'ledger.list' | 'ledger.mark' | 'ledger.checkMark' | 'ledger.undo'> = {
  'ledger.list': (engine, input) => listLedger(engine.archive(), input),
  'ledger.mark': (engine) => headMark(engine.archive()),
  'ledger.checkMark': (engine, input) => findMark(engine.archive(), input.mark),
  'ledger.undo': async (engine, input, caller) => ({
    seq: (await undoToQueue(engine.archive(), input.seq, caller)).seq
  })
}
