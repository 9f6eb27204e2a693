import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OutputOf } from '#contract/operations.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, filePapers, openDesk, samplePaper, sampleText } from '#tests/support/e2e-desk.ts'
import { facts, filesHolding, lockedPdf, type Upload, upload, variants } from '#tests/support/e2e-papers.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'
import { partPaper } from '../../tools/sample/paper-blocks.ts'
import { paperDocx } from '../../tools/sample/paper-docx.ts'

const SECRET = samplePaper('234 02-BC-HU.pdf')
const PAPER_221 = samplePaper('221-CV-HU.pdf')

/** What a clerk meets at the desk where papers are filed, with real files of every kind. */
describe.skipIf(testBrowser() === null)('filing', () => {
  let app: ServedApp
  let browser: Browser
  let desk: Desk
  let page: Page

  beforeAll(async () => {
    app = await servedApp({ archive: 'empty', thread: true })
    await filePapers(app, [PAPER_221])
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
    page = desk.page
    await desk.go('/vao-so')
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  // What one test leaves behind on the desk is not the next one's trouble.
  beforeEach(async () => {
    if (await page.locator('.dialog').isVisible()) await desk.press('Escape')
    await clearQueue()
  })

  it('reads many files at once, shows how far it is and stops when told', async () => {
    await desk.choose(variants(samplePaper('713-CV-TU.pdf'), 60))
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: 'Đưa vào hàng chờ' })
      .click()
    await page
      .getByText(/Đang đọc \d+\/60 tệp/)
      .first()
      .waitFor()
    await desk.press('F9')
    const panel = page.getByRole('dialog', { name: 'Đang đọc tệp' })
    await eventually(async () =>
      Number(await panel.getByRole('progressbar').getAttribute('aria-valuenow'))
    ).toBeGreaterThan(0)
    await panel.getByRole('button', { name: 'Dừng sau tệp này' }).click()
    const ended = page.getByRole('dialog', { name: 'Kết quả thêm tệp' })
    await ended.waitFor()
    const job = (await jobs()).at(-1)
    const waiting = (await app.call('intake.list', {})).items
    expect(job).toMatchObject({ state: 'cancelled', total: 60 })
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting.length).toBeLessThan(60)
    // A line a file: those read wait, the others are told to be left out; nothing was filed.
    expect(await ended.locator('tbody tr').count()).toBe(job?.results.length)
    expect((await app.call('overview', {})).documents).toBe(1)
    await desk.press('Escape')
    // The form that came up below the open list takes the keys now.
    await page.locator('input[name=number]').waitFor()
    await desk.press('Control+s')
    await desk.toast('Đã ghi tạm 713-CV/TU.')
  })

  it('knows the same bytes again and takes them out of the queue', async () => {
    await desk.choose([PAPER_221])
    const question = page.getByRole('region', { name: 'Tệp này đã có trong kho.' })
    await question.waitFor()
    expect(await question.innerText()).toContain('221-CV/HU ngày 12/08/2021')
    await desk.press('Control+Enter')
    // It is asked first; nothing is filed by the key that files.
    expect((await app.call('overview', {})).documents).toBe(1)
    await desk.press('Alt+1')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Bỏ khỏi hàng chờ' }).click()
    await desk.toast('Đã bỏ 221-CV/HU khỏi hàng chờ.')
    await emptyQueue()
  })

  it('knows the same paper in another file and adds it to what is there', async () => {
    const docx = await paperDocx(partPaper(sampleText('221-cv-hu.txt'), null))
    await desk.choose([upload('221 bản Word.docx', docx)])
    await page.getByRole('region', { name: 'Có thể là tệp khác của văn bản đã có.' }).waitFor()
    await desk.press('Alt+1')
    await page.getByRole('button', { name: 'Thêm vào 221-CV/HU Ctrl Enter' }).waitFor()
    await desk.press('Control+Enter')
    await desk.toast('Đã thêm tệp vào 221-CV/HU.')
    const [line] = (await app.call('document.find', { reference: '221-CV/HU' })).documents
    const { files } = await app.call('document.get', { id: line?.id ?? ('' as never) })
    expect(files.map((file) => [file.name, file.role])).toEqual([
      ['221-CV-HU.pdf', 'main'],
      ['221 bản Word.docx', 'source']
    ])
    expect((await app.call('overview', {})).documents).toBe(1)
    await emptyQueue()
  })

  it('takes the line of a paper without a file, and takes it back with Ctrl+Z', async () => {
    await desk.press('Control+n')
    await page.getByText('Văn bản giấy, không có tệp').waitFor()
    await page
      .getByRole('radio', { name: 'Văn bản đi' })
      .or(page.getByRole('button', { name: 'Văn bản đi' }))
      .first()
      .click()
    await page.locator('input[name=number]').focus()
    await page.keyboard.type('318')
    await desk.press('Enter')
    await page.keyboard.type('CV/HU')
    await desk.press('Enter')
    await page.keyboard.type('02092021')
    await page.locator('select[name=documentType]').selectOption({ label: 'Công văn' })
    await page.locator('[name=issuer]').fill('Huyện ủy Đam Rông')
    await page.locator('[name=subject]').fill('chuẩn bị hội nghị tổng kết')
    await page.locator('[name=paperLocation]').fill('hộp 12, tờ 4')
    await desk.press('Control+Enter')
    expect(await desk.toast('Đã vào sổ 318-CV/HU.')).toContain('Hoàn tác')
    const [line] = (await app.call('document.find', { reference: '318-CV/HU' })).documents
    expect(line).toMatchObject({ issuedOn: '2021-09-02', textKind: 'none', withdrawn: false, direction: 'outgoing' })
    const { files, form } = await app.call('document.get', { id: line?.id ?? ('' as never) })
    expect({ files, place: form.paperLocation }).toEqual({ files: [], place: 'hộp 12, tờ 4' })
    await page.getByRole('heading', { name: 'Vào sổ', level: 1 }).click()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await desk.press('Control+z')
    await desk.toast('Đã hoàn tác.')
    expect((await app.call('document.get', { id: line?.id ?? ('' as never) })).line.withdrawn).toBe(true)
    await page.getByRole('button', { name: 'Bỏ trang nhập' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Bỏ trang nhập' }).click()
    await emptyQueue()
  })

  it('says of every bad file in one line what is wrong, and works on', async () => {
    const pdf = readFileSync(PAPER_221)
    const bad: readonly Upload[] = [
      upload('có mật khẩu.pdf', lockedPdf()),
      upload('rỗng.pdf', ''),
      upload('cụt.pdf', pdf.subarray(0, Math.floor(pdf.length / 3))),
      upload('chương trình.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 7)])),
      upload(
        'thật ra là PDF.txt',
        Buffer.concat([readFileSync(samplePaper('35-NQ-TW.pdf')), Buffer.from('\n% khác\n')])
      )
    ]
    await desk.choose(bad)
    await eventually(async () => (await jobs()).at(-1)).toMatchObject({ total: 5, state: 'done' })
    await page.getByText(/\d tệp không nhận hoặc cần xem/).waitFor()
    await desk.press('F9')
    const panel = page.getByRole('dialog', { name: 'Kết quả thêm tệp' })
    await eventually(() => panel.locator('tbody tr').count()).toBe(5)
    const lines = Object.fromEntries(
      (
        await panel
          .locator('tbody tr')
          .all()
          .then((rows) => Promise.all(rows.map((row) => row.locator('td').allInnerTexts())))
      ).map(([name, ...said]) => [name, said.join(' ')])
    )
    expect(lines['có mật khẩu.pdf']).toMatch(/có mật khẩu/)
    expect(lines['rỗng.pdf']).toMatch(/rỗng, không có nội dung/)
    expect(lines['cụt.pdf']).toMatch(/hỏng/)
    expect(lines['chương trình.pdf']).toMatch(/không phải PDF, Word \(DOCX, DOC\), ODT, RTF/)
    expect(lines['thật ra là PDF.txt.pdf']).toMatch(/Hàng chờ/)
    for (const said of Object.values(lines)) expect(said).not.toMatch(/[a-z]-[a-z]+ed|error|undefined/i)
    await desk.press('Escape')
    // What can be kept is kept for filing by hand, its page or the reason why there is none beside the form.
    await page.locator('.queue button', { hasText: 'có mật khẩu.pdf' }).click()
    await page.getByText(/có mật khẩu\. Máy chưa dò được dấu Mật: .*Tệp vẫn ghi vào sổ được bằng tay/).waitFor()
    await page.locator('.queue button', { hasText: '35-NQ/TW' }).click()
    await page.getByRole('button', { name: /Ghi 35-NQ\/TW vào sổ/ }).waitFor()
  })

  it('refuses a file of 300 MB before it is sent', async () => {
    const path = join(app.folder, 'quét cả hộp.pdf')
    const file = openSync(path, 'w')
    writeSync(file, '%PDF-1.7\n')
    ftruncateSync(file, 300 * 1024 * 1024)
    closeSync(file)
    const before = Date.now()
    await desk.choose([path])
    const said = await desk.toast('quá lớn')
    expect(said).toContain('“quét cả hộp.pdf” quá lớn.')
    expect(said).toContain('Tệp gốc trên máy còn nguyên')
    expect(Date.now() - before).toBeLessThan(5000)
    // Nor does the server take it from one who sends it all the same.
    const status = await page.evaluate(
      async ({ token, size }) => {
        const headers = { 'x-vankho-token': token, 'content-type': 'application/octet-stream' }
        const answer = await fetch('/api/stage?name=l.pdf', {
          method: 'POST',
          headers,
          body: new Blob([new Uint8Array(size)])
        })
        return ((await answer.json()) as { code?: string }).code
      },
      { token: app.token, size: 201 * 1024 * 1024 }
    )
    expect(status).toBe('file-too-large')
    expect((await app.call('archive.state', {})).mode).toBe('ready')
    await emptyQueue()
  })

  it('refuses a paper stamped MẬT and keeps no byte of it', async () => {
    const bytes = readFileSync(SECRET)
    await desk.choose([SECRET])
    await eventually(async () => (await jobs()).at(-1)?.results.at(-1)?.code).toBe('secret-refused')
    await page.getByText('1 tệp không nhận hoặc cần xem').waitFor()
    await desk.press('F9')
    const row = page.getByRole('dialog').locator('tbody tr', { hasText: '234 02-BC-HU.pdf' })
    expect(await row.innerText()).toMatch(/có dấu mật: không nhận tệp này\. Không giữ lại nội dung\./)
    await desk.press('Escape')
    await emptyQueue()
    const slices = [0.1, 0.35, 0.6, 0.85].map((share) => {
      const at = Math.floor(bytes.length * share)
      return bytes.subarray(at, at + 48)
    })
    const sentences = sampleText('234.txt')
      .split('\n')
      .filter((line) => line.length > 60)
      .map((line) => line.slice(0, 50))
    expect(sentences.length).toBeGreaterThan(3)
    const needles = [
      ...slices,
      ...sentences.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
    ]
    expect(filesHolding(app.folder, needles)).toEqual([])
    // The search finds what is there: the same look for a paper that was filed.
    expect(filesHolding(app.folder, [readFileSync(PAPER_221).subarray(2000, 2048)]).length).toBeGreaterThan(0)
  })

  it('keeps a half-filled form over a reload', async () => {
    await desk.choose([upload('ghi dở.txt', 'HUYỆN ỦY ĐAM RÔNG\n\nV/v chuẩn bị đại hội\n')])
    await page.getByText('ghi dở.txt').first().waitFor()
    await page.locator('input[name=number]').fill('77')
    await page.locator('[name=signer]').fill('Cil Múp')
    await page.getByText(/đã ghi tạm \d\d:\d\d/).waitFor()
    await page.reload()
    await page.locator('.rail').waitFor()
    await desk.go('/vao-so')
    await page.locator('input[name=number]').waitFor()
    expect(await page.locator('input[name=number]').inputValue()).toBe('77')
    expect(await page.locator('[name=signer]').inputValue()).toBe('Cil Múp')
  })

  it('withdraws a document with a reason and restores it', async () => {
    const [line] = (await app.call('document.find', { reference: '221-CV/HU' })).documents
    await desk.go(`/van-ban/${line?.id}`)
    await page.getByRole('heading', { name: '221-CV/HU', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('menuitem', { name: 'Rút khỏi sổ' }).click()
    const ask = page.getByRole('alertdialog', { name: 'Rút 221-CV/HU khỏi sổ?' })
    expect(await ask.getByRole('button', { name: 'Rút khỏi sổ' }).isDisabled()).toBe(true)
    await ask.getByRole('textbox').fill('Ghi nhầm sổ')
    await ask.getByRole('button', { name: 'Rút khỏi sổ' }).click()
    await desk.toast('Đã rút 221-CV/HU khỏi sổ.')
    await page.getByText('Đã rút khỏi sổ. Lý do: Ghi nhầm sổ').first().waitFor()
    // The line stays in the register, struck and marked.
    await desk.go('/van-ban-di')
    await page.locator('tr', { hasText: '221-CV/HU' }).first().waitFor()
    await desk.go(`/van-ban/${line?.id}`)
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('menuitem', { name: 'Đưa trở lại sổ' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Đưa trở lại sổ' }).click()
    await desk.toast('Đã đưa 221-CV/HU trở lại sổ.')
    expect((await app.call('document.get', { id: line?.id ?? ('' as never) })).line.withdrawn).toBe(false)
    await desk.go('/vao-so')
  })

  it('reads the same of 221-CV/HU as PDF, as Word file and as text', async () => {
    const pdf = Buffer.concat([readFileSync(PAPER_221), Buffer.from('\n% bản khác\n')])
    const docx = await paperDocx(partPaper(sampleText('221-cv-hu.txt'), null))
    await desk.choose([
      upload('a.pdf', pdf),
      upload('b.docx', Buffer.concat([docx])),
      upload('c.txt', sampleText('221-cv-hu.txt'))
    ])
    await eventually(async () => (await app.call('intake.list', {})).items.length).toBe(3)
    const { items } = await app.call('intake.list', {})
    const read = new Map<string, OutputOf<'intake.get'>>()
    for (const item of items) read.set(item.name, await app.call('intake.get', { id: item.id }))
    const [a, b, c] = ['a.pdf', 'b.docx', 'c.txt'].map((name) => read.get(name))
    if (!a || !b || !c) throw new Error('not all were read')
    expect(facts(a.form)).toMatchObject({
      number: '221',
      symbol: 'CV/HU',
      documentType: 'cong-van',
      issuedOn: '2021-08-12',
      place: 'Đam Rông',
      issuer: 'Huyện ủy Đam Rông',
      parentBody: 'Đảng bộ tỉnh Lâm Đồng',
      signer: "Đa Cắt K'Hương"
    })
    expect(a.form.recipients.map((one) => one.kind).toSorted()).toEqual(
      [...['as-addressed', 'body', 'body', 'body', 'body', 'body', 'body', 'file-copy', 'group']].toSorted()
    )
    expect(facts(b.form)).toEqual(facts(a.form))
    expect(facts(c.form)).toEqual(facts(a.form))
    const cited = (one: OutputOf<'intake.get'>) =>
      one.citations.map((two) => [two.reference, two.issuedOn, two.relation])
    expect(cited(a).map(([reference]) => reference)).toEqual(['713-CV/TU', '35-NQ/TW', '145-CV/HU'])
    expect(cited(b)).toEqual(cited(a))
    expect(cited(c)).toEqual(cited(a))
  })

  it('is not upset by a paper that left the queue while its page was on the way', async () => {
    const answered = page.waitForResponse(/\/api\/bytes\?intakeId=/)
    await page.route('**/api/bytes?intakeId=*', async (route) => {
      for (const { id } of (await app.call('intake.list', {})).items) await app.call('intake.discard', { id })
      await route.continue()
    })
    await desk.choose([upload('đi mất.pdf', Buffer.concat([readFileSync(PAPER_221), Buffer.from('\n% nữa\n')]))])
    await (await answered).finished()
    await page.unroute('**/api/bytes?intakeId=*')
    desk.quiet()
  })

  it('went by without an error, a breach of policy or a request elsewhere', () => {
    desk.quiet()
  })

  async function jobs() {
    return (await app.call('job.list', {})).jobs.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
  }

  /** From another screen, so that no page of a file is being fetched while the file goes. */
  async function clearQueue(): Promise<void> {
    await desk.go('/van-ban-den')
    await page.getByRole('heading', { name: 'Sổ văn bản đến', level: 1 }).waitFor()
    for (const { id } of (await app.call('intake.list', {})).items) await app.call('intake.discard', { id })
    await desk.go('/vao-so')
    await page.getByRole('heading', { name: 'Vào sổ', level: 1 }).waitFor()
    await emptyQueue()
  }

  async function emptyQueue(): Promise<void> {
    await page.getByText('Chưa có văn bản chờ vào sổ').waitFor()
  }
})
