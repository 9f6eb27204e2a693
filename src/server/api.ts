import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { EngineDoor } from '#archive/door.ts'
import { storedStream } from '#archive/vault/stored-file.ts'
import type { Failure, Outcome } from '#contract/failures.ts'
import { readFileAddress } from '#contract/file-address.ts'
import { MOST_FILE_BYTES } from '#contract/limits.ts'
import type { Asker } from '#contract/operations/operation.ts'
import type { OutputOf } from '#contract/operations.ts'
import { DATA_POLICY, securityHeaders } from '#shell/policies.ts'
import { holdsFor, type PrintPages } from '#shell/print-pages.ts'
import type { EventStreams } from './event-stream.ts'
import { SESSION_HEADER } from './guard.ts'
import { readJson } from './read-json.ts'
import { sendOutcome } from './reply.ts'

export type Api = Readonly<{ engine: EngineDoor; name: string; events: EventStreams; prints: PrintPages }>

const BAD_INPUT: Failure = { ok: false, code: 'bad-input', detail: {} }
const NOT_FOUND: Failure = { ok: false, code: 'not-found', detail: {} }
const LONGEST_NAME = 400

/** The doors under `/api/`; the guard has been passed. */
export async function answerApi(request: IncomingMessage, response: ServerResponse, api: Api): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://vankho')
  const route = `${request.method} ${pathname.startsWith('/api/call/') ? '/api/call' : pathname}`
  switch (route) {
    case 'POST /api/call':
      return answerCall(request, response, api, pathname.slice('/api/call/'.length))
    case 'POST /api/print':
      return answerPrint(request, response, api)
    case 'POST /api/stage':
      return answerStage(request, response, api, searchParams)
    case 'GET /api/bytes':
      return answerBytes(request, response, api, searchParams)
    case 'GET /api/events':
      return api.events.open(response, askerOf(request, api))
    default:
      return sendOutcome(response, NOT_FOUND, 404)
  }
}

/** The session the request brings, if any; who that is the engine finds out. */
function askerOf(request: IncomingMessage, { name }: Api): Asker {
  const session = request.headers[SESSION_HEADER]
  return { shell: 'loopback', name, session: typeof session === 'string' ? session : null }
}

async function answerCall(request: IncomingMessage, response: ServerResponse, api: Api, name: string): Promise<void> {
  const input = await readJson(request)
  if (!input.ok) return sendOutcome(response, BAD_INPUT, input.status)
  sendOutcome(response, await api.engine.call(decodeName(name), input.value, askerOf(request, api)))
}

/** No operation has a name that needs encoding; one that cannot be decoded is simply not known. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** `report.html`, its page put behind an address of its own. */
async function answerPrint(request: IncomingMessage, response: ServerResponse, api: Api): Promise<void> {
  const input = await readJson(request)
  if (!input.ok) return sendOutcome(response, BAD_INPUT, input.status)
  const asker = askerOf(request, api)
  const holds = await holdsFor(api.engine, asker)
  const outcome = await api.engine.call('report.html', input.value, asker)
  if (!outcome.ok) return sendOutcome(response, outcome)
  const { title, html, rows } = outcome.value as OutputOf<'report.html'>
  sendOutcome(response, { ok: true, value: { address: `/print/${api.prints.put(html, holds)}`, title, rows } })
}

async function answerStage(
  request: IncomingMessage,
  response: ServerResponse,
  api: Api,
  query: URLSearchParams
): Promise<void> {
  const name = query.get('name') ?? ''
  if (request.headers['content-type'] !== 'application/octet-stream') return sendOutcome(response, BAD_INPUT, 415)
  if (name.trim() === '' || name.length > LONGEST_NAME) return sendOutcome(response, BAD_INPUT, 400)
  // A length that is told is believed where it is too much: nothing of the file is written, and the answer comes at once.
  if (Number(request.headers['content-length'] ?? 0) > MOST_FILE_BYTES) {
    request.resume()
    return sendOutcome(response, { ok: false, code: 'file-too-large', detail: { name, most: MOST_FILE_BYTES } })
  }
  const stream = Readable.toWeb(request) as ReadableStream<Uint8Array>
  const outcome = await api.engine.stage(name, { stream }, askerOf(request, api))
  // A browser still sending would not read an answer that comes with a closed connection: the rest is let run out.
  request.resume()
  sendOutcome(response, outcome)
}

async function answerBytes(
  request: IncomingMessage,
  response: ServerResponse,
  api: Api,
  query: URLSearchParams
): Promise<void> {
  const address = readFileAddress(Object.fromEntries(query))
  if (!address) return sendOutcome(response, BAD_INPUT, 400)
  const found = await api.engine.locate(address, askerOf(request, api))
  // The engine's answer, as for calls: a paper taken off the queue while its page was on the way is no fault of the request.
  if (!found.ok) return sendOutcome(response, found as Outcome<never>)
  const file = await storedStream(found.value).catch(() => null)
  if (!file) return sendOutcome(response, { ok: false, code: 'io-error', detail: {} })
  // What is damaged further on ends the answer before its length is reached.
  file.once('error', () => response.destroy())
  response.once('close', () => file.destroy())
  response.writeHead(200, {
    ...securityHeaders(DATA_POLICY),
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'content-length': found.value.bytes
  })
  file.pipe(response)
}
