import { crc32, deflateSync } from 'node:zlib'
import type { PrintSeal } from '../seal.ts'

type Pattern = PrintSeal['qr']
const PIXELS = 8

/** The pattern as a drawing of one path, black on white. */
export function qrSvg(qr: Pattern, label: string): string {
  const size = qr.length
  const path = qr.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`
}

/** The pattern as a picture in grey, for Word. */
export function qrPng(qr: Pattern): Buffer {
  const size = qr.length * PIXELS
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(size + 1, 0xff)
    row[0] = 0
    for (let x = 0; x < size; x++) {
      if (qr[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)]) row[x + 1] = 0
    }
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head[8] = 8
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const made = Buffer.alloc(named.length + 8)
  made.writeUInt32BE(data.length, 0)
  named.copy(made, 4)
  made.writeUInt32BE(crc32(named), named.length + 4)
  return made
}
