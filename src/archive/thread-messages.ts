import type { ReadableStream } from 'node:stream/web'
import type { FileAddress } from '#contract/client.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Failure, Outcome } from '#contract/failures.ts'
import type { Asker } from '#contract/operations/operation.ts'
import type { EngineOptions } from './door.ts'

/** What the engine's thread is started with: the options that can cross. */
export type ThreadOptions = Readonly<
  Pick<EngineOptions, 'shell' | 'version' | 'settingsFolder' | 'resourcesFolder' | 'program'> & { canPrint: boolean }
>

/** To the engine's thread. Each question has a number; its answer bears the same. */
export type ToThread =
  | Readonly<{ type: 'call'; seq: number; name: string; input: unknown; asker: Asker }>
  | Readonly<{ type: 'stage-path'; seq: number; name: string; path: string; asker: Asker }>
  | Readonly<{ type: 'stage-stream'; seq: number; name: string; stream: ReadableStream<Uint8Array>; asker: Asker }>
  | Readonly<{ type: 'locate'; seq: number; address: FileAddress; asker: Asker }>
  | Readonly<{ type: 'listen'; seq: number; listener: number; asker: Asker }>
  | Readonly<{ type: 'unlisten'; seq: number; listener: number }>
  | Readonly<{ type: 'close'; seq: number }>
  | Readonly<{ type: 'printed'; seq: number; outcome: Readonly<{ ok: true; value: Uint8Array }> | Failure }>

/** From the engine's thread. */
export type FromThread =
  | Readonly<{ type: 'answer'; seq: number; outcome: Outcome<unknown> }>
  | Readonly<{ type: 'event'; listener: number; event: EngineEvent }>
  | Readonly<{ type: 'print'; seq: number; html: string }>
  | Readonly<{ type: 'log'; where: string; text: string }>
