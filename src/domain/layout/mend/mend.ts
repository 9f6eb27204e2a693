import { type Edit, edited } from '../../text/edits.ts'
import { isSyllable } from '../../text/syllable.ts'
import { chooseAffixed, chooseWord, type Sides, support } from './choose.ts'
import { bareWord, officeCapitals, wordKey } from './lexicon.ts'
import { codeParts, mendAbbreviation, mendCode } from './mend-code.ts'
import { mendName } from './mend-name.ts'
import { isKnown, type OwnWords, ownWords } from './own-words.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A text put right, and for each of its letters the offset in the text it was made from; one more for its end. */
export type Mended = Readonly<{ text: string; origin: Uint32Array; words: OwnWords }>

/** "ngàyo05": the space before a number was read as a letter, or lost. */
const GLUED = /^(?:(ngày|tháng|năm|Điều|khoản)[\p{L}:]?(\d{1,4})|(Số)\p{L}(\d{1,5}\p{Ll}?[-/].*))$/u

/** Letters within which a paper's own number stands. */
const HEAD = 2500
/** "Số", "Số:", "Luật số:", a letter of it misread or lost. */
const OWN_NUMBER =
  /^\s*(?:(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh|Lệnh|Nghị định|Quyết định) [sS]|[S5])[^\s\d]?\s{0,2}[:.;,]?\s*$/u

/**
 * Puts right words a machine misread, by the words of the office and of the text itself. Digits stay as they are, and a word
 * that could be several stays too. Unless the text was `misread` throughout, only what is no word is put right: a typist's slip
 * says nothing of the words about it.
 */
export function mend(text: string, misread: boolean): Mended {
  const tokens = tokensOf(text)
  const words = ownWords(tokens)
  const edits: Edit[] = [
    ...specks(text),
    ...NOTES.flatMap(([pattern, put]) =>
      [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + 1, text: put }))
    )
  ]
  const codes = codeParts(tokens)
  const own = ownNumber(text, tokens)
  const keys = tokens.map((token) => token.key)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) continue
    if (token.kind === 'code') {
      const code = GLUED.test(token.text)
        ? token.text.replace(GLUED, '$1$3 $2$4')
        : token === own
          ? mendCode(token.text, codes)
          : null
      if (code !== null) edits.push({ start: token.start, end: token.end, text: code })
      continue
    }
    if (token.kind !== 'word') continue
    const short = words.count(token.key) > 2 ? null : mendAbbreviation(token.text)
    if (short) {
      edits.push({ start: token.start, end: token.end, text: short })
      continue
    }
    const name = mendName(text, tokens, at)
    if (name) {
      edits.push({ start: token.start, end: token.end, text: name })
      keys[at] = wordKey(name.toLowerCase())
      continue
    }
    const next = tokens[at + 1]
    const sides: Sides = {
      before: token.first ? null : (keys[at - 1] ?? null),
      after: next && !next.first ? (keys[at + 1] ?? null) : null
    }
    const affixed = affixedWord(text, words, token, sides)
    if (affixed) {
      edits.push(affixed.edit)
      keys[at] = affixed.key
      continue
    }
    const joined = next && joinedWord(text, words, token, next, sides.before, keyAfter(tokens, at + 1))
    if (joined) {
      edits.push({ start: token.start, end: next.end, text: cased(joined, token.text + next.text) })
      keys[at] = wordKey(joined)
      keys[at + 1] = wordKey(joined)
      at++
      continue
    }
    const parted = partedWord(words, token.text, sides)
    if (parted) {
      edits.push({ start: token.start, end: token.end, text: parted })
      keys[at] = wordKey(parted.split(/\s/).at(-1)?.toLowerCase() ?? '')
      continue
    }
    if (!misread && isSyllable(token.text.toLowerCase())) continue
    const chosen = chooseWord(words, token.text, sides)
    if (chosen === null) continue
    const key = wordKey(chosen)
    const capital = capitalOf(words, chosen, readOf(text, token), key, sides) ?? undefined
    edits.push({ start: token.start, end: token.end, text: cased(chosen, token.text, capital) })
    keys[at] = key
  }
  const right = edited(text, edits)
  const origin = new Uint32Array(right.origin.length + 1)
  origin.set(right.origin)
  origin[right.origin.length] = text.length
  return { text: right.text, origin, words }
}

/** The paper's own number in its head: numbers in the text are cited ones, put right where they are read. */
function ownNumber(text: string, tokens: readonly Token[]): Token | undefined {
  return tokens.find((token) => token.kind === 'code' && token.start < HEAD && OWN_NUMBER.test(cellBefore(text, token)))
}

/** What stands before a token on its line, in its column. */
function cellBefore(text: string, token: Token): string {
  return (
    text
      .slice(Math.max(0, token.start - 40), token.start)
      .split(/[\n\f\t]| {4}/)
      .at(-1) ?? ''
  )
}

function keyAfter(tokens: readonly Token[], at: number): string | null {
  const next = tokens[at + 1]
  return next && !next.first ? next.key : null
}

/** A space, perhaps with a speck before it ("T‹ ổ"). */
const GAP = /^[‹›«»`~|^'"*¬]? $/u

/** "Kh oản", "đ ảng": one of both is no word by itself, together they are one that is known. */
function joinedWord(
  text: string,
  words: OwnWords,
  token: Token,
  next: Token,
  before: string | null,
  after: string | null
): string | null {
  if (next.kind !== 'word' || next.first || !GAP.test(text.slice(token.end, next.start))) return null
  if (/^\p{Lu}/u.test(next.text) && (token.text + next.text).toUpperCase() !== token.text + next.text) return null
  const [a, b] = [token.text.toLowerCase(), next.text.toLowerCase()]
  const whole = a + b
  const key = wordKey(whole)
  if (!isSyllable(whole) || !isKnown(words, key)) return null
  const wholeFits = support(words, key, { before, after }, false)
  const bothSound = isSyllable(a) && a.length > 1 && isSyllable(b)
  if (!bothSound) return wholeFits > 0 || !isSyllable(a) ? whole : null
  const partsFit =
    words.together(wordKey(a), wordKey(b), true) +
    (before === null ? 0 : words.together(before, wordKey(a), true)) +
    (after === null ? 0 : words.together(wordKey(b), after, true))
  return partsFit === 0 && wholeFits >= 2 ? whole : null
}

/** "vănthư", "ương~Đảng", "HUYỆNeỦY": two words that are known together, nothing, a sign or a stray letter between them. */
function partedWord(words: OwnWords, word: string, sides: Sides): string | null {
  if (isSyllable(word.toLowerCase()) || word.length < 4) return null
  const found = new Set<string>()
  for (let at = 1; at < word.length; at++) {
    for (const skip of [0, 1]) {
      const [left, right] = [word.slice(0, at), word.slice(at + skip)]
      const [a, b] = [left.toLowerCase(), right.toLowerCase()]
      if (!isSyllable(a) || !isSyllable(b) || a.length < 2 || b.length < 2) continue
      const [first, second] = [wordKey(a), wordKey(b)]
      if (!isKnown(words, first) || !isKnown(words, second)) continue
      const together = words.together(first, second, false)
      const within =
        sides.before !== null &&
        sides.after !== null &&
        words.together(sides.before, first, false) > 0 &&
        words.together(second, sides.after, false) > 0
      const letter = skip === 1 && /\p{L}/u.test(word[at] ?? '')
      if (within || together >= (letter ? 2 : 1)) found.add(`${left} ${right}`)
    }
  }
  return found.size === 1 ? ([...found][0] ?? null) : null
}

/** ",uyện", "nghiệ~": the sign was a letter. A comma or a stop after a sound word stays what it is. */
function affixedWord(
  text: string,
  words: OwnWords,
  token: Token,
  sides: Sides
): Readonly<{ edit: Edit; key: string }> | null {
  const first = /(?:^|\s)[.,;:~`|]$/u.test(text.slice(Math.max(0, token.start - 2), token.start))
  const last = /^(?:[~`|]|[.,;:](?= \p{Ll}))/u.test(text.slice(token.end, token.end + 3))
  const small = token.text.toLowerCase()
  if (!first && !(last && (!isSyllable(small) || small.length < 2 || /^[~`|]/u.test(text.slice(token.end)))))
    return null
  const chosen = chooseAffixed(words, token.text, sides, first ? 'first' : 'last')
  if (chosen === null) return null
  const key = wordKey(chosen)
  const capital = (first ? capitalOf(words, chosen, readOf(text, token), key, sides) : null) ?? undefined
  return {
    key,
    edit: {
      start: token.start - (first ? 1 : 0),
      end: token.end + (first ? 0 : 1),
      text: cased(chosen, token.text, capital)
    }
  }
}

/**
 * Whether the word bears a capital, where its own first letter was misread: at the head of a list item; else as its pair is
 * written, here or in offices.
 */
function capitalOf(words: OwnWords, chosen: string, read: Read, key: string, sides: Sides): boolean | null {
  if (bareWord(read.text.charAt(0)) === bareWord(chosen.charAt(0))) return null
  if (read.opens) return true
  const { before, after } = sides
  const behind = before === null ? null : (words.capital(before, key, 1) ?? officeCapitals(before, key)?.[1] ?? null)
  if (behind !== null || after === null) return behind
  return words.capital(key, after, 0) ?? officeCapitals(key, after)?.[0] ?? null
}

type Read = Readonly<{ text: string; opens: boolean }>

/** The word as read, and whether it opens a list item, or a line with a number and symbol ("Số 12-CT/HU"). */
function readOf(text: string, token: Token): Read {
  const before = text.slice(Math.max(0, token.start - 12), token.start)
  const numbered =
    /^\s?:?\s?\d+\s?[-/]/.test(text.slice(token.end, token.end + 12)) && /(?:^|\n)\s*[.,;:~`|]?$/.test(before)
  return { text: token.text, opens: numbered || /(?:^|\n)\s*[-~–+]\s*[.,;:~`|]?$/u.test(before) }
}

/** The chosen word cased as the read one: all capitals but for one letter, first capital, small. */
function cased(chosen: string, read: string, capital = /^\p{Lu}/u.test(read)): string {
  const letters = read.match(/\p{L}/gu) ?? []
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length
  if (capitals >= 2 && capitals >= letters.length - 1) return chosen.toUpperCase()
  return capital ? chosen.charAt(0).toUpperCase() + chosen.slice(1) : chosen
}

/** What stands between the words and figures of a day, and the bracket of a note: "ib/c)", "ủy~(b/c)". */
const NOTES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}) (?=[,;](?:\s|$))/gmu, ''],
  [/(?<=\s)[^\s(](?=(?:b\/c|t\/h|p\/h|để \p{Ll}+[^\n()]{0,20})\))/gu, '('],
  [/[:;.`~|](?=,\s)|(?<=\((?:b\/c|t\/h|p\/h)\))\)|(?<=\p{L})[`~|](?=\s)/gu, ''],
  [/(?<=\p{Lu}\p{Ll}{1,6}|\p{Lu}{3})\p{Ll}(?=\p{Lu}{2,}(?!\p{L}))/gu, ' '],
  [/(?<=(?:^|\n)\s*[-–~] {0,2})\p{Ll}(?=\p{Lu}\p{Ll}+ )/gu, ''],
  [/(?<=\d)[.,|~`;:](?=(?:tháng|năm)\s?\d)/gu, ' '],
  [/(?<=ngày)[:.,;](?= \d)/gu, ''],
  [/(?<=\((?:để )?b\/)e(?=\))/gu, 'c'],
  [/(?<=\(đ)[êềẻe`](?= (?:b\/[ce]|báo|biết|thực|phối|chỉ|theo))/gu, 'ể'],
  [/(?<=\p{L})[~|`.,](?=\((?:b\/c|t\/h|p\/h|để )[^\n()]*\))/gu, ' '],
  [/(?<=\((?:b\/c|t\/h|p\/h))[^\s)](?=[;,.]?\s*$)/gmu, ')']
]

/** Signs that stand for others: a dash read as "~", a slash of fractions, a full stop for a comma, specks in a gap. */
function specks(text: string): readonly Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(
    /⁄|^([ \t]*)[~¬](?=\s)|(?<=\s)[~¬](?=\s)|(?<=\p{Ll})\.(?= \p{Ll})|(?<=\S {2,12})[^\s*](?= {2,}\S)/gmu
  )) {
    const sign = match[0].trim()
    const start = match.index + match[0].length - 1
    const put =
      sign === '⁄'
        ? '/'
        : /[~¬]/.test(sign)
          ? '-'
          : sign === '.' && text[start + 1] === ' ' && text[start + 2] !== ' '
            ? ','
            : ' '
    edits.push({ start, end: start + 1, text: put })
  }
  return edits
}
