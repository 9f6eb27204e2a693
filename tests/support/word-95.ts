const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff

/**
 * A file as Word 6 and 95 kept it ([MS-DOC] before 97): an OLE container whose one stream holds a head and the text, a
 * byte a letter, a paragraph to each "\r".
 */
export function word95(text: Buffer): Buffer {
  const head = Buffer.alloc(0x300)
  head.writeUInt16LE(0xa5dc, 0)
  head.writeUInt16LE(104, 2)
  head.writeUInt32LE(head.length, 0x18)
  head.writeUInt32LE(head.length + text.length, 0x1c)
  head.writeUInt32LE(text.length, 0x34)
  const body = Buffer.concat([head, text])
  // Streams below 4,096 bytes lie elsewhere; this one is made as long.
  const stream = Buffer.concat([body, Buffer.alloc(Math.max(0, 4096 - body.length))])
  const sectors = Math.ceil(stream.length / SECTOR)
  return Buffer.concat([
    containerHead(),
    allocation(sectors),
    directory(stream.length),
    stream,
    Buffer.alloc(sectors * SECTOR - stream.length)
  ])
}

/** One sector of allocation (0), one of directory (1), the stream from 2 on. */
function containerHead(): Buffer {
  const head = Buffer.alloc(SECTOR)
  head.write('d0cf11e0a1b11ae1', 0, 'hex')
  head.writeUInt16LE(0x3e, 0x18)
  head.writeUInt16LE(3, 0x1a)
  head.writeUInt16LE(0xfffe, 0x1c)
  head.writeUInt16LE(9, 0x1e)
  head.writeUInt16LE(6, 0x20)
  head.writeUInt32LE(1, 0x2c)
  head.writeUInt32LE(1, 0x30)
  head.writeUInt32LE(4096, 0x38)
  head.writeUInt32LE(END, 0x3c)
  head.writeUInt32LE(END, 0x44)
  for (let at = 0x4c; at < SECTOR; at += 4) head.writeUInt32LE(at === 0x4c ? 0 : FREE, at)
  return head
}

function allocation(sectors: number): Buffer {
  const table = Buffer.alloc(SECTOR, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  table.writeUInt32LE(END, 4)
  for (let index = 0; index < sectors; index++) {
    table.writeUInt32LE(index === sectors - 1 ? END : index + 3, (index + 2) * 4)
  }
  return table
}

function directory(size: number): Buffer {
  const entries = Buffer.alloc(SECTOR)
  writeEntry(entries.subarray(0, 128), 'Root Entry', 5, END, 0)
  writeEntry(entries.subarray(128, 256), 'WordDocument', 2, 2, size)
  entries.writeUInt32LE(1, 0x4c)
  return entries
}

function writeEntry(entry: Buffer, name: string, type: number, start: number, size: number): void {
  entry.write(name, 0, 'utf16le')
  entry.writeUInt16LE(name.length * 2 + 2, 0x40)
  entry.writeUInt8(type, 0x42)
  for (const link of [0x44, 0x48, 0x4c]) entry.writeUInt32LE(FREE, link)
  entry.writeUInt32LE(start, 0x74)
  entry.writeUInt32LE(size, 0x78)
}
