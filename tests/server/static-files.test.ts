import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { findStatic } from '#shell/static-files.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'
import { rawRequest, requestText } from '#tests/support/raw-request.ts'

const SECRET = 'only-outside-the-screens'
const base = mkdtempSync(join(tmpdir(), 'vankho-static-'))
const screens = join(base, 'screens')
let server: RunningServer

beforeAll(async () => {
  mkdirSync(join(screens, 'assets'), { recursive: true })
  mkdirSync(join(base, 'screens-other'))
  writeFileSync(join(screens, 'index.html'), '<!doctype html><title>screens</title>')
  writeFileSync(join(screens, 'assets/index-a1B2.js'), 'export {}')
  writeFileSync(join(screens, '.env'), SECRET)
  writeFileSync(join(base, 'secret.txt'), SECRET)
  writeFileSync(join(base, 'screens-other/secret.txt'), SECRET)
  symlinkSync(join(base, 'secret.txt'), join(screens, 'assets/link.txt'))
  symlinkSync(base, join(screens, 'up'))
  server = await startServer({ engine: fakeDoor(), screens })
})
afterAll(async () => {
  await server.close()
  rmSync(base, { recursive: true })
})

function get(path: string, method = 'GET') {
  return rawRequest(server.port, requestText(method, path, [`Host: 127.0.0.1:${server.port}`]))
}

describe('files of the screens', () => {
  it('are served with their type', async () => {
    expect(await get('/')).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(await get('/assets/index-a1B2.js?v=1')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
      body: 'export {}'
    })
    expect(await get('/assets/index-a1B2.js', 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it('end at their folder, however the way out is written', async () => {
    const ups = [
      '..',
      '%2e%2e',
      '%2E%2E',
      '.%2e',
      '..%00',
      '%252e%252e',
      '..%c0%af',
      '．．',
      '....',
      '..;',
      '%u002e%u002e'
    ]
    const slashes = ['/', '%2f', '%5c', '\\', '//', '%252f', '/./']
    const targets = ['secret.txt', 'screens-other/secret.txt', 'etc/passwd', 'C:/Windows/win.ini', 'package.json']
    const paths = ups.flatMap((up) =>
      slashes.flatMap((slash) =>
        targets.flatMap((target) => [
          `/${up}${slash}${target}`,
          `/assets/${up}${slash}${up}${slash}${target}`,
          `/assets${slash}${up}${slash}${up}${slash}${target}`
        ])
      )
    )
    const others = [
      '/assets/link.txt',
      '/up/secret.txt',
      '/.env',
      '/assets',
      '/assets/',
      '/index.html/',
      '/index.html%00.js',
      '/-other/secret.txt',
      '/assets/index-a1B2.js::$DATA',
      '/CON',
      '//etc/passwd',
      `http://127.0.0.1:${server.port}/`,
      'http://evil.test/',
      'file:///etc/passwd',
      '*',
      '/index.html#x',
      '/~root',
      `/${'a/'.repeat(3000)}`
    ]
    for (const path of [...paths, ...others]) {
      const reply = await get(Buffer.from(path, 'utf8').toString('latin1'))
      expect([0, 400, 403, 404], path).toContain(reply.status)
      expect(reply.body, path).not.toContain(SECRET)
      expect(reply.body, path).not.toContain('root:')
    }
    expect((await get('/')).status).toBe(200)
  })

  it('never lie outside the folder for any address', async () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '', 'assets', 'up', 'secret.txt', '%2e%2e', '\\', 'link.txt', '\0'),
      fc.string({ maxLength: 8 })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const found = await findStatic(screens, `/${pieces.join('/')}`)
        expect(found === null || /screens\/(?:index\.html|assets\/index-a1B2\.js)$/.test(found.file)).toBe(true)
      }),
      { numRuns: 2000, seed: 11 }
    )
  })
})
