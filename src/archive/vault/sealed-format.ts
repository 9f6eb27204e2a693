import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { SealBroken } from './seal-broken.ts'

/**
 * A sealed file (ADR 0017): a head of 40 bytes, then pieces of 64 KiB, each AES-256-GCM with its 16-byte tag behind it.
 * Every file has a key of its own, derived from the archive's by the random salt in its head; so a piece's nonce is its
 * number and whether it is the last. A byte changed, a piece gone, doubled, moved or of another file: its tag says so.
 */
export const CHUNK = 64 * 1024
export const TAG = 16
export const HEAD = 40
export const SEALED_CHUNK = CHUNK + TAG
/** "VKS" and the version of the format. */
const MAGIC = Buffer.from('VKSEAL\0\x01', 'latin1')
const CIPHER = 'aes-256-gcm'

export function newHead(): Buffer {
  return Buffer.concat([MAGIC, randomBytes(HEAD - MAGIC.length)])
}

/** The key of the file with this head; what the file is for goes into it, so that none passes for another kind. */
export function fileKey(key: Uint8Array, head: Uint8Array, purpose: string): Buffer {
  if (head.length !== HEAD || !MAGIC.equals(head.subarray(0, MAGIC.length))) throw new SealBroken('head')
  const info = Buffer.from(`van-kho sealed file 1 ${purpose}`)
  return Buffer.from(hkdfSync('sha256', key, head.subarray(MAGIC.length), info, 32))
}

export function sealChunk(key: Uint8Array, index: number, last: boolean, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce(index, last))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

export function openChunk(key: Uint8Array, index: number, last: boolean, sealed: Uint8Array): Buffer {
  if (sealed.length < TAG) throw new SealBroken(`piece ${index}`)
  const decipher = createDecipheriv(CIPHER, key, nonce(index, last), { authTagLength: TAG })
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG))
  try {
    decipher.final()
  } catch {
    throw new SealBroken(`piece ${index}`)
  }
  return plain
}

/** Where things lie in a sealed file of so many bytes. */
export function layoutOf(size: number): Readonly<{ chunks: number; plain: number }> {
  const body = size - HEAD
  if (body < TAG) throw new SealBroken('length')
  const chunks = Math.ceil(body / SEALED_CHUNK)
  if (body - (chunks - 1) * SEALED_CHUNK < TAG) throw new SealBroken('length')
  return { chunks, plain: body - chunks * TAG }
}

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes[0] = last ? 1 : 0
  bytes.writeBigUInt64BE(BigInt(index), 4)
  return bytes
}
