import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { OperationError } from '#contract/failures.ts'

/** Kept free beyond what a write needs: SQLite and the ledger must be able to finish what they began. */
const MARGIN = 16 * 1024 * 1024

/** Folders a program copies to other machines behind our back: two copies of one archive would part ways. */
const SYNC_FOLDER =
  /^(?:onedrive.*|dropbox.*|google ?drive|my drive|drive de google|icloud ?drive|box sync|pcloud ?drive|nextcloud|syncthing)$/i
/** NFS, SMB, CIFS, SMB2, AFS, Ceph: file locks are not to be trusted there. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400])

/** What speaks against an archive in this folder; null: nothing is known. */
export function folderRisk(folder: string): 'network-folder' | 'sync-folder' | null {
  if (/^(?:\\\\|\/\/)[^\\/]/.test(folder)) return 'network-folder'
  if (
    resolve(folder)
      .split(/[\\/]/)
      .some((part) => SYNC_FOLDER.test(part))
  )
    return 'sync-folder'
  try {
    return NETWORK_TYPES.has(statfsSync(nearestExisting(folder)).type) ? 'network-folder' : null
  } catch {
    return null
  }
}

/** Refuses a folder no archive may be made in. An archive that lies there already is opened with a warning. */
export function requireUsableFolder(folder: string): void {
  const risk = folderRisk(folder)
  if (risk) throw new OperationError('folder-unusable', { problem: risk })
  const there = nearestExisting(folder)
  if (!statSync(there).isDirectory()) throw new OperationError('folder-unusable', { problem: 'not-a-folder' })
  if (!isWritable(there)) throw new OperationError('folder-unusable', { problem: 'not-writable' })
}

export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Names in a folder; none where it is not there. */
export function namesIn(folder: string): readonly string[] {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : []
}

/** Refuses before the first byte where a write of this size would fill the disk. */
export function requireSpace(folder: string, bytes: number): void {
  let free: number
  try {
    const stats = statfsSync(nearestExisting(folder))
    free = stats.bavail * stats.bsize
  } catch {
    return // no such measure on this disk: the write itself will tell
  }
  if (free < bytes + MARGIN) throw new OperationError('disk-full', { needed: bytes + MARGIN, free })
}

function nearestExisting(folder: string): string {
  let at = resolve(folder)
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  return at
}
