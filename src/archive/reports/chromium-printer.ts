import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OperationError } from '#contract/failures.ts'
import type { Printer } from '../door.ts'
import { findBrowser } from './find-browser.ts'

export { findBrowser } from './find-browser.ts'

/** A register of thousands of lines takes a while on an old machine; longer is a browser that hangs. */
const TIME_LIMIT = 180_000

/** Makes PDF with an installed Chromium, Chrome or Edge that sees no network and leaves nothing behind; null where there is none. */
export function chromiumPrinter(browser = findBrowser(), timeLimit = TIME_LIMIT): Printer | null {
  if (browser === null) return null
  return async (html) => {
    const folder = await mkdtemp(join(tmpdir(), 'van-kho-print-'))
    try {
      const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
      await writeFile(page, html)
      await run(browser, flags(folder, page, pdf), surroundings(folder), timeLimit)
      return await readPdf(pdf)
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  }
}

function flags(folder: string, page: string, pdf: string): readonly string[] {
  return [
    '--headless',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-pings',
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href
  ]
}

/** The browser's own temporary files go into the folder that is removed; days and hours are no one's zone. */
function surroundings(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, TZ: 'UTC', TMPDIR: folder, TEMP: folder, TMP: folder }
}

function run(browser: string, args: readonly string[], env: NodeJS.ProcessEnv, timeLimit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, args, { stdio: 'ignore', windowsHide: true, env })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new OperationError('io-error', { printer: 'time' }))
    }, timeLimit)
    child.once('error', () => {
      clearTimeout(timer)
      reject(new OperationError('no-printer'))
    })
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

async function readPdf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null || bytes.subarray(0, 5).toString('latin1') !== '%PDF-') {
    throw new OperationError('io-error', { printer: 'nothing-printed' })
  }
  return bytes
}
