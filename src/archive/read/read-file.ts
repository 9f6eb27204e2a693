import { Worker } from 'node:worker_threads'
import type { FileUnread, ReadResult } from './read-result.ts'

/** What one file may take (reliability.md S1): a file that wants more is damaged or hostile, or too much for this machine. */
export type ReadLimits = Readonly<{ milliseconds: number; megabytes: number }>
const LIMITS: ReadLimits = { milliseconds: 20_000, megabytes: 512 }
const MOST_WORKERS = 2
/** A worker is renewed after so many files, whatever they left behind in it. */
const FILES_A_WORKER = 300

type Held = { worker: Worker; read: number; megabytes: number }
const idle: Held[] = []
const waiting: (() => void)[] = []
let busy = 0

/**
 * Reads a file in a thread of its own, bounded in time and memory. A thread that runs over or dies takes nothing with
 * it: the file is said to be unreadable and the next one gets a new thread. Never throws.
 */
export async function readFile(
  path: string,
  options: Readonly<{ signal?: AbortSignal | undefined; limits?: Partial<ReadLimits> }> = {}
): Promise<ReadResult> {
  const limits = { ...LIMITS, ...options.limits }
  await turn()
  try {
    if (options.signal?.aborted) return unread('cancelled', 'cancelled')
    return await readIn(take(limits), path, limits, options.signal)
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
  const worker = new Worker(workerAddress(), {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    stdout: true,
    stderr: true
  })
  return { worker, read: 0, megabytes: limits.megabytes }
}

/** Beside this module: TypeScript when run from the sources, JavaScript when built. */
function workerAddress(): URL {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./read-worker.${ending}`, import.meta.url)
}

function readIn(held: Held, path: string, limits: ReadLimits, signal: AbortSignal | undefined): Promise<ReadResult> {
  const { worker } = held
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(unread('file-damaged', 'too-slow'), false), limits.milliseconds)
    function end(result: ReadResult, reusable: boolean): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      // By name: the thread's own listeners, through which its messages come, must stay.
      for (const name of ['message', 'error', 'exit'] as const) worker.removeAllListeners(name)
      worker.on('error', () => {}) // a dying thread may still speak; nobody listens
      if (reusable && ++held.read < FILES_A_WORKER) {
        worker.unref()
        worker.removeAllListeners('error')
        worker.on('error', () => drop(held))
        worker.on('exit', () => drop(held))
        idle.push(held)
      } else void worker.terminate()
      resolve(result)
    }
    function onAbort(): void {
      end(unread('cancelled', 'cancelled'), false)
    }
    signal?.addEventListener('abort', onAbort)
    worker.once('message', (result: ReadResult) => end(result, true))
    worker.once('error', (error: Error & { code?: string }) =>
      end(unread('file-damaged', error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-heavy' : 'reader'), false)
    )
    worker.once('exit', () => end(unread('file-damaged', 'reader'), false))
    worker.postMessage(path)
  })
}

function drop(held: Held): void {
  const at = idle.indexOf(held)
  if (at >= 0) idle.splice(at, 1)
}

function unread(code: FileUnread['code'], problem: string): FileUnread {
  return { ok: false, code, mediaType: null, detail: { problem } }
}
