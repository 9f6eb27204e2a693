import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { createEngine } from '#archive/engine.ts'
import { openArchive } from '#archive/open-archive.ts'
import { documentCount } from '#archive/open-database.ts'
import { OperationError } from '#contract/failures.ts'
import { everything, verifyNow } from '#tests/support/damage.ts'
import { smallDisk } from '#tests/support/mounts.ts'
import { CLERK, fileForm, fileText, OFFICE, tempFolder } from '#tests/support/temp-archive.ts'
import { report, skipped } from './case-count.ts'

const quiet = { log: () => {} }

test('a full disk refuses before the first byte, loses nothing and works again when there is room', async (context) => {
  const disk = smallDisk(40)
  if (!disk) {
    skipped('disk full', 'a small disk can be mounted by root alone')
    return context.skip()
  }
  const folder = join(disk.folder, 'archive')
  const archive = await createArchive(folder, OFFICE, quiet)
  onTestFinished(() => archive.close())
  const first = await fileText(archive, 'a.txt', 'Số 1-CV/HU\nvăn bản thứ nhất')
  let cases = 0
  for (const left of [15, 8, 2, 0]) {
    const filler = join(disk.folder, 'filler')
    fill(filler, left)
    const head = archive.ledger.head()
    for (const work of [
      () => fileText(archive, 'b.txt', 'Số 2-CV/HU\nvăn bản thứ hai'),
      () => fileForm(archive, { number: '3' }),
      async () => archive.commit([{ kind: 'document-withdrawn', data: { documentId: first, reason: 'r' } }], CLERK)
    ]) {
      cases++
      const failure = await work().then(
        () => null,
        (error: unknown) => error
      )
      expect(failure, `${left} MB left`).toBeInstanceOf(OperationError)
      expect((failure as OperationError).code).toBe('disk-full')
      expect(archive.ledger.head()).toEqual(head)
    }
    expect(archive.mode).toBe('ready')
    expect(documentCount(archive.db)).toBe(1 + cases / 3 - 1) // reading goes on
    rmSync(filler)
    await fileForm(archive, { number: String(10 + cases) })
  }
  expect((await verifyNow(archive, 'full')).ok).toBe(true)
  report('disk full', cases)
})

/** Fills the disk until so many megabytes are left. */
function fill(path: string, left: number): void {
  const chunk = Buffer.alloc(1 << 20)
  writeFileSync(path, '')
  try {
    for (;;) writeFileSync(path, chunk, { flag: 'a' })
  } catch {
    // full
  }
  const size = statSync(path).size
  rmSync(path)
  writeFileSync(path, Buffer.alloc(Math.max(0, size - left * 1024 * 1024)))
}

test('a read-only folder opens to be read, says so, and not one byte of it changes', async (context) => {
  const disk = smallDisk(64)
  if (!disk) {
    skipped('read-only folder', 'a disk can be mounted read-only by root alone')
    return context.skip()
  }
  const folder = join(disk.folder, 'archive')
  const made = await createArchive(folder, OFFICE)
  const id = await fileText(made, 'a.txt', 'Số 1-CV/HU\nvăn bản thứ nhất')
  const before = everything(made)
  await made.close()
  disk.readOnly()
  const archive = await openArchive(folder, quiet)
  expect(archive.mode).toBe('read-only')
  expect(archive.notices.map((one) => one.code)).toEqual(['folder-read-only'])
  expect(everything(archive)).toBe(before)
  expect(() => archive.commit([{ kind: 'document-withdrawn', data: { documentId: id, reason: 'r' } }], CLERK)).toThrow(
    'archive-read-only'
  )
  expect((await verifyNow(archive, 'full')).ok).toBe(true)
  await archive.close()

  const engine = createEngine({
    shell: 'direct',
    version: 'test',
    settingsFolder: tempFolder(),
    resourcesFolder: 'resources',
    printer: null
  })
  onTestFinished(() => engine.close())
  expect(await engine.call('archive.open', { folder }, CLERK)).toMatchObject({ ok: true, value: { mode: 'read-only' } })
  const withdraw = await engine.call('document.withdraw', { id, reason: 'r' }, CLERK)
  expect(withdraw).toMatchObject({ ok: false, code: 'archive-read-only' })
  expect(await engine.call('document.get', { id }, CLERK)).toMatchObject({ ok: true })
  expect(
    await engine.call('archive.create', { folder: join(disk.folder, 'other'), office: OFFICE }, CLERK)
  ).toMatchObject({
    ok: false,
    code: 'folder-unusable'
  })
  await engine.call('archive.close', {}, CLERK)
  disk.writable()
  report('read-only folder', 6)
})

test('a read-only folder whose database lags or is gone is read through a copy outside', async (context) => {
  const disk = smallDisk(64)
  if (!disk) {
    skipped('read-only folder without its database', 'a disk can be mounted read-only by root alone')
    return context.skip()
  }
  const folder = join(disk.folder, 'archive')
  const made = await createArchive(folder, OFFICE)
  await fileText(made, 'a.txt', 'Số 1-CV/HU\nvăn bản thứ nhất')
  const before = everything(made)
  await made.close()
  rmSync(join(folder, 'archive.db'))
  const names = readdirSync(folder).sort()
  disk.readOnly()
  const archive = await openArchive(folder, quiet)
  expect(archive.notices.map((one) => one.code)).toEqual(['folder-read-only', 'database-rebuilt'])
  expect(everything(archive)).toBe(before)
  await archive.close()
  expect(readdirSync(folder).sort()).toEqual(names)
  disk.writable()
})

test('the folder becomes read-only while the archive is open', async (context) => {
  const disk = smallDisk(64)
  if (!disk) {
    skipped('folder read-only in mid-session', 'a disk can be mounted read-only by root alone')
    return context.skip()
  }
  // Open files forbid a remount, as a pulled stick does not: the ledger's folder is taken away instead.
  const folder = join(disk.folder, 'archive')
  const archive = await createArchive(folder, OFFICE, quiet)
  onTestFinished(() => archive.close())
  await fileForm(archive, { number: '1' })
  rmSync(join(folder, 'originals'), { recursive: true })
  writeFileSync(join(folder, 'originals'), 'no folder any more')
  const failure = await fileText(archive, 'b.txt', 'Số 2-CV/HU\nhai').catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'io-error' })
  await fileForm(archive, { number: '2' })
  expect(documentCount(archive.db)).toBe(2)
})
