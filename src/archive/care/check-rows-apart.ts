import { Worker } from 'node:worker_threads'
import { OperationError } from '#contract/operation-error.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { threadAddress } from '../files/thread-address.ts'
import { dataKeyOf } from '../vault/vaults.ts'
import { type CheckRows, checkRows } from './check-rows.ts'
import type { FromRowsThread, RowsTask } from './rows-thread.ts'

/**
 * `checkRows` in a thread and a connection of its own: the comparing of a large archive takes minutes, and whoever searches
 * or files meanwhile waits for none of it. It sees one instant; what is filed later is for the next time.
 */
export const checkRowsApart: CheckRows = async (parts, depth, head, signal, find) => {
  const task: RowsTask = {
    folder: parts.folder,
    depth,
    head,
    encrypted: parts.encrypted,
    dataKey: dataKeyOf(parts.folder)
  }
  const worker = new Worker(threadAddress('rows-thread', import.meta.url), { workerData: task })
  const stop = (): void => worker.postMessage('stop')
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the thread that looks at rows ended')))
      worker.on('message', (said: FromRowsThread) => {
        if (said.type === 'found') find(said.code, said.documentId, said.detail)
        else if (said.type === 'done') resolve()
        else if (said.code === 'cancelled') reject(new OperationError('cancelled'))
        else reject(Object.assign(new Error(said.message), { code: said.code }))
      })
    })
  } finally {
    signal.removeEventListener('abort', stop)
    worker.removeAllListeners('exit')
    await worker.terminate()
  }
}

/** An archive that can only be read is looked at where it was made readable: its rows may lie in a copy. */
export function rowsOf(archive: OpenedArchive): CheckRows {
  return archive.mode === 'ready' ? checkRowsApart : checkRows
}
