import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { OperationError } from '#contract/operation-error.ts'
import type { ReadableDb } from '../../archive-context.ts'
import { threadAddress } from '../../files/thread-address.ts'
import { vaultOf } from '../../vault/vaults.ts'

/**
 * Copies an archive's database as it stands at one instant, write-ahead log included, while it is worked on; the copy of a
 * sealed one is sealed by the same key. SQLite's own backup knows no sealed target: there it is written anew, in a thread.
 */
export async function copyDatabase(db: ReadableDb, to: string): Promise<void> {
  const key = vaultOf(dirname(db.name)).databaseKey
  if (!key) {
    if (!existsSync(dirname(to))) throw new OperationError('io-error', { problem: 'ENOENT' })
    await db.backup(to)
    return
  }
  const worker = new Worker(threadAddress('copy-worker', import.meta.url), { workerData: { from: db.name, to, key } })
  await new Promise<void>((resolve, reject) => {
    let done = false
    worker.once('message', () => {
      done = true
    })
    worker.once('error', reject)
    worker.once('exit', () => (done ? resolve() : reject(new Error('the copying thread ended'))))
  })
}
