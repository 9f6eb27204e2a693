import { parentPort } from 'node:worker_threads'
import type { StoredFile } from '../vault/stored-file.ts'
import { extract } from './extract.ts'
import type { MediaType, ReadResult } from './read-result.ts'

/** What the thread says: it begins on a file of so many bytes, it is of this kind, it has read another page, it is done. */
export type ReadNews = Readonly<{ bytes: number } | { kind: MediaType } | { page: number } | { result: ReadResult }>

/** The thread an extractor runs in: one file at a time, asked by where it lies, answered with data. */
const port = parentPort
const tell = (news: ReadNews): void => port?.postMessage(news)

port?.on('message', (file: StoredFile) => {
  extract(file, {
    onBegun: (bytes) => tell({ bytes }),
    onKind: (kind) => tell({ kind }),
    onPage: (page) => tell({ page })
  }).then(
    (result) => tell({ result }),
    () => tell({ result: { ok: false, code: 'file-damaged', mediaType: null, detail: { problem: 'reader' } } })
  )
})
