import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { cleaned } from '#archive/reports/clean.ts'
import type { PrintDocument } from '#archive/reports/print-document.ts'
import { renderCsv } from '#archive/reports/render/csv.ts'
import { renderDocx } from '#archive/reports/render/docx.ts'
import { renderHtml } from '#archive/reports/render/html.ts'
import { renderXlsx } from '#archive/reports/render/xlsx.ts'
import { reportFile, reportHtml } from '#archive/reports/report.ts'
import { fileIncoming, fileLetter, LETTER, paramsOf, reportArchive } from './report-archive.ts'

/** A report whose every text is one hostile text. */
function documentOf(text: string): PrintDocument {
  const archive = reportArchive()
  const document = buildReport(archive, paramsOf('missing-documents'))
  const cells = document.columns.map(() => ({ text, lead: text }))
  return cleaned({
    ...document,
    title: text,
    head: { parent: text, issuer: text, party: text },
    lines: [text],
    columns: document.columns.map((column) => ({ ...column, title: text })),
    groups: [{ title: text, rows: [{ cells, tally: [1] }], total: text }],
    footnotes: [text],
    signatures: [{ place: text, title: text, how: text, name: text }],
    foot: text
  })
}

function rowOf(document: PrintDocument, texts: readonly string[]): PrintDocument {
  const cells = document.columns.map((_, index) => ({ text: texts[index] ?? '' }))
  return { ...document, groups: [{ title: null, rows: [{ cells, tally: [1] }], total: null }] }
}

const HOSTILE = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</style><script>',
    "'; } @import url(http://x); {",
    '\\"}</style>',
    '\u202egnp.exe',
    '&lt;b&gt;'
  ),
  fc.string({ unit: fc.constantFrom(...'<>&"\'\\{}();:/*@\u202e\u2066\n\u0000ăĐ '), maxLength: 40 })
)

describe('the page', () => {
  test('no text becomes markup, style or address, and no turning sign is left in it', () => {
    const tags = /<\/?([a-z0-9]+)/gi
    const allowed = new Set(
      'html head meta title style body section div p b i s h1 table colgroup col thead tbody tr th td span br'.split(
        ' '
      )
    )
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const html = renderHtml(documentOf(text), 'screen')
        const style = html.slice(html.indexOf('<style>') + 7, html.indexOf('</style>'))
        expect(style).not.toContain('<')
        expect(style).not.toContain('@import')
        expect(style.match(/url\(/g)).toHaveLength(3)
        expect([...html.matchAll(tags)].filter(([, name]) => !allowed.has(name ?? ''))).toEqual([])
        expect(html.match(/<\/style>/g)).toHaveLength(1)
        expect(html.match(/[\u202a-\u202e\u2066-\u2069\u0000]/)).toBeNull()
        expect(html).not.toMatch(/<[a-z]+[^>]*\son\w+=/i)
      }),
      { numRuns: 60 }
    )
  })

  test('it says what may be loaded, repeats heads and takes its faces from the shell', () => {
    const archive = reportArchive()
    fileIncoming(archive, 2)
    const { title, html, rows } = reportHtml(archive, paramsOf('register-in'))
    expect([title, rows]).toEqual(['Sổ đăng ký văn bản đến', 2])
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:")
    expect(html).toContain('url(/fonts/tinos-regular.ttf)')
    expect(html).toContain('thead{display:table-header-group}')
    expect(html).toContain('<h1>SỔ ĐĂNG KÝ VĂN BẢN ĐẾN</h1>')
    expect(html).toContain('<html lang="vi">')
  })

  test('as a file it holds its faces itself', async () => {
    const archive = { ...reportArchive(), printer: null }
    const { name, base64 } = await reportFile(archive, paramsOf('register-in', { from: '2021-01-01' }), 'html')
    expect(name).toBe('so-dang-ky-van-ban-den_2021-01-01.html')
    const html = Buffer.from(base64, 'base64').toString('utf8')
    expect(html.match(/url\(data:font\/ttf;base64,/g)).toHaveLength(3)
    expect(html).not.toContain('/fonts/')
  })
})

describe('the workbook', () => {
  test('words stay words, days and counts are numbers, nothing is a formula', async () => {
    const texts = ['0713', '=1+1', '+84', '-5', '@SUM(A1)', '12/8/2021', '1E5']
    const files = unzipSync(await renderXlsx(rowOf(buildReport(reportArchive(), paramsOf('register-in')), texts)))
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(sheet).not.toMatch(/<f[ >]/)
    for (const text of texts) expect(strings).toContain(`>${text}<`)
    expect(sheet).not.toContain('<v>713</v>')
  })

  test('a real register: days as days, columns named, Vietnamese whole', async () => {
    const archive = reportArchive()
    fileLetter(archive)
    const files = unzipSync(await renderXlsx(buildReport(archive, paramsOf('register-out'))))
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(strings).toContain('Tên loại và trích yếu nội dung văn bản')
    expect(strings).toContain('221-CV/HU')
    // 2021-08-12 is day 44420 since the end of 1899.
    expect(sheet).toContain('<v>44420</v>')
    expect(sheet).toContain('<v>5</v>')
  })
})

describe('CSV', () => {
  test('a mark for Vietnamese, no formula, and every cell comes back', () => {
    const texts = ['0713', '=HYPERLINK("x")', '+1', '-1', '@a', 'a "b", c', 'hai\ndòng']
    const csv = Buffer.from(renderCsv(rowOf(buildReport(reportArchive(), paramsOf('register-in')), texts))).toString(
      'utf8'
    )
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    const [head, row] = Papa.parse<string[]>(csv.slice(1)).data
    expect(head?.slice(0, 2)).toEqual(['Ngày đến', 'Số đến'])
    expect(row?.slice(0, 7)).toEqual(['0713', '\'=HYPERLINK("x")', "'+1", "'-1", "'@a", 'a "b", c', 'hai\ndòng'])
  })

  test('no cell of any text starts as a formula', () => {
    const document = buildReport(reportArchive(), paramsOf('register-in'))
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const [, row] = Papa.parse<string[]>(
          Buffer.from(renderCsv(rowOf(cleaned(document), [text]))).toString('utf8')
        ).data
        return !/^[=+\-@\t\r]/.test(row?.[0] ?? '')
      })
    )
  })
})

describe('Word', () => {
  test('title, columns, rows, repeated heads, whole rows and page numbers', async () => {
    const archive = reportArchive()
    fileLetter(archive)
    const files = unzipSync(await renderDocx(buildReport(archive, paramsOf('signature-sheet', { documentId: LETTER }))))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const text = xml.replace(/<[^>]+>/g, '|')
    expect(text).toContain('DANH SÁCH KÝ NHẬN VĂN BẢN')
    expect(text).toContain('Ký nhận, ghi rõ họ tên')
    expect(text).toContain('Đảng ủy xã Phi Liêng')
    expect(text).toContain('NGƯỜI LẬP DANH SÁCH')
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(8)
    const footer = Object.entries(files).find(([name]) => /word\/footer\d*\.xml/.test(name))
    expect(strFromU8(footer?.[1] ?? new Uint8Array())).toMatch(/PAGE.*NUMPAGES/s)
    expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('Times New Roman')
  })
})
