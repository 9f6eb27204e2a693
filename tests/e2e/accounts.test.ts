import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, openPage, testBrowser, type WatchedPage } from '#tests/support/browser.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** An office turns accounts on; each role is offered what it may, and a restricted paper is gone for the others. */
const ADMIN = ['Quản trị kho', 'một câu dễ nhớ'] as const
const CLERK = ['Văn thư Huyện ủy', 'cây phượng sân sau'] as const
const LEADER = ['Nguyễn Thị Lan', 'mật khẩu lãnh đạo'] as const
const STAFF = ['K’ Brốp', 'mật khẩu chuyên viên'] as const

let app: ServedApp
let browser: Browser
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  if (testBrowser() === null) return
  app = await servedApp({ archive: 'sample' })
  browser = await launchBrowser()
  watched = await openPage(browser, app.url)
  page = watched.page
  watched.context.setDefaultTimeout(20_000)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const signIn = async ([name, password]: readonly [string, string]) => {
  await page.getByLabel('Tên tài khoản').fill(name)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('link', { name: /^Kho/ }).waitFor()
}
const signOut = async () => {
  await page
    .locator('.titlebar')
    .getByRole('button', { name: /Tài khoản của tôi/ })
    .click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
}
const section = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Các phần của chương trình' }).getByRole('link', { name })
const part = async (name: string) => {
  await section(/^Kho/).click()
  await page.getByRole('button', { name, exact: true }).click()
}

it.runIf(testBrowser())(
  'turns accounts on, tells a wrong password, and lets the administrator make accounts',
  async () => {
    await part('Tài khoản')
    await page.getByRole('button', { name: 'Bật tài khoản …' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tên tài khoản').first().fill(ADMIN[0])
    for (const [index, password] of [ADMIN[1], ADMIN[1], CLERK[1], 'khác'].entries())
      await dialog.locator('input[type=password]').nth(index).fill(password)
    await dialog.getByRole('checkbox', { name: /không tắt lại được/ }).check()
    expect(await dialog.getByRole('button', { name: 'Bật tài khoản' }).isDisabled()).toBe(true)
    await dialog.locator('input[type=password]').nth(3).fill(CLERK[1])
    await dialog.getByRole('button', { name: 'Bật tài khoản' }).click()
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    expect(await page.getByRole('link', { name: /Tìm kiếm/ }).count()).toBe(0)

    await page.getByLabel('Tên tài khoản').fill(ADMIN[0])
    await page.getByLabel('Mật khẩu', { exact: true }).fill('sai hẳn')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('alert').getByText('Tên hoặc mật khẩu không đúng.').waitFor()
    await signIn(ADMIN)
    expect(await section(/Vào sổ/).count(), 'an administrator files nothing').toBe(0)
    await part('Tài khoản')
    for (const [[name, password], role] of [
      [LEADER, 'leader'],
      [STAFF, 'staff']
    ] as const) {
      await page.getByRole('button', { name: 'Thêm tài khoản …' }).click()
      await dialog.getByLabel('Tên tài khoản').fill(name)
      await dialog.getByRole('combobox').selectOption(role)
      for (const index of [0, 1]) await dialog.locator('input[type=password]').nth(index).fill(password)
      await dialog.getByRole('button', { name: 'Thêm' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    expect(await page.getByRole('table', { name: 'Các tài khoản' }).getByRole('row').count()).toBe(5)
    await signOut()
  },
  120_000
)

it.runIf(testBrowser())(
  'lets the clerk restrict a paper and ask for a withdrawal',
  async () => {
    await signIn(CLERK)
    await section(/Văn bản đi/).click()
    await page.getByText('221-CV/HU').first().dblclick()
    const more = page.locator('.document-head .menu-at button')
    await more.click()
    await page.getByRole('menuitem', { name: 'Hạn chế người xem …' }).click()
    // By keys alone: the first box has the focus, the reason is the last field, Ctrl+Enter does it.
    const leaders = page.getByRole('group', { name: 'Cả vai trò' }).getByRole('checkbox', { name: 'Lãnh đạo' })
    await expect.poll(() => leaders.evaluate((box) => box === document.activeElement)).toBe(true)
    await page.keyboard.press('Space')
    const reason = page.getByRole('dialog').getByLabel('Lý do (bắt buộc, ghi vào nhật ký kho)')
    for (let tabs = 0; tabs < 12 && !(await reason.evaluate((field) => field === document.activeElement)); tabs++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Control+Enter')
    expect(await page.getByRole('dialog').count(), 'without a reason nothing is done').toBe(1)
    await page.keyboard.type('Đang kiểm tra')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('.document-head').getByText('Hạn chế', { exact: true }).waitFor()
    await more.click()
    await page.getByRole('menuitem', { name: 'Rút khỏi sổ' }).click()
    await page.getByRole('alertdialog').getByLabel(/Lý do/).fill('Vào sổ nhầm')
    await page.getByRole('button', { name: /^Đề nghị rút/ }).click()
    await page.getByText('Đã gửi đề nghị rút 221-CV/HU.').waitFor()
    // What she looks at and types is hers: the next one at this window is not to learn of the paper by it.
    await page.getByRole('tab', { name: /^Viện dẫn/ }).click()
    await page.evaluate(() => (location.hash = location.hash.replace('/van-ban/', '/luoc-do/')))
    await page.locator('.main').getByText('221-CV/HU').first().waitFor()
    await section(/Lược đồ/).click()
    await page.evaluate(() => (location.hash = '#/luoc-do'))
    await page.locator('.lineage-choose').getByText('221-CV/HU').waitFor()
    await section(/Văn bản đi/).click()
    await page.getByLabel('Lọc trong sổ').first().fill('221-CV')
    await signOut()
    expect(await page.getByText('221-CV/HU').count(), 'nothing of it is left on the screen').toBe(0)
  },
  60_000
)

it.runIf(testBrowser())(
  'shows staff no trace of it and offers nothing that staff may not do',
  async () => {
    await signIn(STAFF)
    await page.evaluate(() => (location.hash = '#/luoc-do'))
    await page.locator('.lineage-choose').waitFor()
    expect(await page.locator('.lineage-choose').innerText()).not.toContain('221-CV/HU')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('221-CV')
    await section(/Văn bản đi/).click()
    await page.getByText('245-KH/HU').first().waitFor()
    expect(await page.getByText('221-CV/HU').count()).toBe(0)
    expect(await page.getByRole('button', { name: /Vào sổ/ }).count()).toBe(0)
    expect(await section(/Vào sổ/).count()).toBe(0)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('221-CV/HU')
    await page.waitForTimeout(600)
    expect(await page.getByRole('option', { name: /221-CV\/HU/ }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await section(/^Kho/).click()
    expect(await page.getByRole('button', { name: 'Sao lưu, phục hồi' }).count()).toBe(0)
    await signOut()
  },
  60_000
)

it.runIf(testBrowser())(
  'lets the leader decide the withdrawal',
  async () => {
    await signIn(LEADER)
    await section(/Việc còn lại/).click()
    await page.getByRole('button', { name: /Đề nghị rút/ }).click()
    await page.getByText('Vào sổ nhầm').waitFor()
    await page.getByRole('button', { name: 'Đồng ý, rút khỏi sổ' }).click()
    await page.getByText('Đã rút 221-CV/HU khỏi sổ.').waitFor()
    await page.getByText('Không có đề nghị nào chờ lãnh đạo.').waitFor()
    expect([watched.problems, watched.strangers]).toEqual([[], []])
  },
  60_000
)
