import { createHash, hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { OperationError } from '#contract/operation-error.ts'
import { hashFile } from '../originals/original-store.ts'
import { isStoredText, type TextFile } from '../texts/text-store.ts'
import { SealBroken } from '../vault/seal-broken.ts'
import type { StoredFile } from '../vault/stored-file.ts'

/** What a thread is asked of one file: the hash of its bytes, or whether it is a text as it was written. */
export type HashTask = Readonly<{ kind: 'file'; file: StoredFile } | { kind: 'text'; file: TextFile }>
/** The file's hash and length; for a text whether it is whole; or why it could not be read (`ENOENT`, `EIO` …). */
export type HashAnswer =
  | Readonly<{ sha256: string; bytes: number }>
  | Readonly<{ whole: boolean }>
  | Readonly<{ problem: string }>

/** Read at a time: a turning disk that serves two threads loses little by going from one to the other. */
const CHUNK = 4 << 20
const buffer = Buffer.allocUnsafeSlow(CHUNK)

/** Never throws. A sealed file of which the seal is broken has other bytes than it had: it hashes to nothing. */
export async function runTask(task: HashTask): Promise<HashAnswer> {
  try {
    if (task.kind === 'text') return { whole: isStoredText(task.file) }
    return task.file.key === null ? hashNow(task.file.path) : await hashFile(task.file)
  } catch (error) {
    if (error instanceof SealBroken) return { sha256: '', bytes: 0 }
    return { problem: problemOf(error) }
  }
}

function problemOf(error: unknown): string {
  if (error instanceof OperationError) return String(error.detail.problem ?? error.code)
  return (error as NodeJS.ErrnoException).code ?? 'unreadable'
}

/** Reads and hashes without giving up the thread: it has nothing else to do. */
function hashNow(path: string): { sha256: string; bytes: number } {
  const fd = openSync(path, 'r')
  try {
    const first = readSync(fd, buffer, 0, CHUNK, null)
    if (first < CHUNK && first === fstatSync(fd).size) {
      return { sha256: hash('sha256', buffer.subarray(0, first)), bytes: first }
    }
    const made = createHash('sha256').update(buffer.subarray(0, first))
    let bytes = first
    for (let read = first; read > 0; ) {
      read = readSync(fd, buffer, 0, CHUNK, null)
      made.update(buffer.subarray(0, read))
      bytes += read
    }
    return { sha256: made.digest('hex'), bytes }
  } finally {
    closeSync(fd)
  }
}
