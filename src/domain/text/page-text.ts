import type { FileSignature } from '../signature/file-signature.ts'

/** A run of letters set on one line. Offsets into its page's text; box in points, origin at the page's top left. */
export type TextRun = Readonly<{ start: number; end: number; x: number; y: number; w: number; h: number }>

/**
 * Says that a page's letters were read off its picture by a machine and may be wrong: a help for searching, never the
 * record. `doubtfulLines`: lines that only one of two readings found. `by`: the scanner's program laid them behind the
 * picture; without, this program read them.
 */
export type OcrMark = Readonly<{ doubtfulLines: number; by?: 'scanner' | undefined }>

/**
 * One page as read: NFC text, lines parted by "\n", columns standing side by side parted by four or more spaces.
 * `width` and `height` are points (595 × 842 for A4); a format without pages (DOCX, TXT) has no runs and size 0.
 */
export type PageText = Readonly<{
  page: number
  text: string
  width: number
  height: number
  runs: readonly TextRun[]
  ocr?: OcrMark | undefined
}>

/** born-digital: has its own letters; scan: an image of a page; mixed: both kinds of page; none: nothing to read (O01). */
export type TextKind = 'born-digital' | 'scan' | 'mixed' | 'none'

/** `signatures`: the digital signatures the file holds; none where the format has none. */
export type DocumentText = Readonly<{
  kind: TextKind
  pages: readonly PageText[]
  signatures?: readonly FileSignature[] | undefined
}>

/** What stands between two pages in the document text. */
export const PAGE_BREAK = '\f'

/** The document text: all pages joined by a form feed. Every `Evidence` counts in it. */
export function joinPages(pages: readonly PageText[]): string {
  return pages.map((page) => page.text).join(PAGE_BREAK)
}

/** Offset of each page's first letter in the document text. */
export function pageOffsets(pages: readonly PageText[]): readonly number[] {
  const offsets: number[] = []
  let at = 0
  for (const page of pages) {
    offsets.push(at)
    at += page.text.length + PAGE_BREAK.length
  }
  return offsets
}

/** Pages of a text that holds form feeds, as a plain-text file does. */
export function splitPages(text: string): readonly PageText[] {
  return text.split(PAGE_BREAK).map((part, index) => ({ page: index + 1, text: part, width: 0, height: 0, runs: [] }))
}
