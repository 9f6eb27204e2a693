import { Worker } from 'node:worker_threads'
import { threadAddress } from '../files/thread-address.ts'
import { type FileSource, type StoredFile, storedFileOf } from '../vault/stored-file.ts'
import type { FileUnread, MediaType, ReadResult } from './read-result.ts'
import type { ReadNews } from './read-worker.ts'

/**
 * What one file may take (reliability.md S1): a file that wants more is damaged or hostile, or too much for this machine.
 * `milliseconds` count from when the thread begins on the file; each page read adds `millisecondsAPage`, so that a long honest
 * PDF on a slow machine is read to its end. `megabytes`: the thread's heap and the bytes it holds beside it, less the
 * file's own bytes.
 */
export type ReadLimits = Readonly<{ milliseconds: number; millisecondsAPage: number; megabytes: number }>
const LIMITS: ReadLimits = { milliseconds: 10_000, millisecondsAPage: 100, megabytes: 512 }
/** A thread that has not begun by then never will; an old disk needs seconds to bring the readers in. */
const BEGIN_WITHIN = 30_000
/** A file's bytes are held three times: as they were loaded, as they are given to pdf.js, as its inner worker has them. */
const OWN_COPIES = 3
const MOST_WORKERS = 2
/**
 * V8 ends the whole program, not the thread, when one allocation leaps over a thread's own limit (a table a damaged PDF
 * says has two thousand million places). So the limit is kept from outside, by looking often, and V8's lies far above it.
 */
const LOOK_EVERY = 25
const HEADROOM = 8
const MEGABYTE = 1024 * 1024
/** A worker is renewed after so many files, whatever they left behind in it. */
const FILES_A_WORKER = 300

type Held = { worker: Worker; read: number; megabytes: number }
const idle: Held[] = []
const waiting: (() => void)[] = []
let busy = 0

/**
 * Reads a file in a thread of its own, bounded in time and memory. A thread that runs over or dies takes nothing with
 * it: the file is said to be unread and the next one gets a new thread. Never throws.
 */
export async function readFile(
  source: FileSource,
  options: Readonly<{ signal?: AbortSignal | undefined; limits?: Partial<ReadLimits> }> = {}
): Promise<ReadResult> {
  const limits = { ...LIMITS, ...options.limits }
  await turn()
  try {
    if (options.signal?.aborted) return unread('cancelled', 'cancelled')
    return await readIn(take(limits), storedFileOf(source), limits, options.signal)
  } finally {
    busy--
    waiting.shift()?.()
  }
}

/** Ends the threads that wait for work; the engine calls it when it closes. */
export async function closeReaders(): Promise<void> {
  await Promise.all(idle.splice(0).map((held) => held.worker.terminate()))
}

async function turn(): Promise<void> {
  while (busy >= MOST_WORKERS) await new Promise<void>((resolve) => waiting.push(resolve))
  busy++
}

function take(limits: ReadLimits): Held {
  const at = idle.findIndex((held) => held.megabytes === limits.megabytes)
  const held = at >= 0 ? idle.splice(at, 1)[0] : undefined
  if (held) {
    held.worker.ref()
    return held
  }
  const worker = new Worker(threadAddress('read-worker', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes * HEADROOM },
    stdout: true,
    stderr: true
  })
  const made: Held = { worker, read: 0, megabytes: limits.megabytes }
  // A dying thread may still speak when nobody waits for it; and one that dies idle is not given out again.
  worker.on('error', () => drop(made))
  worker.on('exit', () => drop(made))
  return made
}

function readIn(
  held: Held,
  file: StoredFile,
  limits: ReadLimits,
  signal: AbortSignal | undefined
): Promise<ReadResult> {
  const { worker } = held
  return new Promise((resolve) => {
    let deadline = performance.now() + BEGIN_WITHIN
    let most = limits.megabytes * MEGABYTE
    let kind: MediaType | null = null
    const stop = (problem: string): void => end(stopped(kind, problem), false)
    const onAbort = (): void => end(unread('cancelled', 'cancelled'), false)
    const onMessage = (news: ReadNews): void => {
      if ('result' in news) end(news.result, true)
      else if ('kind' in news) kind = news.kind
      else if ('page' in news) deadline += limits.millisecondsAPage
      else {
        deadline = performance.now() + limits.milliseconds
        most += OWN_COPIES * news.bytes
      }
    }
    const onError = (error: Error & { code?: string }): void =>
      stop(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-heavy' : 'reader')
    const onExit = (): void => stop('reader')

    let ended = false
    // V8 answers for a thread that spins, too.
    const look = setInterval(() => {
      if (performance.now() > deadline) return stop('too-slow')
      worker.getHeapStatistics().then(
        (heap) => {
          if (heap.used_heap_size + heap.external_memory > most) stop('too-heavy')
        },
        () => undefined
      )
    }, LOOK_EVERY)

    // Listeners are taken off by name: a worker whose listeners are all removed at once hears no message again.
    function end(result: ReadResult, reusable: boolean): void {
      if (ended) return
      ended = true
      clearInterval(look)
      signal?.removeEventListener('abort', onAbort)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      if (reusable && ++held.read < FILES_A_WORKER) {
        worker.unref()
        idle.push(held)
      } else void worker.terminate()
      resolve(result)
    }
    signal?.addEventListener('abort', onAbort)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(file)
  })
}

function drop(held: Held): void {
  const at = idle.indexOf(held)
  if (at >= 0) idle.splice(at, 1)
}

/**
 * A file whose kind was told before its reading ran over is not known to be bad: it may be too much for this machine. One that
 * ran over before that is no paper anybody can tell.
 */
function stopped(mediaType: MediaType | null, problem: string): FileUnread {
  if (mediaType === null) return unread('file-damaged', problem)
  return { ok: false, code: problem === 'reader' ? 'file-damaged' : 'file-unread', mediaType, detail: { problem } }
}

function unread(code: FileUnread['code'], problem: string): FileUnread {
  return { ok: false, code, mediaType: null, detail: { problem } }
}
