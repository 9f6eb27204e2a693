import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, FileChooser, Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { extract } from '#archive/read/extract.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { resourcesFolder } from '#shell/program-folders.ts'
import { openPage, type WatchedPage } from './browser.ts'
import type { ServedApp } from './served-app.ts'

/** A window of the program as a clerk has it before them. */
export type Desk = WatchedPage &
  Readonly<{
    /** Presses keys one after the other: "Control+Enter", "F8". */
    press(...keys: readonly string[]): Promise<void>
    /** Keys pressed since the last call, modifiers not counted, as the page itself saw them. */
    pressed(): Promise<number>
    /** Chooses files through the program's own file chooser, opened with Ctrl+O. */
    choose(
      paths: readonly string[] | readonly Readonly<{ name: string; mimeType: string; buffer: Buffer }>[]
    ): Promise<void>
    /** Questions to the engine that are not answered yet. */
    awaited(): number
    /** Goes to an address of the program ("/vao-so"). */
    go(path: string): Promise<void>
    toast(text: string | RegExp): Promise<string>
    /** Fails where the page erred, broke its policy or asked for anything elsewhere. */
    quiet(): void
  }>

/** A file of the sample. */
export function samplePaper(name: string): string {
  return join(resourcesFolder(), 'sample', 'files', name)
}

/** The words of a paper of the sample, as its file was made from them. */
export function sampleText(name: string): string {
  return readFileSync(join(resourcesFolder(), 'sample', 'texts', name), 'utf8')
}

/** Asks again until it is so, for as long as a machine with much to do may take. */
export function eventually<T>(ask: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(ask, { timeout: 10_000, interval: 50 })
}

export async function openDesk(
  browser: Browser,
  app: ServedApp,
  options: Readonly<{ width?: number; height?: number; dark?: boolean }> = {}
): Promise<Desk> {
  return await deskOf(await openPage(browser, app.url, options))
}

/** The desk before a page that is open already, whatever shell it belongs to. */
export async function deskOf(watched: WatchedPage): Promise<Desk> {
  const { page } = watched
  page.setDefaultTimeout(10_000)
  await page.locator('.rail, .win.bare main').first().waitFor()
  await countKeys(page)
  // Listened to all the time: switching it on for each choice is a race with the key that opens it.
  let chosen: (chooser: FileChooser) => void = () => {}
  page.on('filechooser', (chooser) => chosen(chooser))
  let awaited = 0
  const isQuestion = (request: Request) => /\/api\/(?:call|bytes|print|stage)/.test(request.url())
  page.on('request', (request) => {
    if (isQuestion(request)) awaited++
  })
  for (const end of ['requestfinished', 'requestfailed'] as const) {
    page.on(end as 'requestfinished', (request) => {
      if (isQuestion(request)) awaited--
    })
  }
  return {
    ...watched,
    awaited: () => awaited,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
    pressed: () =>
      page.evaluate(() => {
        const counted = Number(document.documentElement.dataset.keys ?? 0)
        document.documentElement.dataset.keys = '0'
        return counted
      }),
    async choose(paths) {
      await page.locator('input[type=file]').first().waitFor({ state: 'attached' })
      const chooser = new Promise<FileChooser>((resolve) => {
        chosen = resolve
      })
      await page.keyboard.press('Control+o')
      await (await chooser).setFiles(paths as string[])
    },
    async go(path) {
      await page.evaluate((to) => {
        window.location.hash = to
      }, path)
      await page.waitForFunction((to) => decodeURIComponent(window.location.hash).includes(to), path)
      await page.locator('.screen').first().waitFor()
    },
    async toast(text) {
      const toast = page.locator('.toast').filter({ hasText: text }).last()
      await toast.waitFor()
      return toast.innerText()
    },
    quiet() {
      expect(watched.problems).toEqual([])
      expect(watched.strangers).toEqual([])
    }
  }
}

async function countKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.addEventListener(
      'keydown',
      (event) => {
        if (['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) return
        const { dataset } = document.documentElement
        dataset.keys = String(Number(dataset.keys ?? 0) + 1)
      },
      true
    )
  })
}

/** Files papers as read, without a window: where filing is not what is tried. */
export async function filePapers(app: ServedApp, paths: readonly string[]): Promise<readonly DocumentLine[]> {
  const filed: DocumentLine[] = []
  for (const path of paths) {
    const name = path.split('/').at(-1) ?? path
    const { jobId } = await app.call('intake.import', { staged: [(await app.stage(name, path)) as never] })
    const [result] = (await app.jobDone(jobId)).results
    if (result?.code !== 'filed' || result.id === null) throw new Error(`${name}: ${JSON.stringify(result)}`)
    filed.push((await app.call('document.get', { id: result.id as DocumentLine['id'] })).line)
  }
  return filed
}

/** The words of a PDF, blanks made one, read by a program that knows nothing of this one where the machine has it. */
export async function printedText(path: string): Promise<string> {
  const read = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' })
  const text = read.error ? await ownReading(path) : read.stdout
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

async function ownReading(path: string): Promise<string> {
  const read = await extract(path)
  if (!read.ok) throw new Error(`the printed file cannot be read: ${read.code}`)
  return read.text.pages.map((page) => page.text).join('\n')
}
