import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from './connection.ts'

/** The thread a sealed database is copied in: it is of one instant, and takes seconds where it is large. */
const { from, to, key } = workerData as Readonly<{ from: string; to: string; key: Uint8Array }>
const db = openDatabase(from, { readonly: true, key })
try {
  db.prepare('VACUUM INTO ?').run(to)
} finally {
  db.close()
}
parentPort?.postMessage('done')
