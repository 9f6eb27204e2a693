import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { threadAddress } from '../files/thread-address.ts'
import type { OcrProblem, OcrQuestion, OcrResult } from './ocr-result.ts'
import { OCR_PACKAGES } from './recognizer.ts'

/** What one page may take; an old office machine needs some forty seconds. */
export type OcrLimits = Readonly<{ milliseconds: number; megabytes: number }>
const LIMITS: OcrLimits = { milliseconds: 180_000, megabytes: 1024 }
/** The thread is renewed after so many pages, whatever they left behind in it, and ended when nothing came for a while. */
const PAGES_A_WORKER = 60
const IDLE_MS = 30_000
const LOOK_EVERY = 100
const MEGABYTE = 1024 * 1024

export type OcrReader = Readonly<{
  /** Reads one page; those who ask wait for their turn. Never throws. */
  read(question: OcrQuestion, signal?: AbortSignal): Promise<OcrResult>
  close(): Promise<void>
}>

export type OcrReaderOptions = Readonly<{ limits?: Partial<OcrLimits>; worker?: URL; execArgv?: string[] }>

/** Whether this installation has what OCR needs. Without it everything else works. */
export function ocrAvailable(): boolean {
  const { resolve } = createRequire(import.meta.url)
  return OCR_PACKAGES.every((name) => {
    try {
      return resolve(name) !== ''
    } catch {
      return false
    }
  })
}

/**
 * One thread that reads pages one after the other, bounded in time and memory. A page that makes it run over or die is
 * said to be unread, and the next one gets a new thread: the engine goes on.
 */
export function createOcrReader(options: OcrReaderOptions = {}): OcrReader {
  const limits = { ...LIMITS, ...options.limits }
  let held: { worker: Worker; pages: number } | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function drop(): Promise<void> {
    clearTimeout(idle)
    const { worker } = held ?? {}
    held = null
    await worker?.terminate()
  }

  function take(): Worker {
    clearTimeout(idle)
    if (!held) {
      const worker = new Worker(options.worker ?? threadAddress('ocr-worker', import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
        stdout: true,
        stderr: true,
        ...(options.execArgv ? { execArgv: options.execArgv } : {})
      })
      const made = { worker, pages: 0 }
      const forget = (): void => {
        if (held === made) held = null
      }
      worker.on('error', forget)
      worker.on('exit', forget)
      // What the engine says of its work ("Detected 12 diacritics") is nobody's business.
      worker.stdout.resume()
      worker.stderr.resume()
      held = made
    }
    held.worker.ref()
    return held.worker
  }

  function readIn(worker: Worker, question: OcrQuestion, signal: AbortSignal | undefined): Promise<OcrResult> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => void fail('too-slow'), limits.milliseconds)
      // Pictures are unpacked outside the heap, which the thread's own limit does not see.
      const look = setInterval(() => {
        worker.getHeapStatistics().then(
          (heap) => {
            if (heap.used_heap_size + heap.external_memory > limits.megabytes * MEGABYTE) void fail('too-heavy')
          },
          () => undefined
        )
      }, LOOK_EVERY)
      const onAbort = (): void => void fail('cancelled')
      const onMessage = (result: OcrResult): void => end(result)
      const onError = (error: Error & { code?: string }): void =>
        void fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-heavy' : 'died')
      const onExit = (): void => void fail('died')

      let ended = false
      function end(result: OcrResult): void {
        ended = true
        clearTimeout(timer)
        clearInterval(look)
        signal?.removeEventListener('abort', onAbort)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        resolve(result)
      }
      async function fail(problem: OcrProblem): Promise<void> {
        if (ended) return
        end({ ok: false, problem })
        if (held?.worker === worker) held = null
        await worker.terminate()
      }
      signal?.addEventListener('abort', onAbort)
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage(question)
    })
  }

  async function readNow(question: OcrQuestion, signal: AbortSignal | undefined): Promise<OcrResult> {
    if (signal?.aborted) return { ok: false, problem: 'cancelled' }
    const result = await readIn(take(), question, signal)
    if (held) {
      if (++held.pages >= PAGES_A_WORKER) await drop()
      else {
        held.worker.unref()
        idle = setTimeout(() => void drop(), IDLE_MS).unref()
      }
    }
    return result
  }

  return {
    read(question, signal) {
      const next = turn.then(() => readNow(question, signal))
      turn = next
      return next
    },
    close: drop
  }
}
