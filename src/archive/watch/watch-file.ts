import { join } from 'node:path'
import type { WatchSettings } from '#contract/operations/watch.ts'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'

const FILE = 'watch.json'
/** Files left in the folder that are remembered as taken. */
const MOST_TAKEN = 20_000

/** A file as it stood when it was taken: changed since, it is another one. */
export type TakenFile = Readonly<{ name: string; size: number; changedAt: number }>
export type WatchFile = Readonly<{ settings: WatchSettings; taken: readonly TakenFile[] }>

const OFF: WatchSettings = { on: false, folder: null, seconds: 10, after: 'move' }

/** What is set for the watched folder, beside the archive; no fact of it. */
export function readWatch(archiveFolder: string): WatchFile {
  try {
    const { settings, taken } = JSON.parse(
      readSmall(archiveFolder, FILE, join(archiveFolder, FILE))
    ) as Partial<WatchFile>
    return { settings: { ...OFF, ...settings }, taken: taken ?? [] }
  } catch {
    return { settings: OFF, taken: [] }
  }
}

export function saveWatch(archiveFolder: string, watch: WatchFile): void {
  const kept = { settings: watch.settings, taken: watch.taken.slice(-MOST_TAKEN) }
  writeFileDurably(systemFiles, archiveFolder, FILE, sealedFor(archiveFolder, FILE, JSON.stringify(kept)))
}
