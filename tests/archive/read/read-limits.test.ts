import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, expect, it, vi } from 'vitest'
import { closeReaders, readFile } from '#archive/read/read-file.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

vi.setConfig({ testTimeout: 60_000 })
afterAll(() => closeReaders())

const PAGE = [{ font: 'Arial', text: 'Van phong Huyen uy' }]

function fileOf(name: string, bytes: Buffer): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, bytes)
  return path
}

/** A page whose content is this stream, packed. */
function pdfOf(content: Buffer): Buffer {
  const packed = deflateSync(content).toString('latin1')
  return Buffer.from(
    plainPdf([PAGE])
      .toString('latin1')
      .replace(
        /<<\/Length \d+>>\nstream\n[\s\S]*?\nendstream/,
        () => `<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed}\nendstream`
      ),
    'latin1'
  )
}

async function timed(path: string, limits: Parameters<typeof readFile>[1]) {
  const begun = performance.now()
  const result = await readFile(path, limits)
  return { result, took: performance.now() - begun }
}

const sound = () => readFile(fileOf('sound.pdf', plainPdf([PAGE])))

it('bytes held outside the heap count: a stream that swells is stopped on its way', async () => {
  const path = fileOf('swollen.pdf', pdfOf(Buffer.alloc(400_000_000, ' ')))
  let highest = 0
  const before = process.memoryUsage().rss
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss - before)
  }, 10)
  const { result, took } = await timed(path, { limits: { megabytes: 128 } })
  clearInterval(watch)
  expect(result).toMatchObject({
    ok: false,
    code: 'file-unread',
    mediaType: 'application/pdf',
    detail: { problem: 'too-heavy' }
  })
  expect(took).toBeLessThan(10_000)
  expect(highest / 1e6).toBeLessThan(400)
  expect((await sound()).ok).toBe(true)
})

it('a file that spins is stopped when its time is over', async () => {
  await sound()
  const path = fileOf('spins.pdf', pdfOf(Buffer.from(`BT /F3 12 Tf ${'(A) Tj '.repeat(20_000_000)} ET`)))
  const { result, took } = await timed(path, { limits: { milliseconds: 600, megabytes: 512 } })
  expect(result).toMatchObject({
    ok: false,
    code: 'file-unread',
    mediaType: 'application/pdf',
    detail: { problem: 'too-slow' }
  })
  expect(took).toBeLessThan(6000)
  expect((await sound()).ok).toBe(true)
})

it('a long file that gets on is read to its end; one that does not get on so is stopped', async () => {
  const lines = Array.from({ length: 45 }, (_, at) => ({
    font: 'Arial',
    text: `Van phong Huyen uy gui lich hop ${at}`
  }))
  const path = fileOf('long.pdf', plainPdf(Array.from({ length: 1900 }, () => lines)))
  await sound()
  const long = await timed(path, { limits: { milliseconds: 1000, millisecondsAPage: 100 } })
  expect(long.result).toMatchObject({ ok: true, pages: 1900 })
  expect(long.took).toBeGreaterThan(1000)
  const { result } = await timed(path, { limits: { milliseconds: 1000, millisecondsAPage: 0 } })
  expect(result).toMatchObject({ ok: false, detail: { problem: 'too-slow' } })
})

it('a large file’s own bytes are no charge against it', async () => {
  const small = plainPdf([PAGE]).toString('latin1')
  const at = small.lastIndexOf('startxref')
  const padded = Buffer.concat([
    Buffer.from(`${small.slice(0, at)}\n`, 'latin1'),
    Buffer.alloc(150_000_000, '%'),
    Buffer.from(`\n${small.slice(at)}`, 'latin1')
  ])
  const result = await readFile(fileOf('large.pdf', padded), { limits: { megabytes: 100 } })
  expect(result).toMatchObject({ ok: true, pages: 1 })
})
