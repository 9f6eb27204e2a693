import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, openDesk } from '#tests/support/e2e-desk.ts'
import { DAM_RONG, type ServedApp, servedApp } from '#tests/support/served-app.ts'
import { seeded } from '../../bench/random.ts'
import { registerForm } from '../../bench/register.ts'

const CLERK: Caller = { name: 'Cil Dim', role: 'clerk', shell: 'direct' }
const COUNT = 1500

/** A register of several pages: every row is reached at once, and rows in sight hold still while others come in. */
describe.skipIf(testBrowser() === null)('a long register', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk

  beforeAll(async () => {
    app = await servedApp({ archive: 'none', thread: true })
    const folder = join(app.folder, 'long')
    const archive = await createArchive(folder, DAM_RONG)
    const random = seeded(1)
    archive.commit(
      Array.from({ length: COUNT }, (_, at) => ({
        kind: 'document-filed' as const,
        data: {
          documentId: archive.newId('d'),
          form: { ...registerForm(at, COUNT, random), paperLocation: 'hộp 1' },
          files: [],
          reviewed: true
        }
      })),
      CLERK
    )
    await archive.close()
    await app.call('archive.open', { folder })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
    await desk.go('/van-ban-den')
    await desk.page.locator('.period select').selectOption('all')
    await desk.page.locator('.registers tr.rw').first().waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  const rowCount = async () => Number(await desk.page.locator('.registers table').getAttribute('aria-rowcount'))
  const current = async () => Number(await desk.page.locator('.registers tr.cursor').getAttribute('aria-rowindex'))
  /** What a clerk sees of the rows, from the top. */
  const inSight = () =>
    desk.page.locator('.registers .tbl-scroll').evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect()
      return [...box.querySelectorAll('tr.rw, tr.waiting')].flatMap((row) => {
        const place = row.getBoundingClientRect()
        if (place.bottom <= top + 70 || place.top >= bottom) return []
        return [
          { text: row.classList.contains('rw') ? (row as HTMLElement).innerText : null, y: Math.round(place.top) }
        ]
      })
    })
  const allKnown = async () => {
    await eventually(async () => (await inSight()).every((row) => row.text !== null)).toBe(true)
    return await inSight()
  }

  it('goes to the last row by End and to the first by Home, and back by pages', async () => {
    await desk.page.locator('.registers table').focus()
    await desk.press('End')
    const whole = await rowCount()
    expect(whole).toBeGreaterThan(600)
    await eventually(current).toBe(whole)
    expect((await allKnown()).length).toBeGreaterThan(5)
    await desk.press('PageUp', 'PageUp')
    await eventually(current).toBeLessThan(whole - 8)
    await desk.press('Home')
    await eventually(current).toBe(2)
  }, 60_000)

  it('shows what stands where the scroll bar is pulled to, and holds it still while pages above come in', async () => {
    const scroller = desk.page.locator('.registers .tbl-scroll')
    await scroller.evaluate((box) => {
      box.scrollTop = box.scrollHeight / 2
    })
    await allKnown()
    // Up through pages not seen before, a little at a time: a row in sight moves by what was scrolled and no more.
    for (let turn = 0; turn < 60; turn++) {
      const before = await allKnown()
      await scroller.evaluate((box) => {
        box.scrollTop -= 84
      })
      await desk.page.waitForTimeout(30)
      const after = await allKnown()
      const [first] = before
      const same = after.find((row) => row.text === first?.text)
      expect(same && first && same.y - first.y, `turn ${turn}`).toBe(84)
    }
  }, 90_000)

  it('is found again at the row one left it at', async () => {
    await desk.page.locator('.registers table').focus()
    await desk.press('End')
    await eventually(current).toBe(await rowCount())
    await desk.press('PageUp')
    const left = await current()
    await desk.press('Enter')
    await desk.page.locator('.document-head').waitFor()
    await desk.press('Alt+ArrowLeft')
    await eventually(current).toBe(left)
    expect((await allKnown()).length).toBeGreaterThan(5)
  }, 60_000)
})
