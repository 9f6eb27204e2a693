import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, filePapers, openDesk, printedText, samplePaper } from '#tests/support/e2e-desk.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

const NEW_BODY = {
  id: null,
  shortName: null,
  kind: 'organisation',
  level: 'XA',
  code: null,
  parentId: null,
  validFrom: null,
  validTo: null,
  successorId: null,
  channel: 'direct',
  note: null
} as const

/**
 * The whole job on one real paper, as one clerk does it: 221-CV/HU is filed, linked, found, traced, sent, signed for
 * and printed, and what was printed is read back. The steps build on each other.
 */
describe.skipIf(testBrowser() === null)('221-CV/HU from the file to the printed log', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk

  beforeAll(async () => {
    app = await servedApp({ archive: 'empty', thread: true })
    await filePapers(app, ['35-NQ-TW.pdf', '145-CV-HU.docx', '713-CV-TU.pdf'].map(samplePaper))
    await namePartyCells(app, ['Đảng ủy xã Phi Liêng', 'Đảng ủy xã Đạ K’Nàng', 'Chi bộ Trường THPT Đạ Tông'])
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it('is filed by keyboard alone, with at most six keys for a paper that was read whole', async () => {
    const { page } = desk
    await desk.press('Control+4')
    await page.getByRole('heading', { name: 'Vào sổ', level: 1 }).waitFor()
    await desk.choose([samplePaper('221-CV-HU.pdf')])
    const file = page.getByRole('button', { name: /Ghi 221-CV\/HU vào sổ/ })
    await file.waitFor()
    expect(await page.locator('input[name=number]').inputValue()).toBe('221')
    expect(await page.locator('input[name=symbol]').inputValue()).toBe('CV/HU')
    expect(await page.locator('[name=signer]').inputValue()).toBe("Đa Cắt K'Hương")
    expect((await page.locator('textarea[name=addressees]').inputValue()).split('\n')).toHaveLength(5)
    expect((await page.locator('textarea[name=recipients]').inputValue()).split('\n')).toHaveLength(9)
    // Words are on the page beside the form, and the page is the real PDF.
    await page.locator('.desk canvas').first().waitFor()

    await desk.press('Control+Enter')
    const said = await desk.toast('Đã vào sổ')
    expect(said).toContain('Đã vào sổ 221-CV/HU.')
    expect(said).toContain('Nối 3 viện dẫn.')
    // From the rail to the register: section, chooser, file.
    expect(await desk.pressed()).toBeLessThanOrEqual(6)
    await page.getByText('Chưa có văn bản chờ vào sổ').waitFor()
  })

  it('is opened by its number, with its three citations linked', async () => {
    const { page } = desk
    await desk.press('Control+k')
    await page.getByRole('combobox', { name: 'Tìm văn bản hoặc chọn lệnh' }).fill('221')
    await page
      .getByRole('option', { name: /221-CV\/HU/ })
      .first()
      .waitFor()
    await desk.press('Enter')
    await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
    const cites = page.getByRole('list', { name: 'Viện dẫn', exact: true }).locator('li.cite')
    await cites.nth(2).waitFor()
    expect(await cites.count()).toBe(3)
    const linked = await cites.locator('a.ref').allInnerTexts()
    expect(linked.toSorted()).toEqual(['145-CV/HU', '35-NQ/TW', '713-CV/TU'])
    for (const kind of ['thực hiện', 'theo tinh thần', 'tiếp tục thực hiện']) {
      expect((await cites.allInnerTexts()).join('\n').toLowerCase()).toContain(kind)
    }
    // A citation moves the page to its sentence; the cited paper knows who cites it.
    await desk.press('ArrowDown')
    await page.locator('.cite[aria-current]').waitFor()
    await page.locator('.desk .now').first().waitFor()
    const opened = await page.locator('.cite[aria-current] a.ref').innerText()
    await desk.press('Enter')
    await page.getByRole('heading', { name: opened, level: 1 }).waitFor()
    await page.getByRole('list', { name: 'Được viện dẫn' }).getByRole('link', { name: '221-CV/HU' }).waitFor()
    await desk.press('Alt+ArrowLeft')
    await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
  })

  it('is found first by "mang xa hoi", with its words marked on the page', async () => {
    const { page } = desk
    await desk.press('Control+1')
    await page.getByRole('combobox').first().waitFor()
    await page.keyboard.type('mang xa hoi')
    const first = page.getByRole('option').first()
    await eventually(() => first.innerText().catch(() => '')).toContain('221-CV/HU')
    expect(await first.locator('mark').first().innerText()).toMatch(/mạng/i)
    await desk.press('Enter')
    await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
    await page.locator('.hit-tools').waitFor()
    expect(await page.locator('.hit-tools').innerText()).toMatch(/Chỗ khớp\s*1\s*\/\s*\d+/)
  })

  it('has a lineage of three levels, drawn and listed alike', async () => {
    const { page } = desk
    await desk.press('Control+l')
    await page.getByRole('heading', { name: 'Lược đồ chỉ đạo', level: 1 }).waitFor()
    const boxes = page.locator('g.node')
    await boxes.nth(3).waitFor()
    const levels = await page.locator('svg text.level').allTextContents()
    expect(levels.slice(0, 3)).toEqual(['TW', 'TU', 'HU'])
    const drawn = await boxes.locator('.r1').allTextContents()
    const listed = await page.locator('.lineage-list li .ref').allInnerTexts()
    expect(drawn.toSorted()).toEqual(['145-CV/HU', '221-CV/HU', '35-NQ/TW', '713-CV/TU'])
    expect(listed.toSorted()).toEqual(['145-CV/HU', '35-NQ/TW', '713-CV/TU'])
    // The boxes stand in their levels: Trung ương above Tỉnh ủy above Huyện ủy.
    const height = async (reference: string) =>
      (await page.locator('g.node', { hasText: reference }).boundingBox())?.y ?? Number.NaN
    expect(await height('35-NQ/TW')).toBeLessThan(await height('713-CV/TU'))
    expect(await height('713-CV/TU')).toBeLessThan(await height('221-CV/HU'))
    expect(Math.abs((await height('145-CV/HU')) - (await height('221-CV/HU')))).toBeLessThan(4)
  })

  it('is sent to everyone with one key and signed for with Space and F8', async () => {
    const { page } = desk
    await desk.press('Alt+ArrowLeft')
    await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Chuyển giao', exact: true }).click()
    await page.getByRole('heading', { name: 'Chuyển giao', level: 1 }).waitFor()
    const rows = page.locator('tr.rw')
    await rows.first().waitFor()
    const all = await page.getByRole('button', { name: /Gửi \d+ nơi chưa gửi/ }).innerText()
    const count = Number(/\d+/.exec(all)?.[0])
    // Ten the directory of a new office knows, and the group of three as its members, not as one line.
    expect(count).toBe(13)
    await desk.pressed()
    await desk.press('Control+Enter')
    expect(await desk.toast('Đã ghi gửi')).toContain(`Đã ghi gửi 221-CV/HU cho ${count} nơi.`)
    expect(await desk.pressed()).toBe(1)
    await page.getByRole('grid').focus()
    // The first line is a name the directory does not know: nothing can be sent there, so it cannot be ticked.
    await desk.press('Home', 'Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space')
    await page.getByText('Đã chọn 3 nơi').waitFor()
    await desk.press('F8')
    await desk.toast('Đã ghi ký nhận 3 nơi.')
    const { counts } = await app.call('delivery.reconcile', { documentId: await idOf('221-CV/HU') })
    expect(counts).toMatchObject({ sent: count, acknowledged: 3, notSent: 0 })
  })

  it('leaves a printed log that says who was sent it and who signed', async () => {
    const { page } = desk
    const documentId = await idOf('221-CV/HU')
    await desk.go(`/van-ban/${documentId}`)
    await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
    await desk.press('Control+p')
    await page.getByRole('dialog').getByLabel('Nhật ký chuyển giao').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu ra tệp' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'PDF', exact: true }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/\.pdf$/)
    const text = await printedText(await file.path())
    expect(text).toMatch(/NHẬT KÝ CHUYỂN GIAO/i)
    expect(text).toContain('221-CV/HU')
    const { rows } = await app.call('delivery.reconcile', { documentId })
    for (const row of rows) expect(text).toContain(row.name.normalize('NFC').split(' ').slice(0, 3).join(' '))
    const signed = rows.filter((row) => row.state === 'acknowledged')
    expect(signed).toHaveLength(3)
    expect(text).toMatch(/Trang 1\/\d/)
  })

  it('has a signature sheet with a place to sign for everyone, as a page of its own', async () => {
    const { page } = desk
    await desk.press('Escape')
    await desk.press('Control+8')
    await page.getByRole('navigation', { name: 'Các bản in' }).waitFor()
    const documentId = await idOf('221-CV/HU')
    const sheet = await app.call('report.html', {
      name: 'signature-sheet',
      documentId,
      from: null,
      to: null,
      onlyUnsigned: false,
      direction: null
    })
    await page.getByRole('button', { name: 'Danh sách ký nhận', exact: true }).click()
    await page.getByRole('combobox', { name: 'Văn bản', exact: true }).fill('221')
    await page
      .getByRole('option', { name: /221-CV\/HU/ })
      .first()
      .waitFor()
    await desk.press('Enter')
    const paper = page.frameLocator('iframe')
    await paper
      .getByText(/DANH SÁCH KÝ NHẬN/i)
      .first()
      .waitFor()
    expect(await paper.locator('tbody tr').count()).toBeGreaterThanOrEqual(sheet.rows)
    expect(await paper.locator('body').innerText()).toContain('221-CV/HU')
  })

  it('went by without an error, a breach of policy or a request elsewhere', () => {
    desk.quiet()
  })

  /** The members of "các tổ chức cơ sở đảng": the office has to say who they are. */
  async function namePartyCells(served: ServedApp, names: readonly string[]): Promise<void> {
    const members = []
    for (const name of names) {
      const { body } = await served.call('directory.saveBody', { body: { ...NEW_BODY, aliases: [], name } })
      members.push({ bodyId: body.id, from: null, to: null })
    }
    const { groups } = await served.call('directory.list', { text: '', on: null })
    const group = groups.find((one) => /tổ chức cơ sở đảng/i.test(one.name))
    if (!group) throw new Error('no such group in a new directory')
    await served.call('directory.saveGroup', { group: { ...group, members } })
  }

  async function idOf(reference: string) {
    const [line] = (await app.call('document.find', { reference })).documents
    if (!line) throw new Error(`no ${reference}`)
    return line.id
  }
})
