import { parentPort } from 'node:worker_threads'
import { readSheets } from './read-sheets.ts'

/** The thread a workbook is read in: asked once by path, answered with its rows. */
const port = parentPort
port?.on('message', (path: string) => {
  readSheets(path).then(
    (read) => port.postMessage(read),
    () => port.postMessage({ ok: false, code: 'file-damaged', problem: 'reader' })
  )
})
