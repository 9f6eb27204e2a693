import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentText } from '#domain/text/page-text.ts'
import type { TextStore } from '../archive-context.ts'
import { type FileLayer, makeFolders, systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'

export const TEXTS = 'texts'
/** Filing reads a text right after it was written; so few are kept. */
const MOST_KEPT = 8

type StoredText = Readonly<{ extractor: string; hash: string; text: DocumentText }>

/** Where the text of an original lies below the archive: `texts/ab/cd/<sha256>.json`. */
export function textParts(sha256: string): readonly [string, string, string, string] {
  return [TEXTS, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.json`]
}

/**
 * Extracted texts. Derived, and yet written as surely as an original: the replay of a fact after a crash reads them.
 * A text that is not what was written counts as none, and is read from the original again by a rebuild.
 */
export function openTexts(archiveFolder: string, files: FileLayer = systemFiles): TextStore {
  const kept = new Map<string, DocumentText>()
  return {
    put(sha256, text, extractor) {
      try {
        const [top, first, second, name] = textParts(sha256)
        const folder = makeFolders(files, archiveFolder, top, first, second)
        const stored: StoredText = { extractor, hash: textHash(text), text }
        writeFileDurably(files, folder, name, Buffer.from(JSON.stringify(stored)), join(archiveFolder, top))
        keep(sha256, text)
      } catch (error) {
        throw storageFailure(error)
      }
    },
    get(sha256) {
      const known = kept.get(sha256)
      if (known) return known
      const stored = readStored(join(archiveFolder, ...textParts(sha256)))
      if (!stored) return null
      keep(sha256, stored.text)
      return stored.text
    }
  }

  function keep(sha256: string, text: DocumentText): void {
    kept.delete(sha256)
    kept.set(sha256, text)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break
      kept.delete(oldest)
    }
  }
}

/** The text as it lies on the disk, past what is kept in memory; null where it is missing or not what was written. */
export function storedText(archiveFolder: string, sha256: string): DocumentText | null {
  return readStored(join(archiveFolder, ...textParts(sha256)))?.text ?? null
}

function readStored(path: string): StoredText | null {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as StoredText
    return stored.hash === textHash(stored.text) ? stored : null
  } catch {
    return null
  }
}

function textHash(text: DocumentText): string {
  return createHash('sha256').update(JSON.stringify(text)).digest('hex')
}
