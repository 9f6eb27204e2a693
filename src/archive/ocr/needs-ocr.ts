import type { DocumentText, PageText } from '#domain/text/page-text.ts'

const READABLE = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'])
/** A page of a mixed file with fewer letters has none of its own. */
const FEWEST = 16
/** On a scan the letters of a signing service's stamp ("TRUNG TÂM CÔNG BÁO …") are not the page's text. */
const FEWEST_ON_SCAN = 150

/** Pages of a file whose letters must be read off the picture, and were not yet. */
export function pagesWithoutText(mediaType: string, text: DocumentText): readonly number[] {
  if (!READABLE.has(mediaType) || (text.kind !== 'scan' && text.kind !== 'mixed')) return []
  const fewest = text.kind === 'scan' ? FEWEST_ON_SCAN : FEWEST
  return text.pages.filter((page) => !isOwnOcr(page) && letters(page) < fewest).map((page) => page.page)
}

/** Whether this program read letters of it off a picture. */
export function hasOcr(text: DocumentText): boolean {
  return text.pages.some(isOwnOcr)
}

function isOwnOcr({ ocr }: PageText): boolean {
  return ocr !== undefined && ocr.by === undefined
}

export function hasLetters(text: DocumentText): boolean {
  return text.pages.some((page) => letters(page) > 0)
}

function letters(page: PageText): number {
  return page.text.match(/\p{L}/gu)?.length ?? 0
}
