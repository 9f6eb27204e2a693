import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CareSettings, Medium } from '#contract/operations/care.ts'
import { mediumNote } from '../export/words/medium-note.ts'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'

const FILE = 'backup-plan.json'
/** The file a medium is known by. */
export const MEDIUM_FILE = 'van-kho-medium.json'
/** For a person who finds it. */
const NOTE_FILE = 'DOC-TRUOC.txt'

/** A medium as it is kept. */
export type KnownMedium = Readonly<{
  id: string
  name: string
  kind: Medium['kind']
  folder: string
  lastBackupAt: string | null
  failure: Medium['failure']
}>

export type CarePlan = Readonly<{ settings: CareSettings; media: readonly KnownMedium[] }>

const SETTINGS: CareSettings = {
  daily: true,
  keep: { daily: 7, weekly: 5, monthly: 12 },
  remindDays: 7,
  drillMonths: 6
}

const BEGUN: CarePlan = { settings: SETTINGS, media: [] }

/** When and where this archive is backed up; kept beside its facts, lost without harm. */
export function readPlan(archiveFolder: string): CarePlan {
  try {
    return planToChange(archiveFolder)
  } catch {
    return BEGUN
  }
}

/** The same for whoever writes it back changed: where the disk does not give it, what it held is not to be written over. */
export function planToChange(archiveFolder: string): CarePlan {
  try {
    const { settings, media } = JSON.parse(
      readSmall(archiveFolder, FILE, join(archiveFolder, FILE))
    ) as Partial<CarePlan>
    return { settings: { ...SETTINGS, ...settings }, media: media ?? [] }
  } catch (error) {
    throwIfDiskFailed(error)
    return BEGUN
  }
}

export function savePlan(archiveFolder: string, plan: CarePlan): void {
  writeFileDurably(systemFiles, archiveFolder, FILE, sealedFor(archiveFolder, FILE, JSON.stringify(plan)))
}

export function changeMedium(archiveFolder: string, id: string, change: Partial<KnownMedium>): void {
  const plan = planToChange(archiveFolder)
  savePlan(archiveFolder, { ...plan, media: plan.media.map((one) => (one.id === id ? { ...one, ...change } : one)) })
}

/** The id in a medium's file; null: there is none, or it cannot be read. */
export function mediumIn(folder: string): string | null {
  try {
    const { kind, id } = JSON.parse(readFileSync(join(folder, MEDIUM_FILE), 'utf8')) as Record<string, unknown>
    return kind === 'van-kho-medium' && typeof id === 'string' ? id : null
  } catch {
    return null
  }
}

/** Marks a folder as a medium; one that is marked keeps its id. */
export function markMedium(folder: string, name: string, createdAt: string): string {
  const known = mediumIn(folder)
  if (known !== null) return known
  const id = `z_${randomBytes(10).toString('hex')}`
  const text = JSON.stringify({ kind: 'van-kho-medium', id, name, createdAt }, null, 2)
  writeFileDurably(systemFiles, folder, NOTE_FILE, Buffer.from(`\uFEFF${mediumNote(name)}`))
  writeFileDurably(systemFiles, folder, MEDIUM_FILE, Buffer.from(`${text}\n`))
  return id
}
