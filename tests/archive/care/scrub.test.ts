import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backup } from '#archive/care/backup.ts'
import type { HashTask } from '#archive/care/hash-pool.ts'
import { runTask } from '#archive/care/hash-task.ts'
import { repair } from '#archive/care/repair.ts'
import { ROUND_DAYS, recheckFindings, scrub, scrubDue, scrubState } from '#archive/care/scrub.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { quietJob } from '#tests/support/damage.ts'
import { fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

async function dated(papers: number) {
  const clock = { at: new Date(2026, 2, 2, 9) }
  const temp = await tempArchive({ deps: { now: () => clock.at } })
  const ids: string[] = []
  for (let n = 1; n <= papers; n++) ids.push(await fileText(temp.archive, `${n}.txt`, `Số ${n}-CV/HU\nviệc thứ ${n}`))
  const nextDay = (days = 1): void => {
    clock.at = new Date(clock.at.getTime() + days * 86_400_000)
  }
  return { temp, ids, nextDay }
}

/** Counts what was read; runs in this thread. */
function counted() {
  const read: string[] = []
  const hash = async <T extends HashTask>(
    tasks: Iterable<T>,
    _options: unknown,
    answered: (task: T, answer: Awaited<ReturnType<typeof runTask>>) => void
  ): Promise<void> => {
    for (const task of tasks) {
      if (task.kind === 'file') read.push(task.file.path)
      answered(task, await runTask(task))
    }
  }
  return { read, hash }
}

test('every file is read once in thirty days, a share each day, over starts of the program', async () => {
  const { temp, nextDay } = await dated(45)
  const { read, hash } = counted()
  const shares: number[] = []
  for (let day = 0; day < ROUND_DAYS; day++) {
    expect(scrubDue(temp.archive)).toBe(true)
    const before = read.length
    await scrub(temp.archive, quietJob(), { hash })
    shares.push(read.length - before)
    expect(scrubDue(temp.archive)).toBe(false)
    if (day === 10) await temp.reopen()
    nextDay()
  }
  expect(Math.max(...shares)).toBeLessThanOrEqual(2)
  expect(new Set(read).size).toBe(45)
  expect(read).toHaveLength(45)
  expect(scrubState(temp.archive)).toMatchObject({ roundStartedAt: null, findings: [] })
  expect(scrubDue(temp.archive)).toBe(true)
})

test('days the program was not on are made up for; no quiet moment stops after a slice', async () => {
  const { temp, nextDay } = await dated(30)
  const { read, hash } = counted()
  await scrub(temp.archive, quietJob(), { hash })
  expect(read).toHaveLength(1)
  nextDay(20)
  await scrub(temp.archive, quietJob(), { hash })
  expect(read).toHaveLength(21)
  expect(scrubState(temp.archive)).toMatchObject({ checked: 21, files: 30, days: 30 })
})

test('what is damaged or lost is named, kept as a finding, and none any more once it is mended', async () => {
  const { temp, ids, nextDay } = await dated(4)
  const { archive } = temp
  const made = await backup(archive, tempFolder(), 'test', quietJob())
  const path = (id: string): string => archive.originals.path(documentFiles(archive.db, id)[0]?.sha256 ?? '')
  const [lost = '', changed = ''] = ids
  rmSync(path(lost))
  chmodSync(path(changed), 0o600)
  writeFileSync(path(changed), 'khác')
  await scrub(archive, quietJob())
  nextDay(40)
  expect(await scrub(archive, quietJob())).toBe(2)
  const { findings } = scrubState(archive)
  expect(findings.map((one) => [one.code, one.documentId]).sort()).toEqual([
    ['file-changed', changed],
    ['file-missing', lost]
  ])
  expect(findings.map((one) => one.name).sort()).toEqual(['1.txt', '2.txt'])
  await repair(archive, made, quietJob())
  expect(await recheckFindings(archive)).toBe(0)
  expect(scrubState(archive).findings).toEqual([])
})

test('a cursor that cannot be read begins anew; a clock set back does not stop it', async () => {
  const { temp, nextDay } = await dated(3)
  const { read, hash } = counted()
  nextDay(400)
  await scrub(temp.archive, quietJob(), { hash })
  nextDay(-400)
  expect(scrubDue(temp.archive)).toBe(true)
  await scrub(temp.archive, quietJob(), { hash })
  writeFileSync(join(temp.folder, 'scrub.json'), '{{{')
  expect(scrubDue(temp.archive)).toBe(true)
  await scrub(temp.archive, quietJob(), { hash })
  expect(read.length).toBe(3)
})
