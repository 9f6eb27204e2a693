import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecoveryKey } from '#domain/encryption/recovery-key.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, filePapers, openDesk, samplePaper } from '#tests/support/e2e-desk.ts'
import { DAM_RONG, type ServedApp, servedApp } from '#tests/support/served-app.ts'

const FIRST = 'sông Krông Nô mùa nước'
const SECOND = 'đèo Phú Sơn buổi sớm'
const WRONG = 'không phải mật khẩu'

/**
 * Encryption as a clerk meets it: an archive made with it, its key proved by typing a group back, opened by password and by the
 * printed key, its password changed, restored from a backup on a bare screen, and a plain archive converted. The steps build
 * on each other.
 */
describe.skipIf(testBrowser() === null)('an encrypted archive in the window', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  let page: Page
  let recoveryKey: string
  const sealed = (): string => join(app.folder, 'kho-ma-hoa')

  beforeAll(async () => {
    app = await servedApp({ archive: 'none', thread: true })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
    page = desk.page
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const opened = () => page.locator('.rail').waitFor()
  const part = async (name: string) => {
    await desk.go('/kho')
    await page.getByRole('navigation', { name: 'Các phần của Kho' }).getByRole('button', { name, exact: true }).click()
  }
  /** Closes the archive and begins to open it again from the list of those used before. */
  const closeAndChoose = async (folder: string) => {
    await part('Tình trạng')
    await button('Đóng kho').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Đóng kho' }).click()
    await page.locator('nav', { hasText: folder }).getByRole('button').first().click()
    await page.getByRole('heading', { name: 'Mở kho đã mã hóa' }).waitFor()
  }
  /** Types a new password twice, a wrong group and then the one that is asked for. Gives the key as it is shown. */
  const proveKey = async (within: ReturnType<Page['locator']>, password: string): Promise<string> => {
    for (const index of [0, 1]) await within.locator('input[type=password]').nth(index).fill(password)
    const groups = await within.locator('output.recovery-key span').allTextContents()
    const field = within.getByLabel(/Gõ lại nhóm thứ/)
    const label = (await within.getByText(/Gõ lại nhóm thứ/).textContent()) ?? ''
    const asked = Number(/thứ (\d)/.exec(label)?.[1])
    await field.fill('ZZZZZZ')
    await within.getByText('Chưa đúng nhóm này.').waitFor()
    await field.fill((groups[asked - 1] ?? '').toLowerCase())
    await within.getByText('Đúng', { exact: true }).waitFor()
    return groups.join('-')
  }

  it('is made only when the password stands twice and a group of the printed key was typed back', async () => {
    await button(/^Lập kho mới/).click()
    await page.getByLabel('Tên cấp ủy').fill(DAM_RONG.name)
    await page.getByLabel('Địa danh ghi trước ngày').fill('Đam Rông')
    await page.getByLabel('Thư mục kho').fill(sealed())
    await page.getByRole('checkbox', { name: 'Mã hóa kho này' }).check()
    await button(/^Lập kho Ctrl/).click()
    await page.getByText(/Còn thiếu: mật khẩu của kho gõ hai lần/).waitFor()
    await page.getByLabel('Mật khẩu của kho').fill('Matkhau123')
    await page.getByText(/^Mật khẩu này dễ đoán/).waitFor()
    recoveryKey = await proveKey(page.locator('.new-encryption'), FIRST)
    expect(await page.getByText(/^Mật khẩu này dễ đoán/).count()).toBe(0)
    expect(readRecoveryKey(recoveryKey)).toEqual({ ok: true, key: recoveryKey })
    await button(/^Lập kho Ctrl/).click()
    await opened()
    expect(await app.call('encryption.state', {})).toMatchObject({
      encrypted: true,
      slots: [{ kind: 'password' }, { kind: 'recovery' }]
    })
    await filePapers(app, [samplePaper('145-CV-HU.docx')])
  }, 60_000)

  it('opens by its password, and says of another that it does not', async () => {
    await closeAndChoose(sealed())
    await page.getByLabel('Mật khẩu của kho').fill(WRONG)
    await button('Mở kho').click()
    await page.getByText('Mật khẩu không mở được kho này.').waitFor()
    expect(await page.getByLabel('Mật khẩu của kho').inputValue()).toBe('')
    expect(await page.getByLabel('Mật khẩu của kho').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByLabel('Mật khẩu của kho').fill(FIRST)
    await page.keyboard.press('Enter')
    await opened()
    expect(await app.call('archive.state', {})).toMatchObject({ encrypted: true, mode: 'ready', documents: 1 })
  }, 60_000)

  it('opens by the printed key, typed small; a group that is mistyped is named while it is typed', async () => {
    await closeAndChoose(sealed())
    await button('Khóa khôi phục').click()
    const groups = recoveryKey.toLowerCase().split('-')
    const field = page.getByLabel('Khóa khôi phục', { exact: true }).and(page.locator('input'))
    await field.fill([groups[0], groups[2]].join(' '))
    await page.getByText('Nhóm thứ 2 không đúng như trên giấy.').waitFor()
    expect(await button('Mở kho').isDisabled()).toBe(true)
    await field.fill(groups.join(' '))
    await button('Mở kho').click()
    await opened()
  }, 60_000)

  it('takes another password by the printed key of whoever forgot the first; the first opens nothing then', async () => {
    await part('Mã hóa')
    await button('Đổi mật khẩu …').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Khóa khôi phục' }).click()
    await dialog.locator('input[type=text]').fill(recoveryKey)
    for (const index of [0, 1]) await dialog.locator('input[type=password]').nth(index).fill(SECOND)
    await dialog.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    await desk.toast('Đã đổi mật khẩu của kho.')
    await closeAndChoose(sealed())
    await page.getByLabel('Mật khẩu của kho').fill(FIRST)
    await button('Mở kho').click()
    await page.getByText('Mật khẩu không mở được kho này.').waitFor()
    await page.getByLabel('Mật khẩu của kho').fill(SECOND)
    await button('Mở kho').click()
    await opened()
  }, 60_000)

  it('is restored from its backup where no archive is open: asked for what opens it, refused by another', async () => {
    const { jobId } = await app.call('archive.backup', { folder: join(app.folder, 'usb') })
    const { folder } = await app.jobDone(jobId)
    await part('Tình trạng')
    await button('Đóng kho').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Đóng kho' }).click()
    await button(/^Phục hồi từ bản sao lưu/).click()
    const goTo = async (path: string) => {
      await page.getByRole('dialog').getByRole('textbox', { name: 'Thư mục', exact: true }).fill(path)
      await page.keyboard.press('Enter')
      await page.getByRole('listbox', { name: `Thư mục trong ${path}` }).waitFor()
    }
    await goTo(join(app.folder, 'usb'))
    await page.getByRole('option', { name: basename(String(folder)) }).click()
    await button('Chọn bản sao lưu này').click()
    await goTo(app.folder)
    await button('Phục hồi vào đây').click()
    const dialog = page.getByRole('dialog', { name: 'Bản sao lưu đã mã hóa' })
    await dialog.getByLabel('Mật khẩu của kho').fill(WRONG)
    await page.keyboard.press('Enter')
    await dialog.getByText('Mật khẩu không mở được kho này.').waitFor()
    await dialog.getByRole('button', { name: 'Khóa khôi phục' }).click()
    expect(await dialog.getByText('Mật khẩu không mở được kho này.').count()).toBe(0)
    await dialog.locator('input').fill(recoveryKey)
    await dialog.getByRole('button', { name: 'Phục hồi' }).click()
    await page.getByText(/^Đã phục hồi đủ vào/).waitFor()
    await button('Mở kho đã phục hồi').click()
    await page.getByLabel('Mật khẩu của kho').fill(SECOND)
    await button('Mở kho').click()
    await opened()
    expect(await app.call('archive.state', {})).toMatchObject({ encrypted: true, documents: 1 })
    const { jobId: check } = await app.call('archive.verify', { depth: 'full' })
    expect((await app.jobDone(check)).report).toMatchObject({ ok: true, findings: [] })
  }, 60_000)

  it('is made of a plain one, which stays as it is and takes nothing more', async () => {
    const plain = join(app.folder, 'kho-thuong')
    await app.call('archive.create', { folder: plain, office: DAM_RONG })
    await filePapers(app, [samplePaper('35-NQ-TW.pdf')])
    await part('Mã hóa')
    await button('Lập bản mã hóa …').click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('Thư mục của kho mã hóa').inputValue()).toBe(`${plain}-ma-hoa`)
    await proveKey(dialog, SECOND)
    await dialog.getByRole('button', { name: 'Lập bản mã hóa' }).click()
    await page.getByText(/Đã lập và đối chiếu xong bản mã hóa/).waitFor()
    expect(await app.call('archive.state', {})).toMatchObject({ folder: plain, mode: 'read-only', encrypted: false })
    await button('Mở kho mã hóa').click()
    await page.getByLabel('Mật khẩu của kho').fill(SECOND)
    await button('Mở kho').click()
    await page.getByText('Kho này đã mã hóa.').waitFor()
    expect(await app.call('archive.state', {})).toMatchObject({ encrypted: true, mode: 'ready', documents: 1 })
    desk.quiet()
  }, 90_000)
})
