import { EventEmitter } from 'node:events'
import { cpSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { type Program, StandInWindow } from './stand-in-window.ts'

/**
 * A stand-in for the module `electron`, as far as the program uses it: the built main process runs here in Node, and
 * its windows are pages of the installed Chromium. It is not Electron, and what it shows is not shown of Electron.
 */
export type Machine = { first: Desktop | null }

type Item = Readonly<{ label?: string; submenu?: readonly Item[]; click?: () => void }>

export type Desktop = Readonly<{
  program: Program
  /** Whether this start got the lock of the single instance; the other one hands over and ends. */
  isFirst: boolean
  window(): Promise<StandInWindow>
  said: string[]
  opened: string[]
  /** Answers of the folder dialog, in order. */
  folders: string[]
  /** Chooses an item of the menu by its label. */
  choose(label: string): void
  menuLabels(): readonly string[]
  session: Readonly<{ permission(name: string): boolean; check(): boolean }>
  ended: Promise<void>
}>

const PLACE = Symbol.for('vankho.electron-stand-ins')
const modules: Map<string, Record<string, unknown>> = new Map()
Object.assign(globalThis, { [PLACE]: modules })

registerHooks({
  resolve(name, context, next) {
    if (name !== 'electron') return next(name, context)
    const key = [...modules.keys()].find((folder) => context.parentURL?.startsWith(folder))
    return key ? { url: `stand-in:${key}`, shortCircuit: true } : next(name, context)
  },
  load(url, context, next) {
    if (!url.startsWith('stand-in:')) return next(url, context)
    const key = url.slice('stand-in:'.length)
    const names = Object.keys(modules.get(key) ?? {})
    const from = `globalThis[Symbol.for('vankho.electron-stand-ins')].get(${JSON.stringify(key)})`
    return { format: 'module', source: `export const { ${names.join(', ')} } = ${from}`, shortCircuit: true }
  }
})

export type DesktopOptions = Readonly<{
  browser: Browser
  /** The built program: `main`, `preload`. */
  bundle: string
  /** What it is started with, after the program's own name. */
  files?: readonly string[]
  machine: Machine
}>

let starts = 0

/** Starts the built main process, as the system would start the program. */
export async function startDesktop(options: DesktopOptions): Promise<Desktop> {
  // A process of its own has modules of its own: each start runs a copy.
  const home = `${options.bundle}-start-${++starts}`
  cpSync(options.bundle, home, { recursive: true })
  const argv = ['electron', '.', ...(options.files ?? [])]
  const { electron, desktop } = standIn(options, argv)
  modules.set(pathToFileURL(home).href, electron)
  const given = process.argv
  process.argv = argv
  try {
    // Node's own loader: the runner's would read the bundle as a source of the tests.
    createRequire(import.meta.url)(join(home, 'main', 'index.js'))
  } finally {
    process.argv = given
  }
  return desktop
}

function standIn(options: DesktopOptions, argv: readonly string[]) {
  const { browser, machine } = options
  const app = new EventEmitter()
  const isFirst = machine.first === null
  const program: Program = {
    browser,
    windows: [],
    handlers: new Map(),
    serve: { handler: null },
    beforeRequest: { handler: null },
    app,
    dragged: [],
    asked: new Map()
  }
  const said: string[] = []
  const opened: string[] = []
  const folders: string[] = []
  let menu: readonly Item[] = []
  let permission: (contents: unknown, name: string, answer: (granted: boolean) => void) => void = (_, __, a) => a(true)
  let check = () => true
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()

  function quit(): void {
    let prevented = false
    app.emit('before-quit', { preventDefault: () => (prevented = true) })
    if (prevented) return
    if (isFirst) machine.first = null
    void Promise.all(program.windows.map((window) => window.destroy())).then(() => end())
  }

  const desktop: Desktop = {
    program,
    isFirst,
    async window() {
      while (!program.windows[0]?.shown) await new Promise((resolve) => setTimeout(resolve, 20))
      return program.windows[0]
    },
    said,
    opened,
    folders,
    choose(label) {
      const item = menu.flatMap((one) => one.submenu ?? []).find((one) => one.label === label)
      if (!item?.click) throw new Error(`no item ${label}`)
      item.click()
    },
    menuLabels: () => menu.map((one) => one.label ?? ''),
    session: {
      permission(name) {
        let granted = true
        permission(null, name, (answer) => {
          granted = answer
        })
        return granted
      },
      check: () => check()
    },
    ended
  }
  if (isFirst) machine.first = desktop

  const electron = {
    app: Object.assign(app, {
      isPackaged: false,
      commandLine: { appendSwitch: () => {}, hasSwitch: () => false },
      enableSandbox: () => {},
      requestSingleInstanceLock() {
        if (!isFirst) machine.first?.program.app.emit('second-instance', {}, argv, process.cwd())
        return isFirst
      },
      whenReady: async () => {},
      getVersion: () => 'test',
      quit
    }),
    BrowserWindow: class extends StandInWindow {
      constructor(given: ConstructorParameters<typeof StandInWindow>[1]) {
        super(program, given)
      }
      static getAllWindows(): readonly StandInWindow[] {
        return [...program.windows]
      }
    },
    dialog: {
      showOpenDialog: async () => ({ filePaths: folders.splice(0, 1) }),
      async showMessageBox(...args: readonly unknown[]) {
        const { message, detail } = args.at(-1) as { message: string; detail: string }
        said.push(`${message} ${detail}`)
        return { response: 0 }
      }
    },
    ipcMain: { handle: program.handlers.set.bind(program.handlers) },
    Menu: {
      buildFromTemplate: (items: readonly Item[]) => ({ items, popup: () => {} }),
      setApplicationMenu: (made: { items: readonly Item[] }) => {
        menu = made.items
      }
    },
    nativeImage: {
      createFromDataURL: (url: string) => ({ isEmpty: () => !url.startsWith('data:image/png;base64,iVBOR') })
    },
    protocol: {
      registerSchemesAsPrivileged: () => {},
      handle(_scheme: string, handler: NonNullable<Program['serve']['handler']>) {
        program.serve.handler = handler
      }
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: typeof permission) => {
          permission = handler
        },
        setPermissionCheckHandler: (handler: () => boolean) => {
          check = handler
        },
        setDevicePermissionHandler: () => {},
        webRequest: {
          onBeforeRequest: (handler: NonNullable<Program['beforeRequest']['handler']>) => {
            program.beforeRequest.handler = handler
          }
        }
      }
    },
    shell: {
      async openPath(path: string) {
        opened.push(path)
        return ''
      }
    }
  }
  return { electron, desktop }
}
