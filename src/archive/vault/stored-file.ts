import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { SealBroken } from './seal-broken.ts'
import { CHUNK, fileKey, HEAD, layoutOf, openChunk, SEALED_CHUNK } from './sealed-format.ts'
import { openWhole } from './sealer.ts'

/** What papers and their waiting bytes are sealed for. */
export const CONTENT = 'content'

/**
 * A file of an archive's papers, as it is handed to those who read it (threads, shells): where it lies and, in an
 * encrypted archive, the key of its papers. It holds plain data alone, so that it crosses to other threads.
 */
export type StoredFile = Readonly<{ path: string; key: Uint8Array | null }>

/** A file outside, or a stored one. */
export type FileSource = string | StoredFile

export function storedFileOf(source: FileSource): StoredFile {
  return typeof source === 'string' ? { path: source, key: null } : source
}

/** All its bytes. Throws `SealBroken` where they are not what was written. */
export async function readStored(source: FileSource): Promise<Buffer> {
  const { path, key } = storedFileOf(source)
  const bytes = await readFile(path)
  return key ? openWhole(key, CONTENT, bytes) : bytes
}

export function readStoredNow(source: FileSource): Buffer {
  const { path, key } = storedFileOf(source)
  const bytes = readFileSync(path)
  return key ? openWhole(key, CONTENT, bytes) : bytes
}

/** How many bytes the paper has. */
export function storedSize(source: FileSource): number {
  const { path, key } = storedFileOf(source)
  const fd = openSync(path, 'r')
  try {
    const { size } = fstatSync(fd)
    return key ? layoutOf(size).plain : size
  } finally {
    closeSync(fd)
  }
}

/** Pieces read from the disk in one go. */
const AT_ONCE = 16

type Range = Readonly<{ start?: number; end?: number }>

/** Its bytes from `start` up to but not including `end`, as they are read; each piece is given out only when it is sound. */
export async function* streamStored(source: FileSource, range: Range = {}): AsyncGenerator<Buffer> {
  const { path, key } = storedFileOf(source)
  const file = await open(path, 'r')
  try {
    yield* piecesIn(file, key, range)
  } finally {
    await file.close()
  }
}

/** The same of a file that is open already; it stays open. */
export async function* piecesIn(file: FileHandle, key: Uint8Array | null, range: Range = {}): AsyncGenerator<Buffer> {
  const start = range.start ?? 0
  if (range.end !== undefined && range.end <= start) return
  if (!key) {
    const last = range.end === undefined ? {} : { end: range.end - 1 }
    const options = { start, ...last, highWaterMark: AT_ONCE * CHUNK, autoClose: false }
    yield* file.createReadStream(options) as AsyncIterable<Buffer>
    return
  }
  const { size } = await file.stat()
  const { chunks, plain } = layoutOf(size)
  const own = fileKey(key, await readAt(file, 0, HEAD), CONTENT)
  const end = Math.min(range.end ?? plain, plain)
  // An empty file has a piece too: that nothing was cut off is for its tag to say.
  const lastChunk = end === plain ? chunks - 1 : Math.floor((end - 1) / CHUNK)
  for (let first = Math.floor(start / CHUNK); first <= lastChunk; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, lastChunk - first + 1)
    const from = HEAD + first * SEALED_CHUNK
    const sealed = await readAt(file, from, Math.min(size, from + count * SEALED_CHUNK) - from)
    for (let n = 0; n < count; n++) {
      const index = first + n
      const piece = sealed.subarray(n * SEALED_CHUNK, (n + 1) * SEALED_CHUNK)
      const bytes = openChunk(own, index, index === chunks - 1, piece)
      const cut = bytes.subarray(Math.max(0, start - index * CHUNK), Math.max(0, end - index * CHUNK))
      if (cut.length > 0) yield cut
    }
  }
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, from + at)
    if (bytesRead === 0) throw new SealBroken('length')
    at += bytesRead
  }
  return bytes
}

/** As a stream; comes when its first bytes are read, so that a file that is not there or not sound is said before. */
export async function storedStream(source: FileSource): Promise<Readable> {
  const pieces = streamStored(source)
  const first = await pieces.next()
  async function* all(): AsyncGenerator<Buffer> {
    if (first.done) return
    yield first.value
    yield* pieces
  }
  return Readable.from(all())
}
