import { undoToQueue } from '../backlog/undo-filing.ts'
import { listLedger } from '../ledger/list-ledger.ts'
import type { EngineHandlers } from './engine-host.ts'

export const ledgerHandlers: EngineHandlers<'ledger.list' | 'ledger.undo'> = {
  'ledger.list': (engine, input) => listLedger(engine.archive(), input),
  'ledger.undo': async (engine, input, caller) => ({
    seq: (await undoToQueue(engine.archive(), input.seq, caller)).seq
  })
}
