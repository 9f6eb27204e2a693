import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { bitsOf, cut, everything, flipBit } from '#tests/support/alter.ts'
import { fileForm } from '#tests/support/papers.ts'
import { copyTree, makeArchive, newFolder, openIt, removeTree } from '../harness/archive.ts'
import { must, same } from '../harness/must.ts'
import { type Draw, drawOf } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'

const WAL = 'archive.db-wal'
const PAPERS = 16

/**
 * The write-ahead log flipped, cut, deleted, or another in its place. SQLite stops at the first bad frame and says "ok"
 * (reliability.md §0.3): every row that vanishes so must be noticed by the ledger and made again, equal.
 */
export const wal: Suite = {
  name: 'wal',
  rule: 'R8',
  what: 'write-ahead log flipped, cut, deleted, older, foreign',
  small: 500,
  full: 5000,
  async open() {
    const folder = join(newFolder(), 'archive')
    const archive = await makeArchive(folder)
    archive.db.pragma('wal_autocheckpoint = 0') // all of it stays in the log
    for (let n = 1; n <= PAPERS / 2; n++) await fileForm(archive, { number: String(n), symbol: 'CV/HU' })
    const older = copyTree(folder)
    for (let n = 1; n <= PAPERS / 2; n++) await fileForm(archive, { number: String(n + 50), symbol: 'CV/HU' })
    const before = everything(archive)
    const seq = archive.ledger.head().seq
    const image = copyTree(folder)
    await archive.close()
    const foreignFolder = join(newFolder(), 'archive')
    const foreign = await makeArchive(foreignFolder)
    await fileForm(foreign, { number: '1' })
    const foreignImage = copyTree(foreignFolder)
    await foreign.close()
    const bits = bitsOf(join(image, WAL))

    function damage(at: string, draw: Draw): string {
      const kind = draw.one(['flip', 'flip', 'flip', 'cut', 'cut', 'cut', 'delete', 'older', 'foreign'] as const)
      switch (kind) {
        case 'flip':
          flipBit(join(at, WAL), draw.below(bits))
          break
        case 'cut':
          cut(join(at, WAL), draw.below(bits >> 3))
          break
        case 'delete':
          rmSync(join(at, WAL))
          break
        case 'older':
          copyFileSync(join(older, WAL), join(at, WAL))
          break
        case 'foreign':
          copyFileSync(join(foreignImage, WAL), join(at, WAL))
      }
      return kind
    }

    return {
      async run(key) {
        const at = copyTree(image)
        const kind = damage(at, drawOf(key))
        if (drawOf(`${key} shm`).chance(0.5)) rmSync(join(at, 'archive.db-shm'), { force: true })
        const vanished = await silentlyLost(at, seq)
        const opened = await openIt(at)
        const noticed = opened.notices.length > 0
        try {
          must(!vanished || noticed, `${kind}: rows vanished and nobody noticed`)
          must(opened.mode === 'ready', `${kind}: opened ${opened.mode}`)
          same(everything(opened), before, `${kind}: made again, but not equal`)
        } finally {
          await opened.close()
          removeTree(join(at, '..'))
        }
        return { 'rows vanished': vanished ? 1 : 0, noticed: noticed ? 1 : 0, 'repaired equal': 1 }
      },
      verdict: (counts) => ((counts['rows vanished'] ?? 0) > 0 ? null : 'no damage ever made a row vanish')
    }
  }
}

/** Whether SQLite alone would give fewer facts, and say nothing of it. Looked at in a copy. */
async function silentlyLost(folder: string, seq: number): Promise<boolean> {
  const copy = newFolder()
  for (const name of ['archive.db', WAL]) {
    try {
      copyFileSync(join(folder, name), join(copy, name))
    } catch {
      // the log was deleted
    }
  }
  const db = new Database(join(copy, 'archive.db'))
  try {
    return Number(db.prepare("SELECT value FROM meta WHERE key = 'ledger_seq'").pluck().get() ?? 0) < seq
  } catch {
    return true
  } finally {
    db.close()
    removeTree(copy)
  }
}
