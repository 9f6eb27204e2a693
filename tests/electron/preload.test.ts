import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { CHANNELS } from '#contract/channels.ts'

/** Checklist 20. NOT RUN IN ELECTRON: the bundle is run here beside a stand-in of `electron`. */
const ROOT = join(import.meta.dirname, '../..')
const KEYS = ['bytes', 'call', 'chooseFolder', 'dragFile', 'listen', 'openFile', 'printPage', 'stage']

describe('the preload (not run in Electron)', () => {
  it('is under 40 lines', () => {
    expect(readFileSync(join(ROOT, 'src/preload/preload.ts'), 'utf8').split('\n').length).toBeLessThan(40)
  })

  it('exposes one frozen object with exactly these functions, and takes nothing but electron', async () => {
    const { bridge, name, required } = await loadPreload()
    expect(name).toBe('vankho')
    expect(Object.keys(bridge).sort()).toEqual(KEYS)
    expect(Object.isFrozen(bridge)).toBe(true)
    expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true)
    expect(required).toEqual(['electron'])
  })

  it('passes calls on its own channels alone, and gives no event object of Electron on', async () => {
    const { bridge, invoked, listeners } = await loadPreload()
    await bridge.call?.('overview', {})
    await bridge.stage?.({ name: 'a.pdf', path: '/home/a.pdf' })
    await bridge.stage?.({ name: 'b.pdf', path: '', arrayBuffer: async () => 'bytes' })
    await bridge.bytes?.({ intakeId: 'i_0123' })
    await bridge.printPage?.({})
    await bridge.chooseFolder?.()
    await bridge.openFile?.({ intakeId: 'i_0123' })
    await bridge.dragFile?.({ intakeId: 'i_0123' })
    expect(invoked).toEqual([
      [CHANNELS.call, 'overview', {}],
      [CHANNELS.stagePath, 'a.pdf', '/home/a.pdf'],
      [CHANNELS.stageBytes, 'b.pdf', 'bytes'],
      [CHANNELS.bytes, { intakeId: 'i_0123' }],
      [CHANNELS.printPage, {}],
      [CHANNELS.chooseFolder],
      [CHANNELS.openFile, { intakeId: 'i_0123' }],
      [CHANNELS.dragFile, { intakeId: 'i_0123' }]
    ])
    const heard: unknown[][] = []
    const stop = bridge.listen?.((...args: unknown[]) => heard.push(args)) as () => void
    listeners.get(CHANNELS.event)?.({ sender: 'secret' }, { type: 'changed' })
    expect(heard).toEqual([[{ type: 'changed' }]])
    stop()
    expect(listeners.size).toBe(0)
  })
})

type Loaded = Readonly<{
  name: string
  bridge: Readonly<Record<string, (...args: unknown[]) => unknown>>
  required: string[]
  invoked: unknown[][]
  listeners: Map<string, (event: unknown, ...args: unknown[]) => void>
}>

/** Bundles the preload as the build does (CommonJS) and runs it with a stand-in for Electron. */
async function loadPreload(): Promise<Loaded> {
  const made = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, 'src/preload/preload.ts'), formats: ['cjs'], fileName: 'preload' },
      rolldownOptions: { external: ['electron'] }
    }
  })
  const [output] = [made].flat() as { output: { code: string }[] }[]
  const code = output?.output[0]?.code ?? ''
  const invoked: unknown[][] = []
  const required: string[] = []
  const listeners: Loaded['listeners'] = new Map()
  let exposed: [string, Loaded['bridge']] = ['', {}]
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, bridge: Loaded['bridge']) => {
        exposed = [name, bridge]
      }
    },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => void invoked.push(args),
      on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) => listeners.set(channel, listener),
      removeListener: (channel: string) => listeners.delete(channel)
    },
    webUtils: { getPathForFile: (file: { path: string }) => file.path }
  }
  function require(name: string): unknown {
    required.push(name)
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  }
  const module = { exports: {} }
  runInNewContext(
    code,
    { require, module, exports: module.exports, Object },
    { filename: pathToFileURL('preload.cjs').href }
  )
  return { name: exposed[0], bridge: exposed[1], required, invoked, listeners }
}
