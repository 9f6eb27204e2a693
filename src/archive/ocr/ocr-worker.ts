import { parentPort } from 'node:worker_threads'
import type { StoredFile } from '../vault/stored-file.ts'
import type { OcrQuestion, OcrResult } from './ocr-result.ts'
import { openPages, type PageSource } from './page-source.ts'
import { readPage } from './read-page.ts'
import { type Recognizer, startRecognizer } from './recognizer.ts'

/** The thread pages are drawn and read in: one at a time, the last file kept open for its next page. */
const port = parentPort
let open: { path: string; source: PageSource } | null = null
let recognizer: Promise<Recognizer> | null = null

async function answer({ file, mediaType, page }: OcrQuestion): Promise<OcrResult> {
  recognizer ??= startRecognizer()
  const engine = await recognizer
  let source: PageSource
  try {
    source = await sourceOf(file, mediaType)
  } catch {
    return { ok: false, problem: 'undrawable' }
  }
  if (page > source.count) return { ok: false, problem: 'undrawable' }
  return { ok: true, page: await readPage(source, engine, page), count: source.count }
}

async function sourceOf(file: StoredFile, mediaType: string): Promise<PageSource> {
  if (open?.path === file.path) return open.source
  await open?.source.close()
  open = null
  const source = await openPages(file, mediaType)
  open = { path: file.path, source }
  return source
}

port?.on('message', (question: OcrQuestion) => {
  answer(question).then(
    (result) => port.postMessage(result),
    () => port.postMessage({ ok: false, problem: recognizer === null ? 'died' : 'undrawable' })
  )
})
