import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, openDesk } from '#tests/support/e2e-desk.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** Looking for papers by keys: typed help and chips, facets, places on the page, kept queries, and deeds with many hits. */
describe.skipIf(testBrowser() === null)('search', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  let page: Page

  beforeAll(async () => {
    app = await servedApp({ archive: 'sample', thread: true })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
    page = desk.page
    await desk.go('/tim-kiem')
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })
  beforeEach(async () => {
    // Ticks, then words.
    await desk.press('Escape', 'Escape')
    await eventually(() => field().inputValue()).toBe('')
  })

  const field = () => page.getByRole('combobox', { name: 'Nội dung tìm' })
  const hits = () => page.getByRole('option')
  const found = () => page.locator('.search-bar').innerText()
  const ask = async (text: string) => {
    await field().fill(text)
    await eventually(found).toMatch(/\d văn bản/)
  }
  const names = () => page.locator('.search-hit .ref').allInnerTexts()

  it('offers names of the field being typed, and the taken one is a chip that can be taken out', async () => {
    await field().pressSequentially('mạng cq: lam do')
    await page.getByText('Tỉnh ủy Lâm Đồng', { exact: false }).first().waitFor()
    const offer = page.locator('.suggestion', { hasText: 'Tỉnh ủy Lâm Đồng' })
    await offer.waitFor()
    await desk.press('F4')
    await eventually(() => field().inputValue()).toBe('mạng cq: "Tỉnh ủy Lâm Đồng" ')
    await page.locator('.chip', { hasText: 'Cơ quan: “Tỉnh ủy Lâm Đồng”' }).waitFor()
    await eventually(names).toEqual(['713-CV/TU'])
    // What is typed on is no part of the name.
    await field().pressSequentially('xã hội')
    await eventually(names).toEqual(['713-CV/TU'])
    await page.getByRole('button', { name: 'Bỏ lọc Cơ quan: “Tỉnh ủy Lâm Đồng”' }).click()
    await eventually(() => field().inputValue()).toBe('mạng xã hội')
    await eventually(() => hits().count()).toBeGreaterThan(3)
  })

  it('says what is wrong with a query, never that there is nothing', async () => {
    await field().fill('mạng ngày: 45/13/2021')
    await page.getByRole('heading', { name: /Không đọc được ngày “45\/13\/2021”/ }).waitFor()
    expect(await page.getByText('Không có văn bản nào').count()).toBe(0)
    await field().fill('tên: mạng')
    await page.getByText('Không có mục “tên:”').waitFor()
  })

  it('goes through the places on the page, narrows by facets and turns the order', async () => {
    await ask('mạng xã hội')
    await page.getByText(/Chỗ khớp 1\/\d+/).waitFor()
    await desk.press('F3')
    await page.getByText(/Chỗ khớp 2\/\d+/).waitFor()
    await desk.press('Shift+F3')
    await page.getByText(/Chỗ khớp 1\/\d+/).waitFor()
    const all = await hits().count()
    const facet = page.getByRole('checkbox', { name: /^Văn bản đi/ })
    const counted = Number(/(\d+)$/.exec((await facet.locator('..').innerText()).trim())?.[1])
    await facet.check()
    await eventually(() => hits().count()).toBe(counted)
    expect(counted).toBeLessThan(all)
    await page.getByRole('button', { name: 'Bỏ lọc Văn bản đi' }).click()
    // Terms and books alike: ticked in the list, taken back by the chip.
    for (const [of, chip] of [
      ['Nhiệm kỳ', /^Bỏ lọc (?:Nhiệm kỳ|Trước)/],
      ['Sổ', /^Bỏ lọc Sổ: /]
    ] as const) {
      const row = page.getByRole('group', { name: of, exact: true }).locator('label').last()
      const own = Number(await row.locator('.n').innerText())
      await row.locator('input').check()
      await eventually(found).toMatch(new RegExp(`^${own} văn bản`))
      await page.getByRole('button', { name: chip }).click()
      await eventually(() => row.locator('input').isChecked()).toBe(false)
    }
    await eventually(() => hits().count()).toBe(all)
    await page.getByRole('button', { name: 'Mới nhất' }).click()
    await eventually(async () => (await names())[0]).toBe('133-KH/HU')
    await page.getByRole('button', { name: 'Sát nhất' }).click()
    await eventually(async () => (await names())[0]).toBe('221-CV/HU')
  })

  it('forgives a typing slip and says what it looked for', async () => {
    await ask('thnog tin mangj')
    await page.getByText('Đang hiện kết quả của').waitFor()
    expect(await hits().count()).toBeGreaterThan(0)
  })

  it('keeps queries: those asked lately, and those saved', async () => {
    await ask('mạng xã hội')
    await page.getByRole('button', { name: 'Lưu câu tìm' }).click()
    await field().press('Enter')
    await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
    await desk.go('/tim-kiem')
    await desk.press('Escape')
    for (const list of ['Câu tìm đã lưu', 'Vừa tìm']) {
      await page.getByRole('heading', { name: list }).waitFor()
    }
    expect(await page.getByRole('button', { name: 'mạng xã hội', exact: true }).count()).toBe(2)
    await page.getByRole('button', { name: 'mạng xã hội', exact: true }).first().click()
    await eventually(() => field().inputValue()).toBe('mạng xã hội')
  })

  it('ticks by keys, by stretches and all, and saves the list of just those', async () => {
    await ask('mạng xã hội')
    const all = await hits().count()
    const bar = page.getByRole('region', { name: 'Việc với văn bản đã chọn' })
    await field().press('Control+Space')
    await bar.getByText('Đã chọn 1 văn bản').waitFor()
    await field().press('ArrowDown')
    for (const _ of [1, 2]) await field().press('Shift+ArrowDown')
    await bar.getByText('Đã chọn 4 văn bản').waitFor()
    await field().press('Shift+ArrowUp')
    await bar.getByText('Đã chọn 3 văn bản').waitFor()
    // Ticks stay while other words are tried.
    await ask('mạng')
    await bar.getByText('Đã chọn 3 văn bản').waitFor()
    await ask('mạng xã hội')
    await field().press('Alt+a')
    await bar.getByText(`Đã chọn ${all} văn bản`).waitFor()
    await hits().nth(1).locator('.tick').click()
    await bar.getByText(`Đã chọn ${all - 1} văn bản`).waitFor()
    const left = (await names())[1] ?? ''
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await bar.getByRole('button', { name: 'Lưu ra tệp' }).click()
        await page.getByRole('menuitem', { name: 'CSV' }).click()
      })()
    ])
    const csv = readFileSync(await download.path(), 'utf8')
    const rows = csv.split('\n').filter((line) => /-[A-ZĐ]+\//.test(line))
    expect(rows).toHaveLength(all - 1)
    expect(csv).not.toContain(left)
    expect(csv).toContain('221-CV/HU')
  })

  it('puts the ticked ones into a dossier, and takes them out again with one step', async () => {
    await ask('mạng xã hội')
    await field().press('Control+Space')
    await field().press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'Đưa vào hồ sơ' }).click()
    await page.getByRole('dialog').waitFor()
    await desk.press('Control+n')
    await page.getByRole('textbox', { name: /Số và ký hiệu hồ sơ/ }).fill('07-VP')
    await page.getByRole('textbox', { name: /Tiêu đề hồ sơ/ }).fill('Thông tin trên mạng xã hội')
    await page.getByRole('button', { name: /^Ghi hồ sơ/ }).click()
    await desk.toast(/2 văn bản vào hồ sơ 07-VP|Đã đưa 2 văn bản/)
    const documents = async () =>
      (await app.call('dossier.list', { text: '07-VP', only: 'all', on: null, offset: 0, limit: 10 })).dossiers[0]
        ?.documents
    expect(await documents()).toBe(2)
    await page.locator('.toast', { hasText: '07-VP' }).last().getByRole('button', { name: 'Hoàn tác' }).click()
    await desk.toast('Đã hoàn tác.')
    expect(await documents()).toBe(0)
  })

  it('went by without an error', () => {
    desk.quiet()
  })
})
