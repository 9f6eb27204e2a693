import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EngineDoor } from '#archive/door.ts'
import { PRINT_POLICY, securityHeaders } from '#shell/policies.ts'
import { createPrintPages } from '#shell/print-pages.ts'
import { CLERK } from '#shell/words.ts'
import { type Api, answerApi } from './api.ts'
import { createEventStreams } from './event-stream.ts'
import { guard } from './guard.ts'
import { sendOutcome, sendRefusal } from './reply.ts'
import { sendStatic } from './send-static.ts'

export type ServerOptions = Readonly<{
  engine: EngineDoor
  /** The built screens. */
  screens: string
  /** 0 or none: any free port. */
  port?: number
  log?: (error: unknown, where: string) => void
}>

export type RunningServer = Readonly<{
  port: number
  token: string
  /** "http://127.0.0.1:PORT" */
  origin: string
  /** Where a browser opens: the token stands after "#", which no browser sends and no log keeps. */
  address: string
  /** Ends the event streams, lets running answers finish for a moment, and frees the port. The engine stays. */
  close(): Promise<void>
}>

/** The loopback shell: the contract on 127.0.0.1, to whoever holds this start's token. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const token = randomBytes(32).toString('base64url')
  const events = createEventStreams(options.engine)
  const api: Api = {
    engine: options.engine,
    name: CLERK,
    events,
    prints: createPrintPages()
  }
  const log = options.log ?? (() => {})
  const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 300_000 })
  function receive(request: IncomingMessage, response: ServerResponse): void {
    response.on('error', () => {})
    request.on('error', () => {})
    const refusal = guard(request, port, token)
    if (refusal) {
      sendRefusal(response, refusal)
      return
    }
    if (request.headers.expect) response.writeContinue()
    answer(request, response, api, options.screens).catch((error: unknown) => {
      log(error, 'server')
      sendOutcome(response, { ok: false, code: 'internal', detail: {} }, 500)
    })
  }
  server.on('request', receive)
  // Both would make Node answer by itself, before the guard.
  server.on('checkContinue', receive)
  server.on('checkExpectation', (_request, response) => sendRefusal(response, { status: 400, reason: 'malformed' }))
  server.on('clientError', (_error, socket) => socket.destroy())
  await listen(server, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return { port, token, origin, address: `${origin}/#token=${token}`, close: () => close(server, events.close) }
}

async function answer(request: IncomingMessage, response: ServerResponse, api: Api, screens: string): Promise<void> {
  const url = request.url ?? ''
  if (url.startsWith('/api/')) return answerApi(request, response, api)
  if (url.startsWith('/print/')) return answerPrintPage(request, response, api)
  return sendStatic(request, response, screens)
}

async function answerPrintPage(request: IncomingMessage, response: ServerResponse, api: Api): Promise<void> {
  const html = request.method === 'GET' ? await api.prints.get((request.url ?? '').slice('/print/'.length)) : null
  if (html === null) {
    sendOutcome(response, { ok: false, code: 'not-found', detail: {} }, 404)
    return
  }
  response.writeHead(200, { ...securityHeaders(PRINT_POLICY), 'content-type': 'text/html; charset=utf-8' })
  response.end(html)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}

function close(server: Server, endStreams: () => void): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    endStreams()
    server.closeIdleConnections()
  })
}
