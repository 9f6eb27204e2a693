import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { chromiumPrinter, findBrowser } from '#archive/reports/chromium-printer.ts'
import { paginate } from '#archive/reports/paper/paginate.ts'
import { reportFile } from '#archive/reports/report.ts'
import { stablePdf } from '#archive/reports/stable-pdf.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { fileIncoming, fileLetter, LETTER, paramsOf, reportArchive, type TestArchive } from './report-archive.ts'

const printer = chromiumPrinter()
const canRead = spawnSync('pdftotext', ['-v']).error === undefined && spawnSync('pdffonts', ['-v']).error === undefined
const without = printer === null ? 'no Chromium, Chrome or Edge here' : canRead ? '' : 'no pdftotext here'
if (without) console.warn(`PDF of reports not tested: ${without}`)

async function pdfOf(archive: TestArchive, params: ReportParams): Promise<Buffer> {
  const { base64, mediaType } = await reportFile({ ...archive, printer }, params, 'pdf')
  expect(mediaType).toBe('application/pdf')
  return Buffer.from(base64, 'base64')
}

function read(program: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Buffer, ...more: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'van-kho-test-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    const out = program === 'pdftotext' ? ['-'] : []
    return spawnSync(program, [...more, join(folder, 'a.pdf'), ...out], { encoding: 'utf8' }).stdout.normalize('NFC')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const pagesOf = (pdf: Buffer) => read('pdftotext', pdf, '-layout').split('\f').slice(0, -1)
const words = (page: string | undefined) => (page ?? '').replace(/\s+/g, ' ')

describe.skipIf(without !== '')('a register of two hundred rows', () => {
  const archive = reportArchive()
  let pdf: Buffer = Buffer.alloc(0)
  let pages: readonly string[] = []
  beforeAll(async () => {
    fileIncoming(archive, 200)
    pdf = await pdfOf(archive, paramsOf('register-in', { from: '2021-01-01', to: '2021-12-31' }))
    pages = pagesOf(pdf)
  }, 120_000)

  test('has as many pages as were laid out, A4 across', () => {
    const document = buildReport(archive, paramsOf('register-in', { from: '2021-01-01', to: '2021-12-31' }))
    expect(pages).toHaveLength(paginate(document).length)
    expect(read('pdfinfo', pdf)).toMatch(/Page size:\s+841\.9\d* x 59[45]\.\d+ pts \(A4\)/)
  })

  test('repeats heads and column numbers, counts its pages, on every page', () => {
    pages.forEach((page, index) => {
      expect(words(page)).toContain(`Trang ${index + 1}/${pages.length}`)
      expect(words(page)).toContain('Ngày đến')
      expect(words(page)).toContain('Đơn vị hoặc')
      expect(words(page)).toMatch(/1 2 3 4 5 6 7 8 9 10/)
      expect(words(page)).toContain('Văn phòng Huyện ủy Đam Rông, in ngày 30/8/2021')
    })
  })

  test('every row is there once, its day and number in one piece', () => {
    const all = pages.join('\n')
    for (let n = 1; n <= 200; n++) expect(all.split(`${700 + n}-CV/TU`)).toHaveLength(2)
    expect(all.match(/\d\d\/\d{1,2}\/2021(?!\d)/g)?.length).toBeGreaterThanOrEqual(400)
  })

  test('totals are carried over and the signatures do not stand alone', () => {
    expect(words(pages[0])).toMatch(/Cộng trang 1: \d+ văn bản/)
    expect(words(pages[1])).toMatch(/Trang 1 chuyển sang: \d+ văn bản/)
    const last = words(pages.at(-1))
    expect(last).toContain('Cộng từ đầu bản in: 200 văn bản')
    expect(last).toContain('NGƯỜI LẬP SỔ')
    expect(last).toContain('Đam Rông, ngày 30 tháng 8 năm 2021')
    expect(last.match(/\d+-CV\/TU/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('is set in Tinos, embedded', () => {
    const fonts = read('pdffonts', pdf).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/Tinos-\S+\s+CID TrueType\s+Identity-H\s+yes yes/)
  })

  test('the same report gives the same bytes', async () => {
    const params = paramsOf('register-in', { from: '2021-01-01', to: '2021-12-31' })
    // Two at once: a browser that is short of time numbers its nodes otherwise.
    const again = await Promise.all([pdfOf(archive, params), pdfOf(archive, params)])
    expect(again.map((one) => one.equals(pdf))).toEqual([true, true])
    expect(pdf.toString('latin1')).toContain('/CreationDate (D:20210830000000')
  })
})

describe.skipIf(without !== '')('a signature sheet', () => {
  test('stands upright, with recipients and who signed', async () => {
    const archive = reportArchive()
    fileLetter(archive)
    const pdf = await pdfOf(archive, paramsOf('signature-sheet', { documentId: LETTER }))
    const [page, ...more] = pagesOf(pdf).map(words)
    expect(more).toEqual([])
    expect(page).toContain('DANH SÁCH KÝ NHẬN VĂN BẢN')
    expect(page).toContain('Nguyễn Thị Hạnh')
    expect(page).toContain('Trang 1/1')
    expect(read('pdfinfo', pdf)).toMatch(/Page size:\s+59[45]\.\d+ x 841\.9/)
  })

  test('nothing is left behind in the temporary folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'van-kho-t-'))
    vi.stubEnv('TMPDIR', folder)
    try {
      await printer?.('<!doctype html><title>x</title><p>Đảng ủy')
      expect(readdirSync(folder)).toEqual([])
    } finally {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('without a browser', () => {
  test('there is no printer, and a PDF is refused as such', async () => {
    expect(chromiumPrinter(null)).toBeNull()
    const archive = { ...reportArchive(), printer: null }
    await expect(reportFile(archive, paramsOf('register-in'), 'pdf')).rejects.toMatchObject({ code: 'no-printer' })
  })

  test.skipIf(process.platform === 'win32')(
    'a browser that cannot be started, prints nothing or hangs is told apart',
    async () => {
      const [missing, silent] = [chromiumPrinter('/nonexistent/browser'), chromiumPrinter('/bin/true')]
      await expect(missing?.('<p>')).rejects.toMatchObject({ code: 'no-printer' })
      await expect(silent?.('<p>')).rejects.toMatchObject({ code: 'io-error' })
      const folder = mkdtempSync(join(tmpdir(), 'van-kho-t-'))
      const hanging = join(folder, 'browser')
      writeFileSync(hanging, '#!/bin/sh\nexec sleep 30\n', { mode: 0o755 })
      await expect(chromiumPrinter(hanging, 200)?.('<p>')).rejects.toMatchObject({ detail: { printer: 'time' } })
      rmSync(folder, { recursive: true })
      const archive = { ...reportArchive(), printer: () => Promise.reject(new Error('broken')) }
      await expect(reportFile(archive, paramsOf('register-in'), 'pdf')).rejects.toMatchObject({ code: 'io-error' })
    }
  )

  test('browsers are looked for where each system puts them; VANKHO_BROWSER goes before', () => {
    const at = (there: string) => (path: string) => path === there
    const linux = { platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin' } } as const
    expect(findBrowser({ ...linux, exists: at('/usr/bin/google-chrome') })).toBe('/usr/bin/google-chrome')
    expect(findBrowser({ ...linux, exists: () => false })).toBeNull()
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const windows = { platform: 'win32', env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' } } as const
    expect(findBrowser({ ...windows, exists: at(edge) })).toBe(edge)
    const named = { platform: 'linux', env: { ...linux.env, VANKHO_BROWSER: '/opt/b' } } as const
    expect(findBrowser({ ...named, exists: () => true })).toBe('/opt/b')
    expect(findBrowser({ ...named, exists: at('/usr/bin/chromium') })).toBeNull()
  })

  test('names of tags are counted from one, in their order', () => {
    const [one, other] = [
      '(node00000038) (node00000041) [(node00000038)]',
      '(node00000037) (node00000040) [(node00000037)]'
    ]
    const made = [one, other].map((pdf) => Buffer.from(stablePdf(Buffer.from(pdf), '2021-08-30')).toString())
    expect(made[0]).toBe('(node00000001) (node00000002) [(node00000001)]')
    expect(made[1]).toBe(made[0])
  })

  test('the hour and the identifier of a PDF are taken out, its length is kept', () => {
    const pdf =
      "%PDF-1.4\n/CreationDate (D:20260115083005+07'00')\n/ModDate (D:20260115083005+07'00')\n/ID [<AB12> <AB12>]\n"
    const made = Buffer.from(stablePdf(Buffer.from(pdf, 'latin1'), '2021-08-30')).toString('latin1')
    expect(made).toBe(
      "%PDF-1.4\n/CreationDate (D:20210830000000+00'00')\n/ModDate (D:20210830000000+00'00')\n/ID [<0000> <0000>]\n"
    )
  })
})
