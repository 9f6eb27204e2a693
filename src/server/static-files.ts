import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { SCREEN_POLICY, securityHeaders } from './headers.ts'
import { sendOutcome } from './reply.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm'
}

/** A path of plain names: letters, digits and a few signs, no name that begins with a dot, nothing encoded. */
const PLAIN = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

/**
 * The file behind an address, or null. The address is never decoded: the build gives its files plain names, so an
 * address with "%", a backslash, ".." or a drive letter is no file of ours whatever it would decode to.
 */
export async function findStatic(
  folder: string,
  path: string
): Promise<Readonly<{ file: string; size: number }> | null> {
  const name = path === '/' ? '/index.html' : path
  if (!PLAIN.test(name)) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, name))
    if (!file.startsWith(root + sep)) return null
    const found = await stat(file)
    return found.isFile() ? { file, size: found.size } : null
  } catch {
    return null
  }
}

/** Sends a file of the screens, or 404. */
export async function sendStatic(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?')
  const found = request.method === 'POST' ? null : await findStatic(folder, path)
  if (!found) {
    sendOutcome(response, { ok: false, code: 'not-found', detail: {} }, 404)
    return
  }
  response.writeHead(200, {
    ...securityHeaders(SCREEN_POLICY),
    'content-type': TYPES[extname(found.file)] ?? 'application/octet-stream',
    'content-length': found.size
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response)
}
