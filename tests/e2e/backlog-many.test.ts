import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, testBrowser, type WatchedPage } from '#tests/support/browser.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** So many papers in the folder; VAN_KHO_BACKLOG for a night with five thousand. */
const MANY = Number(process.env.VAN_KHO_BACKLOG ?? 260)
/** Of ten papers one has no number and one no head at all. */
const READY = Math.floor(MANY / 10) * 8

const paper = (n: number): string => {
  if (n % 10 === 9) return `Ghi chép số ${n}\n\nkhông có đầu đề`
  return `HUYỆN ỦY ĐAM RÔNG                    ĐẢNG CỘNG SẢN VIỆT NAM
*                              Đam Rông, ngày 03 tháng 01 năm 2019
${n % 10 === 8 ? '' : `Số ${n + 1}-CV/HU`}
V/v chuẩn bị việc thứ ${n + 1}

Kính gửi: Đảng ủy các xã.

T/M BAN THƯỜNG VỤ
Cil Múp
`
}

describe.skipIf(testBrowser() === null)(`a folder of ${MANY} papers`, { timeout: 900_000 }, () => {
  let app: ServedApp
  let browser: Awaited<ReturnType<typeof launchBrowser>>
  let watched: WatchedPage
  const waiting = async () => await app.call('intake.list', { limit: 1 })

  beforeAll(async () => {
    app = await servedApp({ archive: 'empty', thread: true })
    browser = await launchBrowser()
    watched = await openPage(browser, app.url)
    await watched.page.getByRole('navigation').first().waitFor()
    await watched.page.keyboard.press('Control+4')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it('goes in whole, and other work goes on meanwhile', async () => {
    const { page } = watched
    const folder = join(app.folder, 'to-dong')
    mkdirSync(join(folder, 'trong'), { recursive: true })
    for (let n = 0; n < MANY; n++) {
      writeFileSync(join(folder, n % 3 === 0 ? 'trong' : '.', `${String(n).padStart(5, '0')}.txt`), paper(n))
    }
    writeFileSync(join(folder, 'Thumbs.db'), 'x')
    await page.locator('input[webkitdirectory]').setInputFiles(folder)
    await page.getByRole('button', { name: 'Đưa vào hàng chờ' }).click()
    await page
      .getByText(/Đang đọc/)
      .first()
      .waitFor({ timeout: 300_000 })
    const opened: number[] = []
    while ((await waiting()).total < MANY) {
      const start = performance.now()
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      opened.push(performance.now() - start)
      await page.waitForTimeout(200)
    }
    const sorted = opened.toSorted((a, b) => a - b)
    console.log(`palette opened and closed ${opened.length} times, p95 ms`, sorted[Math.floor(sorted.length * 0.95)])
    expect(sorted[Math.floor(sorted.length / 2)] ?? 0).toBeLessThan(2000)
  })

  it('stands in the queue surest first, only what is in sight drawn, and scrolls to its end', async () => {
    const { page } = watched
    await page
      .getByText(new RegExp(`^${MANY.toLocaleString('vi-VN')} văn bản chờ`))
      .first()
      .waitFor()
    const list = page.getByRole('list', { name: 'Chờ vào sổ' })
    expect(await list.locator('li.queue-line').count()).toBeLessThan(60)
    expect(await list.locator('li.queue-line').first().innerText()).toContain('CV/HU')
    for (let turn = 0; turn < MANY / 20; turn++) {
      await list.evaluate((box) => box.scrollTo(0, box.scrollHeight))
      await page.waitForTimeout(150)
      const last = await list.locator('li.queue-line').last().getAttribute('aria-posinset')
      if (Number(last) === MANY) break
    }
    expect(await list.locator('li.queue-line').last().innerText()).toContain('.txt')
    await list.evaluate((box) => box.scrollTo(0, 0))
  })

  it('says what became of each file, and prints it', async () => {
    const { page } = watched
    await page.keyboard.press('F9')
    const panel = page.getByRole('dialog', { name: 'Kết quả thêm tệp' })
    await panel.getByText(`${MANY.toLocaleString('vi-VN')}/${MANY.toLocaleString('vi-VN')} tệp`).waitFor()
    expect(await panel.locator('tbody tr').count()).toBeLessThanOrEqual(200)
    const printed = page.waitForResponse((answer) => answer.url().includes('/api/print'))
    await panel.getByRole('button', { name: 'In kết quả' }).click()
    const { value } = (await (await printed).json()) as { value: { title: string; rows: number } }
    expect(value).toMatchObject({ title: 'Kết quả đưa tệp vào hàng chờ', rows: MANY })
    await page.keyboard.press('Escape')
  })

  it('is filed one by one with a key, taken back into the queue, and the sure ones as one batch', async () => {
    const { page } = watched
    const before = (await waiting()).total
    await page.locator('input[name=number]').waitFor()
    await page.locator('[name=subject]').first().fill('chuẩn bị đại hội, sửa tay')
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/Đã vào sổ \d+-CV\/HU/)
      .first()
      .waitFor({ timeout: 60_000 })
    await expect.poll(async () => (await waiting()).total).toBe(before - 1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await waiting()).total).toBe(before)
    expect((await app.call('overview', {})).documents).toBe(0)
    const { items } = await app.call('intake.list', {})
    const back = items.filter((item) => item.status === 'ready').at(-1)
    if (!back) throw new Error('nothing waits')
    // The paper waits again first, then its form as it was filed.
    await expect
      .poll(async () => (await app.call('intake.get', { id: back.id })).form.subject)
      .toBe('chuẩn bị đại hội, sửa tay')

    await page.getByRole('button', { name: new RegExp(`^Ghi ${READY.toLocaleString('vi-VN')} văn bản đủ`) }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: /^Ghi/ }).click()
    await page.getByText(`Đã vào sổ ${READY.toLocaleString('vi-VN')} văn bản.`).waitFor({ timeout: 300_000 })
    expect((await waiting()).total).toBe(MANY - READY)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await waiting()).counts.ready, { timeout: 300_000 }).toBe(READY)
    expect((await waiting()).total).toBe(MANY)
  })

  it('went by without an error or a request elsewhere', () => {
    expect(watched.problems).toEqual([])
    expect(watched.strangers).toEqual([])
  })
})
