import type { EngineEvent } from '#contract/events.ts'
import type { ArchiveState, Office } from '#contract/operations/archive.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { CheckedInputOf, OperationName, OutputOf } from '#contract/operations.ts'
import type { Access } from '../accounts/access.ts'
import type { OpenedArchive } from '../archive-session.ts'
import type { EngineOptions } from '../door.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { NewEncryption } from '../vault/new-keys.ts'
import type { Secret } from '../vault/slots.ts'

/** The engine around the archive, for the operations that open, close and care for one. */
export type EngineHost = Readonly<{
  options: EngineOptions
  jobs: Jobs
  /** The open archive; throws `no-archive` where none is. */
  archive(): OpenedArchive
  state(): ArchiveState
  /** Throws `archive-sealed` for an encrypted one without its secret; the state then says that it waits for it. */
  open(folder: string, secret?: Secret): Promise<ArchiveState>
  create(folder: string, office: Office, caller: Caller, encryption: NewEncryption | null): Promise<ArchiveState>
  close(): Promise<ArchiveState>
  /** Pushes the state to every window. */
  announce(): void
  emit(event: EngineEvent): void
  log(error: unknown, where: string): void
  /** Accounts and sessions of the open archive; null where none is open. */
  access(): Access | null
  /** Whether a job is there for whoever asks. */
  owns(jobId: string): boolean
  /** The engine as a caller finds it: over an archive that hides what is not open to them. */
  seenBy(caller: Caller): EngineHost
}>

export type EngineHandler<N extends OperationName> = (
  engine: EngineHost,
  input: CheckedInputOf<N>,
  caller: Caller
) => OutputOf<N> | Promise<OutputOf<N>>

export type EngineHandlers<N extends OperationName> = { readonly [K in N]: EngineHandler<K> }
