import type { ServerResponse } from 'node:http'
import type { Failure, Outcome } from '#contract/failures.ts'
import { DATA_POLICY, securityHeaders } from '#shell/policies.ts'
import type { Refusal } from './guard.ts'

/** Sends data. Codes of the contract travel in the body; the status tells what the shell itself thought of the request. */
export function sendOutcome(response: ServerResponse, outcome: Outcome<unknown>, status = 200): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const body = Buffer.from(JSON.stringify(outcome), 'utf8')
  response.writeHead(status, {
    ...securityHeaders(DATA_POLICY),
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Turns a request away before its body is read, and gives the connection up so that the body never is. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  response.setHeader('connection', 'close')
  if (refusal.status === 405) response.setHeader('allow', 'GET, HEAD, POST')
  sendOutcome(response, REFUSED[refusal.status], refusal.status)
}

const REFUSED: Readonly<Record<Refusal['status'], Failure>> = {
  400: { ok: false, code: 'bad-input', detail: {} },
  403: { ok: false, code: 'not-allowed', detail: {} },
  405: { ok: false, code: 'unknown-operation', detail: {} }
}
