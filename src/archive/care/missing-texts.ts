import { OperationError } from '#contract/failures.ts'
import type { OriginalStore, TextStore } from '../archive-context.ts'
import type { LedgerEvent } from '../ledger/events.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { readFile } from '../read/read-file.ts'
import { EXTRACTOR } from '../read/read-result.ts'

export type FiledFile = Readonly<{
  sha256: string
  name: string
  bytes: number
  textKind: string
  documentId: string
}>

/** Files an event brings into the archive. */
export function filesOf(event: LedgerEvent): readonly FiledFile[] {
  if (event.kind === 'document-filed') {
    return event.data.files.map((file) => ({ ...file, documentId: event.data.documentId }))
  }
  if (event.kind === 'file-attached') return [{ ...event.data.file, documentId: event.data.documentId }]
  if (event.kind === 'proof-attached') return [{ ...event.data.file, textKind: 'none' }]
  return []
}

/** Reads again, from the originals, every text that is not there or not what was written. Says how many it made. */
export async function remakeTexts(
  ledger: Ledger,
  stores: Readonly<{ originals: OriginalStore; texts: TextStore }>,
  options: Readonly<{ from?: number; signal?: AbortSignal; step?(name: string): void }> = {}
): Promise<number> {
  const lost = lostTexts(ledger, stores, options.from ?? 1)
  let made = 0
  async function lane(): Promise<void> {
    for (let next = lost.next(); !next.done; next = lost.next()) {
      const { sha256, name } = next.value
      if (options.signal?.aborted) throw new OperationError('cancelled')
      options.step?.(name)
      const result = await readFile(stores.originals.file(sha256), { signal: options.signal })
      if (!result.ok) continue
      stores.texts.put(sha256, result.text, EXTRACTOR)
      made++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return made
}

/** Files read at the same time, each in a thread of its own. */
const AT_ONCE = 2

/** A text on a bad spot of the disk is as good as lost: it is written anew elsewhere. A system that had no handle left says nothing of it. */
function isLost(texts: TextStore, sha256: string): boolean {
  try {
    return texts.get(sha256) === null
  } catch (error) {
    if (error instanceof OperationError && error.detail.problem === 'EIO') return true
    throw error
  }
}

function* lostTexts(
  ledger: Ledger,
  stores: Readonly<{ originals: OriginalStore; texts: TextStore }>,
  from: number
): Generator<FiledFile> {
  const seen = new Set<string>()
  for (const event of ledger.read(from)) {
    for (const file of filesOf(event)) {
      if (file.textKind === 'none' || seen.has(file.sha256)) continue
      seen.add(file.sha256)
      if (isLost(stores.texts, file.sha256) && stores.originals.has(file.sha256)) yield file
    }
  }
}
