import { parentPort } from 'node:worker_threads'
import type { StoredFile } from '../vault/stored-file.ts'
import { readSheets } from './read-sheets.ts'

/** The thread a workbook is read in: asked once, answered with its rows. */
const port = parentPort
port?.on('message', (file: StoredFile) => {
  readSheets(file).then(
    (read) => port.postMessage(read),
    () => port.postMessage({ ok: false, code: 'file-damaged', problem: 'reader' })
  )
})
