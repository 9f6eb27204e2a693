import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backup } from '#archive/care/backup.ts'
import { exportArchive } from '#archive/export/full-export.ts'
import { quietJob } from '#tests/support/alter.ts'
import { TEST_ENCRYPTED } from '#tests/support/encrypted.ts'
import { copyTree, makeArchive, newFolder, removeTree } from '../harness/archive.ts'
import { must, same } from '../harness/must.ts'
import { fillArchive } from '../harness/paper.ts'
import type { Suite } from '../harness/suite.ts'
import { ARCHIVES } from '../zoo/archives.ts'
import { BACKUPS } from '../zoo/backups.ts'
import { EXPORTS } from '../zoo/exports.ts'
import type { Cage, Keeper } from '../zoo/keeper.ts'

/** A database of another archive is sealed by another key: to this one's it is none at all. */
const AS_SEALED: Readonly<Record<string, string>> = {
  'database-foreign': 'database-damaged',
  'backup-mixed with another database': 'backup-database'
}

const LIST = new URL('../zoo/codes.json', import.meta.url).pathname
const ZOO: Readonly<Record<string, Cage>> = { ...ARCHIVES, ...BACKUPS, ...EXPORTS }

/**
 * One broken archive, backup or export for each code the program has for damage; made by a function of its own, and the code
 * it must raise is its name. The list in zoo/codes.json grows and never shrinks.
 */
export const zoo: Suite = {
  name: 'zoo',
  rule: 'R13',
  what: 'one broken archive for each fault code; exactly that code',
  small: Object.keys(ZOO).length,
  full: 'all',
  async open() {
    const kept = JSON.parse(readFileSync(LIST, 'utf8')) as readonly string[]
    for (const code of kept) must(code in ZOO, `${code} was in the zoo and is gone`)
    for (const code of Object.keys(ZOO)) must(kept.includes(code), `${code} is not in zoo/codes.json`)
    const source = join(newFolder(), 'archive')
    const archive = await makeArchive(source, { segmentBytes: 4000 })
    await fillArchive(archive, 5)
    const older = await backup(archive, newFolder(), 'test', quietJob())
    await fillArchive(archive, 2)
    const saved = await backup(archive, newFolder(), 'test', quietJob())
    const exported = await exportArchive(archive, join(newFolder(), 'export'), quietJob())
    await archive.close()
    const foreign = join(newFolder(), 'archive')
    await (await makeArchive(foreign)).close()
    return {
      keys: Object.keys(ZOO),
      async run(key) {
        const cage = ZOO[key]
        if (!cage) throw new Error(`no such cage: ${key}`)
        const place = newFolder('zoo-')
        const keeper: Keeper = {
          place,
          source,
          older,
          foreign,
          archive: () => copyTree(source, join(place, 'archive')),
          backup: () => copyTree(saved, join(place, 'backup')),
          exported: () => copyTree(exported, join(place, 'export')),
          target: join(place, 'target', 'archive')
        }
        try {
          const codes = await cage(keeper)
          const name = (TEST_ENCRYPTED ? AS_SEALED[key] : undefined) ?? key.replace(/ .*$/, '')
          must(codes.includes(name), `raised ${codes.join(', ') || 'nothing'}`)
          same(
            codes.filter((code) => code !== name),
            [],
            'and other codes besides'
          )
          must(!existsSync(keeper.target), 'something was put in place')
          return {}
        } finally {
          removeTree(dirname(join(place, 'x')))
        }
      }
    }
  }
}
