import { Worker } from 'node:worker_threads'
import { threadAddress } from '../files/thread-address.ts'
import { type FileSource, storedFileOf } from '../vault/stored-file.ts'
import { SHEET_LIMITS, type SheetsRead } from './sheet.ts'

/** Reads a workbook in a thread of its own, bounded in time and memory: the engine goes on answering meanwhile. Never throws. */
export function sheetsOf(file: FileSource, milliseconds: number = SHEET_LIMITS.milliseconds): Promise<SheetsRead> {
  const worker = new Worker(threadAddress('sheet-worker', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: SHEET_LIMITS.megabytes },
    stdout: true,
    stderr: true
  })
  return new Promise((resolve) => {
    const end = (read: SheetsRead): void => {
      clearTimeout(timer)
      resolve(read)
      void worker.terminate()
    }
    const damaged = (problem: string): void => end({ ok: false, code: 'file-damaged', problem })
    const timer = setTimeout(() => damaged('too-slow'), milliseconds)
    worker.on('message', (read: SheetsRead) => end(read))
    worker.on('error', () => damaged('too-heavy'))
    worker.on('exit', () => damaged('reader'))
    worker.postMessage(storedFileOf(file))
  })
}
