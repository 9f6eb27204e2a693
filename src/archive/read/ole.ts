/** The streams of an OLE container (the file in which Word 97–2003 keeps its parts), by name. */
export type OleStreams = Readonly<{ names: readonly string[]; read(name: string): Buffer | null }>

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const LAST_SECTOR = 0xfffffffa
const MOST_ENTRIES = 4096

type Entry = Readonly<{ name: string; type: number; start: number; size: number }>

/** null: not an OLE container, or one whose tables are not whole. Sizes and chains it tells are never believed. */
export function openOle(bytes: Buffer): OleStreams | null {
  if (bytes.length < 512 || !bytes.subarray(0, 8).equals(SIGNATURE)) return null
  const shift = bytes.readUInt16LE(0x1e)
  if (shift !== 9 && shift !== 12) return null
  const size = 1 << shift
  const fat = readFat(bytes, size)
  const directory = chain(bytes, size, fat, bytes.readUInt32LE(0x30))
  const entries = entriesOf(directory)
  const root = entries.find((entry) => entry.type === 5)
  if (!root) return null
  const cutoff = bytes.readUInt32LE(0x38)
  const miniFat = numbers(chain(bytes, size, fat, bytes.readUInt32LE(0x3c)))
  const mini = chain(bytes, size, fat, root.start)

  return {
    names: entries.filter((entry) => entry.type === 2).map((entry) => entry.name),
    read(name) {
      const entry = entries.find((one) => one.type === 2 && one.name === name)
      if (!entry) return null
      const whole =
        entry.size < cutoff ? follow(miniFat, entry.start, mini, 64, 0) : chain(bytes, size, fat, entry.start)
      return whole.subarray(0, entry.size)
    }
  }
}

/** The table of sectors, from its own sectors: 109 told in the head, more in a chain. */
function readFat(bytes: Buffer, size: number): Uint32Array {
  const most = Math.ceil(bytes.length / size)
  const sectors: number[] = []
  for (let at = 0x4c; at < 512; at += 4) sectors.push(bytes.readUInt32LE(at))
  let next = bytes.readUInt32LE(0x44)
  for (let steps = 0; next < LAST_SECTOR && steps < most; steps++) {
    const sector = sectorAt(bytes, size, next)
    if (sector.length < size) break
    for (let at = 0; at < size - 4; at += 4) sectors.push(sector.readUInt32LE(at))
    next = sector.readUInt32LE(size - 4)
  }
  const tables = sectors
    .filter((sector) => sector < LAST_SECTOR)
    .slice(0, most)
    .map((sector) => sectorAt(bytes, size, sector))
  return numbers(Buffer.concat(tables))
}

function chain(bytes: Buffer, size: number, fat: Uint32Array, start: number): Buffer {
  return follow(fat, start, bytes, size, size)
}

/** The sectors from `start` on, each at most once: a chain that bites its tail ends there. */
function follow(fat: Uint32Array, start: number, from: Buffer, size: number, head: number): Buffer {
  const parts: Buffer[] = []
  const seen = new Set<number>()
  for (let sector = start; sector < LAST_SECTOR && !seen.has(sector); sector = fat[sector] ?? 0xffffffff) {
    seen.add(sector)
    const at = head + sector * size
    if (at >= from.length) break
    parts.push(from.subarray(at, Math.min(from.length, at + size)))
  }
  return Buffer.concat(parts)
}

function sectorAt(bytes: Buffer, size: number, sector: number): Buffer {
  const at = size + sector * size
  return bytes.subarray(Math.min(at, bytes.length), Math.min(at + size, bytes.length))
}

function numbers(table: Buffer): Uint32Array {
  const out = new Uint32Array(table.length >> 2)
  for (let index = 0; index < out.length; index++) out[index] = table.readUInt32LE(index * 4)
  return out
}

function entriesOf(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length && entries.length < MOST_ENTRIES; at += 128) {
    const length = Math.min(64, directory.readUInt16LE(at + 0x40))
    if (length < 2) continue
    entries.push({
      name: directory.toString('utf16le', at, at + length - 2),
      type: directory[at + 0x42] ?? 0,
      start: directory.readUInt32LE(at + 0x74),
      size: directory.readUInt32LE(at + 0x78)
    })
  }
  return entries
}
