import type { FailureCode, FailureDetail } from '#contract/failures.ts'
import { MOST_FILE_BYTES } from '#contract/limits.ts'
import type { DocumentText } from '#domain/text/page-text.ts'

/** Stamped on every stored text, so that a better extractor knows what to read again. */
export const EXTRACTOR = 'van-kho/3 pdfjs-dist/6.5.438 mammoth/1.13.0'

/** Larger files are refused (issue: a 300 MB file); the limit is checked before a byte is read. */
export const MOST_BYTES = MOST_FILE_BYTES

export type MediaType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/msword'
  | 'application/vnd.oasis.opendocument.text'
  | 'application/rtf'
  | 'text/plain'
  | 'image/jpeg'
  | 'image/png'
  | 'image/tiff'

/** The usual ending of a file of this type. */
export const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/msword': '.doc',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/rtf': '.rtf',
  'text/plain': '.txt',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/tiff': '.tif'
}

export type FileRead = Readonly<{ ok: true; text: DocumentText; mediaType: MediaType; pages: number }>

/** `mediaType` is known even of a file that could not be read, where its content shows it. */
export type FileUnread = Readonly<{ ok: false; code: FailureCode; mediaType: MediaType | null; detail: FailureDetail }>

export type ReadResult = FileRead | FileUnread

/** Thrown by an extractor to say what is wrong with the file; everything else it throws means the file is damaged. */
export class UnreadableFile extends Error {
  readonly code: FailureCode
  readonly detail: FailureDetail
  constructor(code: FailureCode, problem: string) {
    super(`${code}: ${problem}`)
    this.name = 'UnreadableFile'
    this.code = code
    this.detail = { problem }
  }
}
