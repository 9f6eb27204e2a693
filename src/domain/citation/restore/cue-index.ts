import { withinOneEdit } from '../../text/edit-distance.ts'
import { fold } from '../../text/fold.ts'
import { CUE_GROUPS, CUE_WORDS } from '../../vocabulary/cue-words.ts'
import type { Word } from './words-read.ts'

/** Words by their fold; several where marks alone tell them apart ("ban", "bản"). */
export type Lexicon = ReadonlyMap<string, readonly string[]>

export const CUES: Lexicon = lexicon(CUE_WORDS)
const GROUPS_BY_WORD = groupsByWord()

export function lexicon(list: readonly string[]): Lexicon {
  const map = new Map<string, string[]>()
  for (const text of list) {
    const held = map.get(fold(text)) ?? []
    if (!held.some((one) => one.toLowerCase() === text.toLowerCase())) map.set(fold(text), [...held, text])
  }
  return map
}

export function isCue(text: string, folded: string): boolean {
  return CUES.get(folded)?.some((one) => one.toLowerCase() === text.toLowerCase()) ?? false
}

/** The one word within a letter of this one; null where there is none, or where there are several. */
export function nearest(word: Word, words: Lexicon): string | null {
  if (word.folded.length < 3) return null
  const found: string[] = []
  for (const [folded, spellings] of words) {
    if (Math.abs(folded.length - word.folded.length) > 1 || folded.length < 3) continue
    if (withinOneEdit(word.folded, folded)) found.push(...spellings)
  }
  const [only] = found
  return new Set(found.map(fold)).size === 1 && only !== undefined ? cased(word.text, only) : null
}

/** The one word of a known group that is not as it should be, the others standing about it; `least` words make a group. */
export function inGroup(words: readonly Word[], at: number, least: number): string | null {
  const word = words[at]
  if (!word) return null
  const found = new Set<string>()
  for (const shift of [-1, 1]) {
    for (const { group, place } of GROUPS_BY_WORD.get(words[at + shift]?.folded ?? '') ?? []) {
      const wanted = place - shift
      const target = group.words[wanted]
      if (target === undefined || group.words.length < least) continue
      if (!withinOneEdit(word.folded, group.folded[wanted] ?? '')) continue
      if (fits(words, at - wanted, group, wanted) && (!word.sound || sameCase(word.text, target))) found.add(target)
    }
  }
  const [only] = found
  const sole = new Set([...found].map(fold)).size === 1 && only !== undefined
  return sole && (word.folded.length > 2 || only.length <= 3) ? only : null
}

/** Part of a group as it stands: "Sở" of "Sở Tài chính" is no misread "Bộ". */
export function standsInGroup(words: readonly Word[], at: number): boolean {
  const groups = GROUPS_BY_WORD.get(words[at]?.folded ?? '') ?? []
  return groups.some(({ group, place }) => fits(words, at - place, group, -1))
}

function fits(words: readonly Word[], from: number, group: Group, except: number): boolean {
  return group.words.every((target, place) => {
    const word = words[from + place]
    if (!word) return false
    if (place === except) return true
    return word.folded === group.folded[place] && (place > 0 || /^\p{Ll}/u.test(target) || sameCase(word.text, target))
  })
}

/** Words that stand together, and their folds. */
type Group = Readonly<{ words: readonly string[]; folded: readonly string[] }>

function groupsByWord(): ReadonlyMap<string, readonly { group: Group; place: number }[]> {
  const map = new Map<string, { group: Group; place: number }[]>()
  for (const words of CUE_GROUPS) {
    if (words.length < 2) continue
    const group = { words, folded: words.map(fold) }
    group.folded.forEach((word, place) => {
      map.set(word, [...(map.get(word) ?? []), { group, place }])
    })
  }
  return map
}

function sameCase(a: string, b: string): boolean {
  return /^\p{Lu}/u.test(a) === /^\p{Lu}/u.test(b)
}

/** `word` with the capital or small first letter of the text. */
export function cased(text: string, word: string): string {
  const first = word.charAt(0)
  if (/^\p{Lu}/u.test(text)) return first.toUpperCase() + word.slice(1)
  return /^\p{Ll}/u.test(text) ? first.toLowerCase() + word.slice(1) : word
}
