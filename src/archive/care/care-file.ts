import { join } from 'node:path'
import type { VerifyReport } from '#contract/operations/archive.ts'
import type { DrillReport } from '#contract/operations/care.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'

const FILE = 'care.json'

/** What was last done for the archive's safety; no fact of it, lost without harm. */
export type CareRecord = Readonly<{
  lastBackupAt: string | null
  lastVerify: Readonly<{ report: VerifyReport; at: string }> | null
  lastDrill: DrillReport | null
}>

export function readCare(folder: string): CareRecord {
  try {
    const { lastBackupAt, lastVerify, lastDrill } = JSON.parse(
      readSmall(folder, FILE, join(folder, FILE))
    ) as Partial<CareRecord>
    return { lastBackupAt: lastBackupAt ?? null, lastVerify: lastVerify ?? null, lastDrill: lastDrill ?? null }
  } catch {
    return { lastBackupAt: null, lastVerify: null, lastDrill: null }
  }
}

export function saveCare(archive: OpenedArchive, change: Partial<CareRecord>): void {
  if (!archive.folderWritable) return
  try {
    const bytes = sealedFor(archive.folder, FILE, JSON.stringify({ ...readCare(archive.folder), ...change }))
    writeFileDurably(systemFiles, archive.folder, FILE, bytes)
  } catch (error) {
    archive.log(error, 'care')
  }
}
