import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_FILE_BYTES } from '#contract/limits.ts'
import { readJson } from '#server/read-json.ts'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'
import { rawRequest, requestText } from '#tests/support/raw-request.ts'

/** What one sender may take of the server: time, a connection, listeners, a length. */
const door = fakeDoor()
const screens = mkdtempSync(join(tmpdir(), 'vankho-screens-'))
let server: RunningServer
const lines = (...more: string[]) => [`Host: 127.0.0.1:${server.port}`, `x-vankho-token: ${server.token}`, ...more]

beforeAll(async () => {
  server = await startServer({ engine: door, screens })
})
afterAll(async () => {
  await server.close()
  rmSync(screens, { recursive: true })
})

describe('one sender', () => {
  it('whose body does not come is given up', async () => {
    const silent = Object.assign(new PassThrough(), { headers: { 'content-type': 'application/json' } })
    const begun = performance.now()
    const read = await Promise.race([
      readJson(silent as never, 60),
      new Promise((resolve) => setTimeout(resolve, 3000, 'waits still'))
    ])
    expect(read).toEqual({ ok: false, status: 408 })
    expect(performance.now() - begun).toBeGreaterThan(50)
  })

  it('who names a length beyond what is taken is told so before he sends', async () => {
    const length = `Content-Length: ${MOST_FILE_BYTES + 1}`
    const head = requestText('POST', '/api/stage?name=a.pdf', lines('Content-Type: application/octet-stream', length))
    const reply = await rawRequest(server.port, head)
    expect(reply.body).toContain('file-too-large')
    expect(door.staged).toEqual([])
  })

  it('who is turned away loses the connection: nothing that follows on it is read', async () => {
    const bad = requestText('GET', '/', ['Host: evil.test'])
    const good = requestText('GET', '/index.html', lines())
    const text = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(bad + good))
      let got = ''
      socket.on('data', (part) => {
        got += String(part)
      })
      socket.on('close', () => resolve(got))
      socket.on('error', () => {})
    })
    expect(text.match(/^HTTP\/1\.1 /gm)).toHaveLength(1)
    expect(text).toMatch(/^connection: close$/im)
  })

  it('finds no more than so many listeners open', async () => {
    const open = Array.from({ length: 33 }, () => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(requestText('GET', '/api/events', lines())))
      socket.on('error', () => {})
      return new Promise<string>((resolve) => socket.once('data', (part) => resolve(String(part).slice(9, 12)))).then(
        (status) => ({ status, socket })
      )
    })
    const answers = await Promise.all(open)
    expect(answers.filter(({ status }) => status === '200')).toHaveLength(32)
    expect(answers.filter(({ status }) => status === '503')).toHaveLength(1)
    for (const { socket } of answers) socket.destroy()
  })

  it('who has the token in the address alone is turned away: addresses are kept in histories and logs', async () => {
    const host = [`Host: 127.0.0.1:${server.port}`, 'Content-Type: application/json', 'Content-Length: 2']
    for (const query of [`token=${server.token}`, `x-vankho-token=${server.token}`]) {
      const call = requestText('POST', `/api/call/overview?${query}`, host, '{}')
      expect((await rawRequest(server.port, call)).status).toBe(403)
      expect((await rawRequest(server.port, requestText('GET', `/api/events?${query}`, host.slice(0, 1)))).status).toBe(
        403
      )
    }
    expect(door.calls).toEqual([])
  })

  it('with an address of odd signs or without end gets no answer of ours', async () => {
    for (const path of [
      '//evil.test/',
      'http://evil.test/',
      '*',
      'index.html',
      `/${'a'.repeat(5000)}`,
      '/\u00e9',
      '/a b'
    ]) {
      const reply = await rawRequest(server.port, requestText('GET', path, lines()))
      expect([400, 0], path).toContain(reply.status)
    }
  })
})
