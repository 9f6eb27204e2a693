import type { PageText } from '#domain/text/page-text.ts'
import type { StoredFile } from '../vault/stored-file.ts'

/** Stamped on every stored text that OCR had a hand in; the text of the file itself is stamped by its own reader. */
export const OCR_EXTRACTOR = 'van-kho-ocr/3 tesseract.js/7.0.0 vie/4.0.0_best_int'

export type OcrProblem =
  | 'cancelled'
  | 'too-slow'
  | 'too-heavy'
  /** The page or the whole file cannot be drawn. */
  | 'undrawable'
  /** The thread or the engine in it died. */
  | 'died'

/** A page read, and how many the file has; or why it was not. */
export type OcrResult =
  | Readonly<{ ok: true; page: PageText; count: number }>
  | Readonly<{ ok: false; problem: OcrProblem }>

/** What the thread is asked. */
export type OcrQuestion = Readonly<{ file: StoredFile; mediaType: string; page: number }>
