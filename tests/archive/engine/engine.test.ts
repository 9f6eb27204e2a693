import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { EngineDoor, EngineOptions } from '#archive/door.ts'
import { createEngine } from '#archive/engine.ts'
import { startHost } from '#archive/host.ts'
import { readStored } from '#archive/vault/stored-file.ts'
import { isOperationName } from '#contract/dispatch.ts'
import type { EngineEvent } from '#contract/events.ts'
import { OperationError } from '#contract/failures.ts'
import type { Job } from '#contract/operations/archive.ts'
import { operations } from '#contract/operations.ts'
import { CLERK, OFFICE, tempFolder } from '#tests/support/temp-archive.ts'

const ways: readonly (readonly [string, (options: EngineOptions) => EngineDoor])[] = [
  ['beside', createEngine],
  ['in its own thread', startHost]
]

describe.each(ways)('the engine %s', (_way, start) => {
  function begin(printer: EngineOptions['printer'] = null) {
    const settingsFolder = tempFolder()
    const resourcesFolder = new URL('../../../resources', import.meta.url).pathname
    const door = start({ shell: 'direct', version: 'test', settingsFolder, resourcesFolder, printer })
    onTestFinished(() => door.close())
    const events: EngineEvent[] = []
    door.listen((event) => events.push(event), CLERK)
    const call = (name: string, input: unknown) => door.call(name, input, CLERK)
    async function value<T>(name: string, input: unknown): Promise<T> {
      const outcome = await call(name, input)
      if (!outcome.ok) throw new Error(`${name}: ${outcome.code} ${JSON.stringify(outcome.detail)}`)
      return outcome.value as T
    }
    async function ended(jobId: string): Promise<Job> {
      for (;;) {
        const job = await value<Job>('job.get', { jobId })
        if (job.state !== 'running') return job
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    return { door, events, call, value, ended, settingsFolder }
  }

  test('without an archive every operation on one says so, and nothing throws', async () => {
    const { call } = begin()
    expect(await call('archive.state', {})).toMatchObject({ ok: true, value: { open: false, mode: 'none' } })
    for (const name of ['overview', 'search.check', 'worklist.counts', 'intake.list', 'archive.lastVerify']) {
      expect(await call(name, {}), name).toEqual({ ok: false, code: 'no-archive', detail: {} })
    }
    expect(await call('toString', {})).toMatchObject({ code: 'unknown-operation' })
    expect(await call('archive.open', { folder: 7 })).toMatchObject({ code: 'bad-input' })
    expect(await call('archive.open', { folder: '/no/such/folder' })).toMatchObject({ code: 'archive-missing' })
  })

  test('create, file from a stream, fetch the bytes, undo, close, open again', async () => {
    const { door, call, value, events, ended } = begin()
    const folder = join(tempFolder(), 'kho')
    expect(await value('archive.create', { folder, office: OFFICE })).toMatchObject({ open: true, mode: 'ready' })
    const source = join(tempFolder(), 'in.txt')
    writeFileSync(source, 'Số 5-CV/HU\nmột văn bản gửi vào bằng luồng byte')
    const stream = Readable.toWeb(createReadStream(source)) as ReadableStream<Uint8Array>
    const staged = await door.stage('in.txt', { stream }, CLERK)
    if (!staged.ok) throw new Error(staged.code)
    const { jobId } = await value<{ jobId: string }>('intake.import', { staged: [staged.value.staged] })
    const job = await ended(jobId)
    expect(job).toMatchObject({ state: 'done', done: 1, total: 1, results: [{ name: 'in.txt', code: 'filed' }] })
    const id = job.results[0]?.id ?? ''
    const { files } = await value<{ files: { sha256: string }[] }>('document.get', { id })
    const located = await door.locate({ documentId: id, sha256: files[0]?.sha256 ?? '' }, CLERK)
    if (!located.ok) throw new Error(located.code)
    expect(await readStored(located.value)).toEqual(readFileSync(source))
    expect(await door.locate({ documentId: 'd_other', sha256: files[0]?.sha256 ?? '' }, CLERK)).toMatchObject({
      code: 'not-found'
    })
    expect(await value('overview', {})).toMatchObject({ documents: 1, filedToday: 1 })
    const ledger = await value<{ events: { seq: number; kind: string }[]; head: string }>('ledger.list', {
      before: null,
      limit: 50,
      documentId: id
    })
    expect(ledger.events.map((event) => event.kind)).toEqual(['document-filed'])
    await value('ledger.undo', { seq: ledger.events[0]?.seq })
    expect(await value('overview', {})).toMatchObject({ documents: 0 })
    expect(events.some((event) => event.type === 'job' && event.job.state === 'done')).toBe(true)
    expect(await value('archive.close', {})).toMatchObject({ open: false, recentFolders: [folder] })
    expect(await call('overview', {})).toMatchObject({ code: 'no-archive' })
    expect(await value('archive.open', { folder })).toMatchObject({ mode: 'ready', notices: [] })
  })

  test('an archive that cannot be opened leaves the open one open', async () => {
    const { call, value } = begin()
    const folder = join(tempFolder(), 'kho')
    await value('archive.create', { folder, office: OFFICE })
    expect(await call('archive.open', { folder: tempFolder() })).toMatchObject({ code: 'archive-missing' })
    expect(await value('archive.state', {})).toMatchObject({ open: true, folder })
    expect(await value('archive.open', { folder })).toMatchObject({ open: true, folder })
  })

  test('the sample archive is filed through the real pipeline, verified, backed up and restored', {
    timeout: 180_000
  }, async () => {
    const { value, ended, call } = begin()
    const { jobId, folder } = await value<{ jobId: string; folder: string }>('archive.sample', { folder: null })
    const job = await ended(jobId)
    expect(job).toMatchObject({ state: 'done', failure: null, folder })
    const codes = job.results.map((line) => line.code)
    expect(codes.filter((code) => code === 'filed').length).toBeGreaterThan(40)
    expect(codes).toContain('secret-refused')
    const verified = await ended((await value<{ jobId: string }>('archive.verify', { depth: 'full' })).jobId)
    expect(verified.report).toMatchObject({ ok: true, findings: [] })
    expect(await value('archive.lastVerify', {})).toMatchObject({ report: { depth: 'full', ok: true } })
    const target = tempFolder()
    const backup = await ended((await value<{ jobId: string }>('archive.backup', { folder: target })).jobId)
    expect(backup).toMatchObject({ state: 'done' })
    const list = await value<{ folders: { isBackup: boolean; isArchive: boolean }[] }>('folders.list', {
      folder: target
    })
    expect(list.folders).toMatchObject([{ isBackup: true, isArchive: false }])
    const restored = join(tempFolder(), 'lai')
    const again = await ended(
      (await value<{ jobId: string }>('archive.restore', { backup: target, folder: restored })).jobId
    )
    expect(again).toMatchObject({ state: 'done', folder: restored })
    const failed = await ended(
      (await value<{ jobId: string }>('archive.restore', { backup: target, folder: restored })).jobId
    )
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'archive-exists' } })
    const second = await value<{ folder: string }>('archive.sample', { folder: null })
    expect(second.folder).toBe(`${folder}-2`)
    expect(await call('job.cancel', { jobId: 'j_unknown' })).toMatchObject({ code: 'not-found' })
  })

  test('reports are printed by the shell', async () => {
    const printed: string[] = []
    const { value } = begin(async (html) => {
      printed.push(html)
      return new TextEncoder().encode('%PDF-1.7')
    })
    await value('archive.create', { folder: join(tempFolder(), 'kho'), office: OFFICE })
    const report = { name: 'register-out', from: null, to: null, documentId: null }
    const file = await value<{ base64: string }>('report.file', { report, format: 'pdf' })
    expect(Buffer.from(file.base64, 'base64').toString()).toContain('%PDF-1.7')
    expect(printed[0]).toContain('<html')
  })

  test('a printer that is gone is said to be gone', async () => {
    const { call, value } = begin(async () => {
      throw new OperationError('no-printer')
    })
    await value('archive.create', { folder: join(tempFolder(), 'kho'), office: OFFICE })
    const report = { name: 'register-out', from: null, to: null, documentId: null }
    expect(await call('report.file', { report, format: 'pdf' })).toMatchObject({ ok: false, code: 'no-printer' })
  })
})

test('every operation of the contract has a handler', async () => {
  const door = createEngine({
    shell: 'direct',
    version: 'test',
    settingsFolder: tempFolder(),
    resourcesFolder: '',
    printer: null
  })
  onTestFinished(() => door.close())
  for (const name of Object.keys(operations)) {
    if (!isOperationName(name)) throw new Error(name)
    const outcome = await door.call(name, null, CLERK)
    expect(outcome, name).toMatchObject({ ok: false, code: 'bad-input' })
  }
})
