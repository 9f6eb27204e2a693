import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AskedReport } from '#contract/operations/registers.ts'
import { launchBrowser, testBrowser } from '#tests/support/browser.ts'
import { type Desk, eventually, openDesk } from '#tests/support/e2e-desk.ts'
import {
  BOOKS,
  letterFromAbove,
  type MonthBlank,
  type MonthIn,
  type MonthOut,
  paperDay,
  referenceOf
} from '#tests/support/e2e-month.ts'
import { upload } from '#tests/support/e2e-papers.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

const TODAY = new Date('2021-08-31T08:00:00Z')
const INCOMING = 60
const WITHOUT = spawnSync('pdftotext', ['-v']).error ? 'no pdftotext here' : ''

/**
 * An office's month in a real browser: 60 papers in, 40 out over three books, numbers kept back and void, what was sent
 * and signed for, one recall, and the month's prints, read back and compared with a plain model of what happened.
 */
describe.skipIf(testBrowser() === null || WITHOUT !== '')('an office lives through a month', () => {
  const incoming: MonthIn[] = []
  const outgoing: MonthOut[] = []
  const blanks: MonthBlank[] = []
  const next = { CV: 1, KH: 1, TB: 1 }
  let app: ServedApp
  let browser: Browser
  let desk: Desk

  beforeAll(async () => {
    app = await servedApp({ archive: 'empty', now: () => TODAY })
    browser = await launchBrowser()
    desk = await openDesk(browser, app)
    await desk.page.clock.setFixedTime(TODAY)
    desk.page.setDefaultTimeout(20_000)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  it('takes 60 papers in and gives them 60 arrival numbers without a gap', async () => {
    const { page } = desk
    const letters = Array.from({ length: INCOMING }, (_one, index) => {
      const number = 700 + index
      const day = 1 + (index % 28)
      return { number, day, subject: `công tác tháng tám lần ${index + 1}` }
    })
    await desk.go('/vao-so')
    await desk.choose(
      letters.map((one) => upload(`${one.number}-CV-TU.txt`, letterFromAbove(one.number, one.day, one.subject)))
    )
    await page.getByRole('button', { name: 'Đưa vào hàng chờ' }).click()
    const all = page.getByRole('button', { name: new RegExp(`^Ghi ${INCOMING} văn bản đủ`) })
    await all.waitFor({ timeout: 60_000 })
    await all.click()
    await page
      .getByRole('dialog')
      .or(page.getByRole('alertdialog'))
      .getByRole('button', { name: /^Ghi/ })
      .last()
      .click()
    await page.getByText('Chưa có văn bản chờ vào sổ').waitFor({ timeout: 60_000 })
    const { rows } = await app.call('register.list', list('incoming'))
    for (const { document } of rows) {
      const letter = letters.find((one) => document.reference === `${one.number}-CV/TU`)
      if (!letter) throw new Error(`unknown: ${document.reference}`)
      const issuedOn = `2021-08-${String(letter.day).padStart(2, '0')}`
      const arrival = document.arrivalNumber ?? 0
      incoming.push({ arrival, reference: document.reference ?? '', issuedOn, subject: letter.subject })
    }
    incoming.sort((a, b) => a.arrival - b.arrival)
    expect(incoming.map((one) => one.arrival)).toEqual(Array.from({ length: INCOMING }, (_one, index) => index + 1))
    desk.quiet()
  }, 150_000)

  it('keeps numbers back and makes one void before anything goes out', async () => {
    const { page } = desk
    await desk.go('/so-va-so')
    // The book is opened by hand: the paper book had its first five numbers.
    await page.getByRole('button', { name: 'Mở sổ' }).first().click()
    await page.getByRole('dialog').getByLabel('Số đầu tiên').fill('6')
    await page.getByRole('dialog').getByRole('button', { name: 'Mở sổ' }).click()
    await desk.toast('Đã mở')
    next.CV = 6
    const row = page.locator('tr.rw').filter({ hasText: 'Công văn' })
    await row.first().click()
    await desk.press('F7')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Bao nhiêu số kế tiếp').fill('2')
    await dialog.getByLabel('Giữ cho ai').fill('Ban Tuyên giáo')
    await dialog.getByLabel('Lý do').fill('chờ ký')
    await dialog.getByRole('button', { name: 'Giữ số chờ' }).click()
    expect(await desk.toast('Đã giữ số')).toContain('06, 07')
    blanks.push({ book: 'CV', number: 6, state: 'reserved', reason: 'chờ ký' })
    blanks.push({ book: 'CV', number: 7, state: 'reserved', reason: 'chờ ký' })
    next.CV = 8
    await page.getByRole('button', { name: 'Hủy số' }).last().click()
    const voiding = page.getByRole('dialog')
    await voiding.getByLabel('Số', { exact: true }).fill('8')
    await voiding.getByLabel('Lý do').fill('nhầm')
    await voiding.getByRole('button', { name: 'Hủy số' }).click()
    await desk.toast('Đã hủy số')
    blanks.push({ book: 'CV', number: 8, state: 'void', reason: 'nhầm' })
    next.CV = 9
    desk.quiet()
  }, 60_000)

  it('gives 40 papers their numbers in three books, one with a letter and one that was kept back', async () => {
    const plan: readonly MonthOut['book'][] = Array.from({ length: 40 }, (_one, index) =>
      index % 5 === 3 ? 'KH' : index % 5 === 4 ? 'TB' : 'CV'
    )
    await desk.go('/vao-so')
    await desk.press('Control+n')
    for (const [index, book] of plan.entries()) {
      const day = `2021-08-${String(1 + Math.floor((index * 30) / 40)).padStart(2, '0')}`
      const take = index === 10 ? 'suffix' : index === 20 ? 'reserved' : 'next'
      const number = await fileOut(desk, { book, day, subject: `việc đi số ${index + 1}`, take })
      outgoing.push({
        book,
        number,
        issuedOn: day,
        subject: `việc đi số ${index + 1}`,
        sent: 0,
        signed: 0,
        recalled: false
      })
    }
    expect(outgoing).toHaveLength(40)
    for (const book of ['CV', 'KH', 'TB'] as const) {
      const given = outgoing.filter((one) => one.book === book).map((one) => one.number)
      expect(new Set(given).size).toBe(given.length)
    }
    desk.quiet()

    async function fileOut(
      at: Desk,
      paper: Readonly<{ book: MonthOut['book']; day: string; subject: string; take: 'next' | 'suffix' | 'reserved' }>
    ): Promise<string> {
      const { page } = at
      const { book } = paper
      const form = page.locator('.doc-form')
      await form.getByText('Văn bản đi', { exact: true }).click()
      await page.locator('[name=symbol]').fill(`${book}/HU`)
      await page.locator('[name=documentType]').selectOption(BOOKS[book].type)
      await page.locator('[name=issuer]').fill('Huyện ủy Đam Rông')
      await page.locator('[name=subject]').fill(paper.subject)
      await page.locator('[name=signer]').fill('Đa Cắt K')
      await page.locator('[name=addressees]').fill('Ban Tuyên giáo Huyện ủy\nCông an huyện')
      await page.locator('[name=issuedOn]').click()
      await page.keyboard.type(paper.day.split('-').toReversed().join(''))
      const last = outgoing.findLast((one) => one.book === book && /^\d+$/.test(one.number))
      let expected = String(next[book])
      if (paper.take === 'suffix') {
        expected = `${last?.number}a`
        await page.locator('[name=number]').fill(last?.number ?? '')
        await page.getByRole('button', { name: `Lấy số ${Number(last?.number) < 10 ? '0' : ''}${expected}` }).click()
      } else if (paper.take === 'reserved') {
        expected = '6'
        await page.getByRole('button', { name: /Dùng số chờ/ }).click()
        await page.getByRole('menuitem').first().click()
        blanks.splice(
          blanks.findIndex((one) => one.number === 6),
          1
        )
      } else {
        await page.getByRole('button', { name: new RegExp(`^Lấy số ${expected} `) }).waitFor()
        await page.keyboard.press('F7')
        next[book]++
      }
      await page.getByText('Cấp khi ghi:').waitFor()
      await page.keyboard.press('Control+Enter')
      const reference = referenceOf(book, expected)
      await page
        .locator('.toast')
        .filter({ hasText: `Đã vào sổ ${reference}.` })
        .first()
        .waitFor()
      await eventually(() => page.locator('[name=subject]').inputValue()).toBe('')
      return expected
    }
  }, 240_000)

  it('sends twelve papers, has them signed for, and calls one back', async () => {
    const { page } = desk
    const { rows } = await app.call('register.list', list('outgoing'))
    for (const [index, one] of outgoing.slice(0, 12).entries()) {
      const id = rows.find((row) => row.document.reference === referenceOf(one.book, one.number))?.document.id
      if (!id) throw new Error(`not in the register: ${one.book} ${one.number}`)
      await desk.go(`/chuyen-giao/${id}`)
      await page.getByRole('button', { name: /Gửi 2 nơi chưa gửi/ }).waitFor()
      await page.keyboard.press('Control+Enter')
      await page
        .locator('.toast')
        .filter({ hasText: referenceOf(one.book, one.number) })
        .first()
        .waitFor()
      one.sent = 2
      if (index % 2 === 0) {
        await page.getByRole('grid').focus()
        await desk.press('Home', 'Space', 'ArrowDown', 'Space')
        await page.getByText('Đã chọn 2 nơi').waitFor()
        await desk.press('F8')
        await desk.toast(/ký nhận/)
        one.signed = 2
      }
    }
    const [, recalled] = outgoing
    if (!recalled) throw new Error('nothing to call back')
    const id = rows.find((row) => row.document.reference === referenceOf(recalled.book, recalled.number))?.document.id
    await desk.go(`/chuyen-giao/${id}`)
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('menuitem', { name: /Thu hồi, thay thế/ }).click()
    await page.getByRole('dialog').getByLabel('Lý do').fill('sai số liệu')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Ghi thu hồi/ })
      .click()
    expect(await desk.toast('Đã ghi thu hồi')).toContain('Thu hồi ở 2 nơi')
    recalled.recalled = true
    desk.quiet()
  }, 150_000)

  it('prints the register of what came in: every line, in order, with its total', async () => {
    const lines = await printed({ name: 'register-in', from: '2021-08-01', to: '2021-08-31', direction: 'incoming' })
    const found = incoming.map((one) => {
      const at = lines.findIndex((line) => line.includes(one.reference))
      expect(lines[at], one.reference).toContain(paperDay(one.issuedOn))
      expect(lines[at]?.split(/\s+/)).toContain(String(one.arrival))
      return at
    })
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(lines.filter((line) => /\d-CV\/TU/.test(line))).toHaveLength(INCOMING)
    expect(lines.join(' ')).toMatch(/Cộng[^.]*60 văn bản/)
  }, 60_000)

  it('prints the register of what went out: three books, void and kept numbers at their places', async () => {
    const lines = await printed({ name: 'register-out', from: '2021-08-01', to: '2021-08-31', direction: 'outgoing' })
    for (const one of outgoing) {
      const line = lines.find((text) => text.includes(` ${referenceOf(one.book, one.number)} `.trim()))
      expect(line, referenceOf(one.book, one.number)).toContain(paperDay(one.issuedOn))
    }
    const references = lines.flatMap((line) => line.match(/\d+[a-z]?-(?:CV|KH|TB)\/HU/g) ?? [])
    expect(new Set(references)).toEqual(new Set(outgoing.map((one) => referenceOf(one.book, one.number))))
    for (const one of blanks) expect(lines.join(' '), String(one.number)).toContain(one.reason)
    expect(lines.join(' ')).toMatch(/40 văn bản/)
  }, 60_000)

  it('prints the handover book: a line for each place that had a paper', async () => {
    const lines = await printed({ name: 'handover-book', from: '2021-08-01', to: '2021-08-31', direction: 'outgoing' })
    for (const one of outgoing) {
      const times = lines.filter((line) => line.includes(referenceOf(one.book, one.number))).length
      // Papers that went to several places on one day may stand in one line of their own.
      expect(times > 0, referenceOf(one.book, one.number)).toBe(one.sent > 0)
    }
  }, 60_000)

  it('prints who has not signed: exactly those papers, none that was called back', async () => {
    const lines = await printed({ name: 'unacknowledged', from: null, to: null })
    const open = outgoing.filter((one) => one.sent > one.signed && !one.recalled)
    const named = new Set(lines.flatMap((line) => line.match(/\d+[a-z]?-(?:CV|KH|TB)\/HU/g) ?? []))
    expect(named).toEqual(new Set(open.map((one) => referenceOf(one.book, one.number))))
  }, 60_000)

  it('closes the book of notices and prints its closing sheet', async () => {
    const { page } = desk
    await desk.go('/so-va-so')
    await page.locator('tr.rw').filter({ hasText: 'Thông báo' }).first().click()
    await page.getByRole('button', { name: 'Đóng sổ' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng sổ' }).click()
    await desk.toast('Đã đóng sổ')
    const { books } = await app.call('book.list', { direction: 'outgoing' })
    const book = books.find((one) => one.documentTypes.includes('thong-bao'))
    const given = outgoing.filter((one) => one.book === 'TB')
    expect(book?.counts).toMatchObject({ first: 1, last: given.length, documents: given.length, missing: 0 })
    const lines = await printed({ name: 'book-closing', bookId: book?.id ?? null })
    expect(lines.join(' ')).toContain(String(given.length))
    // A sealed book gives no number any more, and says so with a way out.
    const form = { ...(await app.call('document.get', { id: await idOf(given[0]) })).form, number: null }
    const proposal = await app.call('number.propose', { form, except: null })
    expect(proposal).toMatchObject({ refused: 'book-closed', next: null })
    desk.quiet()
  }, 60_000)

  async function idOf(one: MonthOut | undefined) {
    const { rows } = await app.call('register.list', list('outgoing'))
    const reference = one ? referenceOf(one.book, one.number) : ''
    const row = rows.find((found) => found.document.reference === reference)
    if (!row) throw new Error(`not in the register: ${reference}`)
    return row.document.id
  }

  /** The lines of a report's PDF, as another program reads them. */
  async function printed(report: AskedReport): Promise<readonly string[]> {
    const file = await app.call('report.file', {
      report: { from: null, to: null, documentId: null, ...report },
      format: 'pdf'
    })
    const path = join(app.folder, `${report.name}.pdf`)
    writeFileSync(path, Buffer.from(file.base64, 'base64'))
    const read = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' })
    return read.stdout.normalize('NFC').split('\n')
  }
})

function list(direction: 'incoming' | 'outgoing') {
  return {
    direction,
    from: null,
    to: null,
    text: '',
    sort: 'number',
    descending: false,
    group: 'none',
    withdrawn: true,
    offset: 0,
    limit: 500
  } as const
}
