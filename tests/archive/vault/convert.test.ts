import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { ArchiveDeps, OpenedArchive } from '#archive/archive-session.ts'
import { createArchive } from '#archive/create-archive.ts'
import { listRecords, readItemText, takeOver } from '#archive/intake/intake-items.ts'
import { paperForm, savePaperForm } from '#archive/intake/paper-form.ts'
import { readItem } from '#archive/intake/read-item.ts'
import { stagedSource, stageFile } from '#archive/intake/staging.ts'
import { openArchive } from '#archive/open-archive.ts'
import { encryptArchive } from '#archive/vault/encrypt-archive.ts'
import { readStored } from '#archive/vault/stored-file.ts'
import { readWatch, saveWatch } from '#archive/watch/watch-file.ts'
import { everything, flipBit, quietJob, verifyNow } from '#tests/support/damage.ts'
import { ENCRYPTION, PASSWORD } from '#tests/support/encrypted.ts'
import { CLERK, fileText, formOf, OFFICE, tempFolder } from '#tests/support/temp-archive.ts'

const QUIET: ArchiveDeps = { log: (error) => console.error(error) }
const SECRET = { password: PASSWORD }

async function plain(papers = 3): Promise<{ folder: string; archive: OpenedArchive }> {
  const folder = join(tempFolder(), 'kho')
  const archive = await createArchive(folder, OFFICE, { ...QUIET, encryption: null })
  onTestFinished(() => archive.close())
  for (let n = 1; n <= papers; n++) {
    await fileText(archive, `${n}.txt`, `Số ${n}-CV/HU\nNội dung thứ ${n}, căn cứ Công văn số ${n + 1}-CV/HU.\n`, {
      subject: `Về việc thứ ${n}`
    })
  }
  return { folder, archive }
}

async function waiting(archive: OpenedArchive): Promise<string> {
  const path = join(tempFolder(), 'cho.txt')
  writeFileSync(path, 'Số 99-CV/HU\nMột văn bản đang chờ.\n')
  const [stagedId, intakeId] = [archive.newId('s'), archive.newId('i')]
  await stageFile(archive.folder, stagedId, 'cho.txt', path)
  const [record] = await takeOver(archive.folder, [{ stagedId, intakeId }], '2026-11-25T01:00:00.000Z')
  if (record) await readItem(archive, record, new AbortController().signal)
  return intakeId
}

it('a sealed copy says all that the archive says, down to the queue and what is set, and works on', async () => {
  const { archive, folder } = await plain()
  const id = await waiting(archive)
  saveWatch(folder, { settings: { on: false, folder: '/quet', seconds: 20, after: 'leave' }, taken: [] })
  savePaperForm(folder, formOf({ note: 'dở dang' }))
  const target = join(tempFolder(), 'kho-ma-hoa')
  const job = quietJob()
  expect(await encryptArchive(archive, target, ENCRYPTION, job)).toBe(target)
  expect(job.results.map((one) => one.code)).toEqual(['encrypted'])

  const sealed = await openArchive(target, { ...QUIET, secret: SECRET })
  onTestFinished(() => sealed.close())
  expect(sealed.notices).toEqual([])
  expect(sealed.archiveId).toBe(archive.archiveId)
  expect(sealed.ledger.head()).toEqual(archive.ledger.head())
  expect(everything(sealed)).toBe(everything(archive))
  expect(listRecords(target)).toEqual(listRecords(folder))
  expect(readItemText(target, id)).toEqual(readItemText(folder, id))
  expect(await readStored(stagedSource(target, id))).toEqual(await readStored(stagedSource(folder, id)))
  expect(readWatch(target).settings.folder).toBe('/quet')
  expect(paperForm(target)).toEqual(paperForm(folder))
  expect(paperForm(target)?.note).toBe('dở dang')
  expect((await verifyNow(sealed, 'full')).findings).toEqual([])
  await fileText(sealed, 'moi.txt', 'Số 12-CV/HU\n', { subject: 'Sau khi mã hóa' })
  expect(sealed.ledger.head().seq).toBe(archive.ledger.head().seq + 1)
})

it('names no paper, no hash of one and no word of it on the disk', async () => {
  const { archive } = await plain()
  const target = join(tempFolder(), 'kho-ma-hoa')
  await encryptArchive(archive, target, ENCRYPTION, quietJob())
  const hashes = archive.db.prepare('SELECT sha256 FROM document_file').pluck().all() as string[]
  expect(hashes).toHaveLength(3)
  const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  for (const one of files) {
    const path = join(one.parentPath, one.name)
    const bytes = readFileSync(path)
    for (const word of [...hashes, 'Về việc thứ', 'Nội dung', OFFICE.name]) {
      expect(bytes.includes(word) || path.includes(word), `${path}: ${word}`).toBe(false)
    }
  }
})

it('an encrypted archive is sealed anew by another key: the old password opens nothing there', async () => {
  const { archive } = await plain(1)
  const first = join(tempFolder(), 'mot')
  await encryptArchive(archive, first, ENCRYPTION, quietJob())
  const sealed = await openArchive(first, { ...QUIET, secret: SECRET })
  onTestFinished(() => sealed.close())
  const second = join(tempFolder(), 'hai')
  await encryptArchive(sealed, second, { ...ENCRYPTION, password: 'mật khẩu thứ hai' }, quietJob())
  await expect(openArchive(second, { ...QUIET, secret: SECRET })).rejects.toMatchObject({ code: 'key-wrong' })
  const again = await openArchive(second, { ...QUIET, secret: { password: 'mật khẩu thứ hai' } })
  onTestFinished(() => again.close())
  expect(everything(again)).toBe(everything(archive))
})

it('an original damaged in the archive is told and not sealed as if it were good', async () => {
  const { archive } = await plain()
  const hash = String(archive.db.prepare('SELECT sha256 FROM document_file LIMIT 1').pluck().get())
  flipBit(archive.originals.path(hash), 40)
  const target = join(tempFolder(), 'kho-ma-hoa')
  const job = quietJob()
  await encryptArchive(archive, target, ENCRYPTION, job)
  expect(job.results.map((one) => one.code)).toEqual(['file-missing', 'encrypted'])
  const sealed = await openArchive(target, { ...QUIET, secret: SECRET })
  onTestFinished(() => sealed.close())
  expect((await verifyNow(sealed, 'full')).findings.map((one) => one.code)).toEqual(['file-missing'])
})

it('is written into nothing that is there, and leaves nothing when it is stopped', async () => {
  const { archive } = await plain()
  const parent = tempFolder()
  writeFileSync(join(parent, 'a.txt'), 'của ai đó')
  await expect(encryptArchive(archive, parent, ENCRYPTION, quietJob())).rejects.toMatchObject({
    code: 'folder-unusable'
  })
  let steps = 0
  const stopped = {
    ...quietJob(),
    get cancelled() {
      return ++steps > 4
    }
  }
  const target = join(tempFolder(), 'kho-ma-hoa')
  await expect(encryptArchive(archive, target, ENCRYPTION, stopped)).rejects.toMatchObject({ code: 'cancelled' })
  expect(existsSync(target)).toBe(false)
  expect(readdirSync(join(target, '..'))).toEqual([])
})

it('while it goes on nothing is filed, and afterwards again', async () => {
  const { archive } = await plain(1)
  const release = archive.hold({ code: 'being-encrypted', detail: {} })
  expect(archive.mode).toBe('read-only')
  expect(() => archive.commit([{ kind: 'office-saved', data: { office: OFFICE, before: OFFICE } }], CLERK)).toThrow(
    'archive-read-only'
  )
  release()
  release()
  expect(archive.mode).toBe('ready')
  archive.commit([{ kind: 'office-saved', data: { office: OFFICE, before: OFFICE } }], CLERK)
})

it('killed in the middle, the archive it was made of is whole, and it can be done again', async () => {
  const { archive, folder } = await plain(12)
  const before = everything(archive)
  await archive.close()
  for (const after of [20, 120, 350, 800]) {
    const target = join(tempFolder(), 'kho-ma-hoa')
    const child = spawn(process.execPath, [join(import.meta.dirname, 'convert-child.ts'), folder, target], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    // It may be through before it is killed.
    const ended = new Promise((gone) => child.once('exit', gone))
    await new Promise((begun) => child.stdout.once('data', begun))
    await new Promise((over) => setTimeout(over, after))
    child.kill('SIGKILL')
    await ended
    const again = await openArchive(folder, { ...QUIET, secret: null })
    expect(everything(again)).toBe(before)
    expect((await verifyNow(again, 'full')).findings).toEqual([])
    if (existsSync(target)) {
      const sealed = await openArchive(target, { ...QUIET, secret: SECRET })
      expect(everything(sealed)).toBe(before)
      await sealed.close()
    } else {
      await encryptArchive(again, target, ENCRYPTION, quietJob())
      expect(readdirSync(join(target, '..'))).toEqual(['kho-ma-hoa'])
    }
    await again.close()
  }
})
