import { wordKey } from './lexicon.ts'

/** word: letters, perhaps with a sign among them; number: digits and what parts them; code: number and symbol; other: signs. */
export type TokenKind = 'word' | 'number' | 'code' | 'other'

/** A run of letters between spaces, without the signs around it. Offsets count in the text it was cut from. */
export type Token = Readonly<{
  start: number
  end: number
  text: string
  kind: TokenKind
  /** What it counts as beside its neighbours: the word's key, "#" for a number. */
  key: string
  /** A wide gap or an empty line parts it from the token before. */
  first: boolean
}>

const RUN = /\S+/gu
/** No syllable has more letters; two that ran together have not twice as many. */
const LONGEST = 20
const NUMBER = /^\d[\d.,/:-]*$/
const CODE = /\d.*[-/~⁄].*\p{L}|\p{Lu}-\p{Lu}|[/⁄]/u
const ROMAN = /^[IVX]+$/

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    const lead = /^[^\p{L}\p{N}]*/u.exec(run)?.[0].length ?? 0
    const core = run.slice(lead).replace(/[^\p{L}\p{N}]+$/u, '')
    const between = text.slice(end, match.index)
    const first = tokens.length === 0 || /\n\s*\n|\f|\t| {3}/.test(between)
    end = match.index + run.length
    if (core === '') continue
    const kind = kindOf(core)
    const start = match.index + lead
    tokens.push({
      start,
      end: start + core.length,
      text: core,
      kind,
      key: kind === 'word' ? wordKey(core.toLowerCase()) : kind === 'other' ? '' : '#',
      first
    })
  }
  return tokens
}

function kindOf(core: string): TokenKind {
  if (NUMBER.test(core) || ROMAN.test(core)) return 'number'
  if (CODE.test(core)) return 'code'
  if (core.length > LONGEST || !/\p{L}/u.test(core)) return 'other'
  // A digit within a word was a letter; one at its end is a figure that lost its space ("tháng9").
  return /\d/.test(core) && !/^\p{L}+\d\p{L}+$/u.test(core) ? 'code' : 'word'
}
