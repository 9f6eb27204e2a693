import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { backup } from '#archive/care/backup.ts'
import { readManifest } from '#archive/care/backup-manifest.ts'
import { changeMedium, readPlan, savePlan } from '#archive/care/care-plan.ts'
import type { HashAll } from '#archive/care/hash-pool.ts'
import { rebuild } from '#archive/care/rebuild.ts'
import { restore } from '#archive/care/restore.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { listRecords, takeOver } from '#archive/intake/intake-items.ts'
import { forgetQueue } from '#archive/intake/queue-memory.ts'
import { stageFile, stagingFolder, sweepStaging } from '#archive/intake/staging.ts'
import { openTexts, storedText } from '#archive/texts/text-store.ts'
import { vaultOf } from '#archive/vault/vaults.ts'
import { quietJob, verifyNow } from '#tests/support/damage.ts'
import { SEALING, TEST_ENCRYPTED } from '#tests/support/encrypted.ts'
import { fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

const disk = vi.hoisted((): { fails: RegExp | null; code: string } => ({ fails: null, code: '' }))
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const answers = <A extends unknown[], R>(call: (...args: A) => R) => {
    return (...args: A): R => {
      if (!disk.fails?.test(String(args[0]))) return call(...args)
      throw Object.assign(new Error(disk.code), { code: disk.code, syscall: 'open' })
    }
  }
  return { ...real, readFileSync: answers(real.readFileSync), statSync: answers(real.statSync) }
})
afterEach(answersAgain)

/** Each reading of a file of such a name fails. */
function unread(name: RegExp, code: 'EIO' | 'EMFILE'): void {
  Object.assign(disk, { fails: name, code })
}

function answersAgain(): void {
  disk.fails = null
}

const TEXTS = /texts.*[0-9a-f]{64}\.json$/

async function filed(): Promise<{
  archive: OpenedArchive
  folder: string
  sha256: string
  reopen(): Promise<OpenedArchive>
}> {
  const temp = await tempArchive()
  await fileText(temp.archive, 'mot.txt', 'Số 1-CV/HU\nnội dung thứ nhất\n')
  const sha256 = String(temp.archive.db.prepare('SELECT sha256 FROM document_file').pluck().get())
  return { archive: temp.archive, folder: temp.folder, sha256, reopen: () => temp.reopen() }
}

async function waiting(archive: OpenedArchive): Promise<string> {
  const path = join(tempFolder(), 'cho.txt')
  writeFileSync(path, 'Số 9-CV/HU\nđang chờ\n')
  const [stagedId, intakeId] = [archive.newId('s'), archive.newId('i')]
  await stageFile(archive.folder, stagedId, 'cho.txt', path)
  await takeOver(archive.folder, [{ stagedId, intakeId }], '2026-11-25T01:00:00.000Z')
  return intakeId
}

test('a text the disk does not give is not left out of a backup in silence', async () => {
  const { archive } = await filed()
  const into = tempFolder()
  unread(TEXTS, 'EMFILE')
  await expect(backup(archive, into, 'test', quietJob())).rejects.toMatchObject({ code: 'io-error' })
  expect(readdirSync(into)).toEqual([])
  answersAgain()
  const made = await backup(archive, into, 'test', quietJob())
  const again = await restore(made, join(tempFolder(), 'lai'), quietJob(), undefined, SEALING.secret ?? null)
  expect(readdirSync(join(again, 'texts')).filter((name) => /^[0-9a-f]{2}$/.test(name))).toHaveLength(1)
})

test('nor taken for lost where it is asked for', async () => {
  const { folder, sha256 } = await filed()
  unread(TEXTS, 'EIO')
  expect(() => storedText(folder, sha256)).toThrow('io-error')
  answersAgain()
  expect(storedText(folder, sha256)?.pages[0]?.text).toContain('nội dung thứ nhất')
})

test('a rebuild writes a text on a bad spot anew, and goes no further where no handle is left', async () => {
  const temp = await filed()
  await temp.archive.close()
  const archive = await temp.reopen()
  unread(TEXTS, 'EMFILE')
  await expect(rebuild(archive, quietJob())).rejects.toMatchObject({ code: 'io-error' })
  answersAgain()
  unread(TEXTS, 'EIO')
  // Written anew it lies elsewhere on the disk, and can be read.
  const put = vi.spyOn(archive.texts, 'put').mockImplementation((...args) => {
    answersAgain()
    openTexts(temp.folder, systemFiles, undefined, vaultOf(temp.folder)).put(...args)
  })
  await rebuild(archive, quietJob())
  expect(put).toHaveBeenCalledTimes(1)
  expect((await verifyNow(archive, 'full')).findings).toEqual([])
})

test('what was written and cannot be read back is the disk’s failure, not a damaged backup', async () => {
  const { archive } = await filed()
  const into = tempFolder()
  const hash: HashAll = (tasks, _options, answered) => {
    for (const task of tasks) answered(task, { problem: 'EIO' })
    return Promise.resolve()
  }
  await expect(backup(archive, into, 'test', quietJob(), { hash })).rejects.toMatchObject({
    code: 'io-error',
    detail: { problem: 'EIO' }
  })
  expect(readdirSync(into)).toEqual([])
})

// With the switch for sealed archives the manifest's module is loaded before this file and its disk.
test.skipIf(TEST_ENCRYPTED)('a backup the disk does not give is no copy made by hand', async () => {
  const { archive } = await filed()
  const made = await backup(archive, tempFolder(), 'test', quietJob())
  unread(/backup\.json$/, 'EMFILE')
  expect(() => readManifest(made)).toThrow('io-error')
})

test('a waiting paper whose record the disk does not give is neither swept nor missing from the queue', async () => {
  const { archive, folder } = await filed()
  const id = await waiting(archive)
  forgetQueue(folder)
  unread(/item\.json$/, 'EIO')
  expect(() => listRecords(folder)).toThrow('io-error')
  expect(() => sweepStaging(folder)).toThrow('EIO')
  answersAgain()
  expect(existsSync(join(stagingFolder(folder), id, 'file'))).toBe(true)
  expect(listRecords(folder).map((one) => one.id)).toEqual([id])
})

test('the list of places for backups is not written over where it could not be read', async () => {
  const { folder } = await filed()
  const place = tempFolder()
  mkdirSync(place, { recursive: true })
  const medium = { id: 'z_1', name: 'USB', kind: 'stick', folder: place, lastBackupAt: null, failure: null } as const
  savePlan(folder, { ...readPlan(folder), media: [medium as never] })
  unread(/backup-plan\.json$/, 'EMFILE')
  expect(readPlan(folder).media).toEqual([])
  expect(() => changeMedium(folder, 'z_1', { failure: null })).toThrow('io-error')
  answersAgain()
  expect(readPlan(folder).media.map((one) => one.id)).toEqual(['z_1'])
})
