import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, testBrowser } from '#tests/support/browser.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** What a real Chromium lets other pages do to the server, and what the screens' policy lets the screens do. */
describe.skipIf(testBrowser() === null)('in a real browser', () => {
  let app: ServedApp
  let browser: Browser
  let evil: Server

  beforeAll(async () => {
    app = await servedApp({ archive: 'sample' })
    browser = await launchBrowser()
    evil = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><title>evil</title><body></body>')
    })
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
  }, 120_000)
  afterAll(async () => {
    evil?.close()
    await browser?.close()
    await app?.close()
  })

  it('opens the screens without a breach of policy, an error or a request elsewhere, and hides the token', async () => {
    const { page, context, problems, strangers } = await openPage(browser, app.url)
    await page.locator('nav').first().waitFor()
    expect(page.url()).not.toContain(app.token)
    expect(problems).toEqual([])
    expect(strangers).toEqual([])
    await context.close()
  })

  it('gives another page nothing: neither an answer, nor a frame, nor a script', async () => {
    const port = (evil.address() as AddressInfo).port
    const { page, context } = await openPage(browser, `http://localhost:${port}/`)
    const tried = await page.evaluate(
      async ({ origin, token }) => {
        const attempt = (work: () => Promise<unknown>) => work().then(String, () => 'refused')
        const call = `${origin}/api/call/archive.state`
        const header = { 'x-vankho-token': token }
        return {
          get: await attempt(async () => (await fetch(`${origin}/`)).text()),
          blind: await attempt(async () => (await fetch(`${origin}/`, { mode: 'no-cors' })).type),
          // Even with a stolen token no other page is heard: the preflight is not answered.
          call: await attempt(async () => (await fetch(call, { method: 'POST', headers: header, body: '{}' })).text()),
          script: await attempt(
            () =>
              new Promise((resolve, reject) => {
                const script = document.createElement('script')
                script.src = `${origin}/index.html`
                script.onload = () => resolve('loaded')
                script.onerror = reject
                document.body.append(script)
              })
          ),
          frame: await attempt(
            () =>
              new Promise((resolve) => {
                const frame = document.createElement('iframe')
                frame.src = `${origin}/`
                frame.onload = () => resolve(frame.contentDocument ? 'readable' : 'closed')
                document.body.append(frame)
              })
          )
        }
      },
      { origin: app.origin, token: app.token }
    )
    expect(tried).toEqual({ get: 'refused', blind: 'refused', call: 'refused', script: 'refused', frame: 'closed' })
    expect(
      page
        .frames()
        .slice(1)
        .every((frame) => !frame.url().startsWith(app.origin))
    ).toBe(true)
    await context.close()
  })

  it('gives a name that rebinds to this machine nothing', async () => {
    const rebound = await (await import('playwright-core')).chromium.launch({
      executablePath: testBrowser() ?? '',
      args: [
        '--no-sandbox',
        '--host-resolver-rules=MAP evil.test 127.0.0.1',
        // Newer browsers ask the person first; older ones do not, and those are what is tried here.
        '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWarn'
      ]
    })
    try {
      const page = await rebound.newPage()
      // The attacker's page was loaded while its name still led to the attacker; from now on it leads here.
      const lure = `http://evil.test:${app.port}/lure`
      await page.route(lure, (route) => route.fulfill({ contentType: 'text/html', body: '<title>lure</title>' }))
      await page.goto(lure)
      const answers = await page.evaluate(async (token) => {
        const headers = { 'x-vankho-token': token, 'content-type': 'application/json' }
        const call = await fetch('/api/call/archive.state', { method: 'POST', headers, body: '{}' })
        return [call.status, (await fetch('/')).status, (await fetch('/api/events', { headers })).status]
      }, app.token)
      expect(answers).toEqual([403, 403, 403])
      expect((await page.goto(`http://evil.test:${app.port}/`))?.status()).toBe(403)
    } finally {
      await rebound.close()
    }
  })

  it('shows a print view in a frame, styled and without script, and lets the screens print it', async () => {
    const { page, context, problems } = await openPage(browser, app.url)
    const shown = await page.evaluate(async (token) => {
      const headers = { 'x-vankho-token': token, 'content-type': 'application/json' }
      const body = JSON.stringify({ name: 'register-in', from: null, to: null, documentId: null })
      const made = await (await fetch('/api/print', { method: 'POST', headers, body })).json()
      if (!made.ok) return { made }
      const frame = document.createElement('iframe')
      const loaded = new Promise((resolve) => {
        frame.onload = resolve
      })
      frame.src = made.value.address
      document.body.append(frame)
      await loaded
      const inner = frame.contentWindow
      const paper = frame.contentDocument
      const head = paper?.querySelector('th')
      if (!inner || !paper || !head) return { made, text: paper?.body.innerText }
      return {
        rows: made.value.rows > 0,
        canPrint: typeof inner.print,
        family: inner.getComputedStyle(head).fontFamily.includes('Tinos'),
        fonts: [...paper.fonts].filter((font) => font.status === 'loaded').length > 0
      }
    }, app.token)
    expect(shown).toEqual({ rows: true, canPrint: 'function', family: true, fonts: true })
    expect(problems).toEqual([])
    await context.close()
  })
})
