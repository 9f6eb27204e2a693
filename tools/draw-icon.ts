import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '#archive/reports/chromium-printer.ts'
import { ROOT } from './package-content.ts'

/**
 * Draws `resources/icon/icon.{ico,png}` from the two drawings beside them, by an installed browser: the small one for sizes
 * at which the other's lines would run together.
 */
const FOLDER = join(ROOT, 'resources', 'icon')
const SMALL = [16, 20, 24, 32]
const LARGE = [40, 48, 64, 128, 256]
const WINDOW = 512

/** An .ico whose pictures are PNG, as Windows reads since Vista. */
export function icoOf(pictures: readonly Readonly<{ size: number; png: Buffer }>[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
  }
  return Buffer.concat([head, ...pictures.map((one) => one.png)])
}

if (import.meta.main) {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const draw = async (size: number): Promise<Readonly<{ size: number; png: Buffer }>> => {
    const svg = readFileSync(join(FOLDER, size <= 32 ? 'icon-small.svg' : 'icon.svg'), 'utf8')
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
    return { size, png: await page.screenshot({ omitBackground: true }) }
  }
  const pictures = []
  for (const size of [...SMALL, ...LARGE]) pictures.push(await draw(size))
  writeFileSync(join(FOLDER, 'icon.ico'), icoOf(pictures))
  writeFileSync(join(FOLDER, 'icon.png'), (await draw(WINDOW)).png)
  await browser.close()
}
