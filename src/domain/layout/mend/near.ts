import { withinOne } from '../../text/edit-distance.ts'

/** Words by what is left of them when one letter is taken out: two words within one edit share such a rest. */
export type NearIndex = ReadonlyMap<string, readonly string[]>

export function nearIndex(words: Iterable<string>): NearIndex {
  const index = new Map<string, string[]>()
  for (const word of words) {
    for (const rest of [word, ...without(word)]) {
      const held = index.get(rest)
      if (held) held.push(word)
      else index.set(rest, [word])
    }
  }
  return index
}

/** The words of the index that one letter changed, lost or added makes of `word`. */
export function nearWords(index: NearIndex, word: string): readonly string[] {
  const found = new Set<string>()
  for (const rest of [word, ...without(word)]) {
    for (const other of index.get(rest) ?? []) if (other !== word && withinOne(word, other)) found.add(other)
  }
  return [...found]
}

/** True where the index holds a word so near. */
export function hasNear(index: NearIndex, word: string): boolean {
  return nearWords(index, word).length > 0
}

function without(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}
