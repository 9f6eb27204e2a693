import { afterAll, beforeAll, expect, test } from 'vitest'
import { HEADS, line, textFile, workbook } from '#tests/archive/backlog/sheets.ts'
import { launchBrowser, openPage, testBrowser } from '#tests/support/browser.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** The backlog as a clerk does it: an old register, then the loose scans that belong to its lines. */
let app: ServedApp
let browser: Awaited<ReturnType<typeof launchBrowser>>
const run = test.skipIf(testBrowser() === null)

beforeAll(async () => {
  if (testBrowser() === null) return
  app = await servedApp({ archive: 'empty', thread: true })
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const LETTER = `TỈNH ỦY LÂM ĐỒNG                    ĐẢNG CỘNG SẢN VIỆT NAM
      *                                  Đà Lạt, ngày 03 tháng 01 năm 2019
Số 0003-CV/TU
V/v tăng cường quản lý thông tin

Kính gửi: Huyện ủy Đam Rông.

                                T/M BAN THƯỜNG VỤ
                                Nguyễn Văn A
`

run(
  'an old register is tried, put in, tied to a loose file, and taken back with one key',
  async () => {
    const { page, problems, strangers } = await openPage(browser, app.url)
    const book = await workbook([HEADS, line(1), line(2), line(3), line(4, { reference: null })])
    await page.getByRole('navigation').first().waitFor()
    await page.keyboard.press('Control+4')
    await page.getByRole('button', { name: 'Nhập sổ cũ' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles(book)
    await dialog.getByRole('button', { name: 'Xem thử' }).click()
    await dialog.getByText('3 nhập được').waitFor()
    await dialog.getByText('Không có số. Ghi số').waitFor()
    expect((await app.call('overview', {})).documents).toBe(0)
    await dialog.getByRole('button', { name: 'Nhập 3 dòng' }).click()
    await dialog.getByText('Đã nhập 3 dòng sổ.').waitFor()
    await dialog.getByRole('button', { name: 'Đóng' }).click()

    const staged = await app.stage('quet.txt', textFile('quet.txt', LETTER))
    await app.jobDone((await app.call('intake.start', { staged: [staged as never] })).jobId)
    await page.getByRole('button', { name: 'Gắn 1 tệp vào dòng sổ' }).click()
    await dialog.getByText('trùng số, ký hiệu, ngày, cơ quan').waitFor()
    await dialog.getByRole('button', { name: 'Gắn 1 tệp khớp đủ' }).click()
    await page.getByText('Đã gắn 1 tệp vào dòng sổ.').waitFor()
    const [document] = (await app.call('document.find', { reference: '3-CV/TU' })).documents
    if (!document) throw new Error('no document')
    expect((await app.call('document.get', { id: document.id })).files.map((file) => file.name)).toEqual(['quet.txt'])

    await dialog.getByRole('button', { name: 'Đóng' }).click()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Gắn 1 tệp vào dòng sổ' }).waitFor()
    expect((await app.call('document.get', { id: document.id })).files).toEqual([])
    expect(problems).toEqual([])
    expect(strangers).toEqual([])
  },
  60_000
)
