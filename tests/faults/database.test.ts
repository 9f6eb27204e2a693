import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openArchive } from '#archive/open-archive.ts'
import { bitsOf, copyOf, crashImage, cut, everything, flipBit, verifyNow } from '#tests/support/damage.ts'
import { CLERK, fileForm, fileText, type TempArchive, tempArchive } from '#tests/support/temp-archive.ts'
import { report, seeded } from './case-count.ts'

const SEED = Number(process.env.VAN_KHO_SEED ?? 20261124)

async function filled(papers: number): Promise<TempArchive> {
  const temp = await tempArchive()
  for (let n = 1; n <= papers; n++) {
    const text = `Số ${n}-CV/HU\nThực hiện Công văn số ${n + 1}-CV/HU của Ban Thường vụ Huyện ủy về việc số ${n * 7}.`
    await fileText(temp.archive, `${n}.txt`, text, { number: String(n), symbol: 'CV/HU', subject: `việc thứ ${n}` })
  }
  const first = temp.archive.db.prepare<[], string>('SELECT id FROM document WHERE n = 1').pluck().get() ?? ''
  temp.archive.commit([{ kind: 'document-withdrawn', data: { documentId: first, reason: 'thử' } }], CLERK)
  return temp
}

describe('the database is lost', () => {
  test('deleted: made again from ledger and originals, every row and answer equal', async () => {
    const temp = await filled(12)
    const before = everything(temp.archive)
    await temp.archive.close()
    rmSync(join(temp.folder, 'archive.db'))
    const again = await temp.reopen()
    expect(again.notices.map((one) => [one.code, one.detail.why])).toEqual([['database-rebuilt', 'database-missing']])
    expect(everything(again)).toBe(before)
    expect((await verifyNow(again, 'full')).findings).toEqual([])
    report('database deleted and rebuilt equal', 1)
  })

  test('deleted with all texts: they are read again from the originals', async () => {
    const temp = await filled(5)
    const before = everything(temp.archive)
    await temp.archive.close()
    rmSync(join(temp.folder, 'archive.db'))
    rmSync(join(temp.folder, 'texts'), { recursive: true })
    const again = await temp.reopen()
    expect(again.notices[0]?.detail).toMatchObject({ texts: 5 })
    expect(everything(again)).toBe(before)
  })

  test('a database of another archive in its place is recognised', async () => {
    const temp = await filled(3)
    const before = everything(temp.archive)
    const other = await tempArchive()
    await other.archive.close()
    await temp.archive.close()
    copyFileSync(join(other.folder, 'archive.db'), join(temp.folder, 'archive.db'))
    const again = await temp.reopen()
    expect(again.notices[0]?.detail.why).toBe('database-foreign')
    expect(everything(again)).toBe(before)
    expect(existsSync(join(temp.folder, 'aside', 'archive.db'))).toBe(true)
  })
})

describe('the write-ahead log is damaged', () => {
  test('flipped, cut, deleted, old or foreign: every lost row is noticed and made again', {
    timeout: 240_000
  }, async () => {
    const temp = await tempArchive()
    temp.archive.db.pragma('wal_autocheckpoint = 0') // all of it stays in the log
    for (let n = 1; n <= 30; n++) await fileForm(temp.archive, { number: String(n), symbol: 'CV/HU' })
    const older = crashImage(temp.folder)
    for (let n = 31; n <= 60; n++) await fileForm(temp.archive, { number: String(n), symbol: 'CV/HU' })
    const before = everything(temp.archive)
    const image = crashImage(temp.folder)
    const foreign = await tempArchive()
    await fileForm(foreign.archive, { number: '1' })
    const foreignImage = crashImage(foreign.folder)
    const random = seeded(SEED)
    const wal = 'archive.db-wal'
    const bits = bitsOf(join(image, wal))
    const kinds: readonly (readonly [string, number, (folder: string) => void])[] = [
      ['flip', 60, (folder) => flipBit(join(folder, wal), Math.floor(random() * bits))],
      ['cut', 40, (folder) => cut(join(folder, wal), Math.floor((random() * bits) / 8))],
      ['delete', 3, (folder) => rmSync(join(folder, wal))],
      ['older', 3, (folder) => copyFileSync(join(older, wal), join(folder, wal))],
      ['foreign', 3, (folder) => copyFileSync(join(foreignImage, wal), join(folder, wal))]
    ]
    let cases = 0
    let shorter = 0
    let noticed = 0
    for (const [kind, times, damage] of kinds) {
      for (let index = 0; index < times; index++) {
        const folder = copyOf(image)
        damage(folder)
        rmSync(join(folder, 'archive.db-shm'), { force: true })
        const lost = silentlyLost(folder)
        const archive = await openArchive(folder)
        const codes = archive.notices.map((one) => one.code)
        cases++
        if (lost) shorter++
        if (codes.length > 0) noticed++
        if (lost)
          expect(codes.length, `${kind} ${index} of seed ${SEED}: rows vanished and nobody noticed`).toBeGreaterThan(0)
        expect(archive.mode).toBe('ready')
        expect(everything(archive), `${kind} ${index} of seed ${SEED}`).toBe(before)
        await archive.close()
        rmSync(folder, { recursive: true })
      }
    }
    report('write-ahead log damaged', cases, { 'rows vanished': shorter, noticed, 'repaired equal': cases, seed: SEED })
    expect(shorter).toBeGreaterThan(cases / 2) // or the damage was none
  })
})

/** Whether SQLite alone would give fewer facts, and say nothing of it. Looked at in a copy. */
function silentlyLost(folder: string): boolean {
  const copy = copyOf(folder)
  const db = new Database(join(copy, 'archive.db'))
  try {
    return Number(db.prepare("SELECT value FROM meta WHERE key = 'ledger_seq'").pluck().get() ?? 0) < 61
  } catch {
    return true
  } finally {
    db.close()
    rmSync(copy, { recursive: true })
  }
}

describe('a bit of the database flips at rest', () => {
  test('no flip that changes an answer goes unnoticed', { timeout: 240_000 }, async () => {
    const temp = await filled(25)
    const before = everything(temp.archive)
    await temp.archive.close()
    const random = seeded(SEED + 1)
    const path = join(temp.folder, 'archive.db')
    const bits = bitsOf(path)
    const cases = 60
    let changed = 0
    let noticed = 0
    for (let index = 0; index < cases; index++) {
      const folder = copyOf(temp.folder)
      flipBit(join(folder, 'archive.db'), Math.floor(random() * bits))
      const archive = await openArchive(folder)
      const found = archive.notices.length > 0 || (await verifyNow(archive, 'full')).findings.length > 0
      if (found) noticed++
      if (answers(archive) !== before) {
        changed++
        expect(found, `flip ${index} of seed ${SEED}`).toBe(true)
      }
      await archive.close()
      rmSync(folder, { recursive: true })
    }
    report('bit flipped in the database at rest', cases, { 'changed an answer': changed, noticed, seed: SEED })
    expect(changed).toBeGreaterThan(0)
  })
})

function answers(archive: Awaited<ReturnType<typeof openArchive>>): string {
  try {
    return everything(archive)
  } catch (error) {
    return String(error)
  }
}
