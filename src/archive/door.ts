import type { ReadableStream } from 'node:stream/web'
import type { FileAddress } from '#contract/client.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Outcome } from '#contract/failures.ts'
import type { Asker } from '#contract/operations/operation.ts'
import type { ProgramPlace } from './update/program-place.ts'
import type { StoredFile } from './vault/stored-file.ts'

/** A file handed in: one that lies on this machine (only read), or bytes as they come in. */
export type StageSource = Readonly<{ path: string }> | Readonly<{ stream: ReadableStream<Uint8Array> }>

/** The bytes behind a `FileAddress`: for a shell to stream them out (`streamStored`), never to write. */
export type LocatedFile = StoredFile & Readonly<{ name: string; mediaType: string; bytes: number }>

/** What a shell holds of the engine: in its own thread (`host.ts`) or beside it (tests, command line). Nothing here throws. */
export type EngineDoor = Readonly<{
  /** The contract's one road: `dispatch`. Who calls is found out here, by the session's token or that there are no accounts. */
  call(name: string, input: unknown, asker: Asker): Promise<Outcome<unknown>>
  stage(name: string, source: StageSource, asker: Asker): Promise<Outcome<{ staged: string }>>
  locate(address: FileAddress, asker: Asker): Promise<Outcome<LocatedFile>>
  /** What the asker's session may hear of. Returns the way to stop listening. */
  listen(hear: (event: EngineEvent) => void, asker: Asker): () => void
  /** Finishes what runs, checkpoints and gives up the lock. */
  close(): Promise<void>
}>

/** Makes a PDF of a print view (HTML that stands alone); given by the shell, null where it has no way to. */
export type Printer = (html: string) => Promise<Uint8Array>

/** What an engine is made with. */
export type EngineOptions = Readonly<{
  shell: Asker['shell']
  version: string
  /** Where the list of recent archives and the default folder are kept; created when first written. */
  settingsFolder: string
  /** `resources/` of the program: the sample archive's sources and fonts. */
  resourcesFolder: string
  printer: Printer | null
  /** Where the program lies, if it is one that can unpack a newer version beside itself; left out: it is not. */
  program?: ProgramPlace | null
  now?: () => Date
  /** Milliseconds of a clock nobody can set. */
  monotonic?: () => number
  /** scrypt's cost: a test's to lower, and no shell hands it on. */
  passwordCost?: number
  log?: (error: unknown, where: string) => void
}>
