import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { WritableDb } from '#archive/archive-context.ts'
import { writeMark } from '#archive/ledger/high-water-mark.ts'
import { buildReport } from '#archive/reports/build-report.ts'
import { renderCsv } from '#archive/reports/render/csv.ts'
import { renderDocx } from '#archive/reports/render/docx.ts'
import { renderHtml } from '#archive/reports/render/html.ts'
import { qrPng, qrSvg } from '#archive/reports/render/qr.ts'
import { renderXlsx } from '#archive/reports/render/xlsx.ts'
import type { ReportName } from '#contract/operations/registers.ts'
import { ledgerMark } from '#domain/register/ledger-mark.ts'
import { fileIncoming, fileLetter, paramsOf, reportArchive } from './report-archive.ts'

const HASH = '5b1c9e07d2a84f3366aa'.padEnd(64, 'e')
const MARK = ledgerMark(HASH)

function sealed(name: ReportName, lines = 6) {
  const archive = reportArchive()
  fileIncoming(archive, lines)
  fileLetter(archive)
  writeMark(archive.db as WritableDb, { seq: 1234, hash: HASH })
  return buildReport(archive, paramsOf(name))
}

describe('the mark of the ledger', () => {
  test.each(['register-in', 'register-out'] as const)(
    'stands at the end of %s, on the page and in its files',
    async (name) => {
      const document = sealed(name)
      expect(document.seal).toMatchObject({ mark: MARK, line: 1234 })
      const html = renderHtml(document, 'printer')
      expect(html.match(/<div class="seal">/g)).toHaveLength(1)
      expect(html).toContain(`Dấu sổ ${MARK} (dòng 1.234 của nhật ký kho)`)
      expect(html).toContain('<svg class="qr"')
      const word = unzipSync(await renderDocx(document))
      expect(strFromU8(word['word/document.xml'] ?? new Uint8Array())).toContain(MARK)
      const picture = Object.keys(word).find((path) => /^word\/media\/.*\.png$/.test(path))
      expect(Buffer.from(word[picture ?? ''] ?? []).equals(qrPng(document.seal?.qr ?? []))).toBe(true)
      const sheet = unzipSync(await renderXlsx(document))
      expect(Object.values(sheet).some((part) => strFromU8(part).includes(MARK))).toBe(true)
      // Rows alone: no word that is no row.
      expect(Buffer.from(renderCsv(document)).toString()).not.toContain(MARK)
    }
  )

  test('is not on papers that leave the office', () => {
    for (const name of ['missing-documents', 'statistics'] as const) expect(sealed(name).seal, name).toBeNull()
  })

  test('is none before the ledger has a line', () => {
    const archive = reportArchive()
    writeMark(archive.db as WritableDb, { seq: 0, hash: '' })
    expect(buildReport(archive, paramsOf('register-in')).seal).toBeNull()
  })
})

describe('the picture', () => {
  const qr = sealed('register-in').seal?.qr ?? []

  test('has the three corners a reader looks for, and a quiet edge', () => {
    const size = qr.length
    expect(qr.every((row) => row.length === size)).toBe(true)
    expect(qr[0]?.some(Boolean)).toBe(false)
    const corner = (y: number, x: number) => Array.from({ length: 7 }, (_, at) => qr[y]?.[x + at])
    for (const [y, x] of [
      [2, 2],
      [2, size - 9],
      [size - 9, 2]
    ] as const)
      expect(corner(y, x)).toEqual(Array(7).fill(true))
  })

  test('is the same as a drawing and as a PNG', () => {
    const dark = qr.flat().filter(Boolean).length
    expect(qrSvg(qr, 'x').match(/h1v1h-1z/g)).toHaveLength(dark)
    const png = qrPng(qr)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(qr.length * 8)
  })
})
