import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, openDesk } from '#tests/support/e2e-desk.ts'
import { upload } from '#tests/support/e2e-papers.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

const NUMBER = '713-CV/TU'

/** A directive comes with a deadline in its text; the leader writes on it; it gets late; it is answered. */
describe.skipIf(testBrowser() === null)('handling of an incoming paper', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  let id: DocumentId

  beforeAll(async () => {
    app = await servedApp({ archive: 'empty', thread: true })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it('takes the deadline of the text at filing with one key, and puts the other aside', async () => {
    const { page } = desk
    await desk.go('/vao-so')
    await desk.choose([upload('713.txt', directive())])
    await page.getByText('Thời hạn đọc thấy').waitFor()
    await desk.press('Alt+h')
    await page.getByText(`Ghi hạn ${shown(localDay(3))} khi vào sổ`).waitFor()
    const other = page.locator('li.deadline', { hasText: 'hằng quý' })
    await other.getByRole('button', { name: 'Không phải hạn' }).click()
    await other.waitFor({ state: 'hidden' })
    await desk.press('Control+Enter')
    await desk.toast(`Đã vào sổ ${NUMBER}`)
    const [line] = (await app.call('document.find', { reference: NUMBER })).documents
    if (!line) throw new Error('not filed')
    id = line.id
    const { due, deadlines, state } = await app.call('handling.get', { documentId: id })
    expect([due, state, deadlines.map((one) => one.state)]).toEqual([localDay(3), 'soon', ['taken', 'dismissed']])
  })

  it('shows it on the board and opens its part Xử lý with Enter', async () => {
    const { page } = desk
    await desk.go('/thoi-han')
    await page.getByRole('tab', { name: 'Đến hạn trong 7 ngày 1' }).click()
    await page.locator('tr.rw', { hasText: NUMBER }).getByText('Còn 3 ngày').waitFor()
    await desk.press('Enter')
    await page.getByRole('tab', { name: 'Xử lý', selected: true }).waitFor()
    // The sentence leads to its place on the page.
    await page.locator('.deadline-quote').first().click()
    await page.locator('.pv-piece.now', { hasText: 'trước ngày' }).waitFor()
  })

  it('takes a bút phê by keys alone, completes the unit from the directory, warns of a day before the arrival', async () => {
    const { page } = desk
    await desk.press('Alt+b')
    const dialog = page.getByRole('dialog', { name: 'Ghi bút phê' })
    await dialog.waitFor()
    await page.keyboard.type('Ban Tuyen giao tham muu')
    await desk.press('Tab')
    await page.keyboard.type('Bi thu')
    await dialog.getByLabel('Đơn vị chủ trì').fill('tuyên giáo')
    await dialog.getByRole('option', { name: 'Ban Tuyên giáo Huyện ủy' }).waitFor()
    await desk.press('ArrowDown', 'Enter')
    expect(await dialog.getByLabel('Đơn vị chủ trì').inputValue()).toBe('Ban Tuyên giáo Huyện ủy')
    await dialog.getByLabel('Đơn vị phối hợp').fill('Công an huyện')
    await desk.press('Enter')
    await dialog.getByLabel('Thời hạn: ngày').focus()
    const [year, month, day] = localDay(-1).split('-')
    await page.keyboard.type(`${day}${month}${year}`)
    await dialog.getByText('Thời hạn trước ngày văn bản đến.').waitFor()
    await desk.press('Control+Enter')
    await desk.toast('Ban Tuyên giáo Huyện ủy chủ trì. Thời hạn trước ngày văn bản đến.')
    await page.locator('.handling-state').getByText('Quá hạn 1 ngày').waitFor()
    await page.locator('.rail a', { hasText: 'Thời hạn' }).locator('.n', { hasText: '1' }).waitFor()
  })

  it('says it is done with the reply’s number, takes it back with Ctrl+Z and says it again', async () => {
    const { page } = desk
    for (const back of [true, false]) {
      await desk.press('F8')
      const dialog = page.getByRole('dialog', { name: 'Ghi đã giải quyết xong' })
      await dialog.getByLabel('Số, ký hiệu văn bản trả lời chưa có trong kho').fill('57-CV/BTGHU')
      await desk.press('Control+Enter')
      await desk.toast('Đã ghi giải quyết xong.')
      await page.locator('.handling-state').getByText('Đã xong, chậm 1 ngày').waitFor()
      if (!back) continue
      await desk.press('Control+z')
      await page.locator('.handling-state').getByText('Quá hạn 1 ngày').waitFor()
    }
    await desk.go('/thoi-han')
    await page.getByRole('tab', { name: 'Đã xong 1' }).click()
    await page.locator('tr.rw', { hasText: '57-CV/BTGHU' }).waitFor()
  })

  it('opens the work again with a new bút phê, and leaves the board when the paper is withdrawn', async () => {
    const { page } = desk
    await desk.go(`/van-ban/${id}?muc=handling`)
    await page.locator('.handling-state').getByText('Đã xong').waitFor()
    await desk.press('Alt+b')
    const dialog = page.getByRole('dialog', { name: 'Ghi bút phê' })
    await dialog.waitFor()
    await page.keyboard.type('Bo sung so lieu')
    await desk.press('Control+Enter')
    await desk.toast('Văn bản đã xong được mở lại.')
    await page.locator('.handling-state').getByText('Quá hạn 1 ngày').waitFor()
    await app.call('document.withdraw', { id, reason: 'trùng' })
    await eventually(async () => (await app.call('overview', {})).overdue).toBe(0)
    desk.quiet()
  })

  it('prints the follow-up book and the slip with what was said', async () => {
    await app.call('document.restore', { id, reason: '' })
    const csv = async (name: 'follow-up-book' | 'overdue-list' | 'routing-slip') => {
      const report = { name, from: null, to: null, documentId: name === 'routing-slip' ? id : null }
      const file = await app.call('report.file', { report, format: 'csv' })
      return Buffer.from(file.base64, 'base64').toString('utf8')
    }
    expect(await csv('follow-up-book')).toMatch(
      /713-CV\/TU.*Ban Tuyên giáo Huyện ủy.*Quá hạn 1 ngày.*Phối hợp: Công an huyện/s
    )
    expect(await csv('overdue-list')).toContain('Quá hạn 1 ngày')
    expect(await csv('routing-slip')).toMatch(/Ban Tuyen giao tham muu.*Bo sung so lieu/s)
  })
})

function directive(): string {
  const [year, month, day] = localDay(-10).split('-')
  return `ĐẢNG BỘ TỈNH LÂM ĐỒNG                    ĐẢNG CỘNG SẢN VIỆT NAM
TỈNH ỦY LÂM ĐỒNG
      *                                  Đà Lạt, ngày ${day} tháng ${month} năm ${year}
Số ${NUMBER}
V/v quản lý thông tin trên mạng xã hội

Kính gửi:  - Huyện ủy Đam Rông.

Các huyện ủy, thành ủy báo cáo kết quả về Ban Tuyên giáo Tỉnh ủy trước ngày ${shown(localDay(3))}.

Giao Ban Tuyên giáo Tỉnh ủy theo dõi, định kỳ hằng quý báo cáo Thường trực Tỉnh ủy.

Nơi nhận:                                T/M BAN THƯỜNG VỤ
- Như kính gửi,                          PHÓ BÍ THƯ
- Lưu VPTU.
                                         Trần Văn Hiệp
`
}

function shown(day: string): string {
  return day.split('-').toReversed().join('/')
}

function localDay(days: number): string {
  const at = new Date()
  at.setDate(at.getDate() + days)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
