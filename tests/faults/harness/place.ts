import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isArchive } from '#archive/archive-file.ts'
import { backup } from '#archive/care/backup.ts'
import { isBackup } from '#archive/care/backup-manifest.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { quietJob } from '#tests/support/alter.ts'
import { restoreHere } from '#tests/support/encrypted.ts'
import { copyTree, makeArchive, newFolder, openIt, removeTree } from './archive.ts'
import type { DeedName } from './deeds.ts'
import { hear, holds, type Model, newModel } from './model.ts'
import { must } from './must.ts'
import { fillArchive } from './paper.ts'

/** What is tried whole, each by its name. */
export const OPERATIONS: readonly DeedName[] = [
  'import',
  'paper',
  'correct',
  'withdraw',
  'deliver',
  'reindex',
  'backup',
  'restore',
  'rebuild',
  'export',
  'fromExport'
]

/** A place with an archive and a backup of it beside; copied for each case. */
export type Template = Readonly<{ place: string; lines: readonly string[] }>

export async function makeTemplate(): Promise<Template> {
  const place = newFolder('template-')
  const archive = await makeArchive(join(place, 'archive'))
  const ids = await fillArchive(archive, 3)
  const lines = ids.map((id, index) => {
    const [file] = documentFiles(archive.db, id)
    return `filed ${id} ${file?.sha256 ?? '-'} ${file?.name ?? '-'}\n${index === 0 ? `withdrawn ${id}` : ''}`
  })
  mkdirSync(join(place, 'beside'))
  await backup(archive, join(place, 'beside', 'b-0'), 'test', quietJob())
  await archive.close()
  return {
    place,
    lines: lines
      .join('\n')
      .split('\n')
      .filter((line) => line !== '')
  }
}

export type Place = Readonly<{
  place: string
  folder: string
  beside: string
  backups: readonly string[]
  model: Model
}>

export function placeOf(template: Template, key: string): Place {
  const place = join(newFolder(`${key.replaceAll(/[^a-z0-9]/gi, '-').slice(0, 30)}-`), 'place')
  copyTree(template.place, place)
  return placeAt(place, template)
}

export function placeAt(place: string, template: Template): Place {
  const [folder, beside] = [join(place, 'archive'), join(place, 'beside')]
  return { place, folder, beside, backups: backupsIn(beside).slice(0, 1), model: hear(newModel(), template.lines) }
}

export function removePlace({ place }: Place): void {
  removeTree(dirname(place))
}

/** Backups that have their name, below a folder. */
export function backupsIn(beside: string): readonly string[] {
  if (!existsSync(beside)) return []
  return readdirSync(beside, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('b-'))
    .flatMap((entry) => readdirSync(join(beside, entry.name)).map((name) => join(beside, entry.name, name)))
    .filter((path) => !path.includes('/.') && isBackup(path))
    .sort()
}

/** What has the name of a backup, or of a restored archive, is one. */
export async function checkBeside({ beside }: Place): Promise<void> {
  const [, ...made] = backupsIn(beside)
  for (const one of made) {
    const target = join(newFolder('restored-'), 'archive')
    await whole(await restoreHere(one, target, quietJob()), 'a backup with its name')
    removeTree(dirname(target))
  }
  for (const name of existsSync(beside) ? readdirSync(beside) : []) {
    if (/^[rx]-/.test(name) && isArchive(join(beside, name)))
      await whole(join(beside, name), 'a restored archive with its name')
  }
}

async function whole(folder: string, what: string): Promise<void> {
  const archive = await openIt(folder)
  try {
    must(archive.mode === 'ready', `${what} opens ${archive.mode}`)
    await holds(archive, newModel())
  } finally {
    await archive.close()
  }
}
