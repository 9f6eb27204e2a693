import { Worker } from 'node:worker_threads'
import type { EngineEvent } from '#contract/events.ts'
import { OperationError, type Outcome } from '#contract/failures.ts'
import type { EngineDoor, EngineOptions, LocatedFile } from './door.ts'
import { threadAddress } from './files/thread-address.ts'
import type { FromThread, ThreadOptions, ToThread } from './thread-messages.ts'

type Question = ToThread extends infer M
  ? M extends { type: 'printed' }
    ? never
    : M extends ToThread
      ? Omit<M, 'seq'>
      : never
  : never

/**
 * What an answer needs is gone with it: a small nursery is emptied more often and holds a good deal less memory. Filing in
 * bulk cost no more processor time with it than without (ADR 0003).
 */
export const YOUNG_MB = 16

/**
 * Starts the engine in a worker thread; the door is the same as beside it. `now` stays on this side: the thread has its own
 * clock. `gone`: the thread ended without being asked to.
 */
export function startHost(options: EngineOptions, gone: () => void = () => {}): EngineDoor {
  const { shell, version, settingsFolder, resourcesFolder, printer, program = null } = options
  const log = options.log ?? (() => {})
  const workerOptions: ThreadOptions = {
    shell,
    version,
    settingsFolder,
    resourcesFolder,
    program,
    canPrint: printer !== null
  }
  const worker = new Worker(threadAddress('engine-thread', import.meta.url), {
    workerData: workerOptions,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB }
  })
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>()
  const hearers = new Map<number, (event: EngineEvent) => void>()
  let listeners = 0
  let asked = 0
  let alive = true
  let closing = false

  worker.on('message', (message: FromThread) => {
    switch (message.type) {
      case 'answer':
        waiting.get(message.seq)?.(message.outcome)
        waiting.delete(message.seq)
        return
      case 'event':
        hearers.get(message.listener)?.(message.event)
        return
      case 'print':
        void print(message.seq, message.html)
        return
      case 'log':
        log(message.text, message.where)
        return
    }
  })
  worker.on('error', (error) => log(error, 'engine-thread'))
  worker.on('exit', () => {
    alive = false
    for (const answer of waiting.values()) answer(GONE)
    waiting.clear()
    if (!closing) gone()
  })

  async function print(seq: number, html: string): Promise<void> {
    const outcome = await printed(html)
    if (alive) worker.postMessage({ type: 'printed', seq, outcome } satisfies ToThread)
  }

  /** What the shell's printer says crosses as data, its own failure too ("no-printer"). */
  async function printed(html: string): Promise<Extract<ToThread, { type: 'printed' }>['outcome']> {
    if (!printer) return { ok: false, code: 'no-printer', detail: {} }
    try {
      return { ok: true, value: await printer(html) }
    } catch (error) {
      log(error, 'printer')
      if (error instanceof OperationError) return { ok: false, code: error.code, detail: error.detail }
      return { ok: false, code: 'io-error', detail: { printer: 'failed' } }
    }
  }

  function ask(question: Question, transfer: readonly Transferable[] = []): Promise<Outcome<unknown>> {
    if (!alive) return Promise.resolve(GONE)
    return new Promise((resolve) => {
      const seq = ++asked
      waiting.set(seq, resolve)
      try {
        worker.postMessage({ ...question, seq }, transfer as never)
      } catch (error) {
        // An input that cannot be cloned is no input of the contract.
        log(error, 'host')
        waiting.delete(seq)
        resolve({ ok: false, code: 'bad-input', detail: {} })
      }
    })
  }

  return {
    call: (name, input, asker) => ask({ type: 'call', name, input, asker }),
    stage: (name, source, asker) =>
      ('path' in source
        ? ask({ type: 'stage-path', name, path: source.path, asker })
        : ask({ type: 'stage-stream', name, stream: source.stream, asker }, [source.stream])) as Promise<
        Outcome<{ staged: string }>
      >,
    locate: (address, asker) => ask({ type: 'locate', address, asker }) as Promise<Outcome<LocatedFile>>,
    listen(hear, asker) {
      const listener = ++listeners
      hearers.set(listener, hear)
      void ask({ type: 'listen', listener, asker })
      return () => {
        hearers.delete(listener)
        void ask({ type: 'unlisten', listener })
      }
    },
    async close() {
      closing = true
      await ask({ type: 'close' })
      await worker.terminate()
      hearers.clear()
    }
  }
}

type Transferable = ReadableStream | ArrayBuffer | import('node:stream/web').ReadableStream

const GONE: Outcome<never> = { ok: false, code: 'internal', detail: {} }
