import type { EngineEvent } from './events.ts'
import type { Failure, Outcome } from './failures.ts'
import type { InputOf, OperationName, OutputOf } from './operations.ts'

/** What a file door wants to know: a filed original, or one that waits in the review queue. */
export type FileAddress = Readonly<{ documentId: string; sha256: string } | { intakeId: string }>

/** A shell's wires: one call door, a door for bytes in and out, and the event stream. */
export type Transport = Readonly<{
  call(name: OperationName, input: unknown): Promise<Outcome<unknown>>
  /** Hands a dropped or chosen file (a DOM `File`) to the engine's staging place; the answer is a StagedId. */
  stage(file: Readonly<{ name: string; size: number }>): Promise<Outcome<{ staged: string }>>
  /** The bytes of an original, unchanged. */
  bytes(address: FileAddress): Promise<Outcome<ArrayBuffer>>
  listen(hear: (event: EngineEvent) => void): () => void
}>

/** A call that failed: what the screens show words for. */
export class CallError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'CallError'
    this.failure = failure
  }
}

export type Client = Readonly<{
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
}>

/** The typed client over any transport; throws `CallError`. */
export function createClient(transport: Pick<Transport, 'call'>): Client {
  return {
    async call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
      const outcome = await transport.call(name, input)
      if (!outcome.ok) throw new CallError(outcome)
      return outcome.value as OutputOf<N>
    }
  }
}
