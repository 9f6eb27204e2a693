import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'electron-vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '#contract/operations.ts'
import { resourcesFolder } from '#shell/program-folders.ts'
import { engineThreadOf } from '#tests/support/electron/engine-thread-of.ts'

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
    const engine = engineThreadOf(join(out, 'main'), resourcesFolder(), join(work, 'settings'))
    expect((await engine.makeSample(join(work, 'sample'))).state).toBe('done')
    const found = await engine.call<OutputOf<'document.find'>>('document.find', { reference: '221-CV/HU' })
    expect(found).toMatchObject({ ok: true, value: { documents: [{ issuedOn: '2021-08-12' }] } })
    await engine.end()
  })
})
