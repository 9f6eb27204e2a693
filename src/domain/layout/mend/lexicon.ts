import { accentKey } from '../../text/accent-key.ts'
import { fold } from '../../text/fold.ts'
import { isSyllable } from '../../text/syllable.ts'
import { PLACE_KINDS, VILLAGE_KINDS } from '../../vocabulary/body-names.ts'
import { CUE_GROUPS } from '../../vocabulary/cue-words.ts'
import { NAME_SYLLABLES, OFFICE_WORDS } from '../../vocabulary/office-words.ts'
import { nearIndex } from './near.ts'

const PHRASES: readonly string[] = [
  ...OFFICE_WORDS.flatMap((line) => line.split('|')),
  ...CUE_GROUPS.map((words) => words.join(' ')),
  ...PLACE_KINDS,
  ...VILLAGE_KINDS
]

const keys = new Map<string, string>()

/** One key for the spellings of a word: "hoà" = "hòa", "KÝ" = "kí". */
export function wordKey(word: string): string {
  let key = keys.get(word)
  if (key === undefined) {
    key = accentKey(word)
    if (keys.size < 20_000) keys.set(word, key)
  }
  return key
}

const bare = new Map<string, string>()

/** A word without its marks, remembered. */
export function bareWord(word: string): string {
  let folded = bare.get(word)
  if (folded === undefined) {
    folded = fold(word)
    if (bare.size < 20_000) bare.set(word, folded)
  }
  return folded
}

const syllables = new Map<string, string>()
/** Pairs of neighbours, each with whether its words are written with a capital. */
const pairs = new Map<string, readonly [boolean, boolean]>()
for (const phrase of PHRASES) {
  const words = phrase.normalize('NFC').replaceAll(',', '').split(' ')
  for (const [at, word] of words.entries()) {
    const small = word.toLowerCase()
    if (isSyllable(small)) syllables.set(wordKey(small), small)
    const next = words[at + 1]
    if (next === undefined) continue
    const key = pairKey(wordKey(small), wordKey(next.toLowerCase()))
    // A phrase that begins a list of its own says nothing about the capital of its first word.
    pairs.set(key, [pairs.get(key)?.[0] !== false && isCapital(word), isCapital(next)])
  }
}
const names: ReadonlySet<string> = new Set(NAME_SYLLABLES.map((name) => wordKey(name.normalize('NFC').toLowerCase())))

/** Letters of the words of office Vietnamese, near ones found by one letter changed, lost or added. */
export const OFFICE_INDEX = nearIndex(syllables.values())

/** The same without marks. */
export const OFFICE_BARE = bareIndex([...syllables.values()])

function bareIndex(all: readonly string[]) {
  const words = new Map<string, string[]>()
  for (const word of all) words.set(fold(word), [...(words.get(fold(word)) ?? []), word])
  return { index: nearIndex(words.keys()), words }
}

export function pairKey(first: string, second: string): string {
  return `${first} ${second}`
}

export function isOfficeWord(key: string): boolean {
  return syllables.has(key)
}

/** A syllable that people's names are made of. */
export function isNameSyllable(key: string): boolean {
  return names.has(key)
}

/** Whether the words of a known pair are written with a capital; null: not known. */
export function officeCapitals(first: string, second: string): readonly [boolean, boolean] | null {
  return pairs.get(pairKey(first, second)) ?? null
}

function isCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase()
}

/** Whether the office's words follow on each other so; by the pair's key. */
export function isOfficePair(pair: string): boolean {
  return pairs.has(pair)
}
