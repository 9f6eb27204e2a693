/** Hidden files, notes that systems keep in folders, and files their program has not finished: nobody means them. */
const UNSEEN = /^(?:\.|~\$)|^(?:desktop\.ini|thumbs\.db)$/i
const UNFINISHED = /\.(?:tmp|part|partial|crdownload|filepart|download)$/i
/** A shortcut of Windows is a file that names another one, perhaps on another machine; it is never followed. */
const SHORTCUT = /\.(?:lnk|url|scf|library-ms|search-ms)$/i

export function isUnseen(name: string): boolean {
  return UNSEEN.test(name)
}

export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name)
}

export function isShortcut(name: string): boolean {
  return SHORTCUT.test(name)
}
