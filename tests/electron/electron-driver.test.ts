import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'electron-vite'
import { _electron, type ElectronApplication } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, deskOf, eventually } from '#tests/support/e2e-desk.ts'
import { CLERK_STORY, type Shell } from '#tests/support/electron/clerk-story.ts'

/** The clerk's story in Electron itself, wherever its program is. Where it is not, every step is counted as skipped. */
const ROOT = join(import.meta.dirname, '../..')
const { path: binary, why } = electronHere()

describe.skipIf(binary === null)(`the desktop program in Electron itself (${why})`, () => {
  let out = ''
  let work = ''
  let app: ElectronApplication
  let desk: Desk

  const shell: Shell = {
    choose: (to, paths) => to.choose(paths),
    async save(_desk, doing) {
      const saved = join(work, 'saved.pdf')
      await app.evaluate(({ session }, path) => {
        session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path))
      }, saved)
      await doing()
      await eventually(() => existsSync(saved) && readFileSync(saved).includes('%%EOF')).toBe(true)
      return saved
    }
  }

  beforeAll(async () => {
    out = mkdtempSync(join(ROOT, 'out-electron-'))
    work = mkdtempSync(join(tmpdir(), 'vankho-electron-'))
    process.env.VANKHO_BUNDLE_OUT = out
    await build({ root: ROOT, configFile: join(ROOT, 'electron.vite.config.ts'), logLevel: 'silent' })
    app = await _electron.launch({
      executablePath: binary ?? '',
      args: [join(out, 'main', 'index.js')],
      env: { ...process.env, VANKHO_SETTINGS: join(work, 'settings') } as Record<string, string>
    })
    const page = await app.firstWindow()
    const problems: string[] = []
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(String(error)))
    desk = await deskOf({ page, context: page.context(), problems, strangers: [] })
  }, 120_000)
  afterAll(async () => {
    await app?.close()
    for (const folder of [out, work]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  it.each(CLERK_STORY)('%s', async (_what, step) => {
    await step(desk, shell, join(work, 'VanKho'))
  })

  it('has its windows sandboxed and isolated, as Electron itself says', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
    expect(await desk.page.evaluate(() => 'require' in window || 'process' in window)).toBe(false)
  })

  it('went by without an error', () => {
    expect(desk.problems).toEqual([])
  })
})

/** VANKHO_ELECTRON names another program than the installed package's own. */
function electronHere(): Readonly<{ path: string | null; why: string }> {
  const { platform, env } = process
  const name = platform === 'win32' ? 'electron.exe' : 'electron'
  const path = env.VANKHO_ELECTRON ?? join(ROOT, 'node_modules', 'electron', 'dist', name)
  if (!existsSync(path)) return { path: null, why: 'not run: Electron’s program is not on this machine' }
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return { path: null, why: 'not run: no display' }
  if (process.getuid?.() === 0) return { path: null, why: 'not run: its sandbox does not run as root' }
  return { path, why: 'its program is here' }
}
