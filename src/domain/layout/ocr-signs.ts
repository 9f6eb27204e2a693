import { fold } from '../text/fold.ts'
import type { Sheet } from './cells.ts'
import type { Noise } from './mend/noise.ts'
import { findTitle } from './titles.ts'

/** Marks and letters no Vietnamese paper is written with. */
const ODD = /[‡†ƒ¬‹›«»\\|Ø£¥©®§¤¢{}^`ˆ¦ŸÿäëïöüñÄËÏÖÜÑ¡¿]/gu
/** What a program of electronic signatures prints on the page. */
const BANNER = /^[^a-z]{0,4}(?:ky boi|thoi gian ky|ngay ky|co quan)\s*:/
/** The Official Gazette sets every paper anew, in type. */
const GAZETTE = /cong bao\s?\/\s?so\s?\d/
/** From this share of small words that are none a text is spoilt letter by letter; one such word is a typist's slip. */
const SPOILT = 0.009
const SAMPLE = 3000
const WORD = /\p{L}{2,}/gu
const STOPPED = /(?:c|ch|p|t)$/
const ACUTE_OR_DOT = /[\u0301\u0323]/
const MARKED = /[\u0302\u0306\u031b]/
/** Rimes that a Vietnamese syllable may end on; anything else in a word with Vietnamese marks was misread. */
const SYLLABLE =
  /^(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x)?[aăâeêioôơuưy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/

/**
 * True when the text looks as if an OCR engine had read it: columns run together, a misspelt title, letters Vietnamese does
 * not write. Number and date of such a page were written by hand more often than not: at most hints (domain.md §8).
 */
export function looksRead(sheet: Sheet): boolean {
  const sample = sheet.text.slice(0, SAMPLE)
  const head = sheet.cells.slice(0, 60)
  let signs = 0
  if (head.some((cell) => cell.joined)) signs += 2
  const title = findTitle(head)
  if (title && !isSpeltRight(title.cell.text)) signs += 1
  if ((sample.match(ODD)?.length ?? 0) >= 3) signs += 1
  return signs + misreadSigns(sample) >= 2
}

/**
 * True where the page itself is a picture that was read: columns run together, the banner of an electronic signature, or
 * signs of reading in words that are all sound, as engines with a dictionary give them. Its own number and day were written
 * by hand more often than not.
 */
export function looksScanned(sheet: Sheet, noise: Noise): boolean {
  const head = sheet.cells.slice(0, 60)
  const set = sheet.cells.some((cell) => GAZETTE.test(cell.folded))
  return (
    head.some((cell) => cell.joined || (!set && BANNER.test(cell.folded))) || (!isSpoilt(noise) && looksRead(sheet))
  )
}

export function isSpoilt(noise: Noise): boolean {
  return noise.words > 1 && noise.share >= SPOILT
}

/** True when a value bears no letter an engine put there: no odd mark, no word that is none. */
export function isSound(value: string): boolean {
  return value.search(ODD) < 0 && !(value.match(WORD) ?? []).some(isMisread)
}

/** The titles have only these spellings; "CỌNG" and "VIÊT" are an engine's. */
function isSpeltRight(title: string): boolean {
  const key = title.normalize('NFD').replace(/\s+/g, ' ').trim()
  return (
    /^(?:CO\u0323\u0302NG|CO\u0302\u0323NG) HO(?:A\u0300|\u0300A) XA\u0303 HO(?:\u0323\u0302|\u0302\u0323)I CHU\u0309 NGHI\u0303A VIE(?:\u0323\u0302|\u0302\u0323)T NAM$/.test(
      key
    ) || /^\S+ CO(?:\u0323\u0302|\u0302\u0323)NG SA\u0309N VIE(?:\u0323\u0302|\u0302\u0323)T NAM$/.test(key)
  )
}

/** A paper with letters of its own has none of these words (none in the corpus); one or two may be slips of the typist. */
function misreadSigns(sample: string): number {
  const words = sample.match(WORD) ?? []
  const misread = words.filter(isMisread).length
  if (misread >= 3 && misread / words.length > 0.006) return 2
  return misread >= 2 && misread / words.length > 0.003 ? 1 : 0
}

/**
 * Names are left out: those of the hill peoples are built otherwise (K'Đăm, Bkrông). A syllable on a stop needs sắc or nặng
 * ("đât" is no word); a marked word must have the build of a syllable.
 */
function isMisread(word: string): boolean {
  if (/^\p{Lu}/u.test(word)) return false
  const letters = word.toLowerCase().normalize('NFD')
  if (!/[\u0300-\u036f]/.test(letters)) return false
  const marked = MARKED.test(letters)
  if (marked && STOPPED.test(letters) && !ACUTE_OR_DOT.test(letters)) return true
  const base = letters.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')
  return !SYLLABLE.test(base) && fold(word).length === word.length
}
