import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { secrecyOfText } from '#archive/intake/refuse-secret.ts'
import { createOcrReader, type OcrReaderOptions } from '#archive/ocr/ocr-reader.ts'
import type { OcrResult } from '#archive/ocr/ocr-result.ts'
import { storedFileOf } from '#archive/vault/stored-file.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { characterErrors, PAPER, scanOf, wordsOf } from '#tests/support/scan-sheet.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

vi.setConfig({ testTimeout: 150_000 })

function reader(options: OcrReaderOptions = {}) {
  const made = createOcrReader(options)
  onTestFinished(() => made.close())
  return made
}

function pageOf(result: OcrResult) {
  if (!result.ok) throw new Error(result.problem)
  return result.page
}

describe('a scanned page', () => {
  it('is read whole, without the network, each word where it stands', async () => {
    const folder = tempFolder()
    const path = join(folder, 'scan.jpg')
    const seen = join(folder, 'net')
    writeFileSync(path, scanOf(PAPER, { dpi: 200, degrees: 1.5, noise: 0.01 }))
    writeFileSync(seen, '')
    process.env.VANKHO_TEST_NET = seen
    onTestFinished(() => void delete process.env.VANKHO_TEST_NET)
    const guard = pathToFileURL(join(import.meta.dirname, 'no-network.mjs')).href
    const page = pageOf(
      await reader({ execArgv: ['--import', guard] }).read({
        file: storedFileOf(path),
        mediaType: 'image/jpeg',
        page: 1
      })
    )
    // The reader's own thread and the engine's.
    expect(readFileSync(seen, 'utf8').split('\n').filter(Boolean)).toEqual(['loaded', 'loaded'])
    expect(characterErrors(wordsOf(PAPER), page.text)).toBeLessThan(0.06)
    expect(page.ocr).toBeDefined()
    expect(page.text.split('\n')[0]).toMatch(/LÂM ĐỒNG {4,}ĐẢNG CỘNG SẢN VIỆT NAM$/)
    for (const run of page.runs) {
      expect(run.x).toBeGreaterThanOrEqual(0)
      expect(run.y).toBeGreaterThanOrEqual(0)
      expect(run.x + run.w).toBeLessThanOrEqual(page.width)
      expect(run.y + run.h).toBeLessThanOrEqual(page.height)
    }
    // Set at (225…290, 200) and turned 1.5° about the page's middle.
    const cited = page.runs.find((run) => page.text.slice(run.start, run.end).startsWith('713-CV/TU'))
    expect(Math.abs((cited?.x ?? 0) + (cited?.w ?? 0) / 2 - 262)).toBeLessThan(5)
    expect(Math.abs((cited?.y ?? 0) + (cited?.h ?? 0) / 2 - 194)).toBeLessThan(5)
  })

  it.each([1, 2, 3] as const)(
    'lying on its side or its head (%i quarters) is turned; words are marked where they lie',
    async (quarters) => {
      const path = join(tempFolder(), 'lies.jpg')
      writeFileSync(path, scanOf(PAPER, { dpi: 200, quarters }))
      const page = pageOf(await reader().read({ file: storedFileOf(path), mediaType: 'image/jpeg', page: 1 }))
      expect(characterErrors(wordsOf(PAPER), page.text)).toBeLessThan(0.03)
      expect(page.text.split('\n')[0]).toMatch(/^TỈNH ỦY LÂM ĐỒNG {4,}ĐẢNG CỘNG SẢN VIỆT NAM$/)
      const wide = quarters % 2 === 1
      expect(page.width > page.height).toBe(wide)
      // The middle of "713-CV/TU", 262 points from the left and 196 from the top of the sheet as it was set.
      const [x, y] = [262, 196]
      const at = { 1: [842 - y, x], 2: [595 - x, 842 - y], 3: [y, 595 - x] }[quarters]
      const run = page.runs.find((one) => page.text.slice(one.start, one.end).startsWith('713-CV/TU'))
      if (!run) throw new Error('the number was not read')
      expect(Math.abs(run.x + run.w / 2 - (at[0] ?? 0))).toBeLessThan(6)
      expect(Math.abs(run.y + run.h / 2 - (at[1] ?? 0))).toBeLessThan(6)
      expect(run.h > run.w).toBe(wide)
    }
  )

  it('keeps what a seal and a signature run over, and the words of a red stamp', async () => {
    const path = join(tempFolder(), 'stamped.jpg')
    const redWords = [{ text: 'MẬT', x: 100, y: 140, size: 22, bold: true }]
    writeFileSync(path, scanOf(PAPER, { dpi: 200, stamped: { x: 390, y: 420 }, redWords }))
    const page = pageOf(await reader().read({ file: storedFileOf(path), mediaType: 'image/jpeg', page: 1 }))
    expect(page.text).toContain('T/M BAN THƯỜNG VỤ')
    expect(page.text).toContain('Nguyễn Văn Lộc')
    expect(secrecyOfText([page], readDocument([page], { today: '2021-09-01' }))).toBe('mat')
  })

  it('is given up at once when the work is stopped', async () => {
    const path = join(tempFolder(), 'scan.jpg')
    writeFileSync(path, scanOf(PAPER, { dpi: 150 }))
    const stop = new AbortController()
    const reading = reader().read({ file: storedFileOf(path), mediaType: 'image/jpeg', page: 1 }, stop.signal)
    const begun = performance.now()
    setTimeout(() => stop.abort(), 400)
    expect(await reading).toEqual({ ok: false, problem: 'cancelled' })
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  it('that is no picture is said to be one that cannot be drawn', async () => {
    const path = join(tempFolder(), 'scan.png')
    writeFileSync(path, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200)]))
    expect(await reader().read({ file: storedFileOf(path), mediaType: 'image/png', page: 1 })).toEqual({
      ok: false,
      problem: 'undrawable'
    })
  })
})

describe('a thread that goes wrong', () => {
  const worker = pathToFileURL(join(import.meta.dirname, 'odd-worker.mjs'))
  const ask = (page: number) => ({ file: storedFileOf(''), mediaType: '', page })

  it('takes one page with it when it dies, and the next page gets another', async () => {
    const odd = reader({ worker })
    expect(await odd.read(ask(13))).toEqual({ ok: false, problem: 'died' })
    expect(pageOf(await odd.read(ask(1))).text).toBe('trang 1')
  })

  it('is ended when it grows too much, heap or not, and the next page gets another', async () => {
    const odd = reader({ worker, limits: { megabytes: 150 } })
    expect(await odd.read(ask(15))).toEqual({ ok: false, problem: 'too-heavy' })
    expect(pageOf(await odd.read(ask(1))).text).toBe('trang 1')
  })

  it('is ended when a page takes too long; those who wait get their turn', async () => {
    const odd = reader({ worker, limits: { milliseconds: 500 } })
    const [slow, next] = await Promise.all([odd.read(ask(14)), odd.read(ask(2))])
    expect(slow).toEqual({ ok: false, problem: 'too-slow' })
    expect(pageOf(next).page).toBe(2)
  })
})
