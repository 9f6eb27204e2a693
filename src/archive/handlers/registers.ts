import type { registerOperations } from '#contract/operations/registers.ts'
import { registerPeriods } from '../store/register-periods.ts'
import { listRegister } from '../store/registers.ts'
import type { Handlers } from './handlers.ts'

type RegisterOperation = Extract<keyof typeof registerOperations, `register.${string}`>

export const registerHandlers: Handlers<RegisterOperation> = {
  'register.periods': (archive, input) => registerPeriods(archive.db, input.direction),
  'register.list': (archive, input) => listRegister(archive.db, input, archive.today())
}
