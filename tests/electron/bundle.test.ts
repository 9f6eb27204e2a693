import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'electron-vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '#contract/failures.ts'
import type { OutputOf } from '#contract/operations.ts'
import { resourcesFolder } from '#shell/program-folders.ts'

/**
 * The built main process' threads, run in Node: the engine starts from the bundle and reads files in its own reading
 * thread. NOT RUN IN ELECTRON: `index.js` itself needs it.
 */
const ROOT = join(import.meta.dirname, '../..')
// Inside the project, so that the bundle finds node_modules as the installed program does.
const out = mkdtempSync(join(ROOT, 'out-bundle-'))
const work = mkdtempSync(join(tmpdir(), 'vankho-bundle-'))

beforeAll(async () => {
  process.env.VANKHO_BUNDLE_OUT = out
  await build({ root: ROOT, configFile: join(ROOT, 'electron.vite.config.ts'), logLevel: 'silent' })
}, 60_000)
afterAll(() => {
  for (const folder of [out, work]) rmSync(folder, { recursive: true, force: true })
})

describe('the bundle of the main process (not run in Electron)', () => {
  it('has its threads beside it and a CommonJS preload', () => {
    expect(readdirSync(join(out, 'main'))).toEqual(
      expect.arrayContaining(['index.js', 'engine-thread.js', 'read-worker.js'])
    )
    expect(readdirSync(join(out, 'preload'))).toEqual(['preload.cjs'])
  })

  it('files the sample archive from its own engine and reading threads', async () => {
    const worker = new Worker(pathToFileURL(join(out, 'main', 'engine-thread.js')), {
      workerData: {
        shell: 'electron',
        version: 'test',
        settingsFolder: join(work, 'settings'),
        resourcesFolder: resourcesFolder(),
        canPrint: false
      }
    })
    const waiting = new Map<number, (outcome: Outcome<unknown>) => void>()
    worker.on('message', (message: { type: string; seq: number; outcome: Outcome<unknown> }) => {
      if (message.type === 'answer') waiting.get(message.seq)?.(message.outcome)
    })
    worker.on('error', (error) => {
      for (const answer of waiting.values()) answer({ ok: false, code: 'internal', detail: { problem: String(error) } })
    })
    function call<T>(name: string, input: unknown): Promise<Outcome<T>> {
      const seq = waiting.size + 1
      return new Promise((resolve) => {
        waiting.set(seq, (outcome) => resolve(outcome as Outcome<T>))
        worker.postMessage({ type: 'call', seq, name, input, caller: { name: 'x', role: 'clerk', shell: 'electron' } })
      })
    }
    const made = await call<{ jobId: string }>('archive.sample', { folder: join(work, 'sample') })
    if (!made.ok) throw new Error(made.code)
    for (;;) {
      const job = await call<OutputOf<'job.get'>>('job.get', { jobId: made.value.jobId })
      if (!job.ok) throw new Error(job.code)
      if (job.value.state !== 'running') {
        expect(job.value.state).toBe('done')
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const found = await call<OutputOf<'document.find'>>('document.find', { reference: '221-CV/HU' })
    expect(found).toMatchObject({ ok: true, value: { documents: [{ issuedOn: '2021-08-12' }] } })
    await worker.terminate()
  })
})
