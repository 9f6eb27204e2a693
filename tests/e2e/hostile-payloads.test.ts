import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPORT_NAMES } from '#contract/operations/registers.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, openDesk } from '#tests/support/e2e-desk.ts'
import { settled } from '#tests/support/e2e-screens.ts'
import { PAYLOADS } from '#tests/support/hostile-payloads.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'
import { formOf } from '#tests/support/temp-archive.ts'

/** Reliability.md S3 and S4: every payload in every field that holds text, then every screen, print view and file. */
const EVERY = Number(process.env.VANKHO_PAYLOADS ?? 12)
const SCREENS = [
  '/tim-kiem',
  '/van-ban-den',
  '/van-ban-di',
  '/vao-so',
  '/chuyen-giao',
  '/ky-nhan',
  '/luoc-do',
  '/viec-con-lai',
  '/thoi-han',
  '/bao-cao',
  '/ho-so',
  '/danh-ba',
  '/so-va-so',
  '/so-mat',
  '/kho',
  '/so-khac/handover-out',
  '/so-khac/follow-up-book',
  '/so-khac/post-book',
  '/so-khac/handover-in'
]
const TABS = ['Tóm tắt', 'Viện dẫn', 'Nơi nhận', 'Xử lý', 'Tệp', 'Lịch sử']
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
const LONGEST: Partial<Record<keyof DocumentForm, number>> = { place: 100, signer: 100, symbol: 60, number: 11 }

describe.skipIf(testBrowser() === null)('hostile payloads', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  let page: Page
  const ids: string[] = []

  beforeAll(async () => {
    app = await servedApp({
      archive: 'empty',
      thread: true,
      office: { name: PAYLOADS[0] ?? '', officeName: PAYLOADS[2] ?? '', clerk: PAYLOADS[4] ?? '' }
    })
    await fill()
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
    page = desk.page
    await page.evaluate(() => {
      Object.assign(window, { breaches: [] })
      document.addEventListener('securitypolicyviolation', (event) => {
        ;(window as unknown as { breaches: string[] }).breaches.push(`${event.violatedDirective} ${event.blockedURI}`)
      })
    })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  /** The payload of a field in a document: over all documents each payload comes to each field. */
  function payload(document: number, field: number, most = 200): string {
    return (PAYLOADS[(document + field * 37) % PAYLOADS.length] ?? '').slice(0, most).toWellFormed()
  }

  function hostileForm(at: number): DocumentForm {
    const incoming = at % 2 === 0
    const fields = [
      'issuer',
      'parentBody',
      'actingBody',
      'subject',
      'signer',
      'signerTitle',
      'authority',
      'handler',
      'paperLocation',
      'note',
      'place'
    ] as const
    const texts = Object.fromEntries(fields.map((field, index) => [field, payload(at, index, LONGEST[field] ?? 200)]))
    const line = (field: number) => {
      const text = payload(at, field).trim() || 'x'
      return { text, kind: 'body' as const, names: [text], note: payload(at, field + 1), evidence: null }
    }
    return formOf({
      ...texts,
      direction: incoming ? 'incoming' : 'outgoing',
      number: String(at + 1),
      symbol: payload(at, 12, 20).replace(/[\s/]/g, '') || 'CV',
      issuedOn: '2026-06-01',
      ...(incoming ? { arrivedOn: '2026-06-02' } : {}),
      recipients: [line(13), line(15)],
      addressees: [line(17)]
    })
  }

  /** Whatever the contract takes is put in; what it refuses is refused by its shape, never by a fault of ours. */
  async function put(name: string, input: unknown): Promise<Record<string, never> | null> {
    const outcome = await app.engine.call(name, input, { name: 'Cil Dim', shell: 'direct' })
    if (outcome.ok) return outcome.value as Record<string, never>
    expect(outcome.code, `${name} ${JSON.stringify(input)}`).not.toBe('internal')
    return null
  }

  async function fill(): Promise<void> {
    for (let at = 0; at < PAYLOADS.length; at++) {
      const made = await put('document.file', { form: hostileForm(at), files: [] })
      if (made) ids.push((made.document as unknown as { id: string }).id)
    }
    for (let at = 0; at < 40; at++) {
      const documentId = ids[at] ?? ''
      const text = (field: number) => payload(at * 7, field).trim() || 'x'
      await put('directory.saveBody', {
        body: {
          ...BODY,
          name: text(0),
          shortName: text(1),
          code: text(2).slice(0, 20),
          aliases: [text(3)],
          note: text(4)
        }
      })
      await put('dossier.save', {
        dossier: {
          id: null,
          code: text(5).slice(0, 40),
          title: text(6),
          heading: text(7),
          years: 10,
          keeper: text(8),
          openedOn: '2026-01-04',
          paperLocation: text(9),
          note: text(10),
          rule: null
        }
      })
      await put('handling.assign', {
        documentId,
        id: null,
        assignment: {
          opinion: text(0),
          leader: text(1),
          assignedOn: '2026-06-03',
          main: text(2),
          co: [text(3)],
          due: '2026-06-10',
          dueFrom: null,
          note: text(4)
        }
      })
      await put('handling.report', { documentId, on: '2026-06-04', by: text(5), text: text(6) })
      await put('delivery.sendAll', { documentId, sentOn: '2026-06-03' })
      if (at % 9 === 8) await put('document.withdraw', { id: documentId, reason: text(7) })
    }
    await put('secret.switch', { on: true, reason: payload(1, 1) })
    const folder = app.folder
    const staged: string[] = []
    for (const [at, name] of PAYLOADS.slice(0, 12).entries()) {
      const path = join(folder, `giay-${at}`)
      writeFileSync(path, `HUYỆN ỦY ĐAM RÔNG\nSố ${900 + at}-CV/HU\nV/v ${payload(at, 3)}\n\n${payload(at, 5)}\n`)
      staged.push(await app.stage(`${name.replace(/[/\\]/g, '∕')}.txt`, path))
    }
    await app.jobDone((await app.call('intake.start', { staged: staged as never })).jobId)
  }

  async function harmless(where: string): Promise<void> {
    const state = await page.evaluate(() => {
      const own = window as unknown as { hit?: number; breaches: string[] }
      const odd = [
        ...document.querySelectorAll(
          'script:not([src]), iframe[srcdoc], object, embed, base, meta[http-equiv=refresh], [onerror], [onload], [onfocus], a[href^="javascript:"], a[href*="canary"], img[src*="canary"], link[href*="canary"]'
        )
      ]
      return {
        hit: own.hit ?? null,
        breaches: own.breaches,
        odd: odd.map((one) => one.outerHTML.slice(0, 120)),
        text: document.body.innerText
      }
    })
    const { text, ...rest } = state
    expect({ where, ...rest }).toEqual({ where, hit: null, breaches: [], odd: [] })
    // Signs without a look are seen by their number, wherever they stand.
    expect(
      UNSEEN.exec(text)?.index ?? null,
      `${where}: ${text.slice(Math.max(0, text.search(UNSEEN) - 40)).slice(0, 90)}`
    ).toBeNull()
    expect(desk.strangers, where).toEqual([])
  }

  it('was filed', () => {
    expect(ids.length).toBeGreaterThan(PAYLOADS.length * 0.9)
  })

  it('runs on no screen', async () => {
    for (const path of SCREENS) {
      await desk.go(path)
      await settled(desk)
      await harmless(path)
    }
    await desk.go('/tim-kiem')
    for (const text of PAYLOADS.filter((_, at) => at % 23 === 0)) {
      await page.locator('.search-query input').fill(text.slice(0, 300))
      await settled(desk)
      await harmless(`search ${text}`)
    }
  }, 240_000)

  it('is shown letter by letter on its document, on every tab', async () => {
    for (let at = 0; at < ids.length; at += Math.ceil(ids.length / EVERY)) {
      const id = ids[at] ?? ''
      const { form } = await app.call('document.get', { id: id as never })
      await desk.go(`/van-ban/${id}`)
      await settled(desk)
      const seen = plain(await page.locator('.main').innerText())
      expect(seen, `subject of ${id}`).toContain(plain(form.subject ?? ''))
      await harmless(`/van-ban/${id}`)
      for (const tab of at === 0 ? TABS : TABS.slice(2, 4)) {
        const one = page.getByRole('tab', { name: new RegExp(`^${tab}`) }).first()
        // Only incoming papers are worked on.
        if (!(await one.isVisible())) continue
        await one.click()
        await settled(desk)
        await harmless(`/van-ban/${id} ${tab}`)
      }
    }
  }, 240_000)

  it('is text in every print view', async () => {
    let shown = 0
    const bodyId = (await app.call('directory.list', { text: '', on: null })).bodies[0]?.id ?? null
    for (const name of REPORT_NAMES) {
      const made = await put('report.html', {
        name,
        documentId: ids[1] ?? null,
        bodyId,
        from: null,
        to: null,
        direction: 'outgoing'
      })
      if (!made) continue
      shown++
      const html = String(made.html)
      expect(html.replace(/<svg class="qr"[^>]*>|<svg class="chart"[^>]*>/g, ''), name).not.toMatch(
        /<(?:script|img|iframe|object|embed|base|form|link|a)\b|<svg(?! )/i
      )
      const view = await browser.newPage()
      const asked: string[] = []
      view.on('request', (request) => asked.push(request.url()))
      await view.setContent(html)
      const state = await view.evaluate(() => ({
        hit: (window as unknown as { hit?: number }).hit ?? null,
        links: document.querySelectorAll('a[href], [onerror], [onload]').length,
        text: document.body.innerText
      }))
      await view.close()
      expect({
        name,
        hit: state.hit,
        links: state.links,
        asked: asked.filter((url) => url.includes('canary'))
      }).toEqual({ name, hit: null, links: 0, asked: [] })
      expect(UNSEEN.test(state.text), name).toBe(false)
    }
    expect(shown).toBeGreaterThan(15)
  }, 240_000)

  it('is words on a PDF, with no link and nothing to do at opening', async () => {
    const file = await app.call('report.file', {
      report: { name: 'register-out', documentId: null, from: null, to: null },
      format: 'pdf'
    })
    const bytes = Buffer.from(file.base64, 'base64')
    expect(bytes.toString('latin1')).not.toMatch(/\/(?:URI|JavaScript|Launch|OpenAction|SubmitForm)\b/)
    const path = join(app.folder, 'so.pdf')
    writeFileSync(path, bytes)
    const read = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    if (read.status === 0) expect(read.stdout.match(/window\.hit=1/g)?.length ?? 0).toBeGreaterThan(20)
  }, 240_000)

  it('is no formula in any file a spreadsheet opens', () => spreadsheets(app), 240_000)
})

const BODY = {
  id: null,
  kind: 'organisation',
  level: null,
  parentId: null,
  validFrom: null,
  validTo: null,
  successorId: null,
  channel: 'direct'
}

/** As a screen and a field may differ: white space, and signs that are shown by their number. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/** Opened by LibreOffice as trustingly as it can be told to: formulas in a CSV are worked out. */
async function spreadsheets(app: ServedApp): Promise<void> {
  const office = spawnSync('soffice', ['--version'])
  if (office.error !== undefined || office.status !== 0) return
  const paths: string[] = []
  for (const name of ['register-in', 'register-out', 'statistics', 'unacknowledged'] as const) {
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await app.call('report.file', {
        report: { name, documentId: null, from: null, to: null, by: 'signer' },
        format
      })
      const path = join(app.folder, `${name}-${format}.${format}`)
      writeFileSync(path, Buffer.from(file.base64, 'base64'))
      paths.push(path)
    }
  }
  const profile = `-env:UserInstallation=file://${app.folder}/profile`
  const convert = (files: readonly string[], more: readonly string[]) =>
    spawnSync('soffice', [profile, '--headless', ...more, '--convert-to', 'fods', '--outdir', app.folder, ...files], {
      encoding: 'utf8',
      timeout: 200_000
    })
  convert(
    paths.filter((path) => path.endsWith('.xlsx')),
    []
  )
  convert(
    paths.filter((path) => path.endsWith('.csv')),
    ['--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true']
  )
  let cells = 0
  for (const path of paths) {
    const opened = readFileSync(path.replace(/\.\w+$/, '.fods'), 'utf8')
    expect(opened.match(/table:formula="[^"]*"/g) ?? [], path).toEqual([])
    expect(opened.match(/xlink:href="[^"]*canary[^"]*"/g) ?? [], path).toEqual([])
    cells += opened.match(/<table:table-cell/g)?.length ?? 0
  }
  expect(cells).toBeGreaterThan(3000)
}
