import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { createHttpTransport } from '#renderer/transport/http.ts'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { createPrintPages } from '#shell/print-pages.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'

const HTML = '<!doctype html><style>td{color:black}</style><table><td>1</td></table>'
const door = fakeDoor({ 'report.html': () => ({ title: 'Sổ', html: HTML, rows: 1 }) })
const screens = mkdtempSync(join(tmpdir(), 'vankho-screens-'))
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ engine: door, screens })
})
afterAll(async () => {
  await server.close()
  rmSync(screens, { recursive: true })
})

const EVENT: EngineEvent = { type: 'changed', what: 'documents', documentId: 'd_0123456789' }

describe('events', () => {
  it('reach every listening window through the screens own wires, and stop with it', async () => {
    const transport = createHttpTransport(server.token, server.origin)
    const heard: EngineEvent[] = []
    const stops = [0, 1].map(() => transport.listen((event) => heard.push(event)))
    await until(() => door.hearers() === 2)
    door.push(EVENT)
    await until(() => heard.length === 2)
    expect(heard).toEqual([EVENT, EVENT])
    for (const stop of stops) stop()
    await until(() => door.hearers() === 0)
  })

  it('do not keep the server from closing', async () => {
    const other = await startServer({ engine: door, screens })
    const stop = createHttpTransport(other.token, other.origin).listen(() => {})
    await until(() => door.hearers() === 1)
    const started = performance.now()
    await other.close()
    stop()
    expect(performance.now() - started).toBeLessThan(3000)
    expect(door.hearers()).toBe(0)
  })
})

describe('a page that was opened under an earlier start', () => {
  it('hears that the program has to be opened again', async () => {
    const outcome = await createHttpTransport('an old token', server.origin).call('overview', {})
    expect(outcome).toEqual({ ok: false, code: 'internal', detail: { problem: 'unreached' } })
  })
})

describe('print pages', () => {
  const report = { name: 'register-in', from: null, to: null, documentId: null } as const

  it('have an address nobody can guess and a policy of their own: styles, no script, framed by the screens alone', async () => {
    const outcome = await createHttpTransport(server.token, server.origin).printPage(report)
    if (!outcome.ok) throw new Error(outcome.code)
    expect(outcome.value).toMatchObject({ title: 'Sổ', rows: 1 })
    expect(outcome.value.address).toMatch(/^\/print\/[\w-]{32}$/)
    const page = await fetch(`${server.origin}${outcome.value.address}`)
    expect(await page.text()).toBe(HTML)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-forms|allow-popups|allow-top-navigation/)
    const other = `${outcome.value.address.slice(0, -1)}${outcome.value.address.endsWith('A') ? 'B' : 'A'}`
    expect((await fetch(`${server.origin}${other}`)).status).toBe(404)
    expect((await fetch(`${server.origin}/print/`)).status).toBe(404)
    expect((await fetch(`${server.origin}${outcome.value.address}`, { method: 'POST' })).status).toBe(404)
  })

  it('pass the failures of the report on', async () => {
    const outcome = await createHttpTransport(server.token, server.origin).printPage({ ...report, from: 'x' })
    expect(outcome).toMatchObject({ ok: false, code: 'bad-input' })
  })

  it('are forgotten after a time, and the oldest when there are many', async () => {
    let now = 0
    const pages = createPrintPages(() => now)
    const first = pages.put('first')
    expect(await pages.get(first)).toBe('first')
    now += 11 * 60_000
    expect(await pages.get(first)).toBe(null)
    const ids = Array.from({ length: 40 }, (_, index) => pages.put(String(index)))
    expect(await pages.get(ids.at(-1) ?? '')).toBe('39')
    expect(await pages.get(ids[0] ?? '')).toBe(null)
    const held = await Promise.all(ids.map((id) => pages.get(id)))
    expect(held.filter((html) => html !== null)).toHaveLength(30)
  })
})

describe('where it listens', () => {
  it('is 127.0.0.1 and no other address of this machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((found) => found ?? [])
      .filter((found) => (found.address !== '127.0.0.1' && found.scopeid === undefined) || found.address === '::1')
    for (const { address } of others) expect(await canConnect(address, server.port), address).toBe(false)
    expect(await canConnect('127.0.0.1', server.port)).toBe(true)
  })
})

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 }, () => end(true))
    function end(reached: boolean): void {
      socket.destroy()
      resolve(reached)
    }
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })
}

async function until(holds: () => boolean): Promise<void> {
  const started = performance.now()
  while (!holds()) {
    if (performance.now() - started > 5000) throw new Error('waited too long')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
