/** Files of a folder that no clerk means: what systems and Word leave lying about. */
const LITTER = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i

/** All files let go of, folders opened, in order of their names. Must be called while the event lasts. */
export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry())
  if (!entries.some((entry) => entry?.isDirectory)) return [...data.files]
  const files: File[] = []
  for (const entry of entries) if (entry) await collect(entry, files)
  return files
}

/** What a chosen folder holds, without litter. */
export function withoutLitter(files: Iterable<File>): readonly File[] {
  return [...files].filter((file) => !LITTER.test(file.name))
}

async function collect(entry: FileSystemEntry, into: File[]): Promise<void> {
  if (LITTER.test(entry.name)) return
  if (entry.isFile) {
    into.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)))
    return
  }
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader())
  for (const one of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) await collect(one, into)
}

/** A folder gives its entries a hundred at a time, and none when there are no more. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}
