import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { FileLayer } from '../files/file-layer.ts'

export type Copied = Readonly<{ bytes: number; sha256: string }>

/**
 * Copies a file (or its first bytes) to a name that is not there yet; on the disk when this comes. Says the hash of what was
 * read; a copy that was broken off is not left.
 */
export async function copyHashed(
  files: Pick<FileLayer, 'syncHandle'>,
  source: string,
  target: string,
  options: Readonly<{ length?: number; signal?: AbortSignal | undefined }> = {}
): Promise<Copied> {
  const hash = createHash('sha256')
  let bytes = 0
  mkdirSync(dirname(target), { recursive: true })
  const handle = await open(target, 'wx', 0o600)
  try {
    if (options.length !== 0) {
      const end = options.length === undefined ? {} : { end: options.length - 1 }
      const stream = createReadStream(source, { highWaterMark: 1 << 20, ...end }) as AsyncIterable<Buffer>
      for await (const chunk of stream) {
        if (options.signal?.aborted) throw new OperationError('cancelled')
        hash.update(chunk)
        bytes += chunk.length
        await handle.writeFile(chunk)
      }
    }
    await files.syncHandle(handle)
  } catch (error) {
    await handle.close()
    await rm(target, { force: true })
    throw error
  }
  await handle.close()
  return { bytes, sha256: hash.digest('hex') }
}
