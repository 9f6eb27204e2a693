import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge']

/** The installed Chromium; VANKHO_BROWSER names another. null: none, and tests that need one are skipped and counted so. */
export function testBrowser(): string | null {
  const named = process.env.VANKHO_BROWSER
  if (named) return named
  return PLACES.find((path) => existsSync(path)) ?? null
}

/**
 * A browser that reaches this machine and nothing else: every other name fails to resolve, and its own services
 * (updates, reporting, prediction) are off.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = testBrowser()
  if (!executablePath) throw new Error('no Chromium on this machine')
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-default-apps',
      '--no-first-run',
      '--lang=vi'
    ]
  })
}

export type WatchedPage = Readonly<{
  page: Page
  context: BrowserContext
  /** Errors on the console, exceptions, breaches of the page's policy. */
  problems: string[]
  /** Requests to anywhere but the server's own origin. */
  strangers: string[]
}>

/** A page of its own context that writes down what went wrong and what it asked for elsewhere. */
export async function openPage(
  browser: Browser,
  url: string,
  options: Readonly<{ width?: number; height?: number; dark?: boolean }> = {}
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    locale: 'vi-VN',
    // Engine and screens stand on one machine and must agree on what day it is.
    timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone,
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce'
  })
  const page = await context.newPage()
  const problems: string[] = []
  const strangers: string[] = []
  const { origin } = new URL(url)
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url.split('#')[0]})`)
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(?:data|blob):/.test(request.url())) strangers.push(request.url())
  })
  await page.goto(url)
  return { page, context, problems, strangers }
}
