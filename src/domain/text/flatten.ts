import { fold } from './fold.ts'
import { pageFurniture } from './page-furniture.ts'
import type { Span } from './span.ts'

/**
 * A document text made plain for the grammar: white space collapsed, page furniture left out, dashes and slashes of one
 * kind, Ð as Đ, Latin-looking Cyrillic letters as Latin. `folded` is the same without marks and in lower case, unit for
 * unit. `origin` holds for each unit the offset it has in the text it was made from.
 */
export type FlatText = Readonly<{ text: string; folded: string; origin: Uint32Array; source: string }>

const SPACE = /[\s\u200b-\u200d\u2060\ufeff]/u
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...[...'‐‑‒–—―−¬~'].map((dash) => [dash, '-'] as const),
  ...[...'⁄∕／'].map((slash) => [slash, '/'] as const),
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  // Cyrillic letters met in the text layers of official papers (domain.md §8).
  ...pairs('АВЕКМНОРСТХУаеорсух', 'ABEKMHOPCTXYaeopcyx')
])
/** Where a new paragraph begins: a bullet, a numbered item, an article. */
const ITEM_START = /^(?:[-+•*·] ?|\d{1,2}(?:\.\d{1,2})*[.)] |[a-zđ][.)] |Điều \d|Chương |Mục |[IVX]{1,5}\. )/u
const ENDS = '.;:!?'

/** Makes `source` (NFC) plain. A paragraph's end is kept as "\n", every other run of white space becomes one space. */
export function flatten(source: string): FlatText {
  const furniture = pageFurniture(source)
  const units: string[] = []
  const origin: number[] = []
  let next = 0
  let gap: { start: number; lines: number; broken: boolean } | null = null
  for (let at = 0; at < source.length; at++) {
    while (next < furniture.length && at >= (furniture[next]?.end ?? 0)) next++
    const span = furniture[next]
    const letter = source.charAt(at)
    const inFurniture = span !== undefined && at >= span.start && at < span.end
    if (inFurniture || SPACE.test(letter)) {
      gap ??= { start: at, lines: 0, broken: false }
      if (letter === '\n' || letter === '\f') gap.lines++
      if (letter === '\f' || inFurniture) gap.broken = true
      continue
    }
    if (letter === '\u00ad' && !standsForDash(source, at)) continue
    if (gap) {
      if (units.length > 0) {
        units.push(paragraphEnds(units.at(-1) ?? '', source, at, gap) ? '\n' : ' ')
        origin.push(gap.start)
      }
      gap = null
    }
    units.push(letter === '\u00ad' ? '-' : (PLAIN.get(letter) ?? letter))
    origin.push(at)
  }
  const text = units.join('')
  return { text, folded: fold(text), origin: Uint32Array.from(origin), source }
}

/** The span in the source that a span of the plain text was made from. */
export function sourceSpan(flat: FlatText, start: number, end: number): Span {
  if (end <= start) return { start: 0, end: 0 }
  return { start: flat.origin[start] ?? 0, end: (flat.origin[end - 1] ?? 0) + 1 }
}

/** A soft hyphen beside a number or before a code was typed for a dash ("713\u00adCV/TU"); elsewhere it only breaks a word. */
function standsForDash(source: string, at: number): boolean {
  return (
    /\d/.test(source.charAt(at - 1)) || (/\p{Lu}/u.test(source.charAt(at - 1)) && /\p{Lu}/u.test(source.charAt(at + 1)))
  )
}

function paragraphEnds(
  before: string,
  source: string,
  at: number,
  gap: Readonly<{ lines: number; broken: boolean }>
): boolean {
  if (gap.lines === 0) return false
  const rest = source.slice(at, at + 12)
  if (ENDS.includes(before)) return true
  if (ITEM_START.test(rest)) return !gap.broken || !/^\d/.test(rest)
  return gap.lines > 1 && !gap.broken && /^[\p{Lu}“"(]/u.test(rest)
}

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  const target = [...to]
  return [...from].map((letter, index) => [letter, target[index] ?? letter] as const)
}
