import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { axeViolations, overflowing } from '#tests/support/e2e-checks.ts'
import { type Desk, openDesk } from '#tests/support/e2e-desk.ts'
import { upload } from '#tests/support/e2e-papers.ts'
import { settled } from '#tests/support/e2e-screens.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

const SHOTS = process.env.VANKHO_SHOTS ? '/tmp/shots-secret' : null
const YEAR = new Date().getFullYear()
const MARKED = `BỘ CÔNG AN                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CÔNG AN TỈNH                     Độc lập - Tự do - Hạnh phúc
Số: 12/BC-CAT
MẬT                              Lâm Đồng, ngày 10 tháng 5 năm 2021
BÁO CÁO
Tình hình an ninh
`

/** The office turns its secret book on, a marked paper is refused with a way to its line, and the line is kept by keys. */
describe.skipIf(testBrowser() === null)('the secret book', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk

  beforeAll(async () => {
    app = await servedApp({ archive: 'empty', thread: true })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  async function look(name: string): Promise<void> {
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 }
    ]) {
      await desk.page.setViewportSize(size)
      await settled(desk)
      expect(await axeViolations(desk.page), name).toEqual([])
      expect(await overflowing(desk.page), name).toEqual([])
      if (!SHOTS) continue
      mkdirSync(SHOTS, { recursive: true })
      await desk.page.waitForTimeout(300)
      await desk.page.screenshot({ path: join(SHOTS, `${name}-${size.width}.png`) })
    }
  }
  const field = (name: string | RegExp) => desk.page.getByRole('dialog').getByRole('textbox', { name, exact: true })

  it('is not offered anywhere while it is off', async () => {
    const { page } = desk
    await desk.go('/so-va-so')
    await page.getByRole('button', { name: 'Cách đánh số' }).waitFor()
    await settled(desk)
    expect(await page.getByRole('button', { name: 'Sổ mật' }).count()).toBe(0)
    await desk.go('/vao-so')
    await desk.choose([upload('bao-cao.txt', MARKED)])
    await page
      .getByText(/không nhận/i)
      .first()
      .waitFor()
    await desk.press('F9')
    await page.getByRole('dialog').getByText('Không nhận', { exact: true }).waitFor()
    await settled(desk)
    expect(await page.getByRole('button', { name: 'Ghi dòng sổ mật' }).count()).toBe(0)
    await desk.press('Escape')
    await desk.go('/so-mat')
    await page.getByText('Sổ văn bản mật đang tắt').waitFor()
    await look('off')
  })

  it('is turned on after what it means was read, with a reason', async () => {
    const { page } = desk
    await desk.go('/kho')
    await page.getByRole('button', { name: 'Cơ quan', exact: true }).click()
    await page.getByRole('button', { name: 'Mở sổ mật' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('117/2025/QH15').waitFor()
    const turn = dialog.getByRole('button', { name: 'Mở sổ mật' })
    await dialog.getByRole('textbox').fill('Quyết định của Thường trực')
    expect(await turn.isDisabled()).toBe(true)
    await dialog.getByRole('checkbox').check()
    await look('switch-on')
    await turn.click()
    await desk.toast('Đã mở sổ văn bản mật')
    await page.getByText('Lý do: Quyết định của Thường trực').waitFor()
    await look('setting')
  })

  it('takes a line by keys from the refusal of a marked paper', async () => {
    const { page } = desk
    await desk.go('/vao-so')
    await desk.press('F9')
    await page.getByRole('button', { name: 'Ghi dòng sổ mật' }).first().waitFor()
    await look('refused')
    await page.getByRole('button', { name: 'Ghi dòng sổ mật' }).first().click()
    await page.getByText(`Sẽ là số 1 của năm ${YEAR}.`).waitFor()
    await page.keyboard.type('Công an tỉnh Lâm Đồng')
    await desk.press('Tab')
    await page.keyboard.type('12-BC/CAT')
    await page.getByRole('combobox', { name: 'Độ mật' }).selectOption('toi-mat')
    await field('Trích yếu').fill('theo nội dung công văn mật')
    await field('Đơn vị, người nhận').fill('Thường trực Huyện ủy')
    await look('form')
    await desk.press('Control+Enter')
    await desk.toast(`Đã ghi số 1, sổ mật đến năm ${YEAR}`)
    await page.locator('tr.rw', { hasText: '12-BC/CAT' }).waitFor()
  })

  it('writes nothing of what a Tuyệt mật paper is about', async () => {
    const { page } = desk
    await desk.press('Control+n')
    await field('Cơ quan ban hành').fill('Bộ Chỉ huy Quân sự tỉnh')
    await field('Trích yếu').fill('phương án')
    await page.getByRole('combobox', { name: 'Độ mật' }).selectOption('tuyet-mat')
    expect(await field('Trích yếu').isDisabled()).toBe(true)
    await desk.press('Control+Enter')
    await desk.toast('Đã ghi số 2')
    const { entries } = await app.call('secret.list', {
      direction: 'incoming',
      year: YEAR,
      text: '',
      offset: 0,
      limit: 10
    })
    expect(entries.map((one) => [one.number, one.secrecy, one.subject])).toEqual([
      [1, 'toi-mat', 'theo nội dung công văn mật'],
      [2, 'tuyet-mat', null]
    ])
  })

  it('corrects, gives back, makes void and takes back', async () => {
    const { page } = desk
    await page.locator('tr.rw').first().click()
    await desk.press('F2')
    await field('Ghi chú').fill('hộp 2')
    await desk.press('Control+Enter')
    await page.getByText('Ghi lý do sửa.').waitFor()
    await field('Lý do sửa').fill('ghi thiếu chỗ để')
    await look('correct')
    await desk.press('Control+Enter')
    await desk.toast('Đã sửa dòng số 1')
    await page.getByText('Ghi chú: trống → hộp 2').waitFor()
    await page.getByRole('button', { name: 'Ghi trả lại' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi trả lại' }).click()
    await desk.toast('Đã ghi trả lại')
    await page.locator('tr.rw').nth(1).click()
    await page.getByRole('button', { name: 'Hủy số' }).click()
    await page.getByRole('alertdialog').getByRole('textbox').fill('ghi nhầm')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Hủy số' }).click()
    await desk.toast('Đã hủy số 2')
    await page.locator('tr.rw.void', { hasText: 'Đã hủy: ghi nhầm' }).waitFor()
    await desk.press('Control+z')
    await page.locator('tr.rw.void').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Hủy số' }).click()
    await page.getByRole('alertdialog').getByRole('textbox').fill('văn bản gửi nhầm nơi nhận')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Hủy số' }).click()
    await page.locator('tr.rw.void').waitFor()
    await page.locator('tr.rw').first().click()
    await look('incoming')
  })

  it('keeps outgoing lines apart, finds by words and shows none of them elsewhere', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Mật đi' }).click()
    await desk.press('Control+n')
    await page.getByText(`Sẽ là số 1 của năm ${YEAR}.`).waitFor()
    await page.keyboard.type('05-BC/HU')
    await field('Người ký').fill('Đa Cắt K’Hương')
    await field('Đơn vị lưu').fill('Văn phòng Huyện ủy')
    await field('Số lượng').fill('0')
    await field('Nơi nhận').fill('Thường trực Tỉnh ủy; Ban Nội chính Tỉnh ủy')
    await desk.press('Control+Enter')
    await page.getByText('Ghi một số từ 1 đến 9999.').waitFor()
    await field('Số lượng').fill('2')
    await look('form-out')
    await desk.press('Control+Enter')
    await desk.toast(`Đã ghi số 1, sổ mật đi năm ${YEAR}`)
    await look('outgoing')
    await desk.press('Control+f')
    await page.keyboard.type('noi chinh')
    await page.locator('tr.rw', { hasText: '05-BC/HU' }).waitFor()
    await page.keyboard.type(' xyz')
    await page.getByText('Không có dòng nào khớp “noi chinh xyz”').waitFor()
    await page.locator('#secret-filter').fill('')
    await desk.go('/kho')
    await page.getByRole('button', { name: 'Nhật ký kho' }).click()
    await page.locator('tr.rw', { hasText: 'Ghi dòng sổ mật' }).first().waitFor()
    const told = await page.locator('table').first().innerText()
    expect(told).toContain(`Số: 1/${YEAR}`)
    for (const word of ['05-BC', 'K’Hương', 'Nội chính', 'gửi nhầm', 'hộp 2']) expect(told).not.toContain(word)
    await look('ledger')
    desk.quiet()
  })

  it('is hidden again when it is turned off, and comes back whole', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Cơ quan', exact: true }).click()
    await page.getByRole('button', { name: 'Tắt sổ mật' }).click()
    await page.getByRole('alertdialog').getByRole('textbox').fill('chuyển sang sổ giấy')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Tắt sổ mật' }).click()
    await page.getByText('3 dòng đã ghi trước đây còn nguyên').waitFor()
    await desk.go('/so-mat')
    await page.getByText('Sổ văn bản mật đang tắt').waitFor()
    expect(await page.locator('tr.rw').count()).toBe(0)
    desk.quiet()
  })
})
