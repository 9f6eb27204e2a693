/** Smaller pictures are seals, logos and photographs. A4 at 100 dots per inch is 827 × 1169. */
const LEAST_WIDTH = 700
const LEAST_HEIGHT = 1000

/**
 * How many pictures of a page's size a PDF holds. Picture dictionaries always lie open in the file (a stream may not be
 * inside an object stream), so this needs no decoding: it costs a byte search, not seconds of unpacking scans.
 */
export function countPageImages(bytes: Buffer): number {
  let count = 0
  let at = 0
  for (;;) {
    at = bytes.indexOf('/Image', at)
    if (at < 0) return count
    if (isPageImage(dictionaryAround(bytes, at))) count++
    at += 6
  }
}

function dictionaryAround(bytes: Buffer, at: number): string {
  const from = bytes.lastIndexOf(' obj', at)
  const to = bytes.indexOf('stream', at)
  if (from < 0 || to < 0 || at - from > 2000 || to - at > 2000) return ''
  return bytes.toString('latin1', from, to)
}

function isPageImage(dictionary: string): boolean {
  if (!/\/Subtype\s*\/Image\b/.test(dictionary) || /\/ImageMask\s+true/.test(dictionary)) return false
  const width = Number(/\/Width\s+(\d+)/.exec(dictionary)?.[1] ?? 0)
  const height = Number(/\/Height\s+(\d+)/.exec(dictionary)?.[1] ?? 0)
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  return short >= LEAST_WIDTH && long >= LEAST_HEIGHT && long / short < 1.8
}
