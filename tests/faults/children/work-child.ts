import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileLayer, systemFiles } from '#archive/files/file-layer.ts'
import { openIt } from '../harness/archive.ts'
import { deedsOf } from '../harness/deeds.ts'
import { drawOf } from '../harness/random.ts'

/**
 * Works in an archive until it is killed or frozen: each line it adds to its book is an acknowledgement, said after the
 * work and only then. Arguments: the archive's folder, a folder for backups, exports and sources, the book's path, a key
 * for its draws, the deeds it may do, and how much it takes care of the disk: `full`, `normal` (the database's writes are
 * left to the system, as this build of SQLite does by itself) or `none` (the ledger's and the files' too).
 */
const [folder = '', beside = '', book = '', key = '', deeds = '', care = 'full'] = process.argv.slice(2)
const fd = openSync(book, 'a')
const say = (line: string): void => void writeSync(fd, `${line}\n`)
process.on('exit', () => closeSync(fd))

const careless: FileLayer = {
  ...systemFiles,
  sync() {},
  syncFolder() {},
  syncHandle: () => Promise.resolve(),
  syncFolderLater: () => Promise.resolve()
}
mkdirSync(beside, { recursive: true })
const draw = drawOf(key)
const log = (error: unknown, where: string): void =>
  writeFileSync(join(tmpdir(), 'child.log'), `${where}: ${String(error)}\n`, { flag: 'a' })
const archive = await openIt(folder, { log, ...(care === 'none' ? { files: careless } : {}) })
if (care !== 'full') archive.db.pragma('synchronous = NORMAL')
say('ready')
const all = deedsOf(archive, { beside, say, draw, name: `${process.pid}`, tidy: true })
const names = deeds.split(',') as (keyof typeof all)[]
for (;;) await all[draw.one(names)]()
