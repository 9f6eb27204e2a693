import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = Readonly<{ name: string; content: string | Buffer | Readonly<{ file: string }> }>

/** Already packed: packing them again costs time and gains nothing. */
const PACKED = /\.(?:png|jpe?g|woff2|gz|docx|xlsx|zip|traineddata)$/

/** The same day in every build: two builds of the same files are the same bytes. */
const DAY = ((2026 - 1980) << 9) | (1 << 5) | 1

/** Writes a zip file by file, so that no more than one of them is in memory. Names are UTF-8. */
export function writeZip(path: string, entries: readonly ZipEntry[]): void {
  const out = openSync(path, 'w')
  const directory: Buffer[] = []
  let at = 0
  const write = (...parts: readonly Buffer[]): void => {
    for (const part of parts) {
      writeSync(out, part)
      at += part.length
    }
  }
  try {
    for (const { name, content } of entries) {
      const plain = contentOf(content)
      const deflated = PACKED.test(name) ? plain : deflateRawSync(plain)
      const stored = deflated.length >= plain.length
      const bytes = stored ? plain : deflated
      const utf8 = Buffer.from(name.normalize('NFC'))
      const common = Buffer.alloc(26)
      common.writeUInt16LE(20, 0)
      common.writeUInt16LE(0x0800, 2)
      common.writeUInt16LE(stored ? 0 : 8, 4)
      common.writeUInt16LE(0, 6)
      common.writeUInt16LE(DAY, 8)
      common.writeUInt32LE(crc32(plain), 10)
      common.writeUInt32LE(bytes.length, 14)
      common.writeUInt32LE(plain.length, 18)
      common.writeUInt16LE(utf8.length, 22)
      const place = Buffer.alloc(14)
      place.writeUInt32LE(at, 10)
      directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, utf8)
      write(Buffer.from('PK\x03\x04', 'latin1'), common, utf8, bytes)
    }
    const start = at
    write(...directory)
    const end = Buffer.alloc(18)
    end.writeUInt16LE(entries.length, 4)
    end.writeUInt16LE(entries.length, 6)
    end.writeUInt32LE(at - start, 8)
    end.writeUInt32LE(start, 12)
    write(Buffer.from('PK\x05\x06', 'latin1'), end)
  } finally {
    closeSync(out)
  }
}

export function contentOf(content: ZipEntry['content']): Buffer {
  if (typeof content === 'string') return Buffer.from(content)
  return Buffer.isBuffer(content) ? content : readFileSync(content.file)
}
