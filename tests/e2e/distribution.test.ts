import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentLine } from '#contract/schemas.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, filePapers, openDesk, samplePaper } from '#tests/support/e2e-desk.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

/** The paper book's work at the desk: a sheet that came back, its scan, a paper that replaces another, the directory. */
describe.skipIf(testBrowser() === null)('sheets, proofs, replacements and the directory', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  let old: DocumentLine
  let main: DocumentLine

  beforeAll(async () => {
    app = await servedApp({ archive: 'empty', thread: true })
    const filed = await filePapers(app, ['145-CV-HU.docx', '221-CV-HU.pdf'].map(samplePaper))
    old = filed[0] as DocumentLine
    main = filed[1] as DocumentLine
    await app.call('delivery.sendAll', { documentId: old.id, sentOn: '2021-05-04' })
    await app.call('citation.add', {
      documentId: main.id,
      reference: { number: '145', suffix: null, separator: '-', symbol: 'CV/HU' },
      documentType: 'cong-van',
      issuedOn: old.issuedOn,
      issuer: null,
      relation: 'replaces',
      quote: 'thay thế Công văn số 145-CV/HU',
      target: old.id
    })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  const asked = async (document: DocumentLine) => await app.call('delivery.reconcile', { documentId: document.id })

  it('one key sends the new paper to exactly those who had the old one', async () => {
    const had = (await asked(old)).rows.flatMap((row) => (row.delivery ? [row.delivery.bodyId] : []))
    expect(had.length).toBeGreaterThan(3)
    await desk.go(`/chuyen-giao/${main.id}`)
    await desk.page.getByRole('button', { name: /Gửi đúng \d+ nơi đã nhận 145-CV\/HU/ }).waitFor()
    await desk.press('F7')
    await desk.toast('Đã ghi thay thế')
    const got = (await asked(main)).rows.flatMap((row) => (row.delivery ? [row.delivery.bodyId] : []))
    expect([...got].sort()).toEqual([...had].sort())
    expect((await asked(main)).notices).toMatchObject([{ kind: 'replace', first: { id: old.id } }])
  })

  it('a returned sheet is ticked from top to bottom and recorded with one Enter, its scan with it', async () => {
    const { page } = desk
    await desk.go(`/chuyen-giao/${old.id}`)
    await page.getByRole('button', { name: 'Nhập bản ký nhận' }).click()
    await page.getByRole('heading', { name: 'Bản ký nhận trả về' }).waitFor()
    await page.locator('tr.rw').first().waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'ky-nhan-145.png', mimeType: 'image/png', buffer: PICTURE })
    await page.getByRole('grid').focus()
    await desk.pressed()
    await desk.press('Space', 'Space', 'ArrowDown', 'Space')
    await desk.press('F2')
    await page.keyboard.type('K’ Thủy')
    await desk.press('Enter', 'Enter')
    expect(await desk.toast('Đã ghi ký nhận')).toContain('3 nơi')
    await desk.toast('Đã đính ky-nhan-145.png cho 3 nơi.')
    const { rows, proofs, counts } = await asked(old)
    const signed = rows.flatMap((row, index) => (row.state === 'acknowledged' ? [index] : []))
    expect(signed).toEqual([0, 1, 3])
    expect(counts.acknowledged).toBe(3)
    expect(proofs).toMatchObject([{ name: 'ky-nhan-145.png', others: 0 }])
    expect(proofs[0]?.deliveryIds).toHaveLength(3)
  })

  it('the scan is looked at beside the log', async () => {
    const { page } = desk
    await desk.go(`/chuyen-giao/${old.id}`)
    await page.getByRole('button', { name: /ky-nhan-145\.png: 3 nơi/ }).click()
    await page.getByRole('dialog').locator('canvas, img').first().waitFor()
    await desk.press('Escape')
  })

  it('F8 on one row asks who signed; Enter is enough', async () => {
    const { page } = desk
    await desk.go(`/chuyen-giao/${old.id}`)
    await page.locator('tr.rw').nth(2).click()
    await desk.press('F8')
    await page.getByRole('dialog', { name: /Ghi ký nhận/ }).waitFor()
    await page.keyboard.type('Cil Dim')
    await desk.press('Enter')
    await eventually(async () => (await asked(old)).rows[2]?.delivery?.acknowledgedBy).toBe('Cil Dim')
  })

  it('a list of the office goes into the directory after a dry run that changes nothing', async () => {
    const { page } = desk
    const names = async () => (await app.call('directory.list', { text: '', on: null })).bodies.map((body) => body.name)
    const before = await names()
    await desk.go('/danh-ba')
    await page.getByText('dòng mẫu cần ghi tên').waitFor()
    await page.getByRole('button', { name: 'Nhập, xuất' }).click()
    await page.getByRole('menuitem', { name: /Nhập từ/ }).click()
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({
        name: 'xa.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Tên;Cấp\nĐảng ủy xã Rô Men;Cơ sở\nĐảng uỷ Rô-Men;Cơ sở\nTrạm;Cấp lạ\n')
      })
    await page.getByText('1 sai, không nhập').waitFor()
    expect(await names()).toEqual(before)
    await page.getByRole('button', { name: 'Nhập 2 dòng' }).click()
    await desk.toast('Đã nhập danh bạ')
    expect((await names()).slice(-2)).toEqual(['Đảng ủy xã Rô Men', 'Đảng uỷ Rô-Men'])
  })

  it('two entries become one, and one of them alone comes back with Ctrl+Z', async () => {
    const { page } = desk
    const list = async (text: string) => (await app.call('directory.list', { text, on: null })).bodies
    await page.getByRole('textbox', { name: /Lọc theo tên/ }).fill('Rô-Men')
    await page.locator('tr.rw', { hasText: 'Rô-Men' }).click()
    await page.getByRole('button', { name: 'Gộp với…' }).click()
    await page.getByRole('textbox', { name: 'Tìm dòng kia' }).fill('xã Rô Men')
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Gộp vào Đảng ủy xã Rô Men' }).click()
    await desk.toast('Đã gộp')
    expect((await list('Rô Men')).map((body) => [body.name, body.aliases])).toEqual([
      ['Đảng ủy xã Rô Men', ['Đảng uỷ Rô-Men']]
    ])
    await page.locator('h1').click()
    await desk.press('Control+z')
    await eventually(async () => (await list('Rô Men')).length).toBe(2)
  })

  it('what went to a body is listed from its entry', async () => {
    const { page } = desk
    const [row] = (await asked(old)).rows
    await desk.go(`/danh-ba/${row?.bodyId}`)
    await page.getByRole('combobox', { name: 'Kỳ', exact: true }).selectOption('all')
    await page.locator('tr.rw').nth(1).waitFor()
    expect(await page.locator('tr.rw .ref').allInnerTexts()).toEqual(['221-CV/HU', '145-CV/HU'])
  })

  it('the period shows what is missing, the worst first', async () => {
    const { page } = desk
    await desk.go('/chuyen-giao')
    await page.getByRole('tab', { name: 'Đối chiếu theo kỳ' }).click()
    await page.getByRole('combobox', { name: 'Kỳ', exact: true }).selectOption('all')
    await page.locator('tr.group', { hasText: '145-CV/HU' }).waitFor()
    await page.getByRole('combobox', { name: 'Hiện', exact: true }).selectOption('not-sent')
    await eventually(async () =>
      (await page.locator('tr.rw .badge').allInnerTexts()).every((text) => text === 'Chưa gửi')
    ).toBe(true)
  })

  it('went by without an error, a breach of policy or a request elsewhere', () => desk.quiet())
})
