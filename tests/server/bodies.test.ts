import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '#contract/failures.ts'
import { MOST_CALL_BYTES, MOST_DEPTH } from '#contract/limits.ts'
import { operations } from '#contract/operations.ts'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'

/** S5 (reliability.md): whatever is sent, the verdict is the dispatcher's own, nothing is given away and the next good call is answered. */
const OVERVIEW = {
  documents: 1,
  filedToday: 0,
  intakeWaiting: 0,
  intakeReady: 0,
  unacknowledged: 0,
  overdue: 0,
  worklist: 0
}
const door = fakeDoor({ overview: () => OVERVIEW })
const screens = mkdtempSync(join(tmpdir(), 'vankho-screens-'))
const caller = { name: 'x', role: 'clerk', shell: 'loopback' } as const
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ engine: door, screens })
})
afterAll(async () => {
  await server.close()
  rmSync(screens, { recursive: true })
})

async function post(path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { 'x-vankho-token': server.token, 'content-type': 'application/json', ...headers },
    body
  })
  const text = await response.text()
  expect(text).not.toMatch(/node_modules|\.ts\b|SELECT |at \w+ \(|\/work\/|\/tmp\//)
  return { status: response.status, outcome: JSON.parse(text) as Outcome<unknown> }
}

async function expectAlive(): Promise<void> {
  const started = performance.now()
  expect(await post('/api/call/overview', '{}')).toEqual({ status: 200, outcome: { ok: true, value: OVERVIEW } })
  expect(performance.now() - started).toBeLessThan(1000)
}

describe('hostile bodies', () => {
  it('give the verdict of direct dispatch for any name and any input', async () => {
    const name = fc.oneof(
      fc.constantFrom(...Object.keys(operations)),
      fc.constantFrom('toString', '__proto__', 'constructor', 'hasOwnProperty', '', '.', 'archive', 'ARCHIVE.STATE'),
      fc.string({ maxLength: 40 })
    )
    await fc.assert(
      fc.asyncProperty(name, fc.jsonValue({ maxDepth: 6 }), async (operation, input) => {
        const text = JSON.stringify(input)
        const direct = await door.call(operation, JSON.parse(text), caller)
        const http = await post(`/api/call/${encodeURIComponent(operation)}`, text)
        expect(http.outcome).toEqual(direct)
        expect(http.status).toBe(200)
      }),
      { numRuns: 600, seed: 20261124 }
    )
    await expectAlive()
  })

  it('that are no JSON are bad-input and reach no operation', async () => {
    const before = door.calls.length
    const broken = ['', '{', '{"a":}', "{'a':1}", 'NaN', 'undefined', '[1,]', '{}{}', '\u0000', '{"a":"\u0001"}']
    for (const body of broken) {
      expect(await post('/api/call/overview', body), body).toMatchObject({
        status: 400,
        outcome: { code: 'bad-input' }
      })
    }
    const notUtf8 = new Uint8Array([0x22, 0xff, 0xfe, 0x22])
    expect(await post('/api/call/overview', notUtf8)).toMatchObject({ status: 400 })
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        const { status } = await post('/api/call/search.full', new Uint8Array(bytes))
        expect([200, 400]).toContain(status)
      }),
      { numRuns: 200, seed: 7 }
    )
    expect(door.calls.length).toBe(before)
    await expectAlive()
  })

  it('that are too deep are bad-input, at the depth the contract says', async () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect((await post('/api/call/overview', nested(MOST_DEPTH + 2))).status).toBe(400)
    expect((await post('/api/call/overview', nested(1_000_000))).status).toBe(400)
    expect((await post('/api/call/overview', `${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`)).status).toBe(400)
    expect((await post('/api/call/overview', nested(MOST_DEPTH))).status).toBe(200)
    await expectAlive()
  })

  it('do not change what objects are', async () => {
    for (const body of [
      '{"__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"detail":{"__proto__":[1]}}'
    ]) {
      for (const name of Object.keys(operations)) await post(`/api/call/${name}`, body)
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
    await expectAlive()
  })

  it('that are too long are refused by their length, or cut off where they lie about it', async () => {
    expect(await tooLong({ 'content-length': String(1024 ** 3) }, 10)).toBe(413)
    expect(await tooLong({ 'transfer-encoding': 'chunked' }, MOST_CALL_BYTES + 100_000)).toBe(413)
    await expectAlive()
  })

  it('that never come are given up, and others are answered meanwhile', async () => {
    const slow = request(`${server.origin}/api/call/overview`, {
      method: 'POST',
      headers: { 'x-vankho-token': server.token, 'content-type': 'application/json', 'content-length': '20' }
    })
    slow.on('error', () => {})
    slow.write('{')
    await expectAlive()
    slow.destroy()
    await expectAlive()
  })
})

describe('staging', () => {
  it('takes bytes as they come and only as octet-stream, with a name', async () => {
    const bytes = new Uint8Array(3_000_000).fill(37)
    const type = { 'content-type': 'application/octet-stream' }
    expect((await post('/api/stage?name=c%C3%B4ng%20v%C4%83n.pdf', bytes, type)).outcome).toMatchObject({ ok: true })
    expect(door.staged.at(-1)).toBe(3_000_000)
    expect((await post('/api/stage?name=a.pdf', bytes)).status).toBe(415)
    expect((await post('/api/stage', bytes, type)).status).toBe(400)
    expect((await post(`/api/stage?name=${'a'.repeat(500)}`, bytes, type)).status).toBe(400)
    await expectAlive()
  })
})

describe('bytes of a file', () => {
  it('are asked by ids alone', async () => {
    for (const query of [
      '',
      'documentId=d_0123',
      'intakeId=../../etc/passwd',
      'intakeId=i_0123&path=/etc/passwd',
      `documentId=d_0123&sha256=${'0'.repeat(63)}`,
      'intakeId=i_0123&intakeId=i_..'
    ]) {
      const response = await fetch(`${server.origin}/api/bytes?${query}`, {
        headers: { 'x-vankho-token': server.token }
      })
      expect(response.status, query).toBe(400)
    }
    const unknown = await fetch(`${server.origin}/api/bytes?intakeId=i_0123`, {
      headers: { 'x-vankho-token': server.token }
    })
    // The engine's answer to a request that is in order.
    expect(unknown.status).toBe(200)
    expect(unknown.headers.get('content-type')).toContain('application/json')
    expect(await unknown.json()).toEqual({ ok: false, code: 'not-found', detail: {} })
  })
})

/** Sends so many bytes under these headers; the status that came, even while bytes were still being sent. */
function tooLong(headers: Record<string, string>, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.origin}/api/call/overview`, {
      method: 'POST',
      headers: { 'x-vankho-token': server.token, 'content-type': 'application/json', ...headers }
    })
    sent.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
      sent.destroy()
    })
    sent.on('error', reject)
    sent.write(Buffer.alloc(bytes, 0x20))
  })
}
