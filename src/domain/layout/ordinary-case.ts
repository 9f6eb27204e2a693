import { fold } from '../text/fold.ts'
import { ABBREVIATIONS, BODY_NAMES, JOINING_WORDS, type NameMode, PLACE_KINDS } from '../vocabulary/body-names.ts'

type Pattern = Readonly<{ folded: readonly string[]; capital: readonly boolean[]; mode: NameMode }>

const PATTERNS = byFirstWord([
  ...BODY_NAMES.map(([name, mode]) => pattern(name, mode)),
  ...PLACE_KINDS.map((name) => pattern(name, 'name'))
])
const SHORT = new Map(ABBREVIATIONS.map((word) => [fold(word), word]))
const JOINING = new Set(JOINING_WORDS.map(fold))
const VOWEL = /[aeiouy]/

/**
 * A head in capitals in ordinary case: "HUYỆN ỦY ĐAM RÔNG" → "Huyện ủy Đam Rông", "PHÒNG VĂN HÓA VÀ THÔNG TIN" → "Phòng
 * Văn hóa và Thông tin". Letters and marks stay as the head has them (ủy or uỷ).
 */
export function ordinaryCase(text: string): string {
  const words = text.normalize('NFC').trim().split(/\s+/).filter(Boolean)
  const folded = words.map(fold)
  const out: string[] = []
  let mode: NameMode = 'field'
  let first = true
  for (let at = 0; at < words.length; ) {
    const known = longest(folded, at)
    if (known) {
      for (const [index, capital] of known.capital.entries()) {
        const word = (words[at + index] ?? '').toLowerCase()
        out.push(SHORT.get(fold(word))?.normalize('NFC') ?? (capital || out.length === 0 ? capitalised(word) : word))
      }
      at += known.folded.length
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
    } else if (JOINING.has(key)) {
      out.push(word.toLowerCase())
      first = true
    } else if (!/\p{L}/u.test(word)) {
      out.push(word)
      if (/[-–—]/.test(word)) first = true
    } else {
      out.push(mode === 'name' || first || out.length === 0 ? capitalised(word.toLowerCase()) : word.toLowerCase())
      first = word.endsWith(',')
      if (mode === 'done') mode = 'name'
    }
  }
  return out.join(' ')
}

function isShort(word: string, folded: string): boolean {
  const letters = folded.replace(/[^a-z]/g, '')
  return letters !== '' && (SHORT.has(folded) || (!VOWEL.test(letters) && letters.length > 1 && !word.includes("'")))
}

function capitalised(word: string): string {
  return word
    .replace(/^\P{L}*\p{L}/u, (head) => head.toUpperCase())
    .replace(/(['’-])(\p{L})/gu, (_, mark, letter) => mark + letter.toUpperCase())
}

function pattern(name: string, mode: NameMode): Pattern {
  const words = name.split(' ')
  return { folded: words.map(fold), capital: words.map((word) => word !== word.toLowerCase()), mode }
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

function longest(folded: readonly string[], at: number): Pattern | null {
  for (const known of PATTERNS.get(folded[at] ?? '') ?? []) {
    if (known.folded.every((word, index) => folded[at + index]?.replace(/[,;.]$/, '') === word)) return known
  }
  return null
}
