import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Outcome } from '#contract/failures.ts'
import type { OutputOf } from '#contract/operations.ts'

export type EngineThread = Readonly<{
  call<T>(name: string, input: unknown): Promise<Outcome<T>>
  /** Makes the sample archive in a folder and waits until it is there. */
  makeSample(folder: string): Promise<OutputOf<'job.get'>>
  end(): Promise<unknown>
}>

/** The engine's built thread, started as the main process starts it. */
export function engineThreadOf(main: string, resourcesFolder: string, settingsFolder: string): EngineThread {
  const worker = new Worker(pathToFileURL(join(main, 'engine-thread.js')), {
    workerData: { shell: 'electron', version: 'test', settingsFolder, resourcesFolder, canPrint: false }
  })
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>()
  let asked = 0
  worker.on('message', (message: { type: string; seq: number; outcome: Outcome<unknown> }) => {
    if (message.type === 'answer') waiting.get(message.seq)?.(message.outcome)
  })
  worker.on('error', (error) => {
    for (const answer of waiting.values()) answer({ ok: false, code: 'internal', detail: { problem: String(error) } })
  })
  function call<T>(name: string, input: unknown): Promise<Outcome<T>> {
    const seq = ++asked
    return new Promise((resolve) => {
      waiting.set(seq, (outcome) => resolve(outcome as Outcome<T>))
      worker.postMessage({ type: 'call', seq, name, input, asker: { name: 'x', shell: 'electron' } })
    })
  }
  return {
    call,
    async makeSample(folder) {
      const made = await call<{ jobId: string }>('archive.sample', { folder })
      if (!made.ok) throw new Error(`${made.code} ${JSON.stringify(made.detail)}`)
      for (;;) {
        const job = await call<OutputOf<'job.get'>>('job.get', { jobId: made.value.jobId })
        if (!job.ok) throw new Error(job.code)
        if (job.value.state !== 'running') return job.value
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    end: () => worker.terminate()
  }
}
