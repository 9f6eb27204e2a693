import { appendFileSync, copyFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { readArchiveFile, writeArchiveFile } from '#archive/archive-file.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { GENESIS, writeLine } from '#archive/ledger/ledger-line.ts'
import { takeLock } from '#archive/lock.ts'
import { storedLines, unlocked } from '#tests/support/encrypted.ts'
import { OFFICE } from '#tests/support/papers.ts'
import { makeArchive } from '../harness/archive.ts'
import { below, type Cage, change, checking, first, harm, onDatabase, opening, sha } from './keeper.ts'

/** Archives that are broken, and what opening them or checking them says. */
export const ARCHIVES: Readonly<Record<string, Cage>> = {
  'archive-missing': async ({ place }) => await opening(place),
  'archive-missing of a path that is none': async ({ place }) => await opening(join(place, 'none')),
  'archive-file': async ({ archive }) => {
    const folder = archive()
    writeFileSync(join(folder, 'archive.json'), 'rác')
    for (const keys of ['keys.json', 'keys-copy.json']) rmSync(join(folder, keys), { force: true })
    harm(join(folder, 'ledger', '000001.jsonl'))
    change(join(folder, 'ledger', '000001.jsonl'), (bytes) => bytes.subarray(9))
    return await opening(folder)
  },
  'archive-file-remade': async ({ archive }) => {
    const folder = archive()
    rmSync(join(folder, 'archive.json'))
    return await opening(folder)
  },
  'archive-newer': async ({ archive }) => {
    const folder = archive()
    writeArchiveFile(systemFiles, folder, { ...readArchiveFile(folder).file, format: 1000 })
    return await opening(folder)
  },
  'archive-newer by its schema': async ({ archive }) => {
    const folder = archive()
    await onDatabase(folder, (db) => db.pragma('user_version = 99999'))
    return await opening(folder)
  },
  'archive-newer by a line of its ledger': async ({ archive }) => {
    const folder = archive()
    rmSync(join(folder, 'archive.db'))
    rmSync(join(folder, 'ledger'), { recursive: true })
    mkdirSync(join(folder, 'ledger'))
    const data = { archiveId: 'a_00000000000000000000', format: 1, office: OFFICE, fondsId: 'f_00000000000000000000' }
    const stamp = { seq: 1, at: '2026-11-25T00:00:00.000Z', actor: 'x', more: 0, prev: GENESIS }
    const { line } = writeLine({ kind: 'archive-created', data } as never, stamp)
    const bytes = await unlocked(folder, () => storedLines(folder, [newer(line)]))
    writeFileSync(join(folder, 'ledger', '000001.jsonl'), bytes)
    return await opening(folder)
  },
  'archive-locked': async ({ archive }) => {
    const folder = archive()
    const lock = takeLock(folder, { shell: 'direct', pid: process.pid, since: '2026-11-25T00:00:00.000Z' })
    try {
      return await opening(folder)
    } finally {
      lock.release()
    }
  },
  'sync-folder': async ({ archive, place }) => {
    mkdirSync(join(place, 'OneDrive'))
    renameSync(archive(), join(place, 'OneDrive', 'archive'))
    return await opening(join(place, 'OneDrive', 'archive'))
  },
  'archive-exists': async ({ archive }) => await creating(archive()),
  'not-empty': async ({ place }) => {
    writeFileSync(join(place, 'thu.txt'), 'của người khác')
    return await creating(place)
  },
  'torn-line-cut': async ({ archive }) => {
    const folder = archive()
    appendFileSync(lastSegment(folder), '{"seq":999,"at":"2026')
    return await opening(folder)
  },
  'ledger-line': async ({ archive }) => {
    const folder = archive()
    harm(join(folder, 'ledger', '000002.jsonl'))
    return await opening(folder)
  },
  'ledger-line of a last line that was answered': async ({ archive }) => {
    const folder = archive()
    change(lastSegment(folder), (bytes) => {
      bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1
      return bytes
    })
    return await opening(folder)
  },
  'ledger-line found by a check': async ({ archive }) => {
    const folder = archive()
    harm(join(folder, 'ledger', '000002.jsonl'))
    return await checking(folder)
  },
  'ledger-chain': async ({ archive }) => {
    const folder = archive()
    rmSync(join(folder, 'ledger', '000002.jsonl'))
    return await opening(folder)
  },
  'ledger-chain of lines in another order': async ({ archive }) => {
    const folder = archive()
    change(join(folder, 'ledger', '000002.jsonl'), (bytes) => {
      const [one = '', two = '', ...rest] = String(bytes).split('\n')
      return Buffer.from([two, one, ...rest].join('\n'))
    })
    return await opening(folder)
  },
  'ledger-differs': async ({ archive }) => {
    const folder = archive()
    await onDatabase(folder, (db) => db.exec("UPDATE meta SET value = '1' WHERE key = 'ledger_seq'"))
    return await opening(folder)
  },
  'database-ahead': async ({ archive }) => {
    const folder = archive()
    rmSync(lastSegment(folder))
    return await opening(folder)
  },
  'ledger-replayed': async ({ archive, older }) => {
    const folder = archive()
    copyFileSync(join(older, 'archive.db'), join(folder, 'archive.db'))
    return await opening(folder)
  },
  'database-missing': async ({ archive }) => {
    const folder = archive()
    rmSync(join(folder, 'archive.db'))
    return await opening(folder)
  },
  'database-empty': async ({ archive }) => {
    const folder = archive()
    truncateSync(join(folder, 'archive.db'), 0)
    return await opening(folder)
  },
  'database-damaged': async ({ archive }) => {
    const folder = archive()
    writeFileSync(join(folder, 'archive.db'), 'không phải cơ sở dữ liệu'.repeat(200))
    return await opening(folder)
  },
  'database-damaged of another program': async ({ archive }) => {
    const folder = archive()
    rmSync(join(folder, 'archive.db'))
    const db = new Database(join(folder, 'archive.db'))
    db.exec('CREATE TABLE other(x)')
    db.close()
    return await opening(folder)
  },
  'database-foreign': async ({ archive, foreign }) => {
    const folder = archive()
    copyFileSync(join(foreign, 'archive.db'), join(folder, 'archive.db'))
    return await opening(folder)
  },
  'database-rows': async ({ archive }) => {
    const folder = archive()
    await onDatabase(folder, (db) => {
      db.pragma('foreign_keys = OFF')
      db.exec('DELETE FROM document WHERE n = 3')
    })
    return await opening(folder)
  },
  'file-missing': async ({ archive }) => {
    const folder = archive()
    rmSync(first(below(folder, 'originals')))
    return await checking(folder)
  },
  'file-changed': async ({ archive }) => {
    const folder = archive()
    harm(first(below(folder, 'originals')))
    return await checking(folder)
  },
  'text-missing': async ({ archive }) => {
    const folder = archive()
    rmSync(first(below(folder, 'texts')))
    return (await checking(folder)).filter((code) => !FOLLOWS.has(code))
  },
  'text-missing of letters that changed': async ({ archive }) => {
    const folder = archive()
    harm(first(below(folder, 'texts')))
    return (await checking(folder)).filter((code) => !FOLLOWS.has(code))
  },
  'orphan-file': async ({ archive }) => {
    const folder = archive()
    mkdirSync(join(folder, 'originals', 'ab', 'ab'), { recursive: true })
    writeFileSync(join(folder, 'originals', 'ab', 'ab', 'ab'.repeat(32)), 'x')
    return await checking(folder)
  },
  'row-differs': async ({ archive }) => {
    const folder = archive()
    await onDatabase(folder, (db) => db.exec("UPDATE document SET note = 'sửa lén' WHERE n = 2"))
    return await checking(folder)
  },
  'row-differs of a citation': async ({ archive }) => {
    const folder = archive()
    await onDatabase(folder, (db) => db.exec("UPDATE citation SET quote = 'sửa lén'"))
    return await checking(folder)
  },
  'index-differs': async ({ archive }) => {
    const folder = archive()
    await onDatabase(folder, (db) => db.exec('DELETE FROM fb WHERE rowid = 2'))
    return await checking(folder)
  }
}

/** A text that is gone is not in the second database either: its words and citations are said to differ. */
const FOLLOWS: ReadonlySet<string> = new Set(['row-differs', 'index-differs'])

function lastSegment(folder: string): string {
  return below(folder, 'ledger').at(-1) ?? ''
}

async function creating(folder: string): Promise<readonly string[]> {
  try {
    await (await makeArchive(folder)).close()
    return []
  } catch (error) {
    const { code, detail } = error as { code: string; detail: Record<string, unknown> }
    return [String(detail.problem ?? code)]
  }
}

/** A line whose data is of a version this program does not know, with the right hash of its own. */
function newer(line: string): string {
  const body = `${line.replace('"v":1,', '"v":99,').replace(/,"hash":"[0-9a-f]{64}"\}$/, '')}}`
  return `${body.slice(0, -1)},"hash":"${sha(Buffer.from(body))}"}`
}
