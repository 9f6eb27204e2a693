import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export const TOKEN_HEADER = 'x-vankho-token'
/** Of who is signed in, beside the token of this start. */
export const SESSION_HEADER = 'x-vankho-session'

/** Why a request is turned away; the reply tells no more than the status. */
export type Refusal = Readonly<{
  status: 400 | 403 | 405
  reason: 'malformed' | 'host' | 'origin' | 'site' | 'method' | 'token'
}>

/** Headers that may stand once: two of them make two readers see two requests. */
const SINGLE = [
  'host',
  'origin',
  'sec-fetch-site',
  'content-type',
  'content-length',
  'transfer-encoding',
  TOKEN_HEADER,
  SESSION_HEADER
]
const METHODS = ['GET', 'HEAD', 'POST']

/**
 * Every check that needs no body, in the order of who is kept out (reliability.md S6): other programs' requests in
 * another shape, names that rebind to this machine, other pages of the browser, and who has not the token.
 */
export function guard(request: IncomingMessage, port: number, token: string): Refusal | null {
  const { headers, method = '', url = '' } = request
  if (isMalformed(request, url)) return { status: 400, reason: 'malformed' }
  const host = headers.host ?? ''
  if (!ownHosts(port).includes(host)) return { status: 403, reason: 'host' }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return { status: 403, reason: 'origin' }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'site' }
  if (!METHODS.includes(method)) return { status: 405, reason: 'method' }
  if (url.startsWith('/api/') && !isToken(headers[TOKEN_HEADER], token)) return { status: 403, reason: 'token' }
  return null
}

function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/** Doubled headers, an upgrade, an absolute address, control characters: nothing our own pages ever send. */
function isMalformed(request: IncomingMessage, url: string): boolean {
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(url) || url.length > 4096) return true
  if (request.headers.upgrade !== undefined) return true
  const names = request.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase())
  return SINGLE.some((single) => names.filter((name) => name === single).length > 1)
}

/** Compares hashes of equal length in constant time. */
function isToken(given: string | string[] | undefined, token: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
