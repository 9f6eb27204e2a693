import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentLine } from '#contract/schemas.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, openDesk } from '#tests/support/e2e-desk.ts'
import { letter, upload } from '#tests/support/e2e-papers.ts'
import { settled } from '#tests/support/e2e-screens.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

const SCRIPT = `<script>window.hit=1</script>`
const IMAGE = `<img src=x onerror="window.hit=2">`
const FRAME = `<iframe srcdoc="<script>parent.hit=3</script>"></iframe>`
const FORMULA = `=HYPERLINK("http://evil.test","x")`
const SUBJECT = `về ${SCRIPT}${IMAGE} "trích' & <b>đậm</b> javascript:window.hit=4 ${'{{7*7}}'} \${7*7}`
const RECIPIENT = `Công an ${IMAGE}</li></ul>${FRAME}`
const SIGNER = `A"><svg onload=window.hit=5>`
/** Turns the letters after it round: "cod.exe" shows as "exe.doc". */
const BIDI = 'ghi chú \u202Eexe.doc\u202C \u2066ẩn\u2069'

/** Text from papers and file names is text: it is shown as it is written, and nothing of it ever runs. */
describe.skipIf(testBrowser() === null)('hostile text', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  let page: Page
  let line: DocumentLine

  beforeAll(async () => {
    app = await servedApp({ archive: 'empty', thread: true })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
    page = desk.page
    await page.evaluate(() => {
      Object.assign(window, { breaches: [] })
      document.addEventListener('securitypolicyviolation', (event) => {
        ;(window as unknown as { breaches: string[] }).breaches.push(`${event.violatedDirective} ${event.blockedURI}`)
      })
    })
    await desk.go('/vao-so')
    await desk.choose([
      upload(`${SCRIPT.replace('/', '∕')}${'\u202E'}fdp.txt`, letter({ ...PAPER, body: `${SCRIPT} ${IMAGE} ${FRAME}` }))
    ])
    await page.locator('[name=subject]').waitFor()
    await page.locator('[name=subject]').fill(SUBJECT)
    await page.locator('[name=signer]').fill(SIGNER)
    await page.locator('textarea[name=recipients]').fill(`${RECIPIENT}\n${FORMULA}\nLưu VP`)
    await page.locator('[name=note]').fill(BIDI)
    await desk.press('Control+Enter')
    await desk.toast('Đã vào sổ 66-CV/HU')
    const [filed] = (await app.call('document.find', { reference: '66-CV/HU' })).documents
    if (!filed) throw new Error('not filed')
    line = filed
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it('is kept letter by letter', async () => {
    const { form } = await app.call('document.get', { id: line.id })
    expect(form.subject).toBe(SUBJECT)
    expect(form.signer).toBe(SIGNER)
    expect(form.recipients.map((one) => one.text)).toEqual([RECIPIENT, FORMULA, 'Lưu VP'])
    expect(form.note).toBe(BIDI)
  })

  it('is shown as text on every screen it comes to', async () => {
    for (const [path, text] of [
      [`/van-ban/${line.id}`, SUBJECT],
      [`/van-ban/${line.id}?muc=noi-nhan`, SUBJECT],
      ['/van-ban-di', '<b>đậm</b>'],
      [`/chuyen-giao/${line.id}`, IMAGE],
      [`/luoc-do/${line.id}`, '66-CV/HU'],
      ['/viec-con-lai', ''],
      ['/kho', '']
    ] as const) {
      await desk.go(path)
      await settled(desk)
      if (text) expect(await page.locator('.main').innerText(), path).toContain(text.slice(0, 60))
      await harmless(path)
    }
    await desk.go('/tim-kiem')
    await page.locator('.search-query input').fill('đậm')
    const hit = page.locator('.search-hit').first()
    await hit.waitFor()
    expect(await hit.innerText()).toContain('<script>window.hit=1</script>')
    await page.locator('.search-query input').fill(`${SCRIPT} " NEAR( * ) : - ${IMAGE}`)
    await settled(desk)
    await desk.press('Control+k')
    await page.locator('.palette input').fill('66')
    await page
      .getByRole('option', { name: /66-CV\/HU/ })
      .first()
      .waitFor()
    await desk.press('Escape')
    await harmless('search')
  })

  const PRINTS = [
    'register-out',
    'distribution-log',
    'signature-sheet',
    'lineage-sheet',
    'send-slips',
    'envelopes',
    'labels'
  ] as const
  it('does not run in a print view, and is text in its files', async () => {
    for (const name of PRINTS) {
      const report = { name, documentId: line.id, from: null, to: null, onlyUnsigned: false, direction: null }
      const { html } = await app.call('report.html', report)
      expect(html, name).not.toMatch(/<script|<img|<iframe|<svg(?! class="qr")/i)
      const shown = await page.evaluate(
        async ({ asked, token }) => {
          const headers = { 'x-vankho-token': token, 'content-type': 'application/json' }
          const made = await fetch('/api/print', { method: 'POST', headers, body: JSON.stringify(asked) })
          const { value } = (await made.json()) as { value: { address: string } }
          const frame = document.createElement('iframe')
          frame.src = value.address
          await new Promise((resolve) => {
            frame.onload = resolve
            document.body.append(frame)
          })
          const text = frame.contentDocument?.body.innerText ?? ''
          frame.remove()
          return text
        },
        { asked: report, token: app.token }
      )
      expect(shown.replace(/\s+/g, ' '), name).toContain('66-CV/HU')
      await harmless(name)
    }
    // A spreadsheet must not take a name for a formula.
    const file = await app.call('report.file', {
      report: { name: 'register-out', documentId: null, from: null, to: null, onlyUnsigned: false, direction: null },
      format: 'csv'
    })
    expect(Buffer.from(file.base64, 'base64').toString('utf8')).not.toMatch(/(?:^|[,;"\t\n])=HYPERLINK/)
  })

  it('never leads out of the window, nor disguises a file', async () => {
    const { files } = await app.call('document.get', { id: line.id })
    expect(files[0]?.name).not.toMatch(/[\u202A-\u202E\u2066-\u2069<>]/)
    expect(files[0]?.name).toMatch(/\.txt$/)
    await desk.go(`/van-ban/${line.id}`)
    await page.getByRole('tab', { name: /^Tệp/ }).click()
    await settled(desk)
    const turned = await page.evaluate(() => /[\u202A-\u202E]/.test(document.querySelector('.main')?.textContent ?? ''))
    expect(turned).toBe(false)
    await harmless('files')
    desk.quiet()
  })

  const PAPER = { number: '66', day: '2021-06-07', about: 'thử' }

  async function harmless(where: string): Promise<void> {
    const state = await page.evaluate(() => {
      const seen = window as unknown as { hit?: number; breaches: string[] }
      const odd = document.querySelectorAll(
        '.main script, .main img[src=x], .main iframe[srcdoc], .main svg[onload], .main [onerror]'
      )
      return { hit: seen.hit ?? null, breaches: seen.breaches, odd: odd.length }
    })
    expect({ where, ...state }).toEqual({ where, hit: null, breaches: [], odd: 0 })
  }
})
