import { CHUNK, fileKey, HEAD, layoutOf, newHead, openChunk, SEALED_CHUNK, sealChunk } from './sealed-format.ts'

/** Seals bytes as they come: what `update` and `end` give, put together, is the file. */
export type Sealer = Readonly<{ update(bytes: Uint8Array): Uint8Array; end(): Uint8Array }>

export const plainSealer: Sealer = { update: (bytes) => bytes, end: () => new Uint8Array(0) }

export function createSealer(key: Uint8Array, purpose: string): Sealer {
  const head = newHead()
  const own = fileKey(key, head, purpose)
  let begun = false
  let index = 0
  let waiting: Uint8Array[] = []
  let held = 0

  /** A piece is sealed only when a byte after it has come: it might be the last. */
  function full(bytes: Uint8Array): Buffer[] {
    waiting.push(bytes)
    held += bytes.length
    if (held <= CHUNK) return []
    const all = Buffer.concat(waiting)
    const sealed: Buffer[] = []
    let at = 0
    for (; all.length - at > CHUNK; at += CHUNK)
      sealed.push(sealChunk(own, index++, false, all.subarray(at, at + CHUNK)))
    waiting = [all.subarray(at)]
    held = all.length - at
    return sealed
  }

  function first(): Buffer[] {
    if (begun) return []
    begun = true
    return [head]
  }

  return {
    update: (bytes) => Buffer.concat([...first(), ...full(bytes)]),
    end: () => Buffer.concat([...first(), sealChunk(own, index, true, Buffer.concat(waiting))])
  }
}

/** A small file at once. */
export function sealWhole(key: Uint8Array, purpose: string, plain: Uint8Array): Buffer {
  const sealer = createSealer(key, purpose)
  return Buffer.concat([sealer.update(plain), sealer.end()])
}

/** Throws `SealBroken`. */
export function openWhole(key: Uint8Array, purpose: string, sealed: Uint8Array): Buffer {
  const { chunks } = layoutOf(sealed.length)
  const own = fileKey(key, sealed.subarray(0, HEAD), purpose)
  const pieces = Array.from({ length: chunks }, (_, index) => {
    const from = HEAD + index * SEALED_CHUNK
    return openChunk(own, index, index === chunks - 1, sealed.subarray(from, from + SEALED_CHUNK))
  })
  return Buffer.concat(pieces)
}
