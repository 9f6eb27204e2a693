import type { OutputOf } from '#contract/operations.ts'

export type FolderList = OutputOf<'folders.list'>
export type FolderRow = FolderList['folders'][number]
/** What the folder is wanted for: an archive to open, a backup to restore, or any place that can be written to. */
export type FolderPurpose = 'archive' | 'backup' | 'place'

/** Name of a new folder made fit for a path of Windows and Linux: no separators, no signs Windows refuses, no dots at the ends. */
export function cleanFolderName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
}

/** The path of a folder below another, with the separator the engine's machine uses. */
export function joinFolder(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return name === '' ? folder : `${folder.replace(/[\\/]+$/, '')}${separator}${name}`
}

/** The folder a folder lies in; null at the top. */
export function parentFolder(folder: string): string | null {
  const cut = folder.replace(/[\\/]+$/, '').replace(/[^\\/]+$/, '')
  return cut === '' ? null : cut.length > 1 ? cut.replace(/(?<!:)[\\/]$/, '') : cut
}

/** What would be chosen now, or null when it does not fit the purpose. `known` says what the listed folder itself is. */
export function folderChosen(
  list: FolderList,
  row: FolderRow | null,
  purpose: FolderPurpose,
  newName: string | null,
  known: Pick<FolderRow, 'isArchive' | 'isBackup'> | null
): string | null {
  if (purpose === 'place') {
    const base = row?.path ?? list.folder
    if (row === null && !list.writable) return null
    if (newName === null) return base
    const name = cleanFolderName(newName)
    return name === '' ? null : joinFolder(base, name)
  }
  const fits = (one: Pick<FolderRow, 'isArchive' | 'isBackup'> | null) =>
    (purpose === 'archive' ? one?.isArchive : one?.isBackup) === true
  if (row) return fits(row) ? row.path : null
  return fits(known) ? list.folder : null
}
