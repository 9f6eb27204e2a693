import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, openDesk } from '#tests/support/e2e-desk.ts'
import { settled } from '#tests/support/e2e-screens.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** The register of outgoing papers by keys alone: sorted at its heads, corrected in its row, read-only once its book is closed. */
describe.skipIf(testBrowser() === null)('the register by keys', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  let id: DocumentId
  const subjectOf = async () => (await app.call('document.get', { id })).line.subject

  beforeAll(async () => {
    app = await servedApp({ archive: 'sample', thread: true })
    const [line] = (await app.call('document.find', { reference: '31-CV/ĐU' })).documents
    if (!line) throw new Error('not in the sample')
    id = line.id
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it('is sorted at the heads above the first row, and the rows have the keys again', async () => {
    const { page } = desk
    await desk.go('/van-ban-di')
    await page.locator('tr.rw').first().waitFor()
    await page.locator('.registers table').focus()
    await desk.press('Home', 'ArrowUp', 'ArrowRight', 'Enter')
    await eventually(() => page.locator('.registers th[aria-sort]').innerText()).toContain('Ngày VB')
    await desk.press('ArrowLeft', 'Enter')
    await eventually(() => page.locator('.registers th[aria-sort]').innerText()).toContain('Số, ký hiệu')
    await desk.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TABLE')
  }, 60_000)

  it('corrects a cell: Esc at the reason keeps what was typed, the fact is undone, unseen columns are passed over', async () => {
    const { page } = desk
    const before = await subjectOf()
    await page.locator('tr.rw', { hasText: '31-CV/ĐU' }).click()
    const cell = page.locator('.reg-inline')
    await desk.press('F2')
    await cell.fill('thử sửa tại dòng')
    await desk.press('Enter')
    const asked = page.getByRole('alertdialog')
    await asked.waitFor()
    await desk.press('Escape')
    await asked.waitFor({ state: 'hidden' })
    expect(await cell.inputValue()).toBe('thử sửa tại dòng')
    await desk.press('Enter')
    await asked.waitFor()
    await page.keyboard.type('chép sai')
    await desk.press('Control+Enter')
    await desk.toast('Đã sửa dòng sổ 31-CV/ĐU')
    expect(await subjectOf()).toBe('thử sửa tại dòng')
    await desk.press('Control+z')
    await desk.toast('Đã hoàn tác')
    expect(await subjectOf()).toBe(before)

    const seen: (string | null)[] = []
    await settled(desk)
    await desk.press('F2')
    for (let at = 0; at < 3; at++) {
      await cell.waitFor()
      seen.push(await cell.getAttribute('aria-label'))
      await desk.press('Tab')
    }
    await cell.waitFor({ state: 'hidden' })
    const heads = await page.locator('.registers thead th').allInnerTexts()
    expect(seen).toHaveLength(3)
    expect(seen.filter((label) => !heads.some((head) => head.startsWith(label ?? '?')))).toEqual([])
  }, 60_000)

  it('what another window changed meanwhile is not overwritten, and what was typed is named', async () => {
    const { page } = desk
    await desk.press('F2')
    const cell = page.locator('.reg-inline')
    await cell.fill('chữ của cửa sổ này')
    const { form, revision } = await app.call('document.get', { id })
    // The screen is told of changes: its question is held back as on a slow machine.
    await page.route('**/api/call/document.get', () => {})
    await app.call('document.correct', { id, revision, form: { ...form, note: 'cửa sổ kia' }, reason: 'thêm' })
    await desk.press('Enter')
    expect(await desk.toast('Chưa ghi “chữ của cửa sổ này”')).toContain('đã được sửa')
    await page.unroute('**/api/call/document.get')
    expect(await subjectOf()).not.toContain('chữ của')
  }, 60_000)

  it('a closed book is found by its words, says that it is read-only, and its lines cannot be corrected', async () => {
    const { page } = desk
    await desk.go('/so-va-so')
    await page.locator('tr.rw').nth(3).waitFor()
    await desk.press('Control+f')
    await page.keyboard.type('cong van dang uy')
    await eventually(() => page.locator('tr.rw').count()).toBe(1)
    await page.locator('tr.rw').click()
    await page.getByRole('button', { name: 'Đóng sổ', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await settled(desk)
    await desk.press('Control+Enter')
    await desk.toast('Đã đóng sổ')
    await desk.press('Enter')
    await page.locator('.reg-total', { hasText: 'chỉ xem và in' }).waitFor()
    await page.locator('tr.rw').first().waitFor()
    await desk.press('F2')
    expect(await desk.toast('dòng sổ chỉ xem và in')).toContain('mở lại sổ')
    expect(await page.locator('.reg-inline').count()).toBe(0)
    desk.quiet()
  }, 60_000)
})
