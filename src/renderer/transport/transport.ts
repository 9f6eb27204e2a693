import type { FileAddress } from '#contract/client.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Outcome } from '#contract/failures.ts'
import type { OperationName } from '#contract/operations.ts'

/** The wires the screens use: the contract's transport, with DOM files and the share of bytes sent. */
export type AppTransport = Readonly<{
  shell: 'electron' | 'loopback'
  call(name: OperationName, input: unknown): Promise<Outcome<unknown>>
  stage(file: File, onProgress?: (share: number) => void): Promise<Outcome<{ staged: string }>>
  bytes(address: FileAddress): Promise<Outcome<ArrayBuffer>>
  listen(hear: (event: EngineEvent) => void): () => void
  /** The system's own folder dialog, where the shell has one. null: none chosen. */
  chooseFolder?(): Promise<string | null>
}>
