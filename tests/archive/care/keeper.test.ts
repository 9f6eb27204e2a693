import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUpMedia, dueMedia } from '#archive/care/back-up-media.ts'
import { backupsBelow } from '#archive/care/backup-manifest.ts'
import { markMedium, mediumIn, readPlan, savePlan } from '#archive/care/care-plan.ts'
import { careState } from '#archive/care/care-state.ts'
import { createKeeper } from '#archive/care/keeper.ts'
import { findMedium } from '#archive/care/media.ts'
import { quietJob } from '#tests/support/damage.ts'
import { fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

/** An archive with two places for backups: a folder, and a stick that comes up under one of two roots. */
async function withMedia() {
  const clock = { at: new Date(2026, 2, 2, 8) }
  const temp = await tempArchive({ deps: { now: () => clock.at } })
  await fileText(temp.archive, 'a.txt', 'Số 1-CV/HU\nmột việc')
  const roots = [join(tempFolder(), 'E'), join(tempFolder(), 'F')]
  for (const root of roots) mkdirSync(root)
  const stick = join(roots[0] ?? '', 'sao-luu')
  mkdirSync(stick)
  const disk = tempFolder()
  const at = clock.at.toISOString()
  const medium = (name: string, kind: 'disk' | 'stick', folder: string) =>
    ({ id: markMedium(folder, name, at), name, kind, folder, lastBackupAt: null, failure: null }) as const
  const media = [medium('Ổ D', 'disk', disk), medium('USB xanh', 'stick', stick)]
  savePlan(temp.folder, { ...readPlan(temp.folder), media })
  const options = { program: 'test', changed: () => {}, roots: () => roots }
  const minutes = (n: number): void => {
    clock.at = new Date(clock.at.getTime() + n * 60_000)
  }
  return { temp, clock, roots, stick, disk, options, minutes }
}

describe('media', () => {
  test('a stick is known by its file under whatever root it comes up', async () => {
    const { temp, roots, stick } = await withMedia()
    const known = readPlan(temp.folder).media[1]
    if (!known) throw new Error('no stick')
    expect(findMedium(known, () => roots)).toEqual({ folder: stick, presence: 'present' })
    const moved = join(roots[1] ?? '', 'sao-luu')
    renameSync(stick, moved)
    expect(findMedium(known, () => roots)).toEqual({ folder: moved, presence: 'present' })
    mkdirSync(stick)
    markMedium(stick, 'USB lạ', '')
    expect(findMedium(known, () => [roots[0] ?? ''])).toEqual({ folder: stick, presence: 'other' })
    rmSync(stick, { recursive: true })
    expect(findMedium(known, () => [roots[0] ?? '']).presence).toBe('absent')
    expect(mediumIn(moved)).toBe(known.id)
    expect(readFileSync(join(moved, 'DOC-TRUOC.txt'), 'utf8')).toContain('NƠI SAO LƯU: USB xanh')
    expect(markMedium(moved, 'tên khác', '')).toBe(known.id)
  })

  test('each that is there gets its backup; one that is away is told calmly and stops nothing', async () => {
    const { temp, stick, disk, options } = await withMedia()
    rmSync(stick, { recursive: true })
    const { media } = readPlan(temp.folder)
    const job = quietJob()
    await backUpMedia(temp.archive, media, 'test', job, options)
    expect(job.results.map((one) => [one.name, one.code])).toEqual([
      ['Ổ D', 'backed-up'],
      ['USB xanh', 'not-found']
    ])
    expect(backupsBelow(disk)).toHaveLength(1)
    const [first, second] = careState(temp.archive, false, options.roots).media
    expect(first).toMatchObject({
      presence: 'present',
      failure: null,
      lastBackupAt: temp.archive.clock.now().toISOString()
    })
    expect(second).toMatchObject({ presence: 'absent', lastBackupAt: null, failure: { code: 'not-found' } })
    await expect(backUpMedia(temp.archive, media.slice(1), 'test', quietJob(), options)).rejects.toMatchObject({
      code: 'not-found'
    })
  })
})

describe('the keeper', () => {
  test('backs up once a day, when nobody has worked for a minute', async () => {
    const { temp, disk, stick, options, minutes, clock } = await withMedia()
    const keeper = createKeeper(temp.archive, options)
    await keeper.look()
    expect(backupsBelow(disk)).toHaveLength(0)
    minutes(2)
    keeper.touched('document.save')
    await keeper.look()
    expect(backupsBelow(disk)).toHaveLength(0)
    minutes(2)
    // A screen that stands open asks how things are, and nobody works.
    keeper.touched('care.state')
    await keeper.look()
    expect([backupsBelow(disk).length, backupsBelow(stick).length]).toEqual([1, 1])
    minutes(30)
    await keeper.look()
    expect(backupsBelow(disk)).toHaveLength(1)
    clock.at = new Date(2026, 2, 3, 8)
    await keeper.look()
    expect([backupsBelow(disk).length, backupsBelow(stick).length]).toEqual([2, 2])
  })

  test('does not wait for ever where somebody always works', async () => {
    const { temp, disk, options, minutes } = await withMedia()
    const keeper = createKeeper(temp.archive, options)
    for (let at = 0; at <= 31; at++) {
      keeper.touched('document.save')
      await keeper.look()
      minutes(1)
    }
    expect(backupsBelow(disk)).toHaveLength(1)
  })

  test('a stick put in later the same day gets its backup, and one that fails is left alone for an hour', async () => {
    const { temp, stick, options, minutes } = await withMedia()
    const away = `${stick}-away`
    renameSync(stick, away)
    const keeper = createKeeper(temp.archive, options)
    minutes(2)
    await keeper.look()
    renameSync(away, stick)
    minutes(2)
    await keeper.look()
    expect(backupsBelow(stick)).toHaveLength(1)
    const plan = readPlan(temp.folder)
    const failure = { at: temp.archive.clock.now().toISOString(), code: 'disk-full' }
    savePlan(temp.folder, { ...plan, media: plan.media.map((one) => ({ ...one, lastBackupAt: null, failure })) })
    expect(dueMedia(temp.archive, options.roots)).toEqual([])
    minutes(61)
    expect(dueMedia(temp.archive, options.roots)).toHaveLength(2)
  })

  test('reads the day’s share when no backup is due, and says what it found', async () => {
    const { temp, options, minutes } = await withMedia()
    savePlan(temp.folder, { ...readPlan(temp.folder), media: [] })
    const keeper = createKeeper(temp.archive, options)
    for (const name of readdirSync(join(temp.folder, 'originals')))
      rmSync(join(temp.folder, 'originals', name), { recursive: true })
    minutes(2)
    await keeper.look()
    expect(temp.archive.notices).toContainEqual({ code: 'scrub-found', detail: { count: 1 } })
  })
})
