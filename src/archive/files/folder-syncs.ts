import type { FileLayer } from './file-layer.ts'

/** Folders synced at the same time: the disk takes them together. */
const AT_ONCE = 4

/**
 * Folders in which names were made that do not last yet. A filing makes names in many; they are synced together, each
 * once, before the ledger says anything that counts on them (design §3). After one that failed nobody knows what the disk
 * holds: nothing is tried again, and every later call fails too.
 */
export type FolderSyncs = Readonly<{
  add(folder: string): void
  /** Syncs what there is without holding up the thread, so that `settle` has little left to do. */
  settleLater(): Promise<void>
  settle(): void
}>

export function folderSyncs(files: Pick<FileLayer, 'syncFolder' | 'syncFolderLater'>): FolderSyncs {
  /** When a name was last made in it: one made while the folder was being synced may have come too late. */
  const waiting = new Map<string, number>()
  let turn = 0
  let failure: unknown = null

  function failed(error: unknown): unknown {
    failure = error
    return error
  }

  return {
    add: (folder) => void waiting.set(folder, ++turn),
    settle() {
      if (failure !== null) throw failure
      try {
        for (const folder of waiting.keys()) files.syncFolder(folder)
      } catch (error) {
        throw failed(error)
      }
      waiting.clear()
    },
    async settleLater() {
      if (failure !== null) throw failure
      const left = [...waiting]
      const work = async (): Promise<void> => {
        for (let next = left.pop(); next !== undefined && failure === null; next = left.pop()) {
          const [folder, made] = next
          await files.syncFolderLater(folder)
          if (waiting.get(folder) === made) waiting.delete(folder)
        }
      }
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, work))
      } catch (error) {
        throw failed(error)
      }
    }
  }
}
