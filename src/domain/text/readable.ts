import { isSyllable } from './syllable.ts'

/** What speaks for and against a text being Vietnamese as its writer meant it. Shares are of the words judged. */
export type TextHealth = Readonly<{
  /** Words judged: numbers, codes and abbreviations are left out. */
  words: number
  /** Share of words that are Vietnamese syllables, characters of no script counted as words that are none. */
  valid: number
  /** Share of words of one letter that are no Vietnamese word and no label of a list. */
  single: number
  /** Share of words with a Vietnamese mark. Real text has more than half. */
  marked: number
  /** Share of the commonest words of English and French. */
  foreign: number
}>

/** Fewer words say nothing: a page of a table or with a signature alone. */
const FEWEST_WORDS = 8
const LEAST_VALID = 0.82
const MOST_SINGLE = 0.16
/** Below it, in a text long enough, the marks were lost by a program that knew no Vietnamese. */
const LEAST_MARKED = 0.15
const WORDS_FOR_MARKS = 40
const LEAST_FOREIGN = 0.08

const LONE = new Set('ý ở y ô ạ à ừ ồ ê ế ỷ ủ a á ồ ổ ố ờ ổ u ư ợ ứ'.normalize('NFC').split(' '))
const FOREIGN = new Set('the of and for with that is by from this are le les des et du une pour dans est'.split(' '))
/** Signs no paper is written with: replacement, private use, control and unassigned characters. */
const STRANGE = /[\ufffd\p{Co}\p{Cn}]|(?![\n\f\t\r])\p{Cc}/gu
const MARKED = /[\u0300-\u036fđ]/u

/** Weighs a text by its words (NFC or NFD). */
export function textHealth(text: string): TextHealth {
  const strange = text.match(STRANGE)?.length ?? 0
  let [words, valid, single, marked, foreign] = [0, 0, 0, 0, 0]
  for (const token of text.replace(STRANGE, ' ').split(/\s+/u)) {
    for (const [, word = '', after = ''] of lettersOf(token)) {
      const small = word.toLowerCase()
      if (isAbbreviation(word)) continue
      if (small.length === 1 && /^[.)/]/u.test(after)) continue
      words++
      const sound = small.length === 1 ? LONE.has(small) : isSyllable(small)
      if (sound) valid++
      else if (small.length === 1) single++
      if (MARKED.test(small.normalize('NFD'))) marked++
      if (FOREIGN.has(small)) foreign++
    }
  }
  const all = Math.max(1, words + strange)
  return {
    words: words + strange,
    valid: valid / all,
    single: single / all,
    marked: marked / all,
    foreign: foreign / all
  }
}

/**
 * True where letters are there but not the ones that were written: a font without Vietnamese letters, a wrong table from
 * codes to letters, an OCR program that knew no Vietnamese. Too little text is never called broken, nor a foreign one.
 */
export function isBroken(text: string): boolean {
  const health = textHealth(text)
  if (health.words < FEWEST_WORDS || health.foreign >= LEAST_FOREIGN) return false
  if (health.valid < LEAST_VALID || health.single > MOST_SINGLE) return true
  return health.words >= WORDS_FOR_MARKS && health.marked < LEAST_MARKED
}

/** The runs of letters of a token, a digit or sign inside them taken along ("ch6", "§¶ng"); codes give none. */
function lettersOf(token: string): readonly RegExpMatchArray[] {
  const bare = token.replace(/^[^\p{L}\p{N}\p{S}¡-¿]+|[^\p{L}\p{N}\p{S}¡-¿.)/]+$/gu, '')
  if (!/\p{L}/u.test(bare) || isCode(bare)) return []
  if (/^(?=.*\p{Ll})(?=.*[\p{N}\p{S}¡-¿])[\p{L}\p{M}\p{N}\p{S}¡-¿]+$/u.test(bare))
    return [...bare.matchAll(/^(.+)()$/gu)]
  return [...bare.matchAll(/([\p{L}\p{M}]+)([^\p{L}\p{M}]?)/gu)]
}

/** "205-QĐ/TW", "01/2024/NĐ-CP", "25m2", "http://…": written so on purpose. */
function isCode(token: string): boolean {
  return /\d.*[-/].*\p{L}|\p{L}.*[-/].*\d|:\/\/|@|\.(?:vn|com|gov)|^\d+(?:[.,]\d+)*\p{L}{1,3}\d?[.)]?$/iu.test(token)
}

/** Capitals that are no syllable: UBND, HĐND, BCH. */
function isAbbreviation(word: string): boolean {
  return word.length <= 7 && word === word.toUpperCase() && word !== word.toLowerCase() && !isSyllable(word)
}
