import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'
import { rawRequest, requestText } from '#tests/support/raw-request.ts'

/** S6 (reliability.md): every method × every bad header is turned away before its body is read. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']
const door = fakeDoor({
  overview: () => ({
    documents: 1,
    filedToday: 0,
    intakeWaiting: 0,
    intakeReady: 0,
    unacknowledged: 0,
    overdue: 0,
    worklist: 0
  })
})
const screens = mkdtempSync(join(tmpdir(), 'vankho-screens-'))
let server: RunningServer
let old: RunningServer

beforeAll(async () => {
  writeFileSync(join(screens, 'index.html'), '<!doctype html><title>x</title>')
  old = await startServer({ engine: door, screens })
  await old.close()
  server = await startServer({ engine: door, screens })
})
afterAll(async () => {
  await server.close()
  rmSync(screens, { recursive: true })
})

const PATHS = [
  '/',
  '/index.html',
  '/assets/x.js',
  '/api/call/overview',
  '/api/stage?name=a.pdf',
  '/api/bytes?intakeId=i_0123',
  '/api/events',
  '/api/print',
  '/print/x'
]

function bad(): Record<string, { headers: string[]; status: readonly number[]; apiOnly?: boolean }> {
  const host = `Host: 127.0.0.1:${server.port}`
  const token = `x-vankho-token: ${server.token}`
  const denied = [400, 403]
  const hosts = [
    'evil.test',
    `evil.test:${server.port}`,
    `127.0.0.1.evil.test:${server.port}`,
    '127.0.0.1',
    `127.0.0.1:${server.port + 1}`,
    `localhost:${server.port + 1}`,
    `[::1]:${server.port}`,
    `0.0.0.0:${server.port}`,
    `127.1:${server.port}`,
    `127.0.0.1:${server.port}.`,
    `user@127.0.0.1:${server.port}`,
    ''
  ]
  const origins = [
    'null',
    'http://evil.test',
    `https://127.0.0.1:${server.port}`,
    `http://127.0.0.1:${server.port + 1}`,
    `http://localhost:${server.port}`,
    `http://127.0.0.1:${server.port}.evil.test`,
    'file://',
    ''
  ]
  const sites = ['cross-site', 'same-site', 'Same-Origin', 'x', '']
  const tokens = [
    '',
    'x',
    old.token,
    `${server.token}x`,
    server.token.slice(1),
    server.token.toUpperCase(),
    `Bearer ${server.token}`
  ]
  return Object.fromEntries([
    ...hosts.map((value) => [`host ${value}`, { headers: [`Host: ${value}`, token], status: denied }] as const),
    ['no host', { headers: [token], status: denied }] as const,
    ['two hosts', { headers: [host, host, token], status: denied }] as const,
    ['two hosts, one foreign', { headers: [host, 'Host: evil.test', token], status: denied }] as const,
    ...origins.map(
      (value) => [`origin ${value}`, { headers: [host, `Origin: ${value}`, token], status: denied }] as const
    ),
    [
      'two origins',
      { headers: [host, `Origin: http://127.0.0.1:${server.port}`, 'Origin: http://evil.test', token], status: denied }
    ] as const,
    ...sites.map(
      (value) => [`site ${value}`, { headers: [host, `Sec-Fetch-Site: ${value}`, token], status: denied }] as const
    ),
    [
      'upgrade',
      {
        headers: [
          host,
          token,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
          'Sec-WebSocket-Version: 13'
        ],
        status: denied
      }
    ] as const,
    ['two tokens', { headers: [host, token, token], status: denied }] as const,
    ['two sessions', { headers: [host, token, 'x-vankho-session: a', 'x-vankho-session: b'], status: denied }] as const,
    ['two lengths', { headers: [host, token, 'Content-Length: 2', 'Content-Length: 3'], status: denied }] as const,
    [
      'length and chunks',
      { headers: [host, token, 'Content-Length: 2', 'Transfer-Encoding: chunked'], status: denied }
    ] as const,
    ...tokens.map(
      (value) =>
        [`token ${value}`, { headers: [host, `x-vankho-token: ${value}`], status: denied, apiOnly: true }] as const
    ),
    ['no token', { headers: [host], status: denied, apiOnly: true }] as const,
    [
      'token in a cookie',
      { headers: [host, `Cookie: x-vankho-token=${server.token}`], status: denied, apiOnly: true }
    ] as const,
    [
      'token as authorization',
      { headers: [host, `Authorization: Bearer ${server.token}`], status: denied, apiOnly: true }
    ] as const
  ])
}

function expectNothingGivenAway(
  reply: { headers: Readonly<Record<string, string>>; body: string },
  what: string
): void {
  expect(
    Object.keys(reply.headers).filter((name) => name.startsWith('access-control')),
    what
  ).toEqual([])
  expect(reply.body, what).not.toMatch(/node_modules|\/work\/|\.ts\b|SELECT|at \w+ \(/)
  expect(reply.body, what).not.toContain(server.token)
}

describe('S6 sweep', () => {
  it('turns every method with every bad header away, without reading its body, on every path', async () => {
    let cases = 0
    const before = door.calls.length
    for (const [name, { headers, status, apiOnly }] of Object.entries(bad())) {
      for (const method of METHODS) {
        for (const path of PATHS.filter((path) => !apiOnly || path.startsWith('/api/'))) {
          // The body is promised and never sent: only a reply given before the body is read can come.
          const promise =
            method === 'POST' && !/length|upgrade/.test(name)
              ? ['Content-Type: application/json', 'Content-Length: 1000000']
              : []
          const reply = await rawRequest(server.port, requestText(method, path, [...headers, ...promise]))
          const what = `${name}, ${method} ${path}`
          // Node itself closes the connection where two lengths contradict each other: no reply, and no harm.
          if (reply.status === 0) expect(name).toMatch(/length/)
          else expect([...status, 405], what).toContain(reply.status)
          if (METHODS.indexOf(method) < 3 && reply.status !== 0) expect(status, what).toContain(reply.status)
          expectNothingGivenAway(reply, what)
          cases++
        }
      }
    }
    expect(cases).toBeGreaterThan(2000)
    expect(door.calls.length).toBe(before)
    expect(door.staged).toEqual([])
    expect((await goodCall()).status).toBe(200)
  }, 120_000)

  it('answers only GET, HEAD and POST, and no preflight', async () => {
    const host = `Host: 127.0.0.1:${server.port}`
    for (const method of METHODS.slice(3)) {
      const reply = await rawRequest(
        server.port,
        requestText(method, '/api/call/overview', [host, `x-vankho-token: ${server.token}`])
      )
      expect(reply.status, method).toBe(405)
      expectNothingGivenAway(reply, method)
    }
    const preflight = [
      'Access-Control-Request-Method: POST',
      'Access-Control-Request-Headers: x-vankho-token',
      'Origin: http://evil.test'
    ]
    const reply = await rawRequest(server.port, requestText('OPTIONS', '/api/call/overview', [host, ...preflight]))
    expect(reply.status).toBe(403)
    expectNothingGivenAway(reply, 'preflight')
  })

  it('does not change anything on GET or with a form or text body', async () => {
    const headers = [`Host: 127.0.0.1:${server.port}`, `x-vankho-token: ${server.token}`]
    const before = door.calls.length
    expect((await rawRequest(server.port, requestText('GET', '/api/call/overview', headers))).status).toBe(404)
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'application/jsonx',
      ''
    ]) {
      const lines = [...headers, ...(type ? [`Content-Type: ${type}`] : []), 'Content-Length: 2']
      expect((await rawRequest(server.port, requestText('POST', '/api/call/overview', lines, '{}'))).status, type).toBe(
        415
      )
    }
    expect(door.calls.length).toBe(before)
  })

  it('sends its own pages with their policy and none of the frame, sniff and cache doors open', async () => {
    const reply = await rawRequest(server.port, requestText('GET', '/', [`Host: localhost:${server.port}`]))
    expect(reply.status).toBe(200)
    const policy = reply.headers['content-security-policy'] ?? ''
    for (const rule of [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'none'"
    ])
      expect(policy.split('; ')).toContain(rule)
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
    expect(reply.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin'
    })
    expect(reply.headers['x-powered-by']).toBeUndefined()
  })
})

function goodCall() {
  const lines = [
    `Host: 127.0.0.1:${server.port}`,
    `x-vankho-token: ${server.token}`,
    'Content-Type: application/json',
    'Content-Length: 2',
    `Origin: http://127.0.0.1:${server.port}`,
    'Sec-Fetch-Site: same-origin'
  ]
  return rawRequest(server.port, requestText('POST', '/api/call/overview', lines, '{}'))
}
