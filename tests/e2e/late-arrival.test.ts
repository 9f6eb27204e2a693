import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutputOf } from '#contract/operations.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, openDesk, samplePaper } from '#tests/support/e2e-desk.ts'
import { letter, upload } from '#tests/support/e2e-papers.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

/** Papers come in any order, and some say less than one would like: what links itself, and what a person is asked. */
describe.skipIf(testBrowser() === null)('papers that come late or say too little', () => {
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

  it('shows what is cited and not held as such, and links it by itself once it is filed', async () => {
    const { page } = desk
    await desk.go('/vao-so')
    await file([samplePaper('221-CV-HU.pdf')], '221-CV/HU')
    await open('221-CV/HU')
    const cites = page.getByRole('list', { name: 'Viện dẫn', exact: true }).locator('li.cite')
    await eventually(() => cites.count()).toBe(3)
    expect(await cites.locator('a.ref').count()).toBe(0)
    expect(await cites.getByText('chưa có', { exact: true }).count()).toBe(3)

    await desk.go('/vao-so')
    const said = await file([samplePaper('713-CV-TU.pdf')], '713-CV/TU')
    expect(said).toContain('1 văn bản đã có nay nối được tới đây.')
    await open('221-CV/HU')
    await cites.locator('a.ref', { hasText: '713-CV/TU' }).waitFor()
    expect(await cites.getByText('chưa có', { exact: true }).count()).toBe(2)
    // And the other way round: the late paper knows who was waiting for it.
    await cites.locator('a.ref', { hasText: '713-CV/TU' }).click()
    await page.getByRole('heading', { name: '713-CV/TU', level: 1 }).waitFor()
    await page.getByRole('list', { name: 'Được viện dẫn' }).getByRole('link', { name: '221-CV/HU' }).waitFor()
  })

  it('asks where two papers may be meant, takes the answer by key and can take it back', async () => {
    const { page } = desk
    // One number in two terms, and a letter that gives neither day nor term.
    await desk.go('/vao-so')
    await file([upload('88 cũ.txt', letter({ ...OLD, body: 'Đề nghị các cơ quan chuẩn bị.' }))], '88-CV/HU')
    await file([upload('88 mới.txt', letter({ ...NEW, body: 'Đề nghị các cơ quan thực hiện.' }))], '88-CV/HU')
    const body = 'Thực hiện Công văn số 88-CV/HU của Ban Thường vụ Huyện ủy, đề nghị các cơ quan báo cáo.'
    const said = await file(
      [upload('91.txt', letter({ number: '91', day: '2021-10-04', about: 'báo cáo kết quả', body }))],
      '91-CV/HU'
    )
    expect(said).toContain('1 viện dẫn cần hỏi.')
    await desk.press('Control+7')
    await page.getByRole('heading', { name: 'Việc còn lại', level: 1 }).waitFor()
    await page.getByRole('button', { name: /^Mơ hồ/ }).click()
    await page.getByRole('heading', { name: /88-CV\/HU nào\?/ }).waitFor()
    expect(await page.locator('.work-quote mark').innerText()).toContain('88-CV/HU')
    const answers = page.getByRole('radiogroup', { name: 'Các khả năng' }).getByRole('radio')
    expect(await answers.count()).toBe(4)
    // No answer stands there beforehand.
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    await page.getByRole('grid').focus()
    await desk.press('2')
    const chosen = await page.locator('.cand.on').innerText()
    await desk.press('Enter')
    await desk.toast('Đã nối với 88-CV/HU.')
    await page.getByText('Không còn viện dẫn mơ hồ').waitFor()
    const decided = await citation()
    expect(decided).toMatchObject({ status: 'linked', decided: true, to: { reference: '88-CV/HU' } })
    expect(chosen).toContain(decided?.to?.issuedOn?.split('-').toReversed().join('/') ?? 'no day')
    await desk.press('Control+z')
    await desk.toast('Đã hoàn tác.')
    expect(await citation()).toMatchObject({ status: 'ambiguous', decided: false })
    await page.getByRole('grid').focus()
    await page.getByRole('heading', { name: /88-CV\/HU nào\?/ }).waitFor()
    await desk.press('1')
    await desk.press('Enter')
    await desk.toast('Đã nối với 88-CV/HU.')
  })

  it('keeps the answer when the database is made anew from the ledger', async () => {
    const { page } = desk
    const before = await citation()
    expect(before).toMatchObject({ status: 'linked', decided: true })
    await desk.press('Control+0')
    await page.getByRole('navigation', { name: 'Các phần của Kho' }).getByRole('button', { name: 'Kiểm tra' }).click()
    await page.getByRole('main').getByRole('button', { name: 'Dựng lại', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Dựng lại', exact: true }).click()
    await eventually(
      async () => (await app.call('job.list', {})).jobs.find((job) => job.kind === 'rebuild')?.state
    ).toBe('done')
    const after = await citation()
    expect(after).toMatchObject({ status: 'linked', decided: true, to: { id: before?.to?.id } })
    await open('91-CV/HU')
    await page.getByRole('list', { name: 'Viện dẫn', exact: true }).getByText('người chọn').waitFor()
    desk.quiet()
  })

  const OLD = { number: '88', day: '2019-03-11', about: 'chuẩn bị sơ kết' }
  const NEW = { number: '88', day: '2021-05-20', about: 'tổ chức học tập' }

  /** Through the chooser and the form; gives what the toast says. */
  async function file(paths: Parameters<Desk['choose']>[0], reference: string): Promise<string> {
    await desk.choose(paths)
    await desk.page.getByRole('button', { name: `Ghi ${reference} vào sổ` }).waitFor()
    await desk.press('Control+Enter')
    const said = await desk.toast(`Đã vào sổ ${reference}`)
    await desk.page.getByText('Chưa có văn bản chờ vào sổ').waitFor()
    await desk.page
      .locator('.toast')
      .filter({ hasText: 'Đã vào sổ' })
      .getByRole('button', { name: 'Đóng' })
      .last()
      .click()
    return said
  }

  async function open(reference: string): Promise<void> {
    await desk.go(`/van-ban/${await idOf(reference)}`)
    await desk.page.getByRole('heading', { name: reference, level: 1 }).waitFor()
  }

  async function idOf(reference: string) {
    const [line] = (await app.call('document.find', { reference })).documents
    if (!line) throw new Error(`no ${reference}`)
    return line.id
  }

  async function citation(): Promise<OutputOf<'document.get'>['cites'][number] | undefined> {
    return (await app.call('document.get', { id: await idOf('91-CV/HU') })).cites[0]
  }
})
