import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { listRecords } from '#archive/intake/intake-items.ts'
import { startImport, startIntake } from '#archive/intake/intake-jobs.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { closeOcr } from '#archive/ocr/ocr-jobs.ts'
import { closeReaders } from '#archive/read/read-file.ts'
import { createWatcher } from '#archive/watch/watcher.ts'
import { TEST_ENCRYPTED } from '#tests/support/encrypted.ts'
import { jobEnded } from '#tests/support/job-ended.ts'
import { PAPER, scanOf } from '#tests/support/scan-sheet.ts'
import { CLERK, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

/** Reliability.md S14: after a stamp Mật is seen, no byte of the paper is left in the archive, whichever road it came. */
vi.setConfig({ testTimeout: 180_000 })
afterAll(() => Promise.all([closeReaders(), closeOcr()]))

const CANARY = 'chim hoàng yến 7f3a91'
const SECRET = `TỈNH ỦY LÂM ĐỒNG\nMẬT\nSố 3-BC/TU\nĐam Rông, ngày 05 tháng 3 năm 2021\nBÁO CÁO\nvề ${CANARY}\n`
const ORDINARY = 'HUYỆN ỦY ĐAM RÔNG\n*\nSố 7-CV/HU\nĐam Rông, ngày 05 tháng 3 năm 2021\nV/v đảm bảo mật độ\n'

/** Files of the archive folder that hold any of these bytes. */
function holding(folder: string, needles: readonly Buffer[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return needles.some((needle) => bytes.includes(needle))
    })
}

const WORDS = [
  Buffer.from(CANARY),
  Buffer.from(CANARY, 'utf16le'),
  Buffer.from(CANARY.normalize('NFD')),
  Buffer.from('7f3a91'),
  deflateRawSync(CANARY).subarray(0, 12)
]

async function stage(
  archive: Awaited<ReturnType<typeof tempArchive>>['archive'],
  name: string,
  bytes: Buffer | string
) {
  const path = join(tempFolder(), 'in')
  writeFileSync(path, bytes)
  const staged = archive.newId('s')
  await stageFile(archive.folder, staged, name, path)
  return staged
}

it.skipIf(TEST_ENCRYPTED)('the search finds what is kept', async () => {
  const temp = await tempArchive()
  const staged = [await stage(temp.archive, 'thuong.txt', ORDINARY.replace('mật độ', CANARY))]
  await startImport(temp.archive, staged, CLERK)
  await jobEnded(temp.events, 'import')
  expect(holding(temp.folder, WORDS).length).toBeGreaterThan(1)
})

it('a bulk import', async () => {
  const temp = await tempArchive()
  const { archive } = temp
  const staged = [
    await stage(archive, 'thuong.txt', ORDINARY),
    await stage(archive, 'a.txt', SECRET),
    await stage(archive, `bao cao (TỐI MẬT) ${CANARY}.txt`, ORDINARY.replace('mật độ', CANARY))
  ]
  await startImport(archive, staged, CLERK)
  const { results } = await jobEnded(temp.events, 'import')
  expect(results.map((line) => line.code).sort()).toEqual(['filed', 'secret-refused', 'secret-refused'])
  await archive.close()
  expect(holding(temp.folder, WORDS.slice(0, 3))).toEqual([])
})

it('the watched folder, where the paper itself is left as it lies', async () => {
  let at = Date.parse('2026-11-24T08:00:00Z')
  const temp = await tempArchive({ deps: { now: () => new Date(at) } })
  const folder = tempFolder()
  writeFileSync(join(folder, 'a.txt'), SECRET)
  writeFileSync(join(folder, 'b.txt'), ORDINARY)
  const watcher = createWatcher(temp.archive)
  onTestFinished(() => watcher.stop())
  watcher.save({ on: true, folder, seconds: 10, after: 'move' })
  for (let look = 0; look < 3; look++) {
    at += 11_000
    await watcher.look()
  }
  expect(watcher.state().last.map((one) => `${one.name} ${one.code}`)).toContain('a.txt secret-refused')
  expect(listRecords(temp.archive.folder).map((record) => record.name)).toEqual(['b.txt'])
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(SECRET)
  expect(holding(temp.folder, WORDS)).toEqual([])
})

it('a scan whose red stamp is seen only when its letters are read', async () => {
  const temp = await tempArchive()
  const { archive } = temp
  const redWords = [{ text: 'MẬT', x: 100, y: 140, size: 22, bold: true }]
  const bytes = scanOf(PAPER, { dpi: 200, stamped: { x: 390, y: 420 }, redWords })
  const staged = await stage(archive, 'quet.jpg', bytes)
  const middle = [bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 24)]
  expect(holding(temp.folder, middle)).toHaveLength(TEST_ENCRYPTED ? 0 : 1)
  await startIntake(archive, [staged])
  const { results } = await jobEnded(temp.events, 'ocr')
  expect(results.map((line) => line.code)).toEqual(['secret-refused'])
  expect(holding(temp.folder, [...middle, Buffer.from('713-CV/TU'), Buffer.from('quán triệt nghiêm')])).toEqual([])
})
