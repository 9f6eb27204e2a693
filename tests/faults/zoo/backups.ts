import { copyFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyTree } from '../harness/archive.ts'
import { below, type Cage, change, first, harm, onDatabase, reseal, restoring } from './keeper.ts'

/** Backups that are broken, and why they are refused. */
export const BACKUPS: Readonly<Record<string, Cage>> = {
  'no-backup': async ({ place, target }) => await restoring(place, target),
  'raw-copy': async ({ archive, target }) => await restoring(archive(), target),
  'raw-copy of an open database': async ({ backup, target }) => {
    const folder = backup()
    rmSync(join(folder, 'archive.db'))
    await onDatabase(folder, (db) => db.exec('CREATE TABLE x(y)'))
    reseal(folder)
    return await restoring(folder, target)
  },
  'backup-seal': async ({ backup, target }) => {
    const folder = backup()
    for (const name of ['backup.sha256', 'archive.json', 'archive.db']) rmSync(join(folder, name))
    return await restoring(folder, target)
  },
  'backup-link of the list itself': async ({ backup, place, target }) => {
    const folder = backup()
    renameSync(join(folder, 'backup.json'), join(place, 'elsewhere.json'))
    symlinkSync(join(place, 'elsewhere.json'), join(folder, 'backup.json'))
    return await restoring(folder, target)
  },
  'backup-manifest of a seal with another end': async ({ backup, target }) => {
    const folder = backup()
    change(join(folder, 'backup.sha256'), (bytes) => bytes.subarray(0, -1))
    return await restoring(folder, target)
  },
  'backup-manifest': async ({ backup, target }) => {
    const folder = backup()
    harm(join(folder, 'backup.json'))
    return await restoring(folder, target)
  },
  'backup-manifest of another seal': async ({ backup, target }) => {
    const folder = backup()
    writeFileSync(join(folder, 'backup.sha256'), `${'0'.repeat(64)}\n`)
    return await restoring(folder, target)
  },
  'backup-manifest that says nothing': async ({ backup, target }) => {
    const folder = backup()
    reseal(folder, () => ({ kind: 'other' }))
    return await restoring(folder, target)
  },
  'backup-name': async ({ backup, target }) => {
    const folder = backup()
    reseal(folder, (manifest) => ({
      ...manifest,
      files: [...manifest.files, { path: '../ngoai.txt', bytes: 1, sha256: '0'.repeat(64) }]
    }))
    return await restoring(folder, target)
  },
  'backup-incomplete': async ({ backup, target }) => {
    const folder = backup()
    reseal(folder, (manifest) => ({ ...manifest, files: manifest.files.filter((one) => one.path !== 'archive.db') }))
    return await restoring(folder, target)
  },
  'backup-link': async ({ backup, source, target }) => {
    const folder = backup()
    rmSync(join(folder, 'archive.db'))
    symlinkSync(join(source, 'archive.db'), join(folder, 'archive.db'))
    return await restoring(folder, target)
  },
  'backup-file': async ({ backup, target }) => {
    const folder = backup()
    harm(first(below(folder, 'originals')))
    return await restoring(folder, target)
  },
  'backup-file of the database': async ({ backup, target }) => {
    const folder = backup()
    truncateSync(join(folder, 'archive.db'), 5000)
    return await restoring(folder, target)
  },
  'backup-file-missing': async ({ backup, target }) => {
    const folder = backup()
    rmSync(first(below(folder, 'originals')))
    return await restoring(folder, target)
  },
  'backup-file-missing of the list': async ({ backup, target }) => {
    const folder = backup()
    const gone = first(below(folder, 'originals')).slice(folder.length + 1)
    rmSync(join(folder, gone))
    reseal(folder, (manifest) => ({ ...manifest, files: manifest.files.filter((one) => one.path !== gone) }))
    return await restoring(folder, target)
  },
  'backup-mixed': async ({ backup, older, target }) => {
    const folder = backup()
    rmSync(join(folder, 'ledger'), { recursive: true })
    copyTree(join(older, 'ledger'), join(folder, 'ledger'))
    reseal(folder, (manifest) => ({
      ...manifest,
      files: manifest.files.filter(
        (one) => !one.path.startsWith('ledger/') || below(folder, 'ledger').some((path) => path.endsWith(one.path))
      )
    }))
    return await restoring(folder, target)
  },
  'backup-mixed with another database': async ({ backup, foreign, target }) => {
    const folder = backup()
    copyFileSync(join(foreign, 'archive.db'), join(folder, 'archive.db'))
    reseal(folder)
    return await restoring(folder, target)
  },
  'backup-mixed with another archive': async ({ backup, foreign, target }) => {
    const folder = backup()
    copyFileSync(join(foreign, 'archive.json'), join(folder, 'archive.json'))
    reseal(folder)
    return await restoring(folder, target)
  },
  'backup-database': async ({ backup, target }) => {
    const folder = backup()
    writeFileSync(join(folder, 'archive.db'), 'không phải cơ sở dữ liệu'.repeat(100))
    reseal(folder)
    return await restoring(folder, target)
  },
  'ledger-line of a backup': async ({ backup, target }) => {
    const folder = backup()
    harm(join(folder, 'ledger', '000001.jsonl'))
    reseal(folder)
    return await restoring(folder, target)
  },
  'archive-newer of a backup': async ({ backup, target }) => {
    const folder = backup()
    reseal(folder, (manifest) => ({ ...manifest, format: 2 }))
    return await restoring(folder, target)
  },
  'archive-newer of a backup by its schema': async ({ backup, target }) => {
    const folder = backup()
    await onDatabase(folder, (db) => db.pragma('user_version = 99999'))
    reseal(folder)
    return await restoring(folder, target)
  }
}
