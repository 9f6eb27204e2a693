import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { build } from 'electron-vite'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS } from '#contract/channels.ts'
import { SCREEN_POLICY } from '#shell/policies.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, deskOf, eventually, samplePaper } from '#tests/support/e2e-desk.ts'
import { CLERK_STORY, type Shell } from '#tests/support/electron/clerk-story.ts'
import { type Desktop, type Machine, startDesktop } from '#tests/support/electron/stand-in.ts'
import type { StandInWindow } from '#tests/support/electron/stand-in-window.ts'

/**
 * The built main process and the built preload, run whole: the main process in Node beside a stand-in for `electron`,
 * its windows pages of the installed Chromium. NOT RUN IN ELECTRON.
 */
const ROOT = join(import.meta.dirname, '../..')
const out = mkdtempSync(join(ROOT, 'out-desktop-'))
const work = mkdtempSync(join(tmpdir(), 'vankho-desktop-'))
const settings = process.env.VANKHO_SETTINGS
const threads = workersStarted()

describe.skipIf(testBrowser() === null)(
  'the desktop program, built (a stand-in for Electron, Chromium windows)',
  () => {
    const machine: Machine = { first: null }
    const archive = join(work, 'VanKho')
    let browser: Browser
    let desktop: Desktop
    let own: StandInWindow
    let desk: Desk

    const shell: Shell = {
      async choose(to, paths) {
        await own.pathsOfFiles(Object.fromEntries(paths.map((path) => [basename(path), path])))
        await to.choose(paths)
      },
      async save({ page }, doing) {
        const download = page.waitForEvent('download')
        await doing()
        return await (await download).path()
      }
    }

    async function start(...files: readonly string[]): Promise<void> {
      desktop = await startDesktop({ browser, bundle: join(out, 'program'), machine, files })
      own = await desktop.window()
      const page = await own.ready
      desk = await deskOf({ page, context: page.context(), problems: own.problems, strangers: own.stopped })
    }

    beforeAll(async () => {
      process.env.VANKHO_SETTINGS = join(work, 'settings')
      process.env.VANKHO_BUNDLE_OUT = join(out, 'program')
      await build({ root: ROOT, configFile: join(ROOT, 'electron.vite.config.ts'), logLevel: 'silent' })
      browser = await launchBrowser()
      await start()
    }, 90_000)
    afterAll(async () => {
      await browser?.close()
      restore('VANKHO_SETTINGS', settings)
      for (const folder of [out, work]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    })

    it.each(CLERK_STORY)('%s', async (_what, step) => {
      await step(desk, shell, archive)
    })

    it('hands files over by path, not by bytes, where the person chose a file of this machine', () => {
      expect(desktop.program.asked.get(CHANNELS.stagePath)).toBe(1)
      expect(desktop.program.asked.has(CHANNELS.stageBytes)).toBe(false)
    })

    it('asks the system for a folder', async () => {
      desktop.folders.push('/chosen')
      const chosen = await desk.page.evaluate(() =>
        (window as unknown as { vankho: { chooseFolder(): Promise<string | null> } }).vankho.chooseFolder()
      )
      expect(chosen).toBe('/chosen')
    })

    it('keeps the page in its own world: nothing of Node or Electron in sight, one frozen bridge', async () => {
      const seen = await desk.page.evaluate(() => ({
        names: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'pathsOfFiles', 'fromMain'].filter(
          (name) => name in window
        ),
        keys: Object.keys((window as unknown as { vankho: object }).vankho).sort(),
        frozen: Object.isFrozen((window as unknown as { vankho: object }).vankho)
      }))
      expect(seen).toEqual({
        names: [],
        keys: ['bytes', 'call', 'chooseFolder', 'dragFile', 'listen', 'openFile', 'printPage', 'stage'],
        frozen: true
      })
    })

    it('has the policy on its page, and what breaks it does not run', async () => {
      const policy = await desk.page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
      expect(policy).toBe(SCREEN_POLICY)
      expect(SCREEN_POLICY).not.toContain('unsafe-inline')
      const before = own.problems.length
      const ran = await desk.page.evaluate(async () => {
        const script = document.createElement('script')
        script.textContent = 'window.broken = true'
        document.head.append(script)
        await new Promise((resolve) => setTimeout(resolve, 50))
        return 'broken' in window
      })
      expect(ran).toBe(false)
      // What was tried here on purpose is no problem of the page.
      own.problems.splice(before)
    })

    it('gives no permission, opens no window and goes nowhere else', async () => {
      for (const name of ['media', 'geolocation', 'notifications', 'openExternal'])
        expect(desktop.session.permission(name), name).toBe(false)
      expect(desktop.session.check()).toBe(false)
      const before = own.problems.length
      const address = desk.page.url()
      await desk.page.evaluate(() => {
        window.open('https://example.vn/')
        window.location.href = 'https://example.vn/'
      })
      await eventually(() => own.stopped).toContain('https://example.vn/')
      await eventually(() => desk.page.context().pages().length).toBe(1)
      // What the browser says of it comes when it comes.
      await desk.page.waitForTimeout(600)
      expect(desk.page.context().pages()).toHaveLength(1)
      expect(desk.page.url()).toBe(address)
      own.stopped.length = 0
      own.problems.splice(before)
    })

    it('has menus that press the keys they show and go where they say', async () => {
      expect(desktop.menuLabels()).toEqual(['&Tệp', '&Sửa', '&Xem', 'Đ&i đến', 'Trợ &giúp'])
      desktop.choose('Văn bản đi')
      await desk.page.getByRole('heading', { name: 'Văn bản đi', level: 1 }).waitFor()
      desktop.choose('Phím tắt')
      await desk.page.getByRole('dialog').waitFor()
      await desk.press('Escape')
      desktop.choose('Về Văn Khố')
      await eventually(() => desktop.said.join()).toContain('Văn Khố test')
    })

    it('opens a copy outside and lets a copy be dragged out, never the original', async () => {
      const { page } = desk
      await desk.go('/tim-kiem')
      await page.locator('.search-query input').fill('mạng xã hội')
      await page.locator('.search-hit').first().waitFor()
      await desk.press('Enter')
      await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
      await page.getByRole('tab', { name: /^Tệp/ }).click()
      await page.getByRole('button', { name: 'Mở bằng chương trình khác' }).click()
      await eventually(() => desktop.opened.map((path) => basename(path))).toEqual(['221-CV-HU.pdf'])
      await page.locator('.document-files b[draggable]').first().dispatchEvent('dragstart')
      await eventually(() => desktop.program.dragged.map((path) => basename(path))).toEqual(['221-CV-HU.pdf'])
      for (const path of [...desktop.opened, ...desktop.program.dragged]) expect(path.startsWith(archive)).toBe(false)
    })

    it('takes the files of a second start, which ends at once', async () => {
      const paper = join(work, '145-CV-HU.docx')
      cpSync(samplePaper('145-CV-HU.docx'), paper)
      const second = await startDesktop({ browser, bundle: join(out, 'program'), machine, files: [paper, '--x'] })
      await second.ended
      expect([second.isFirst, second.program.windows.length]).toEqual([false, 0])
      await desk.page.getByRole('heading', { name: 'Vào sổ', level: 1 }).waitFor()
      await desk.page.getByRole('button', { name: /Ghi 145-CV\/HU vào sổ/ }).waitFor()
      expect(own.focused).toBeGreaterThan(0)
    })

    it('starts its engine again with the archive when the thread falls, and says so', async () => {
      const [engine] = threads.filter((thread) => thread.name.includes('engine-thread')).slice(-1)
      await engine?.worker.terminate()
      await eventually(() => desktop.said.join(' ')).toContain('Phần giữ kho vừa dừng và đã được mở lại.')
      await desk.press('Control+1')
      await desk.page.locator('.search-query input').fill('mạng xã hội')
      await eventually(() => desk.page.locator('.search-hit').count()).toBeGreaterThan(0)
    })

    it('went by without an error, a breach of policy or a request elsewhere', () => {
      desk.quiet()
    })

    it('closes in order, and comes back where it was with its archive and a file it was started with', async () => {
      const copies = join(tmpdir(), `van-kho-${process.pid}`)
      expect(existsSync(copies)).toBe(true)
      await own.close()
      await desktop.ended
      expect(existsSync(copies)).toBe(false)
      mkdirSync(join(work, 'Thư mục'), { recursive: true })
      const paper = join(work, 'Thư mục', '35-NQ-TW.pdf')
      cpSync(samplePaper('35-NQ-TW.pdf'), paper)
      await start(paper)
      expect(own.options).toMatchObject({ x: 40, y: 30, width: 1366, height: 800 })
      await desk.page
        .getByRole('button', { name: /35-NQ\/TW/ })
        .first()
        .waitFor()
      await desk.press('Control+3')
      await desk.page.getByText('221-CV/HU').first().waitFor()
      desk.quiet()
      await own.close()
      await desktop.ended
    })
  }
)

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

/** Threads the program starts, in order: one of them is made to fall. */
function workersStarted(): { name: string; worker: Worker }[] {
  const found: { name: string; worker: Worker }[] = []
  const threads = createRequire(import.meta.url)('node:worker_threads') as { Worker: typeof Worker }
  const Real = threads.Worker
  threads.Worker = class extends Real {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args)
      found.push({ name: String(args[0]), worker: this })
    }
  }
  syncBuiltinESMExports()
  return found
}
