/** Where letters with case or marks and the signs above are; outside, ideographs and syllables fold to themselves. */
const FOLDING = [
  [0x0041, 0x2cff],
  [0xa640, 0xa7ff],
  [0xf900, 0xffff]
] as const

/** For each UTF-16 unit its folded unit: marks dropped, đ → d, lower case. Worked out once, when it is first met; 0 before. */
const TABLE = new Uint16Array(0x10000)

/**
 * Folds text for finding: marks dropped, đ and ð → d, lower case, dashes and no-break spaces made plain.
 * On NFC text it keeps every offset, so that what is found in the fold stands there in the text.
 */
export function fold(text: string): string {
  if (text.length <= SHORT) return foldShort(text)
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) units[at] = foldedUnit(text.charCodeAt(at))
  let folded = ''
  for (let at = 0; at < units.length; at += 4096) folded += String.fromCharCode(...units.subarray(at, at + 4096))
  return folded
}

/** Up to here letters are put together one by one: most texts folded are words. */
const SHORT = 40

function foldShort(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) folded += String.fromCharCode(foldedUnit(text.charCodeAt(at)))
  return folded
}

/**
 * A name's key: two names are the same when their keys are equal whatever the marks' place, i or y, case, dashes and
 * spaces ("Huyện uỷ  Đức Lâm" = "HUYỆN ỦY ĐỨC LÂM").
 */
export function foldKey(text: string): string {
  return fold(text.normalize('NFC'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\b(h|k|l|m|s|t|v|qu)y\b/g, '$1i')
}

function foldedUnit(unit: number): number {
  return TABLE[unit] || learn(unit)
}

function learn(unit: number): number {
  const folded = FOLDING.some(([from, to]) => unit >= from && unit <= to) ? foldUnit(unit) : unit
  TABLE[unit] = folded
  return folded
}

function foldUnit(unit: number): number {
  const letter = String.fromCharCode(unit)
  if (unit >= 0xd800 && unit <= 0xdfff) return unit
  if ('đĐðÐ'.includes(letter)) return 0x64
  if ('\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad'.includes(letter)) return 0x2d
  if ('\u2044\u2215\uff0f'.includes(letter)) return 0x2f
  if (letter === '\u00a0' || letter === '\u202f' || letter === '\u2007') return 0x20
  const base = letter
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return base.length === 1 ? base.charCodeAt(0) : unit
}
