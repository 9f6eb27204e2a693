import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'

const FILE = 'settings.json'
const MOST_RECENT = 8

/** What this machine remembers; nothing of it is in an archive. */
export type Settings = Readonly<{
  /** Newest first. */
  recentFolders: readonly string[]
  /** The archive the program opens by itself. */
  defaultFolder: string | null
}>

/** The settings of a machine; what cannot be read counts as not set. */
export function readSettings(settingsFolder: string): Settings {
  try {
    const { recentFolders, defaultFolder } = JSON.parse(readFileSync(join(settingsFolder, FILE), 'utf8')) as Settings
    return {
      recentFolders: recentFolders.filter((one) => typeof one === 'string').slice(0, MOST_RECENT),
      defaultFolder: typeof defaultFolder === 'string' ? defaultFolder : null
    }
  } catch {
    return { recentFolders: [], defaultFolder: null }
  }
}

/** Puts an archive first among the recent ones; the last one opened is the default. */
export function rememberFolder(settingsFolder: string, folder: string): void {
  const { recentFolders } = readSettings(settingsFolder)
  const recent = [folder, ...recentFolders.filter((one) => one !== folder)].slice(0, MOST_RECENT)
  mkdirSync(settingsFolder, { recursive: true })
  const bytes = Buffer.from(`${JSON.stringify({ recentFolders: recent, defaultFolder: folder }, null, 2)}\n`)
  writeFileDurably(systemFiles, settingsFolder, FILE, bytes)
}

/** A folder to propose for a new archive: one that is not there yet. */
export function proposedFolder(): string {
  return freshFolder(join(homedir(), 'VanKho'))
}

/** The folder itself, or with a number behind it where there is one of that name. */
export function freshFolder(folder: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? folder : `${folder}-${n}`
    if (!existsSync(name)) return name
  }
}
