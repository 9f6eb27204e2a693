import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { backup } from '#archive/care/backup.ts'
import { restore } from '#archive/care/restore.ts'
import { openArchive } from '#archive/open-archive.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { bitsOf, copyOf, everything, flipBit, quietJob, verifyNow } from '#tests/support/damage.ts'
import { CLERK, fileForm, fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'
import { report, seeded } from '../../faults/case-count.ts'

async function backedUp() {
  const temp = await tempArchive({ deps: { segmentBytes: 3000 } })
  for (let n = 1; n <= 6; n++) await fileText(temp.archive, `${n}.txt`, `Số ${n}-CV/HU\nviệc thứ ${n}`)
  const made = await backup(temp.archive, tempFolder(), 'test', quietJob())
  return { ...temp, archive: temp.archive, made }
}

const restoreTo = (from: string): Promise<string> => restore(from, join(tempFolder(), 'restored'), quietJob())

async function refusal(from: string): Promise<Readonly<{ code: string; detail: Readonly<Record<string, unknown>> }>> {
  const parent = tempFolder()
  const failure = await restore(from, join(parent, 'restored'), quietJob()).catch((error: unknown) => error)
  expect(readdirSync(parent), 'nothing is left of a refused restore').toEqual([])
  return failure as { code: string; detail: Record<string, unknown> }
}

/** Puts the manifest in order again after an edit, as one who knows the format could. */
function edit(made: string, change: (manifest: { files: { path: string }[] } & Record<string, unknown>) => void): void {
  const manifest = JSON.parse(readFileSync(join(made, 'backup.json'), 'utf8'))
  change(manifest)
  const bytes = JSON.stringify(manifest)
  writeFileSync(join(made, 'backup.json'), bytes)
  writeFileSync(join(made, 'backup.sha256'), `${createHash('sha256').update(bytes).digest('hex')}\n`)
}

describe('a backup', () => {
  test('restored elsewhere gives the same archive, and the first one is untouched', async () => {
    const { archive, made, folder } = await backedUp()
    const before = everything(archive)
    const restored = await openArchive(await restoreTo(made))
    expect(restored).toMatchObject({ mode: 'ready', notices: [], archiveId: archive.archiveId })
    expect(everything(restored)).toBe(before)
    expect((await verifyNow(restored, 'full')).findings).toEqual([])
    await restored.close()
    expect(everything(archive)).toBe(before)
    expect(existsSync(join(folder, 'backup.json'))).toBe(false)
  })

  test('taken while papers are filed is the archive at one instant', async () => {
    const { archive } = await tempArchive()
    for (let n = 1; n <= 20; n++) await fileForm(archive, { number: String(n) })
    const running = backup(archive, tempFolder(), 'test', quietJob())
    let filed = 0
    const filing = (async () => {
      for (; filed < 25; filed++) await fileText(archive, `${filed}.txt`, `Số ${filed}-CV/HU\ntrong lúc sao lưu`)
    })()
    const made = await running
    await filing
    const manifest = JSON.parse(readFileSync(join(made, 'backup.json'), 'utf8')) as { ledger: { seq: number } }
    const restored = await openArchive(await restoreTo(made))
    expect(restored.mode).toBe('ready')
    expect(restored.ledger.head().seq).toBe(manifest.ledger.seq)
    expect(restored.ledger.head().hash).toBe(archive.ledger.hashOf(manifest.ledger.seq))
    expect((await verifyNow(restored, 'full')).ok).toBe(true)
    await restored.close()
  })

  test('is not made inside the archive, nor where nothing can be written', async () => {
    const { archive, folder } = await tempArchive()
    const inside = backup(archive, join(folder, 'sao-luu'), 'test', quietJob())
    await expect(inside).rejects.toMatchObject({ code: 'folder-unusable', detail: { problem: 'inside-archive' } })
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    await expect(backup(archive, file, 'test', quietJob())).rejects.toMatchObject({ code: 'folder-unusable' })
  })

  test('of an archive with a damaged original says so and does not carry it over', async () => {
    const { archive } = await tempArchive()
    const id = await fileText(archive, 'a.txt', 'Số 1-CV/HU\nmột')
    await fileText(archive, 'b.txt', 'Số 2-CV/HU\nhai')
    flipBit(archive.originals.path(documentFiles(archive.db, id)[0]?.sha256 ?? ''), 9)
    const job = quietJob()
    const made = await backup(archive, tempFolder(), 'test', job)
    expect(job.results).toMatchObject([{ name: 'a.txt', code: 'file-changed' }])
    const restored = await openArchive(await restoreTo(made))
    expect((await verifyNow(restored, 'full')).findings).toMatchObject([{ code: 'file-missing', documentId: id }])
    await restored.close()
  })
})

describe('a damaged backup is refused by name and nothing changes', () => {
  test('a bit flipped in any of its files', { timeout: 60_000 }, async () => {
    const { made, archive } = await backedUp()
    const before = everything(archive)
    const random = seeded(7)
    const files = listFiles(made)
    for (const path of files) {
      const copy = copyOf(made)
      flipBit(join(copy, path), Math.floor(random() * bitsOf(join(copy, path))))
      const { code, detail } = await refusal(copy)
      expect(code, path).toBe('archive-damaged')
      expect(String(detail.damage), path).toMatch(/^backup-(?:file|manifest|seal)$/)
      rmSync(copy, { recursive: true })
    }
    expect(everything(archive)).toBe(before)
    report('bit flipped in a backup', files.length, { refused: files.length })
  })

  const cases: readonly (readonly [string, string, (made: string, archive: OpenedArchive) => void])[] = [
    ['a file is missing', 'backup-file-missing', (made) => rmSync(join(made, 'ledger', '000001.jsonl'))],
    ['the manifest is missing', 'raw-copy', (made) => rmSync(join(made, 'backup.json'))],
    [
      'nothing is there',
      'no-backup',
      (made) => {
        rmSync(made, { recursive: true })
        mkdirSync(made)
      }
    ],
    [
      'it names a file outside',
      'backup-name',
      (made) => edit(made, (manifest) => manifest.files.push({ path: '../../outside', bytes: 0, sha256: '' } as never))
    ],
    [
      'it names a file twice',
      'backup-name',
      (made) => edit(made, (manifest) => manifest.files.push(manifest.files[0] as never))
    ],
    [
      'it leaves the database out',
      'backup-incomplete',
      (made) =>
        edit(made, (manifest) => {
          manifest.files = manifest.files.filter((file) => file.path !== 'archive.db')
        })
    ],
    [
      'it leaves an original out',
      'backup-file-missing',
      (made) =>
        edit(made, (manifest) => {
          manifest.files = manifest.files.filter((file) => !file.path.startsWith('originals/'))
        })
    ],
    [
      'its ledger is of another hour',
      'backup-mixed',
      (made) =>
        edit(made, (manifest) => {
          manifest.ledger = { seq: 3, hash: 'x' }
        })
    ],
    [
      'a file is a link to this machine',
      'backup-link',
      (made) => {
        renameSync(join(made, 'archive.json'), join(made, 'elsewhere'))
        symlinkSync(join(made, 'elsewhere'), join(made, 'archive.json'))
      }
    ]
  ]
  test.each(cases)('%s: %s', async (_what, damage, harm) => {
    const { made, archive } = await backedUp()
    harm(made, archive)
    expect(await refusal(made)).toMatchObject({ code: 'archive-damaged', detail: { damage } })
  })

  test('a database copied by hand while it was open is recognised', async () => {
    const { made } = await backedUp()
    const live = await tempArchive()
    const raw = readFileSync(join(live.folder, 'archive.db'))
    writeFileSync(join(made, 'archive.db'), raw)
    edit(made, (manifest) => {
      for (const file of manifest.files as { path: string; bytes: number; sha256: string }[]) {
        if (file.path !== 'archive.db') continue
        file.bytes = raw.length
        file.sha256 = createHash('sha256').update(raw).digest('hex')
      }
    })
    const { detail } = await refusal(made)
    expect(['raw-copy', 'backup-mixed', 'backup-database']).toContain(detail.damage)
  })

  test('an archive folder copied by hand is no backup', async () => {
    const { folder } = await backedUp()
    const copy = join(tempFolder(), 'copy')
    cpSync(folder, copy, { recursive: true })
    expect(await refusal(copy)).toMatchObject({ detail: { damage: 'raw-copy' } })
  })

  test('one of a newer program is refused as such', async () => {
    const { made } = await backedUp()
    edit(made, (manifest) => {
      manifest.format = 99
    })
    expect(await refusal(made)).toMatchObject({ code: 'archive-newer' })
  })

  test('restoring never writes over anything', async () => {
    const { made, folder, archive } = await backedUp()
    await expect(restore(made, folder, quietJob())).rejects.toMatchObject({ code: 'archive-exists' })
    const full = tempFolder()
    writeFileSync(join(full, 'mine'), '')
    await expect(restore(made, full, quietJob())).rejects.toMatchObject({ code: 'folder-unusable' })
    expect(archive.commit([], CLERK)).toEqual([])
  })
})

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
