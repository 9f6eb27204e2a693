import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentText } from '#domain/text/page-text.ts'
import type { TextStore } from '../archive-context.ts'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { type FileLayer, makeFolders, systemFiles, TEMPORARY, writeFileDurably } from '../files/file-layer.ts'
import type { FolderSyncs } from '../files/folder-syncs.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { openSmall, type SmallSeal, sealSmall } from '../vault/small-seal.ts'
import { plainVault, type Vault } from '../vault/vault.ts'
import { vaultOf } from '../vault/vaults.ts'

export const TEXTS = 'texts'
/** Filing reads a text right after it was written: a group of a bulk import is kept, but no more than so many letters. */
const MOST_KEPT = 64
const MOST_LETTERS = 4_000_000

type StoredText = Readonly<{ extractor: string; hash: string; text: DocumentText }>

/** Where the text of an original lies below the archive: `texts/ab/cd/<sha256>.json`, or under the name that stands for it. */
export function textParts(sha256: string, vault: Vault = plainVault): readonly [string, string, string, string] {
  const name = vault.nameOf(sha256)
  return [TEXTS, name.slice(0, 2), name.slice(2, 4), `${name}.json`]
}

/**
 * Extracted texts. Derived, and yet written as surely as an original: the replay of a fact after a crash reads them.
 * A text that is not what was written counts as none, and is read from the original again by a rebuild; one the disk did not
 * give is not lost, and whoever asked for it is told.
 */
export function openTexts(
  archiveFolder: string,
  files: FileLayer = systemFiles,
  syncs: Pick<FolderSyncs, 'add'> = { add: files.syncFolder },
  vault: Vault = plainVault
): TextStore {
  const later = { syncFolder: (folder: string): void => syncs.add(folder) }
  const kept = new Map<string, DocumentText>()
  let letters = 0
  return {
    put(sha256, text, extractor) {
      try {
        const [top, first, second, name] = textParts(sha256, vault)
        const folder = makeFolders(files, archiveFolder, top, first, second)
        writeFileDurably(files, folder, name, sealed(sha256, storedBytes(text, extractor)), join(archiveFolder, top))
        keep(sha256, text)
      } catch (error) {
        throw storageFailure(error)
      }
    },
    async store(sha256, text, extractor) {
      try {
        const [top, first, second, name] = textParts(sha256, vault)
        const folder = makeFolders(later, archiveFolder, top, first, second)
        const temporary = join(archiveFolder, top, `${TEMPORARY}${randomBytes(8).toString('hex')}`)
        try {
          await writeSynced(files, temporary, sealed(sha256, storedBytes(text, extractor)))
          await files.rename(temporary, join(folder, name))
        } catch (error) {
          await rm(temporary, { force: true })
          throw error
        }
        syncs.add(folder)
        keep(sha256, text)
      } catch (error) {
        throw storageFailure(error)
      }
    },
    get(sha256) {
      const known = kept.get(sha256)
      if (known) return known
      const stored = readStored(textFile(archiveFolder, sha256, vault))
      if (!stored) return null
      keep(sha256, stored.text)
      return stored.text
    }
  }

  function sealed(sha256: string, bytes: Uint8Array): Uint8Array {
    return sealSmall(textFile(archiveFolder, sha256, vault).seal, bytes)
  }

  function keep(sha256: string, text: DocumentText): void {
    letters += lettersOf(text) - lettersOf(kept.get(sha256))
    kept.delete(sha256)
    kept.set(sha256, text)
    for (const [oldest, old] of kept) {
      if (kept.size <= MOST_KEPT && (letters <= MOST_LETTERS || kept.size === 1)) break
      kept.delete(oldest)
      letters -= lettersOf(old)
    }
  }
}

function lettersOf(text: DocumentText | undefined): number {
  return text?.pages.reduce((sum, page) => sum + page.text.length, 0) ?? 0
}

async function writeSynced(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await files.syncHandle(handle)
  } finally {
    await handle.close()
  }
}

/** As `StoredText` lies on the disk; the text's letters are made once, for its hash and for the file. */
function storedBytes(text: DocumentText, extractor: string): Buffer {
  const json = JSON.stringify(text)
  const hash = createHash('sha256').update(json).digest('hex')
  return Buffer.from(`{"extractor":${JSON.stringify(extractor)},"hash":"${hash}","text":${json}}`)
}

/** The text as it lies on the disk, past what is kept in memory; null where it is missing or not what was written. */
export function storedText(archiveFolder: string, sha256: string): DocumentText | null {
  return readStored(textFile(archiveFolder, sha256, vaultOf(archiveFolder)))?.text ?? null
}

/** Where a text lies and what it is sealed by; plain data, so that it can be handed to another thread. */
export type TextFile = Readonly<{ path: string; seal: SmallSeal | null }>

/** A sealed text is good for its own paper alone. */
export function textFile(archiveFolder: string, sha256: string, vault: Vault): TextFile {
  return { path: join(archiveFolder, ...textParts(sha256, vault)), seal: vault.smallSeal(`text ${sha256}`) }
}

/** The file of a text as it is in a plain archive; null where `storedText` finds none. */
export function textFileBytes(archiveFolder: string, sha256: string): Uint8Array | null {
  const file = textFile(archiveFolder, sha256, vaultOf(archiveFolder))
  return readStored(file) && openSmall(file.seal, readFileSync(file.path))
}

/** Whether a text's file is what was written; throws where the disk did not give it. */
export function isStoredText(file: TextFile): boolean {
  return readStored(file) !== null
}

function readStored({ path, seal }: TextFile): StoredText | null {
  try {
    const stored = JSON.parse(openSmall(seal, readFileSync(path)).toString('utf8')) as StoredText
    return stored.hash === textHash(stored.text) ? stored : null
  } catch (error) {
    throwIfDiskFailed(error)
    return null
  }
}

function textHash(text: DocumentText): string {
  return createHash('sha256').update(JSON.stringify(text)).digest('hex')
}
