import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { chromiumPrinter } from '#archive/reports/chromium-printer.ts'
import { EDGE, SHEET } from '#archive/reports/paper/format.ts'
import { paginate } from '#archive/reports/paper/paginate.ts'
import { reportFile } from '#archive/reports/report.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { canReadPdf, type PdfPage, pdfPages } from './pdf-words.ts'
import { paramsOf, reportArchive, type TestArchive } from './report-archive.ts'

const printer = chromiumPrinter()
const POINTS = 72 / 25.4
const LONG = 'tiếp tục quán triệt, triển khai thực hiện nghiêm các nghị quyết, chỉ thị, kết luận của cấp trên '

/** Lines of every length: each begins with its number and ends with a word of its own. */
function filed(lines: number, words: (n: number) => number): TestArchive {
  const archive = reportArchive()
  for (let n = 1; n <= lines; n++) {
    const month = String(Math.ceil((n / lines) * 12)).padStart(2, '0')
    const common = {
      number: String(n),
      symbol: 'CV/HU',
      documentType: 'cong-van',
      issuedOn: `2021-${month}-03`,
      issuer: 'Huyện ủy Đam Rông',
      subject: `${LONG.repeat(20).slice(0, words(n)).trim()} hết${n}.`,
      signer: 'Nguyễn Văn An'
    } as const
    archive.memory.file(`d_out${String(n).padStart(5, '0')}`, {
      ...common,
      direction: 'outgoing',
      copies: n % 7,
      recipients:
        n % 5 === 0
          ? [{ text: 'Các chi bộ, đảng bộ trực thuộc Huyện ủy', kind: 'group', names: [], note: null, evidence: null }]
          : []
    })
    archive.memory.file(`d_inn${String(n).padStart(5, '0')}`, {
      ...common,
      direction: 'incoming',
      symbol: 'CV/TU',
      issuer: 'Ban Thường vụ Tỉnh ủy Lâm Đồng',
      arrivedOn: `2021-${month}-05`,
      arrivalNumber: n,
      handler: 'Ban Tuyên giáo Huyện ủy'
    })
  }
  return archive
}

async function printed(archive: TestArchive, params: ReportParams): Promise<readonly PdfPage[]> {
  const { base64 } = await reportFile({ ...archive, printer }, params, 'pdf')
  return pdfPages(Buffer.from(base64, 'base64'))
}

const ofThree = (n: number) => [12, 90, 260][n % 3] ?? 0
const CASES = [
  ['register-in', 0, ofThree],
  ['register-in', 1, ofThree],
  ['register-in', 23, ofThree],
  ['register-in', 500, ofThree],
  ['register-out', 1, () => 1700],
  ['register-out', 23, (n: number) => (n % 4 === 0 ? 1700 : 400)],
  ['register-out', 500, ofThree]
] as const

describe.skipIf(printer === null || !canReadPdf)('registers on paper', () => {
  test.each(CASES)('%s of %i lines', async (name, lines, words) => {
    const archive = filed(lines, words)
    const params = paramsOf(name, { from: '2021-01-01', to: '2021-12-31' })
    const pages = await printed(archive, params)
    const symbol = name === 'register-in' ? 'CV/TU' : 'CV/HU'
    const document = buildReport(archive, params)
    expect(pages).toHaveLength(paginate(document).length)
    let before = 0
    const seen: number[] = []
    for (const [index, page] of pages.entries()) {
      // The head is there again, and the foot.
      for (const word of ['Ghi', 'chú', 'Ký', 'nhận']) expect(page.text).toContain(word)
      expect(page.text).toContain('1 2 3 4 5 6 7 8 9 10')
      expect(page.text).toContain(`Trang ${index + 1}/${pages.length}`)
      // Rows: each begins and ends on this page.
      const own = [...page.text.matchAll(new RegExp(`(?<![\\d])(\\d+)-${symbol}`, 'g'))].map(([, n]) => Number(n))
      for (const n of own) expect([n, endsOn(page.text, n, words(n))]).toEqual([n, true])
      seen.push(...own)
      // Totals of the page, and what is carried over.
      if (pages.length > 1) expect(page.text).toContain(`Cộng trang ${index + 1}: ${own.length} văn bản`)
      if (index > 0) {
        const carried = index === 1 ? 'Trang 1 chuyển sang' : `Trang 1 đến ${index} chuyển sang`
        expect(page.text).toContain(`${carried}: ${before} văn bản`)
      }
      before += own.length
      expect(outside(page)).toEqual([])
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: lines }, (_, n) => n + 1))
    const last = pages.at(-1)?.text ?? ''
    expect(last).toContain('NGƯỜI LẬP SỔ')
    expect(last).toContain('Cil Dim')
    if (lines === 0) expect(last).toContain('Không có văn bản nào trong kỳ này.')
    else expect(last).toContain(`Cộng từ đầu bản in: ${lines} văn bản`)
    // The block of the signature is never alone: rows stand above it.
    if (lines > 0) expect(last).toMatch(new RegExp(`\\d+-${symbol}`))
    expect(pages.filter((page) => page.text.includes('NGƯỜI LẬP SỔ'))).toHaveLength(1)
  })
})

/** Longer subjects are too high for a sheet with head or signatures, and say so. */
const FITS = 1000

/** The row's last word is on the page, or the words that say it was too long for a sheet. */
function endsOn(text: string, n: number, words: number): boolean {
  return text.includes(`hết${n}.`) || (words > FITS && text.includes('(xem văn bản)'))
}

/** Words in the margins, the foot line apart. */
function outside({ width, height, words }: PdfPage): readonly string[] {
  const edge = { left: SHEET.left * POINTS - 1, right: width - (SHEET.right - EDGE) * POINTS + 1 }
  const bottom = height - SHEET.bottom * POINTS + 1
  const foot = (top: number) => top > bottom
  return words
    .filter((word) => word.left < edge.left || word.right > edge.right || (word.bottom > bottom && !foot(word.top)))
    .map((word) => word.text)
}
