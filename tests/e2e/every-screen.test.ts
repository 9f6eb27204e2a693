import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { axeViolations, leaks, overflowing, spoken, tabThrough } from '#tests/support/e2e-checks.ts'
import { type Desk, openDesk, samplePaper } from '#tests/support/e2e-desk.ts'
import { type Ids, screens, settled } from '#tests/support/e2e-screens.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
]
const SHOTS = process.env.VANKHO_SHOTS ? '/tmp/shots' : null

/** Every screen in every size and theme: whole, readable by all, in Vietnamese, and silent towards the world. */
describe.skipIf(testBrowser() === null)('every screen', () => {
  let app: ServedApp
  let browser: Browser
  let ids: Ids

  beforeAll(async () => {
    app = await servedApp({ archive: 'sample', thread: true })
    const id = async (reference: string) => {
      const [line] = (await app.call('document.find', { reference })).documents
      if (!line) throw new Error(`not in the sample: ${reference}`)
      return line.id
    }
    ids = {
      main: await id('221-CV/HU'),
      scan: await id('57-CV/BTGHU'),
      word: await id('145-CV/HU'),
      replaced: await id('412-QĐ/HU'),
      lone: await paperOnly(),
      atWork: await id('1310-CV/VPTU/nb')
    }
    await fillDesk()
    browser = await launchBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it('leaves no route out', () => {
    const routes = readFileSync(join(import.meta.dirname, '../../src/renderer/app/routes.tsx'), 'utf8')
    const paths = [...routes.matchAll(/path: '([^']+)'/g)].map((found) => String(found[1]))
    expect(paths.length).toBeGreaterThan(12)
    const visited = screens(ids).map((screen) => screen.path)
    const isVisited = (path: string) =>
      visited.some((one) => new RegExp(`^${path.replace(/:\w+/, '[^/]+')}$`).test(one))
    expect(paths.filter((path) => !isVisited(path))).toEqual([])
  })

  it.each([
    { theme: 'light', query: '?light' },
    { theme: 'dark', query: '?dark' }
  ])(
    'is whole, accessible and Vietnamese in $theme, small and large',
    async ({ theme, query }) => {
      const desk = await openDesk(browser, { ...app, url: app.url.replace('/#', `/${query}#`) })
      const faults = await visitAll(desk, theme, SIZES)
      expect(faults).toEqual([])
      desk.quiet()
      await desk.context.close()
    },
    300_000
  )

  it('is whole, accessible and Vietnamese in letters of one and a half', async () => {
    const desk = await openDesk(browser, { ...app, url: app.url.replace('/#', '/?light&size=150#') })
    const faults = await visitAll(desk, 'light-150', SIZES.slice(0, 1))
    expect(faults).toEqual([])
    desk.quiet()
    await desk.context.close()
  }, 300_000)

  it('is reached by Tab with the focus in sight, and says its keys at F1', async () => {
    const desk = await openDesk(browser, app)
    const { page } = desk
    for (const [index, path] of SECTIONS.entries()) {
      await desk.press(`Control+${(index + 1) % 10}`)
      await page.locator(`.rail a[aria-current=page][href="#${path}"]`).waitFor()
      await page.locator('h1, input').first().waitFor()
      await settled(desk)
      const { reached, unseen } = await tabThrough(page, 16)
      expect({ path, unseen }).toEqual({ path, unseen: [] })
      expect(reached, path).toBeGreaterThan(5)
      await desk.press('F1')
      await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
      await desk.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    desk.quiet()
    await desk.context.close()
  }, 60_000)

  async function visitAll(desk: Desk, theme: string, sizes: typeof SIZES): Promise<readonly string[]> {
    const faults: string[] = []
    for (const screen of screens(ids)) {
      await screen.enter(desk)
      for (const size of sizes) {
        await desk.page.setViewportSize(size)
        await settled(desk)
        const where = `${screen.name} ${size.width} ${theme}`
        // In the large window the dark theme has the places of the light one and the colours of the small one.
        if (theme !== 'dark' || size === SIZES[0]) {
          faults.push(...(await axeViolations(desk.page)).map((fault) => `${where}: axe ${fault}`))
        }
        faults.push(...(await overflowing(desk.page)).map((fault) => `${where}: overflow ${fault}`))
        await shoot(desk, `${screen.name}-${size.width}-${theme}`)
      }
      const found = leaks(await spoken(desk.page), [app.archiveFolder, app.folder, `test`])
      faults.push(...found.map((fault) => `${screen.name}: leak ${fault}`))
      if (await desk.page.getByRole('dialog').or(desk.page.getByRole('alertdialog')).first().isVisible()) {
        await desk.press('Escape')
      }
    }
    return [...new Set(faults)]
  }

  async function shoot(desk: Desk, name: string): Promise<void> {
    if (!SHOTS) return
    mkdirSync(SHOTS, { recursive: true })
    await desk.page.waitForTimeout(300) // for the pictures alone: pages of paper are drawn after the letters
    await desk.page.screenshot({ path: join(SHOTS, `${name}.png`) })
  }

  /** A paper without a file that names nothing and is named nowhere. */
  async function paperOnly(): Promise<DocumentId> {
    const { document } = await app.call('document.file', {
      form: {
        ...{ direction: 'outgoing', number: '9', suffix: null, symbol: 'GM/HU', documentType: 'giay-moi' },
        ...{ issuedOn: '2024-01-05', place: 'Đức Lâm', issuer: 'Huyện ủy Đức Lâm', parentBody: null, actingBody: null },
        ...{
          subject: 'dự hội nghị tổng kết',
          urgency: null,
          signer: 'Lý Thị Thu Hà',
          signerTitle: null,
          authority: null
        },
        ...{ addressees: [], recipients: [], paperLocation: 'hộp 3, tờ 12' }
      },
      files: []
    })
    return document.id
  }

  /** A dossier with a paper in it and a rule that finds more. */
  async function keepDossier(): Promise<void> {
    const filters = { directions: [], documentTypes: [], issuers: [], years: [], recipients: [], from: null, to: null }
    const { dossier } = await app.call('dossier.save', {
      dossier: {
        ...{ id: null, code: '01-VP', title: 'Quản lý thông tin trên mạng xã hội', heading: 'Văn phòng', years: 10 },
        ...{ keeper: 'Lý Thị Thu Hà', openedOn: '2021-01-04', paperLocation: 'tủ 2, hộp 5', note: null },
        rule: { query: '"mạng xã hội"', filters }
      }
    })
    await app.call('dossier.add', { id: dossier.id, documentIds: [ids.main] })
  }

  /** Something in every list: papers that wait, deliveries under way, a check behind us. */
  async function fillDesk(): Promise<void> {
    const unsure = join(app.folder, 'công văn chưa rõ.txt')
    writeFileSync(
      unsure,
      'HUYỆN ỦY ĐỨC LÂM\n\nV/v chuẩn bị hội nghị\n\nThực hiện Kế hoạch số 42-CTr/HU, đề nghị các đơn vị chuẩn bị.\n'
    )
    const staged = [
      await app.stage('công văn chưa rõ.txt', unsure),
      await app.stage('221-CV-HU.pdf', samplePaper('221-CV-HU.pdf'))
    ]
    await app.jobDone((await app.call('intake.start', { staged: staged as never })).jobId)
    const { reconciliation } = await app.call('delivery.sendAll', { documentId: ids.main, sentOn: '2021-08-13' })
    const sent = reconciliation.rows.flatMap((row) => (row.delivery ? [row.delivery.id] : []))
    await app.call('delivery.acknowledge', {
      deliveryIds: sent.slice(0, 3),
      on: '2021-08-14',
      by: 'Nguyễn Thị Hoa',
      basis: null
    })
    await app.call('handling.assign', {
      documentId: ids.atWork,
      id: null,
      assignment: {
        opinion: 'Văn phòng chủ trì, phối hợp các ban xây dựng Đảng thống kê tài liệu; báo cáo Thường trực.',
        leader: 'Đ/c Phó Bí thư Thường trực',
        assignedOn: '2025-04-24',
        main: 'Văn phòng Huyện ủy',
        co: ['Ban Tổ chức Huyện ủy', 'Ban Tuyên giáo Huyện ủy'],
        due: '2025-05-10',
        dueFrom: null,
        note: null
      }
    })
    await app.call('handling.report', {
      documentId: ids.atWork,
      on: '2025-05-05',
      by: null,
      text: 'Đã thống kê xong tài liệu của Văn phòng, còn ba ban.'
    })
    await keepSecretBook(app)
    await keepDossier()
    await app.jobDone((await app.call('archive.verify', { depth: 'quick' })).jobId)
  }
})

/** Lines of the secret book of this year, one of them void, so that the screen opens on them. */
async function keepSecretBook(app: ServedApp): Promise<void> {
  await app.call('secret.switch', { on: true, reason: 'Máy dùng riêng, không nối mạng' })
  const day = `${new Date().getFullYear()}-01-05`
  const line = {
    direction: 'incoming',
    arrivedOn: day,
    issuedOn: day,
    issuer: 'Công an tỉnh',
    reference: '12-BC/CAT',
    documentType: 'bao-cao',
    secrecy: 'toi-mat',
    subject: 'theo nội dung báo cáo mật',
    signer: null,
    keptBy: null,
    recipients: 'Thường trực Huyện ủy',
    copies: 1,
    note: null,
    returnedOn: null
  } as const
  await app.call('secret.record', { entry: line })
  const { entry } = await app.call('secret.record', { entry: { ...line, secrecy: 'tuyet-mat', subject: null } })
  await app.call('secret.void', { id: entry.id, reason: 'ghi nhầm' })
  await app.call('secret.record', { entry: { ...line, direction: 'outgoing', arrivedOn: null, issuer: null } })
}

const SECTIONS = [
  '/tim-kiem',
  '/van-ban-den',
  '/van-ban-di',
  '/vao-so',
  '/chuyen-giao',
  '/luoc-do',
  '/viec-con-lai',
  '/bao-cao',
  '/danh-ba',
  '/kho'
]
