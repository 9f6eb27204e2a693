import { isBeyondLatin, typedDecoder } from '../read/legacy-repair.ts'
import { fieldName, operatorOf, parseQuery, type Query, queryPieces, queryText } from './query-language.ts'

/** A query as it is searched, and where in it a place of what was typed lies. */
export type Readable = Readonly<{ text: string; at(place: number): number }>

/** A query as it was typed or pasted, old encodings included: "v¨n th­" of a TCVN3 paper asks for "văn thư" (S03). */
export function typedQuery(typed: string): Query {
  return parseQuery(readable(typed).text)
}

/**
 * What was typed, with its words in an old encoding made Unicode. Words pasted from an old paper stand among operators
 * and names of fields typed as they are shown here, and beside words in Unicode: those stay, and have no vote.
 */
export function readable(typed: string): Readable {
  const text = queryText(typed)
  const words = oldWords(text)
  const decode = typedDecoder(words.map(({ from, to }) => text.slice(from, to)).join(' '))
  if (!decode) return { text, at: (place) => place }
  const upTo = (end: number): string => {
    let made = ''
    let at = 0
    for (const { from, to } of words) {
      if (from >= end) break
      made += text.slice(at, from) + decode(text.slice(from, Math.min(to, end)))
      at = Math.min(to, end)
    }
    return made + text.slice(at, end)
  }
  return { text: upTo(text.length), at: (place) => upTo(place).length }
}

type Stretch = Readonly<{ from: number; to: number }>

/** Words that may be in an old encoding: no operator, no name of a field, no letter of Unicode alone. */
function oldWords(text: string): readonly Stretch[] {
  const kept = keptStretches(text)
  const words: Stretch[] = []
  for (const match of text.matchAll(/[^\s"“”|]+/gu)) {
    const to = match.index + match[0].length
    const within = kept.find((one) => one.from < to && match.index < one.to)
    const from = within ? Math.min(to, Math.max(match.index, within.to)) : match.index
    if (from < to && !isBeyondLatin(text.slice(from, to))) words.push({ from, to })
  }
  return words
}

/** Operators, and names of fields with their colon. */
function keptStretches(text: string): readonly Stretch[] {
  return queryPieces(text).flatMap((piece) => {
    if (piece.quoted) return []
    if (operatorOf(piece)) return [{ from: piece.from, to: piece.to }]
    return fieldName(piece.text) ? [{ from: piece.from, to: text.indexOf(':', piece.from) + 1 }] : []
  })
}
