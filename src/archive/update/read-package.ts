import type { KeyObject } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { OperationError } from '#contract/failures.ts'
import { MANIFEST, SIGNATURE, UpdateManifest } from '#contract/update-manifest.ts'
import { isSigned } from './trusted-keys.ts'

/** Takes the bytes of one file of the package, piece by piece; `last` with its last one, which may be empty. */
export type FileSink = (piece: Uint8Array, last: boolean) => void

const PIECE = 256 * 1024
const LARGEST_MANIFEST = 16 * 1024 * 1024

/** Why a package is not taken. */
export type PackageProblem = 'not-a-package' | 'not-signed' | 'damaged' | 'other-machine' | 'not-newer'

export function refuse(problem: PackageProblem): OperationError {
  return new OperationError('update-refused', { problem })
}

/**
 * Reads a package once, from front to back: manifest, signature, then each file to the sink `open` gives. Nothing is given
 * out before the signature is found good by one of `keys`. With `open` null it stops there. Throws `update-refused`.
 */
export function readPackage(
  path: string,
  keys: readonly KeyObject[],
  open: ((name: string, manifest: UpdateManifest) => FileSink) | null
): UpdateManifest {
  const reading: { manifest: UpdateManifest | null; bytes: Uint8Array | null } = { manifest: null, bytes: null }
  const unzip = new Unzip((entry) => take(entry))
  unzip.register(UnzipInflate)

  function take(entry: UnzipFile): void {
    if (reading.bytes === null) {
      if (entry.name !== MANIFEST) throw refuse('not-a-package')
      whole(entry, (bytes) => {
        reading.bytes = bytes
      })
    } else if (reading.manifest === null) {
      if (entry.name !== SIGNATURE) throw refuse('not-signed')
      whole(entry, (signature) => {
        if (!isSigned(reading.bytes ?? new Uint8Array(), signature, keys)) throw refuse('not-signed')
        reading.manifest = parse(reading.bytes ?? new Uint8Array())
      })
    } else if (open) {
      const sink = open(entry.name, reading.manifest)
      entry.ondata = (error, piece, last) => {
        if (error) throw refuse('damaged')
        sink(piece, last)
      }
      entry.start()
    }
  }

  const file = openSync(path, 'r')
  try {
    const buffer = new Uint8Array(PIECE)
    for (;;) {
      const read = readSync(file, buffer, 0, PIECE, null)
      unzip.push(buffer.slice(0, read), read === 0)
      if (read === 0 || (open === null && reading.manifest !== null)) break
    }
  } catch (error) {
    if (error instanceof OperationError || isSystemError(error)) throw error
    throw refuse(reading.manifest === null ? 'not-a-package' : 'damaged')
  } finally {
    closeSync(file)
  }
  if (reading.manifest === null) throw refuse('not-a-package')
  return reading.manifest
}

function whole(entry: UnzipFile, then: (bytes: Uint8Array) => void): void {
  const pieces: Uint8Array[] = []
  let size = 0
  entry.ondata = (error, piece, last) => {
    size += piece.length
    if (error || size > LARGEST_MANIFEST) throw refuse('not-a-package')
    pieces.push(piece)
    if (last) then(Buffer.concat(pieces))
  }
  entry.start()
}

function parse(bytes: Uint8Array): UpdateManifest {
  const parsed = UpdateManifest.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  if (!parsed.success) throw refuse('not-a-package')
  return parsed.data
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
