import { parentPort } from 'node:worker_threads'
import { extract } from './extract.ts'

/** The thread an extractor runs in: one file at a time, asked by path, answered with data. */
const port = parentPort
port?.on('message', (path: string) => {
  extract(path).then(
    (result) => port.postMessage(result),
    () => port.postMessage({ ok: false, code: 'file-damaged', mediaType: null, detail: { problem: 'reader' } })
  )
})
