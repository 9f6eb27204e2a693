import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPages } from '#archive/ocr/page-source.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

const SIDE = 16

/** Two gray sheets, not packed: the first black, the second white. Made by TIFF 6.0, section 4. */
function twoSheets(): Buffer {
  const pixels = SIDE * SIDE
  const entries = 9
  const directory = 2 + entries * 12 + 4
  const bytes = Buffer.alloc(8 + 2 * (directory + pixels))
  bytes.write('II*\0', 0, 'latin1')
  bytes.writeUInt32LE(8, 4)
  for (const sheet of [0, 1]) {
    const at = 8 + sheet * (directory + pixels)
    const dots = at + directory
    const tags = [
      [256, SIDE],
      [257, SIDE],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, dots],
      [277, 1],
      [278, SIDE],
      [279, pixels]
    ] as const
    bytes.writeUInt16LE(entries, at)
    tags.forEach(([tag, value], index) => {
      const entry = at + 2 + index * 12
      bytes.writeUInt16LE(tag, entry)
      bytes.writeUInt16LE(4, entry + 2)
      bytes.writeUInt32LE(1, entry + 4)
      bytes.writeUInt32LE(value, entry + 8)
    })
    bytes.writeUInt32LE(sheet === 0 ? at + directory + pixels : 0, at + directory - 4)
    bytes.fill(sheet === 0 ? 0 : 255, dots, dots + pixels)
  }
  return bytes
}

it('every sheet of a TIFF is a page', async () => {
  const path = join(tempFolder(), 'two.tif')
  writeFileSync(path, twoSheets())
  const source = await openPages(path, 'image/tiff')
  expect(source.count).toBe(2)
  const shades = []
  for (const page of [1, 2]) {
    const { plain } = (await source.draw(page, 200)).sheet
    shades.push(plain.data[Math.floor(plain.data.length / 2)])
  }
  expect(shades).toEqual([0, 255])
})

it('a picture that claims to be far too large is not opened', async () => {
  const path = join(tempFolder(), 'huge.png')
  const head = Buffer.alloc(33)
  head.write('89504e470d0a1a0a0000000d49484452', 0, 'hex')
  head.writeUInt32BE(60_000, 16)
  head.writeUInt32BE(60_000, 20)
  writeFileSync(path, head)
  await expect(openPages(path, 'image/png')).rejects.toThrow('60000')
})
