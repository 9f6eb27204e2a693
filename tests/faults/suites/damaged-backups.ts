import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { backup } from '#archive/care/backup.ts'
import { OperationError } from '#contract/failures.ts'
import { cut, flipBit, quietJob } from '#tests/support/alter.ts'
import { restoreHere } from '#tests/support/encrypted.ts'
import { copyTree, makeArchive, newFolder, removeTree } from '../harness/archive.ts'
import { must, same } from '../harness/must.ts'
import { fillArchive } from '../harness/paper.ts'
import { type Draw, drawOf } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'
import { treeHash } from '../harness/tree-hash.ts'
import { onDatabase } from '../zoo/keeper.ts'

const KINDS = [
  'flip',
  'flip',
  'flip',
  'cut',
  'missing',
  'older-ledger',
  'older-database',
  'newer-format',
  'newer-schema',
  'zip-slip',
  'link',
  'folder-link',
  'half-copied',
  'grown',
  'foreign-file',
  'twice',
  'raw-copy'
] as const
type Kind = (typeof KINDS)[number]

const SLIPS = [
  '../evil',
  '/etc/evil',
  'ledger/../../evil',
  'originals/aa/bb/../../../evil',
  'C:\\evil',
  'originals\\evil',
  '.new-x'
]

/** A backup that is not whole is refused with its cause, nothing is left of the try, and the open archive is as it was. */
export const damagedBackups: Suite = {
  name: 'damaged-backups',
  rule: 'R12',
  what: 'backup flipped, cut, incomplete, mixed, newer, with names and links that climb out',
  small: 200,
  full: 5000,
  async open() {
    const folder = join(newFolder(), 'archive')
    const archive = await makeArchive(folder, { segmentBytes: 4000 })
    await fillArchive(archive, 3)
    const older = await backup(archive, newFolder(), 'test', quietJob())
    await fillArchive(archive, 2)
    const made = await backup(archive, newFolder(), 'test', quietJob())
    const other = await makeArchive(join(newFolder(), 'archive'))
    const foreign = await backup(other, newFolder(), 'test', quietJob())
    const files = filesBelow(made)
    const outside = newFolder()
    writeFileSync(join(outside, 'secret'), 'không thuộc bản sao')
    const whole = await restoreHere(made, join(newFolder(), 'restored'), quietJob())
    must(existsSync(join(whole, 'archive.json')), 'the backup that is whole is not restored')

    return {
      async run(key) {
        const draw = drawOf(key)
        const copy = copyTree(made)
        const kind = draw.one(KINDS)
        const before = treeHash(folder)
        const outsideBefore = treeHash(outside)
        await damage(kind, draw, copy)
        const parent = newFolder()
        try {
          const failure = await restoreHere(copy, join(parent, 'restored'), quietJob()).catch((error: unknown) => error)
          must(typeof failure !== 'string', `${kind}: a damaged backup was restored`)
          must(failure instanceof OperationError, `${kind}: refused without a cause: ${String(failure)}`)
          const { code, detail } = failure as OperationError
          const expected =
            kind === 'newer-format' || kind === 'newer-schema'
              ? ['archive-newer', 'archive-damaged']
              : ['archive-damaged']
          must(expected.includes(code), `${kind}: refused as ${code}`)
          if (code === 'archive-damaged') must(typeof detail?.damage === 'string', `${kind}: the cause is not named`)
          same(readdirSync(parent), [], `${kind}: something is left of the refused restore`)
          same(treeHash(folder), before, `${kind}: the open archive was changed`)
          same(treeHash(outside), outsideBefore, `${kind}: a file outside was changed`)
          return { refused: 1, [String(detail?.damage ?? code)]: 1 }
        } finally {
          removeTree(join(copy, '..'))
          removeTree(parent)
        }
      },
      close: async () => {
        await archive.close()
        await other.close()
      }
    }

    async function damage(kind: Kind, draw: Draw, copy: string): Promise<void> {
      const file = draw.one(files)
      const path = join(copy, file)
      const size = statSync(path).size
      switch (kind) {
        case 'flip':
          flipBit(path, draw.below(size * 8))
          break
        case 'cut':
          cut(path, draw.below(size))
          break
        case 'missing':
          rmSync(path)
          break
        case 'older-ledger':
          rmSync(join(copy, 'ledger'), { recursive: true })
          copyTree(join(older, 'ledger'), join(copy, 'ledger'))
          reseal(copy, draw.chance(0.5))
          break
        case 'older-database':
          copyFileSync(join(foreign, 'archive.db'), join(copy, 'archive.db'))
          reseal(copy, draw.chance(0.5))
          break
        case 'newer-format':
          edit(copy, (manifest) => ({ ...manifest, format: 2 + draw.below(90) }))
          break
        case 'newer-schema':
          await onDatabase(copy, (db) => db.pragma(`user_version = ${9000 + draw.below(900)}`))
          reseal(copy, true)
          break
        case 'zip-slip':
          edit(copy, (manifest) => ({
            ...manifest,
            files: [...manifest.files, { path: draw.one(SLIPS), bytes: 4, sha256: '0'.repeat(64) }]
          }))
          break
        case 'link':
          rmSync(path)
          symlinkSync(draw.chance(0.5) ? join(outside, 'secret') : join(made, file), path)
          break
        case 'folder-link': {
          const within = draw.one(['ledger', 'originals', 'texts'])
          rmSync(join(copy, within), { recursive: true })
          symlinkSync(join(made, within), join(copy, within))
          break
        }
        case 'half-copied': {
          const keep = draw.below(files.length - 1)
          for (const gone of files.slice(keep)) rmSync(join(copy, gone))
          break
        }
        case 'grown':
          appendFileSync(path, draw.chance(0.5) ? '\n' : Buffer.alloc(1 + draw.below(5000)))
          break
        case 'foreign-file':
          copyFileSync(join(foreign, 'archive.json'), join(copy, 'archive.json'))
          reseal(copy, true)
          break
        case 'twice':
          edit(copy, (manifest) => ({ ...manifest, files: [...manifest.files, manifest.files[0]] }))
          break
        case 'raw-copy':
          rmSync(join(copy, draw.one(['backup.json', 'backup.sha256'])))
          if (draw.chance(0.3)) {
            mkdirSync(join(copy, 'cũ'))
            renameSync(join(copy, 'ledger'), join(copy, 'cũ', 'ledger'))
          }
      }
    }
  }
}

type Manifest = { files: { path: string; bytes: number; sha256: string }[] } & Record<string, unknown>

/** As one who knows the format could: the manifest is put in order again after the change. */
function edit(folder: string, change: (manifest: Manifest) => unknown): void {
  const bytes = JSON.stringify(change(JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')) as Manifest))
  writeFileSync(join(folder, 'backup.json'), bytes)
  writeFileSync(join(folder, 'backup.sha256'), `${createHash('sha256').update(bytes).digest('hex')}\n`)
}

/** Takes the files as they lie into the manifest; or leaves it, so that the sums tell. */
function reseal(folder: string, really: boolean): void {
  if (!really) return
  edit(folder, (manifest) => ({
    ...manifest,
    files: manifest.files
      .filter(({ path }) => existsSync(join(folder, path)))
      .map(({ path }) => {
        const bytes = readFileSync(join(folder, path))
        return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
      })
  }))
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
