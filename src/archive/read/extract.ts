import type { DocumentText } from '#domain/text/page-text.ts'
import { openRegular } from '../files/open-regular.ts'
import { readSignatures } from '../signature/read-signatures.ts'
import { openWhole } from '../vault/sealer.ts'
import { CONTENT, type FileSource, type StoredFile, storedFileOf, storedSize } from '../vault/stored-file.ts'
import { readDoc } from './doc.ts'
import { readDocx } from './docx.ts'
import { readOdt } from './odt.ts'
import { readPdf } from './pdf.ts'
import { type MediaType, MOST_BYTES, type ReadResult, UnreadableFile } from './read-result.ts'
import { readRtf } from './rtf.ts'
import { sniff } from './sniff.ts'
import { readText } from './text.ts'

/** How a reading goes on, for whoever keeps its limits. */
export type ReadProgress = Readonly<{
  onBegun?(bytes: number): void
  /** Told before the content is read: whoever must end the reading knows then what kind of file it was. */
  onKind?(mediaType: MediaType): void
  onPage?(page: number): void
}>

/** Reads a file's text, or says why it cannot be. Never throws: what a reader throws means a damaged file. */
export async function extract(source: FileSource, progress: ReadProgress = {}): Promise<ReadResult> {
  let bytes: Buffer
  try {
    const loaded = await load(storedFileOf(source), progress)
    if ('ok' in loaded) return loaded
    bytes = loaded
  } catch (error) {
    return {
      ok: false,
      code: 'io-error',
      mediaType: null,
      detail: { problem: String((error as { code?: string }).code) }
    }
  }
  const found = sniff(bytes)
  if ('code' in found) {
    return { ok: false, code: found.code, mediaType: found.mediaType, detail: { problem: found.problem } }
  }
  progress.onKind?.(found.mediaType)
  try {
    return await readAs(found.mediaType, bytes, progress)
  } catch (error) {
    const { mediaType } = found
    if (error instanceof UnreadableFile) return { ok: false, code: error.code, mediaType, detail: error.detail }
    return { ok: false, code: 'file-damaged', mediaType, detail: { problem: 'content' } }
  }
}

async function readAs(mediaType: MediaType, bytes: Buffer, { onPage }: ReadProgress): Promise<ReadResult> {
  switch (mediaType) {
    case 'application/pdf': {
      const { count, ...text } = await readPdf(bytes, onPage)
      const signatures = await readSignatures(bytes)
      return { ok: true, text: signatures.length > 0 ? { ...text, signatures } : text, mediaType, pages: count }
    }
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return paged(await readDocx(bytes), mediaType)
    case 'application/msword':
      return paged(readDoc(bytes), mediaType)
    case 'application/vnd.oasis.opendocument.text':
      return paged(readOdt(bytes), mediaType)
    case 'application/rtf':
      return paged(readRtf(bytes), mediaType)
    case 'text/plain':
      return paged(readText(bytes), mediaType)
    default:
      return { ok: true, text: { kind: 'scan', pages: [blankPage()] }, mediaType, pages: 1 }
  }
}

/** Word-processor files and plain text have as many pages as their own breaks make. */
function paged(text: DocumentText, mediaType: MediaType): ReadResult {
  return { ok: true, text, mediaType, pages: text.pages.length }
}

function blankPage() {
  return { page: 1, text: '', width: 0, height: 0, runs: [] }
}

async function load({ path, key }: StoredFile, { onBegun }: ReadProgress): Promise<Buffer | ReadResult> {
  const file = await openRegular(path)
  if (!file) return { ok: false, code: 'file-unsupported', mediaType: null, detail: { problem: 'not-a-file' } }
  try {
    const info = await file.stat()
    if (info.size > MOST_BYTES && storedSize({ path, key }) > MOST_BYTES)
      return { ok: false, code: 'file-too-large', mediaType: null, detail: { most: MOST_BYTES } }
    onBegun?.(info.size)
    const bytes = await file.readFile()
    return key ? openWhole(key, CONTENT, bytes) : bytes
  } finally {
    await file.close()
  }
}
