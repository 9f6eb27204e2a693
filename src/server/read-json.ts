import type { IncomingMessage } from 'node:http'
import { isWithinDepth, MOST_CALL_BYTES } from '#contract/limits.ts'

export type JsonRead = Readonly<{ ok: true; value: unknown }> | Readonly<{ ok: false; status: 400 | 408 | 413 | 415 }>

const JSON_TYPE = /^application\/json(?:\s*;\s*charset=utf-8)?$/i

/** Reads a JSON body under limits of size, time and depth. An empty body is none. */
export async function readJson(request: IncomingMessage, milliseconds = 15_000): Promise<JsonRead> {
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) return { ok: false, status: 415 }
  if (Number(request.headers['content-length'] ?? 0) > MOST_CALL_BYTES) return { ok: false, status: 413 }
  const bytes = await readBytes(request, milliseconds)
  if (typeof bytes === 'number') return { ok: false, status: bytes }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isWithinDepth(value) ? { ok: true, value } : { ok: false, status: 400 }
  } catch {
    return { ok: false, status: 400 }
  }
}

function readBytes(request: IncomingMessage, milliseconds: number): Promise<Buffer | 400 | 408 | 413> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => end(408), milliseconds)
    function end(result: Buffer | 400 | 408 | 413): void {
      clearTimeout(timer)
      request.removeListener('data', take)
      resolve(result)
    }
    function take(part: Buffer): void {
      size += part.length
      if (size > MOST_CALL_BYTES) end(413)
      else parts.push(part)
    }
    request.on('data', take)
    request.once('end', () => end(Buffer.concat(parts)))
    request.once('error', () => end(400))
    request.once('close', () => end(400))
  })
}
