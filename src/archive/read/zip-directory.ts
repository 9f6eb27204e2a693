import { inflateRawSync } from 'node:zlib'

/** An entry as the central directory tells it. Its sizes are claims: only bytes really inflated are believed. */
export type ZipEntry = Readonly<{ name: string; method: number; packed: number; headerAt: number; encrypted: boolean }>

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 10_000

/** The entries of a ZIP, or null where its directory is not whole (a cut file has lost it). */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] | null {
  const end = endAt(bytes)
  if (end < 0) return null
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) return null
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The entry's bytes, at most `most` of them inflated (a bomb throws). */
export function readZipEntry(bytes: Buffer, entry: ZipEntry, most: number): Buffer {
  const at = entry.headerAt
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new Error('zip entry without a header')
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed) throw new Error('zip entry is cut')
  if (entry.method === 0) {
    if (packed.length > most) throw new Error('zip entry too large')
    return packed
  }
  if (entry.method !== 8) throw new Error(`zip method ${entry.method}`)
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
}

function endAt(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= lowest; at--) if (bytes.readUInt32LE(at) === END) return at
  return -1
}
