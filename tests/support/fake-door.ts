import type { EngineDoor } from '#archive/door.ts'
import { dispatch, type Engine } from '#contract/dispatch.ts'
import type { EngineEvent } from '#contract/events.ts'
import { OperationError } from '#contract/failures.ts'
import { operations } from '#contract/operations.ts'

/** A door whose engine knows no archive but keeps count: for tests of what stands before the engine. */
export type FakeDoor = EngineDoor &
  Readonly<{ calls: string[]; staged: number[]; push(event: EngineEvent): void; hearers(): number }>

/** `answers`: what single operations do; all others say no-archive. Input is checked by the real contract. */
export function fakeDoor(answers: Partial<Record<string, (input: unknown) => unknown>> = {}): FakeDoor {
  const calls: string[] = []
  const staged: number[] = []
  const hearers = new Set<(event: EngineEvent) => void>()
  const engine = Object.fromEntries(
    Object.keys(operations).map((name) => [
      name,
      (input: unknown) => {
        calls.push(name)
        const answer = answers[name]
        if (!answer) throw new OperationError('no-archive')
        return answer(input)
      }
    ])
  ) as unknown as Engine
  return {
    calls,
    staged,
    call: (name, input, { shell, name: caller = '' }) =>
      dispatch(engine, name, input, { name: caller, role: 'office', shell }),
    async stage(_name, source) {
      let bytes = 0
      if ('stream' in source) for await (const part of source.stream) bytes += part.length
      staged.push(bytes)
      return { ok: true, value: { staged: 's_0123456789' } }
    },
    locate: async () => ({ ok: false, code: 'not-found', detail: {} }),
    listen(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    push(event) {
      for (const hear of hearers) hear(event)
    },
    hearers: () => hearers.size,
    close: async () => {}
  }
}
