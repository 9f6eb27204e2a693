import { listLedger } from '../ledger/list-ledger.ts'
import { undo } from '../ledger/undo.ts'
import type { EngineHandlers } from './engine-host.ts'

export const ledgerHandlers: EngineHandlers<'ledger.list' | 'ledger.undo'> = {
  'ledger.list': (engine, input) => listLedger(engine.archive(), input),
  'ledger.undo': (engine, input, caller) => ({ seq: undo(engine.archive(), input.seq, caller).seq })
}
