import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArchiveFile, writeArchiveFile } from '#archive/archive-file.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { EXIT } from '#cli/exit-codes.ts'
import { COMMAND_WORDS } from '#cli/words.ts'
import { failureMessage, fileVerdict } from '#cli/words-failures.ts'
import { FAILURE_CODES } from '#contract/failures.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'
import { commandPlace } from './vankho.ts'

const place = commandPlace()
const screens = join(place.folder, 'screens')
let app: ServedApp

beforeAll(async () => {
  mkdirSync(screens)
  writeFileSync(join(screens, 'index.html'), '<!doctype html><title>x</title>')
  app = await servedApp({ screens })
})
afterAll(async () => {
  await app.close()
  place.clean()
})

describe('the command line', () => {
  it.each([
    [[], EXIT.usage],
    [['--help'], EXIT.ok],
    [['search', '--help'], EXIT.ok],
    [['--version'], EXIT.ok],
    [['nope'], EXIT.usage],
    [['toString'], EXIT.usage],
    [['search'], EXIT.usage],
    [['search', 'x', '--limit', 'many'], EXIT.usage],
    [['search', 'x', '--unknown'], EXIT.usage],
    [['inspect'], EXIT.usage],
    [['import'], EXIT.usage],
    [['trace'], EXIT.usage],
    [['report'], EXIT.usage],
    [['report', 'no-such-report'], EXIT.usage],
    [['report', 'register-in', '--format', 'exe'], EXIT.usage],
    [['report', 'statistics', '--by', 'colour'], EXIT.usage],
    [['report', 'envelopes', '--envelope', 'a0'], EXIT.usage],
    [['report', 'register-in', '--from', '31/02/2024'], EXIT.usage],
    [['backup'], EXIT.usage],
    [['restore', 'x'], EXIT.usage],
    [['search', 'x'], EXIT.notFound],
    [['verify', '--archive', '/no/such/folder'], EXIT.notFound],
    [['inspect', '/no/such/file.pdf'], EXIT.partly]
  ])('%j ends with %i', async (args, code) => {
    const ran = await place.runHere(...args)
    expect(ran.code, ran.err).toBe(code)
    expect(ran.out + ran.err).not.toBe('')
    expect(ran.err).not.toMatch(/\bat .*\(|node:internal|Error:/)
  })

  it('says failures as data with --json, and nothing else on stdout', () => {
    const ran = place.run('search', 'x', '--json', '--archive', '/no/such/folder')
    expect(ran.code).toBe(EXIT.notFound)
    expect(JSON.parse(ran.out)).toMatchObject({
      ok: false,
      code: 'archive-missing',
      message: expect.stringContaining('archive.json')
    })
    expect(ran.err).toBe('')
    expect(JSON.parse(place.run('nope', '--json').out)).toMatchObject({ ok: false, code: 'bad-input' })
  })

  it('waits for nobody: an archive open elsewhere is said at once', () => {
    const ran = place.run('search', 'x', '--json', '--archive', app.archiveFolder)
    expect(ran.code).toBe(EXIT.locked)
    expect(ran.lines[0]).toMatchObject({ ok: false, code: 'archive-locked' })
  })

  it('refuses an archive of a newer format and leaves it as it is', () => {
    const folder = join(place.folder, 'newer')
    mkdirSync(folder)
    const file = join(folder, 'archive.json')
    writeArchiveFile(systemFiles, folder, { ...readArchiveFile(app.archiveFolder).file, format: 99 })
    const newer = readFileSync(file, 'utf8')
    const ran = place.run('show', '1-CV/HU', '--json', '--archive', folder)
    expect(ran.lines[0]).toMatchObject({ code: 'archive-newer' })
    expect(ran.code).toBe(EXIT.error)
    expect(readFileSync(file, 'utf8')).toBe(newer)
  })

  it('has words for every failure, each saying what happened, what is safe and what to do', () => {
    for (const code of FAILURE_CODES) {
      const message = failureMessage({ code, detail: {} })
      expect(message.split('. ').length, code).toBeGreaterThan(1)
      expect(message, code).not.toMatch(/!|undefined|null|\b(?:error|failed|invalid)\b/i)
      expect(fileVerdict(code).endsWith('.'), code).toBe(false)
    }
  })

  it('helps with every command it has', () => {
    const { out } = place.run('help')
    for (const { usage, does } of Object.values(COMMAND_WORDS)) {
      expect(out).toContain(usage)
      expect(out).toContain(does)
    }
  })
})

describe('serve', () => {
  it('serves the welcome screen where no archive is known, on 127.0.0.1, and stops in order', async () => {
    const serving = await place.serve('serve', '--no-open', '--screens', screens)
    const { origin, hash } = new URL(serving.address)
    const headers = { 'x-vankho-token': hash.slice('#token='.length), 'content-type': 'application/json' }
    const answer = await fetch(`${origin}/api/call/archive.state`, { method: 'POST', headers, body: '{}' })
    expect(await answer.json()).toMatchObject({ ok: true, value: { open: false, shell: 'loopback' } })
    expect((await fetch(`${origin}/`)).status).toBe(200)
    expect(await serving.stop()).toMatchObject({ code: EXIT.ok })
    await expect(fetch(`${origin}/`)).rejects.toThrow()
  })

  it('gives the archive back when it stops', async () => {
    await app.call('archive.close', {})
    const serving = await place.serve('serve', '--no-open', '--screens', screens, '--archive', app.archiveFolder)
    expect(place.run('verify', '--quick', '--archive', app.archiveFolder).code).toBe(EXIT.locked)
    expect(await serving.stop()).toMatchObject({ code: EXIT.ok })
    expect(place.run('verify', '--archive', app.archiveFolder).code).toBe(EXIT.ok)
  })
})
