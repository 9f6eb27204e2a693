import { type FailureDetail, OperationError, type Outcome } from './failures.ts'
import { type Caller, isOpenTo } from './operations/operation.ts'
import { type CheckedInputOf, type OperationName, type OutputOf, operations } from './operations.ts'

/** What the engine gives for each operation. */
export type Engine = Readonly<{
  [N in OperationName]: (input: CheckedInputOf<N>, caller: Caller) => OutputOf<N> | Promise<OutputOf<N>>
}>

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}

/**
 * The one door to the engine: checks name, role and input, runs, and answers with data. It never throws:
 * an error that is not an `OperationError` becomes `internal`, its text kept for `log` alone. `attended`: somebody is
 * signed in, whoever it is.
 */
export async function dispatch(
  engine: Engine,
  name: string,
  input: unknown,
  caller: Caller,
  log: (error: unknown, name: string) => void = () => {},
  attended = false
): Promise<Outcome<unknown>> {
  if (!isOperationName(name)) return { ok: false, code: 'unknown-operation', detail: {} }
  const operation = operations[name]
  if (!isOpenTo(operation, caller.role, attended)) {
    return { ok: false, code: caller.role === 'nobody' ? 'sign-in-needed' : 'not-allowed', detail: {} }
  }
  const checked = operation.input.safeParse(input)
  if (!checked.success) return { ok: false, code: 'bad-input', detail: issueDetail(checked.error.issues) }
  try {
    const run = engine[name] as (input: unknown, caller: Caller) => unknown
    return { ok: true, value: await run(checked.data, caller) }
  } catch (error) {
    if (error instanceof OperationError) return { ok: false, code: error.code, detail: error.detail }
    log(error, name)
    return { ok: false, code: 'internal', detail: {} }
  }
}

function issueDetail(issues: readonly { path: PropertyKey[]; code?: string }[]): FailureDetail {
  const first = issues[0]
  return first ? { field: first.path.map(String).join('.').slice(0, 100), problem: first.code ?? 'invalid' } : {}
}
