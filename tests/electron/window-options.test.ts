import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PRIVILEGES } from '#main/app-protocol.ts'
import { type LockableContents, type LockableSession, lockContents, lockSession } from '#main/lock-down.ts'
import { isLocalAddress, isOwnAddress } from '#main/own-address.ts'
import { printWindowOptions, windowOptions } from '#main/window-options.ts'
import { SCREEN_POLICY } from '#shell/policies.ts'

/**
 * Electron's checklist as far as it can be asked of the source; docs/desktop-program.md says which item is asked where.
 * NOT RUN IN ELECTRON: the packaged program itself, its fuses read back from the binary, are not asked here.
 */
const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
/** Every module of the main process, comments taken away. */
const MAIN = readdirSync(join(ROOT, 'src/main'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`src/main/${name}`).replace(/\/\*[\s\S]*?\*\//g, ''))

describe('windows (static, not run in Electron)', () => {
  it.each([
    ['the screens', windowOptions('/p/preload.cjs', true)],
    ['a print view', printWindowOptions()]
  ])('%s: sandboxed, isolated, without Node, webview or spell checker', (_name, options) => {
    expect(options.webPreferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false
    })
    expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
    expect(options.show).toBe(false)
  })

  it('give a print view neither script nor bridge', () => {
    expect(printWindowOptions().webPreferences).toMatchObject({ javascript: false })
    expect(printWindowOptions().webPreferences).not.toHaveProperty('preload')
  })

  it('are made with these options only, and everything is shut before the first of them', () => {
    const made = [...MAIN.join('\n').matchAll(/new BrowserWindow\(([^()]*\()/g)].map((found) => found[1])
    expect(made.sort()).toEqual(['printWindowOptions(', 'windowOptions('])
    const index = read('src/main/index.ts')
    const order = [
      'app.enableSandbox()',
      'lockSwitches(app.commandLine)',
      'registerSchemesAsPrivileged(PRIVILEGES)',
      'lockContents(contents)',
      'requestSingleInstanceLock()',
      'whenReady()',
      'lockSession(session.defaultSession)',
      'protocol.handle(SCHEME',
      'openMainWindow({'
    ]
    const places = order.map((part) => index.indexOf(part))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })

  it('use nothing that opens addresses or other programs, but the one door behind the type check (checklist 15)', () => {
    expect(MAIN.join('\n')).not.toMatch(
      /openExternal|loadFile|file:\/\/|https?:\/\/|executeJavaScript|remote\/|child_process|autoUpdater|crashReporter/
    )
    expect(MAIN.join('\n').match(/shell\.\w+/g)).toEqual(['shell.openPath'])
  })
})

describe('the Electron it is made for (checklist 16)', () => {
  /** Where the last of the faults that bear on this program was mended: openPath's null byte, custom schemes read across origins. */
  const MENDED = 42

  it('is named exactly, and not older than the faults known of', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> }
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number(devDependencies.electron?.split('.')[0])).toBeGreaterThanOrEqual(MENDED)
  })
})

describe('what is loaded (checklist 1, 7)', () => {
  it('is the program’s own and nothing else: no script in the page, none made from words, no frame from elsewhere', () => {
    const policy = new Map(SCREEN_POLICY.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]))
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
    for (const part of ['object-src', 'base-uri', 'frame-ancestors', 'form-action'])
      expect(policy.get(part), part).toEqual(["'none'"])
    expect(SCREEN_POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
  })
})

describe('what is shut', () => {
  it('gives no permission and lets no request leave', () => {
    const session = fakeSession()
    lockSession(session)
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'serial'
    ]) {
      expect(session.ask(permission), permission).toBe(false)
    }
    expect(session.check()).toBe(false)
    expect(session.device()).toBe(false)
    const leaves = [
      'https://example.vn/',
      'http://127.0.0.1:1/',
      'file:///etc/passwd',
      'ws://127.0.0.1/',
      'app://other/',
      'app://vankho.evil/',
      'blob:https://x/1',
      'devtools://devtools/x',
      'chrome://gpu'
    ]
    for (const url of leaves) expect(session.request(url), url).toBe(true)
    for (const url of ['app://vankho/', 'app://vankho/assets/a.js', 'blob:app://vankho/1', 'data:image/png;base64,'])
      expect(session.request(url), url).toBe(false)
  })

  it('keeps a window on the screens', () => {
    const contents = fakeContents()
    lockContents(contents)
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const url of [
        'https://example.vn',
        'file:///c:/x',
        'app://other/',
        'javascript:alert(1)',
        'data:text/html,x',
        ''
      ]) {
        expect(contents.fire(event, url), `${event} ${url}`).toBe('prevented')
      }
      expect(contents.fire(event, 'app://vankho/#/tim-kiem')).toBe('let through')
    }
    expect(contents.fire('will-attach-webview', '')).toBe('prevented')
    expect(contents.open()).toEqual({ action: 'deny' })
  })

  it('knows its own address from those that look like it', () => {
    for (const url of ['app://vankho', 'app://vankho/', 'app://vankho/print/x'])
      expect(isOwnAddress(url), url).toBe(true)
    for (const url of [
      'app://vankho.evil/',
      'app://vankhox',
      'app://VANKHO@evil/',
      'APP://vankho/',
      ' app://vankho/',
      'app:/vankho/',
      'http://vankho/'
    ]) {
      expect(isOwnAddress(url), url).toBe(false)
      expect(isLocalAddress(url), url).toBe(false)
    }
  })

  it('gives the scheme no way around the policy, and CORS wherever fetch is allowed (CVE-2026-70604)', () => {
    expect(PRIVILEGES).toHaveLength(1)
    for (const { scheme, privileges } of PRIVILEGES) {
      expect(scheme).toBe('app')
      expect(privileges).toMatchObject({ standard: true, secure: true, bypassCSP: false, corsEnabled: true })
    }
  })
})

function fakeSession() {
  let permission: Parameters<LockableSession['setPermissionRequestHandler']>[0] = () => {}
  let check = () => true
  let device = () => true
  let before: Parameters<LockableSession['webRequest']['onBeforeRequest']>[0] = () => {}
  return {
    setPermissionRequestHandler: (handler: typeof permission) => {
      permission = handler
    },
    setPermissionCheckHandler: (handler: () => boolean) => {
      check = handler
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      device = handler
    },
    webRequest: {
      onBeforeRequest: (listener: typeof before) => {
        before = listener
      }
    },
    ask(name: string) {
      let granted: boolean | null = null
      permission(null, name, (answer) => {
        granted = answer
      })
      return granted
    },
    check: () => check(),
    device: () => device(),
    request(url: string) {
      let cancelled: boolean | null = null
      before({ url }, (answer) => {
        cancelled = answer.cancel
      })
      return cancelled
    }
  }
}

function fakeContents() {
  type Event = { url: string; preventDefault(): void }
  const listeners = new Map<string, (event: Event) => void>()
  let open: () => { action: 'deny' } | null = () => null
  const contents: LockableContents = {
    on: (event: string, listener: (event: Event) => void) => listeners.set(event, listener),
    setWindowOpenHandler: (handler) => {
      open = handler
    }
  }
  return {
    ...contents,
    open: () => open(),
    fire(event: string, url: string) {
      let verdict = 'let through'
      listeners.get(event)?.({
        url,
        preventDefault: () => {
          verdict = 'prevented'
        }
      })
      return verdict
    }
  }
}
