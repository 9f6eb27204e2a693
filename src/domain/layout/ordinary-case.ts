import { accentKey } from '../text/accent-key.ts'
import { fold } from '../text/fold.ts'
import {
  ABBREVIATIONS,
  BODY_NAMES,
  JOINING_WORDS,
  type NameMode,
  PLACE_KINDS,
  VILLAGE_KINDS
} from '../vocabulary/body-names.ts'

type Pattern = Readonly<{ words: readonly string[]; folded: readonly string[]; mode: NameMode }>

const PATTERNS = byFirstWord([
  ...BODY_NAMES.map(([name, mode]) => pattern(name, mode)),
  ...PLACE_KINDS.map((name) => pattern(name, 'name')),
  ...VILLAGE_KINDS.map((name) => pattern(name, 'name'))
])
const VILLAGES: ReadonlySet<string> = new Set(VILLAGE_KINDS)
const SHORT: ReadonlySet<string> = new Set(ABBREVIATIONS)
const JOINING = new Set(JOINING_WORDS.map(fold))
const VOWEL = /[aeiouy]/

/**
 * A head in capitals in ordinary case: "HUYỆN ỦY ĐAM RÔNG" → "Huyện ủy Đam Rông", "PHÒNG VĂN HÓA VÀ THÔNG TIN" → "Phòng
 * Văn hóa và Thông tin". The tone stays where the head has it (ủy or uỷ); a misread mark of a known word is put right.
 */
export function ordinaryCase(text: string): string {
  const words = text.normalize('NFC').trim().split(/\s+/).filter(Boolean)
  const folded = words.map(fold)
  const out: string[] = []
  let mode: NameMode = 'field'
  let first = true
  for (let at = 0; at < words.length; ) {
    const known = longest(words, folded, at, mode, first)
    if (known) {
      for (const [index, word] of known.words.entries())
        out.push(asKnown(words[at + index] ?? '', word, out.length === 0))
      at += known.words.length
      mode = known.mode
      first = true
      continue
    }
    const word = words[at] ?? ''
    const key = folded[at] ?? ''
    at++
    if (isShort(word, key)) {
      out.push(word)
      if (mode === 'field') mode = 'name'
      first = false
    } else if (JOINING.has(key) && mode !== 'name') {
      out.push(word.toLowerCase())
      first = true
    } else if (!/\p{L}/u.test(word)) {
      out.push(word)
      if (/[-–—]/.test(word)) first = true
    } else {
      if (mode === 'done') mode = 'name'
      out.push(mode === 'name' || first || out.length === 0 ? capitalised(word.toLowerCase()) : word.toLowerCase())
      first = word.endsWith(',')
    }
  }
  return out.join(' ')
}

/** A word of a known name: as the head spells it, in the known case; spelt otherwise it was misread. */
function asKnown(written: string, known: string, begins: boolean): string {
  if (SHORT.has(known)) return known
  const lower = written.toLowerCase()
  const tail = /[,;.]$/.exec(written)?.[0] ?? ''
  const spelt = isSpelt(written, known) ? lower : known.toLowerCase() + tail
  return begins || known !== known.toLowerCase() ? capitalised(spelt) : spelt
}

function isShort(word: string, folded: string): boolean {
  const letters = folded.replace(/[^a-z]/g, '')
  return letters !== '' && (SHORT.has(word) || (!VOWEL.test(letters) && letters.length > 1 && !word.includes("'")))
}

function capitalised(word: string): string {
  return word
    .replace(/^\P{L}*\p{L}/u, (head) => head.toUpperCase())
    .replace(/(['’-])(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase())
}

function pattern(name: string, mode: NameMode): Pattern {
  const words = name.normalize('NFC').split(' ')
  return { words, folded: words.map(fold), mode }
}

function byFirstWord(patterns: readonly Pattern[]): ReadonlyMap<string, readonly Pattern[]> {
  const map = new Map<string, Pattern[]>()
  for (const known of patterns) {
    const key = known.folded[0] ?? ''
    map.set(
      key,
      [...(map.get(key) ?? []), known].sort((a, b) => b.folded.length - a.folded.length)
    )
  }
  return map
}

/**
 * The longest known name at a word, spelt right in most of its words. One word alone ("Vụ", "Phòng") is a unit only where a
 * part begins, not in "Nội vụ", and never the first word of a proper name ("Thành ủy Hội An"). After "Ủy ban nhân dân" the
 * kind of place follows, whatever its marks were read as.
 */
function longest(
  written: readonly string[],
  folded: readonly string[],
  at: number,
  mode: NameMode,
  first: boolean
): Pattern | null {
  const afterBody = mode === 'done'
  const begins = afterBody || (first && mode === 'field')
  const properName = first && mode === 'name'
  for (const known of PATTERNS.get(folded[at] ?? '') ?? []) {
    const alone = known.folded.length === 1
    if (alone && (properName || (!begins && (known.mode !== 'name' || VILLAGES.has(known.words[0] ?? ''))))) continue
    if (!known.folded.every((word, index) => folded[at + index]?.replace(/[,;.]$/, '') === word)) continue
    const right = known.words.filter((word, index) => isSpelt(written[at + index] ?? '', word)).length
    const certain = alone && afterBody && known.mode === 'name'
    if (right * 2 >= known.words.length || certain) return known
  }
  return null
}

function isSpelt(written: string, known: string): boolean {
  return accentKey(written.replace(/[,;.]$/, '')) === accentKey(known)
}
