import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SCREEN_POLICY, securityHeaders } from '#shell/policies.ts'
import { findStatic } from '#shell/static-files.ts'
import { sendOutcome } from './reply.ts'

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
    'content-type': found.mediaType,
    'content-length': found.size
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response)
}
