import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { backup } from '#archive/care/backup.ts'
import { type BackupHead, backupsBelow, readManifest } from '#archive/care/backup-manifest.ts'
import { restore } from '#archive/care/restore.ts'
import { mayGo, rotate } from '#archive/care/rotation.ts'
import { type FileLayer, systemFiles } from '#archive/files/file-layer.ts'
import { openArchive } from '#archive/open-archive.ts'
import { everything, quietJob, verifyNow } from '#tests/support/damage.ts'
import { fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

/** A disk as a USB stick has it: no second names. */
const FAT: FileLayer = { ...systemFiles, link: () => Promise.resolve(false) }

async function papers(from: number, to: number, archive: OpenedArchive): Promise<void> {
  for (let n = from; n <= to; n++) await fileText(archive, `${n}.txt`, `Số ${n}-CV/HU\nviệc thứ ${n}`)
}

/** An archive whose day can be moved on. */
async function dated() {
  const clock = { at: new Date(2026, 2, 2, 9) }
  const temp = await tempArchive({ deps: { now: () => clock.at, segmentBytes: 2000 } })
  const nextDay = (days = 1): void => {
    clock.at = new Date(clock.at.getTime() + days * 86_400_000)
  }
  return { temp, clock, nextDay }
}

function originalsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /^[0-9a-f]{64}$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))
}

const restored = async (from: string): Promise<OpenedArchive> =>
  await openArchive(await restore(from, join(tempFolder(), 'restored'), quietJob()))

describe.each([
  ['a disk with second names', systemFiles],
  ['a disk without', FAT]
])('the second backup on %s', (_name, files) => {
  test('copies only what is new, and each of the two restores its own day', async () => {
    const { temp, nextDay } = await dated()
    const place = tempFolder()
    await papers(1, 5, temp.archive)
    const then = everything(temp.archive)
    const first = await backup(temp.archive, place, 'test', quietJob(), { files })
    await papers(6, 8, temp.archive)
    nextDay()
    const now = everything(temp.archive)
    const second = await backup(temp.archive, place, 'test', quietJob(), { files })
    const nodes = new Set(originalsIn(place).map((path) => statSync(path).ino))
    // Eight originals and eight texts at the most (and closed parts of the ledger), each once on the disk.
    const hashes = new Set([...readManifest(first).files, ...readManifest(second).files].map((one) => one.sha256))
    expect(originalsIn(second).length).toBe(files === FAT ? 0 : 8)
    expect(nodes.size).toBeGreaterThanOrEqual(8)
    expect(nodes.size).toBeLessThanOrEqual(hashes.size)
    for (const [made, whole] of [
      [first, then],
      [second, now]
    ] as const) {
      const archive = await restored(made)
      expect(everything(archive)).toBe(whole)
      expect((await verifyNow(archive, 'full')).findings).toEqual([])
      await archive.close()
    }
  })

  test('a copy that went bad is found when its day to be read comes, and made good', async () => {
    const { temp, nextDay } = await dated()
    const place = tempFolder()
    await papers(1, 6, temp.archive)
    const first = await backup(temp.archive, place, 'test', quietJob(), { files })
    const victim = originalsIn(place)[0] ?? ''
    const before = readFileSync(victim)
    writeFileSync(victim, Buffer.concat([before.subarray(0, -1), Buffer.from('?')]))
    const said: string[] = []
    for (let day = 1; day <= 14; day++) {
      nextDay()
      const job = { ...quietJob(), result: (line: { code: string }) => void said.push(line.code) }
      await backup(temp.archive, place, 'test', job, { files })
    }
    expect(said).toContain('copy-mended')
    const newest = backupsBelow(place)[0]?.folder ?? ''
    const archive = await restored(newest)
    expect((await verifyNow(archive, 'full')).findings).toEqual([])
    await archive.close()
    expect(existsSync(first)).toBe(true)
  })

  test('what an interrupted one left is taken away by the next, and nothing of others', async () => {
    const { temp } = await dated()
    const place = tempFolder()
    await papers(1, 2, temp.archive)
    const stop = new AbortController()
    const halfway = { ...quietJob(), signal: stop.signal, step: () => stop.abort(), cancelled: false }
    Object.defineProperty(halfway, 'cancelled', { get: () => stop.signal.aborted })
    await expect(backup(temp.archive, place, 'test', halfway, { files })).rejects.toMatchObject({ code: 'cancelled' })
    const left = join(place, '.new-archive-20200101-000000')
    const made = await backup(temp.archive, place, 'test', quietJob(), { files })
    renameSync(made, left)
    writeFileSync(join(place, '.new-mine'), 'a file of somebody')
    await backup(temp.archive, place, 'test', quietJob(), { files })
    expect(existsSync(left)).toBe(false)
    expect(existsSync(join(place, '.new-mine'))).toBe(true)
  })

  test('rotation takes the old ones and what only they held; the rest restores', async () => {
    const { temp, nextDay } = await dated()
    const place = tempFolder()
    const foreign = await tempArchive()
    const other = await backup(foreign.archive, place, 'test', quietJob(), { files })
    await papers(1, 3, temp.archive)
    for (let day = 0; day < 5; day++) {
      await papers(10 + day, 10 + day, temp.archive)
      await backup(temp.archive, place, 'test', quietJob(), { files })
      nextDay()
    }
    const gone = await rotate(files, place, temp.archive.archiveId, { daily: 2, weekly: 0, monthly: 0 })
    expect(gone).toBe(3)
    const own = backupsBelow(place).filter((one) => one.archiveId === temp.archive.archiveId)
    expect(own).toHaveLength(2)
    expect(existsSync(other)).toBe(true)
    for (const one of own) {
      const archive = await restored(one.folder)
      expect((await verifyNow(archive, 'full')).findings).toEqual([])
      await archive.close()
    }
  })
})

test('a shared file that is missing or changed is refused by name', async () => {
  const { temp } = await dated()
  const place = tempFolder()
  await papers(1, 2, temp.archive)
  const made = await backup(temp.archive, place, 'test', quietJob(), { files: FAT })
  const shared = originalsIn(join(place, readManifest(made).shared ?? ''))
  expect(shared.length).toBeGreaterThanOrEqual(2)
  const [victim = ''] = shared
  const bytes = readFileSync(victim)
  writeFileSync(victim, 'x')
  await expect(restored(made)).rejects.toMatchObject({ code: 'archive-damaged', detail: { damage: 'backup-file' } })
  renameSync(victim, `${victim}.away`)
  await expect(restored(made)).rejects.toMatchObject({ detail: { damage: 'backup-file-missing' } })
  writeFileSync(victim, bytes)
  await (await restored(made)).close()
})

test('a folder of backups stands for its newest one, unless they are of several archives', async () => {
  const { temp, nextDay } = await dated()
  const place = tempFolder()
  await papers(1, 1, temp.archive)
  await backup(temp.archive, place, 'test', quietJob())
  nextDay()
  await papers(2, 2, temp.archive)
  const newest = await backup(temp.archive, place, 'test', quietJob())
  const archive = await restored(place)
  expect(archive.ledger.head()).toEqual(readManifest(newest).ledger)
  await archive.close()
  await backup((await tempArchive()).archive, place, 'test', quietJob())
  await expect(restored(place)).rejects.toMatchObject({ detail: { damage: 'backup-several' } })
})

test('two backups of one archive asked for at once come one after the other, one that fails holds up none', async () => {
  const { temp } = await dated()
  await papers(1, 3, temp.archive)
  const place = tempFolder()
  const failing: FileLayer = { ...systemFiles, syncFolderLater: () => Promise.reject(new Error('off')) }
  const first = backup(temp.archive, place, 'test', quietJob(), { files: failing }).catch(
    (error: Error) => error.message
  )
  const second = backup(temp.archive, place, 'test', quietJob())
  const third = backup(temp.archive, tempFolder(), 'test', quietJob())
  await first
  expect(existsSync(join(await second, 'archive.db'))).toBe(true)
  expect(existsSync(join(await third, 'archive.db'))).toBe(true)
})

describe('which backups may go', () => {
  const head = (day: string, missing = 0, archiveId = 'a'): BackupHead => ({
    folder: `/${day}`,
    name: day,
    archiveId,
    createdAt: new Date(`${day}T10:00:00`).toISOString(),
    seq: 1,
    hash: createHash('sha256').update(day).digest('hex'),
    documents: 1,
    missing
  })
  const days = (year: number, count: number): BackupHead[] =>
    Array.from({ length: count }, (_, n) => {
      const at = new Date(year, 0, 1 + n, 10)
      return { ...head('2026-01-01'), name: at.toDateString(), createdAt: at.toISOString() }
    })

  test('days, weeks and months are kept, the newest of each', () => {
    const all = days(2026, 200)
    const gone = mayGo(all, 'a', { daily: 7, weekly: 4, monthly: 3 })
    const kept = all.filter((one) => !gone.includes(one)).map((one) => new Date(one.createdAt))
    // 200 days from 1/1/2026 end on 19/7, a Sunday: the weeks' newest are Sundays, the months' the last of June and of May.
    expect(kept.map((at) => `${at.getDate()}/${at.getMonth() + 1}`)).toEqual([
      ...['31/5', '28/6', '30/6', '5/7', '12/7', '13/7', '14/7', '15/7', '16/7', '17/7', '18/7', '19/7']
    ])
  })

  test('never the newest, nor the newest that lacks nothing, nor one of another archive', () => {
    const all = [
      head('2026-03-05', 2),
      head('2026-03-04', 1),
      head('2026-03-03'),
      head('2026-03-02'),
      head('2020-01-01', 0, 'b')
    ]
    const gone = mayGo(all, 'a', { daily: 1, weekly: 0, monthly: 0 })
    expect(gone.map((one) => one.name)).toEqual(['2026-03-04', '2026-03-02'])
  })
})
