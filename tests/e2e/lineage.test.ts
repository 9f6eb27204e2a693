import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, testBrowser } from '#tests/support/browser.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** The lược đồ by keys: what is hidden, opened, folded, and the way between two papers, in picture and list alike. */
describe.skipIf(testBrowser() === null)('the lineage by keys', () => {
  let app: ServedApp
  let browser: Browser
  let page: Page
  let problems: readonly string[]

  beforeAll(async () => {
    app = await servedApp({ archive: 'sample', thread: true })
    browser = await launchBrowser()
    const [line] = (await app.call('document.find', { reference: '221-CV/HU' })).documents
    const opened = await openPage(browser, app.url)
    page = opened.page
    problems = opened.problems
    await page.locator('h1').first().waitFor()
    await page.evaluate((hash) => {
      location.hash = hash
    }, `/luoc-do/${line?.id}`)
    await page.locator('g.node.root').waitFor()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  const boxes = () => page.locator('g.node').count()
  const listed = () => page.locator('.lineage-list li').count()

  it('opens what stands beside a box, and folds it again; the list follows', async () => {
    const before = await boxes()
    const hub = page.locator('g.node', { hasText: '35-NQ/TW' }).first()
    await hub.click()
    const more = Number((await hub.locator('.more').textContent())?.trim().slice(1))
    expect(more).toBeGreaterThan(0)
    await page.keyboard.press('+')
    await expect.poll(boxes).toBe(before + more)
    expect(await listed()).toBe(before + more - 1)
    await page.keyboard.press('-')
    await expect.poll(boxes).toBe(before)
    expect(await page.locator('.lineage-list').textContent()).toContain(`còn ${more} văn bản chưa hiện`)
  })

  it('is narrowed to several relations at once by keys, and widened again', async () => {
    const before = await boxes()
    await page.getByRole('button', { name: /^Quan hệ/ }).focus()
    await page.keyboard.press('ArrowDown')
    const list = page.getByRole('dialog', { name: 'Quan hệ' })
    const tick = (name: string) => list.getByRole('checkbox', { name: new RegExp(`^${name}( \\d+)?$`) })
    await tick('thực hiện').focus()
    await page.keyboard.press('Space')
    await expect.poll(boxes).toBe(2)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect.poll(boxes).toBe(3)
    expect(await listed()).toBe(2)
    await list.getByRole('button', { name: 'Mọi quan hệ' }).click()
    await expect.poll(boxes).toBe(before)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
  })

  it('shows the way between two papers, alone in the list, and gives it up', async () => {
    await page.locator('g.node', { hasText: '713-CV/TU' }).first().click()
    await page.keyboard.press('p')
    await page.getByRole('button', { name: 'Tìm đường đi' }).click()
    await page.getByText('chuỗi viện dẫn lên, 1 bước.').waitFor()
    expect(await page.locator('.lineage-list .ref').allTextContents()).toEqual(['221-CV/HU', '713-CV/TU'])
    expect(await page.locator('.edge.path').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('g.node.dim').count()).toBe(0)
    expect(problems).toEqual([])
  })
})
