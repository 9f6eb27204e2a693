import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { DATABASE, LEDGER } from '../archive-file.ts'
import { systemFiles } from '../files/file-layer.ts'
import { folderSyncs } from '../files/folder-syncs.ts'
import { openLedger } from '../ledger/ledger.ts'
import { openDatabase } from '../store/db/connection.ts'
import { openTexts } from '../texts/text-store.ts'
import { openVault } from '../vault/vaults.ts'
import { checkRows } from './check-rows.ts'

export type RowsTask = Readonly<{
  folder: string
  depth: 'rows' | 'full'
  head: number
  encrypted: boolean
  dataKey: Uint8Array | null
}>

export type FromRowsThread =
  | Readonly<{ type: 'found'; code: string; documentId: string | null; detail: string }>
  | Readonly<{ type: 'done' }>
  | Readonly<{ type: 'failed'; code: string; message: string }>

/** A thread that looks at the rows of one archive as they stand at one instant, and ends. */
const stop = new AbortController()
const say = (what: FromRowsThread): void => parentPort?.postMessage(what)
parentPort?.on('message', () => stop.abort())
parentPort?.unref()

const task = workerData as RowsTask
try {
  await look(task)
  say({ type: 'done' })
} catch (error) {
  const { code, message } = error as Readonly<{ code?: unknown; message?: unknown }>
  say({ type: 'failed', code: String(code ?? ''), message: String(message ?? error) })
}

async function look({ folder, depth, head, encrypted, dataKey }: RowsTask): Promise<void> {
  const { vault, close } = openVault(folder, dataKey)
  const db = openDatabase(join(folder, DATABASE), { readonly: true })
  try {
    // One instant for every question; the ledger, read after it, holds every line the rows came from.
    db.exec('BEGIN')
    db.prepare('SELECT count(*) FROM meta').get()
    const ledger = openLedger(join(folder, LEDGER), { seal: vault.ledger })
    const texts = openTexts(folder, systemFiles, folderSyncs(systemFiles), vault)
    try {
      await checkRows(
        { folder, db, ledger, texts, encrypted },
        depth,
        Math.max(head, ledger.head().seq),
        stop.signal,
        (code, documentId, detail) => say({ type: 'found', code, documentId, detail })
      )
    } finally {
      ledger.close()
    }
  } finally {
    db.close()
    close()
  }
}
