import { exactSpelling, otherWriting, tokens } from './tokens.ts'

/** Fields a clerk may name before a colon (design §6). */
export type SearchField = 'number' | 'issuer' | 'date' | 'type' | 'signer' | 'recipient' | 'subject'

/** A word asked for: its index term, the folded letters as typed, the spelling it insists on, and whether more may follow. */
export type QueryWord = Readonly<{
  term: string
  typed: string
  exact: string | null
  prefix: boolean
  /** Every word of a text that says this one begins with one of these, and with one only. */
  beginnings: readonly string[]
}>

/** What must hold of a document: words side by side (phrase) or anywhere (all), in a field or in the whole. */
export type Clause = Readonly<{
  field: SearchField | null
  phrase: boolean
  negated: boolean
  words: readonly QueryWord[]
  /** Of "a GẦN b": how many of the words each part has, and how many other words may stand between; null for others. */
  near: Readonly<{ parts: readonly number[]; within: number }> | null
  /** As typed, for fields that are not words: a date or a reference. */
  text: string
}>

/** Alternatives of clauses that must all hold. An empty list finds everything. */
export type Query = Readonly<{ alternatives: readonly (readonly Clause[])[]; text: string }>

const FIELD_NAMES: Readonly<Record<string, SearchField>> = {
  so: 'number',
  sokh: 'number',
  kihieu: 'number',
  cq: 'issuer',
  coquan: 'issuer',
  ngay: 'date',
  nam: 'date',
  loai: 'type',
  nguoiki: 'signer',
  ki: 'signer',
  noinhan: 'recipient',
  nhan: 'recipient',
  trichyeu: 'subject'
}

type Piece = Readonly<{ text: string; quoted: boolean }>

/**
 * Reads what was typed. Words side by side must all stand in the document; "…" is a phrase; HOẶC, OR and | part
 * alternatives; KHÔNG, NOT and a leading - exclude; GẦN, NEAR and GẦN/5 ask two to stand close together; VÀ and AND say nothing new; "cq: đảng ủy" asks a field up to the
 * next field or operator. Operators count only in capitals, so that ordinary words stay words. Never fails.
 */
export function parseQuery(typed: string): Query {
  const text = typed.normalize('NFC').slice(0, 500)
  const alternatives: Clause[][] = [[]]
  let field: SearchField | null = null
  let negated = false
  let within: number | null = null
  const pieces = cut(text)
  pieces.forEach((piece, index) => {
    if (!piece.quoted) {
      const distance = nearWithin(piece.text)
      if (distance !== null) {
        within = distance
        return
      }
      if (isOr(piece.text)) {
        alternatives.push([])
        field = null
        negated = false
        within = null
        return
      }
      if (isAnd(piece.text)) {
        field = null
        return
      }
      if (isNot(piece.text)) {
        negated = true
        field = null
        return
      }
    }
    const named = piece.quoted ? null : fieldName(piece.text)
    if (named) {
      field = named.field
      if (named.rest === '') return
    }
    let body = named ? named.rest : piece.text
    let excluded = negated
    negated = false
    if (!piece.quoted && !named && field === null && /^-\p{L}/u.test(body) && index > 0 && !isCode(body)) {
      excluded = true
      body = body.slice(1)
    }
    const last = index === pieces.length - 1 && !piece.quoted && !/\s$/.test(text)
    const clause = clauseOf(body, piece.quoted, field, excluded, last)
    if (!clause) return
    const all = alternatives.at(-1)
    const joined = within === null ? null : nearer(all?.at(-1), clause, within)
    within = null
    if (joined) all?.pop()
    all?.push(joined ?? clause)
  })
  return { alternatives: alternatives.filter((all) => all.length > 0), text }
}

/** All positive words of a query, in order: for marks and snippets; of some clauses: for ranking. */
export function positiveWords(query: Query, of: (clause: Clause) => boolean = () => true): readonly QueryWord[] {
  return query.alternatives.flatMap((all) =>
    all.filter((clause) => !clause.negated && of(clause)).flatMap((clause) => clause.words)
  )
}

function clauseOf(
  text: string,
  quoted: boolean,
  field: SearchField | null,
  negated: boolean,
  last: boolean
): Clause | null {
  const found = tokens(text)
  if (found.length === 0) return null
  const words = found.map((token, index) => {
    const { term, typed } = token
    const prefix = last && index === found.length - 1
    const exact = exactSpelling(text.slice(token.start, token.end))
    return { term, typed, exact, prefix, beginnings: beginnings(term, prefix ? typed : term) }
  })
  // Letters glued by - / . are one thing: "CV/HU", "09/8/2021".
  return { field, phrase: quoted || found.length > 1, negated, words, near: null, text }
}

/** Both clauses as one whose parts stand close together; null where they are no pair: nothing before, another field. */
function nearer(before: Clause | undefined, clause: Clause, within: number): Clause | null {
  if (!before || before.field !== clause.field || clause.field === 'date' || clause.negated) return null
  const words = [...before.words, ...clause.words]
  const parts = [...(before.near?.parts ?? [before.words.length]), clause.words.length]
  return { ...before, phrase: true, words, near: { parts, within: Math.max(within, before.near?.within ?? 0) } }
}

function beginnings(term: string, typed: string): readonly string[] {
  const all = [...new Set([term, typed, otherWriting(term) ?? term])]
  return all.filter((one) => !all.some((other) => other !== one && one.startsWith(other)))
}

function cut(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  const pattern = /["“”]([^"“”]*)(?:["“”]|$)|(\|)|([^\s"“”|]+)/gu
  for (const match of text.matchAll(pattern)) {
    const quoted = match[1] !== undefined
    pieces.push({ text: quoted ? (match[1] ?? '') : (match[2] ?? match[3] ?? ''), quoted })
  }
  return joinFieldNames(pieces)
}

/** "người ký:" and "nơi nhận:" are typed as two words. */
function joinFieldNames(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (!piece.quoted && before && !before.quoted && piece.text.includes(':')) {
      const both = `${before.text} ${piece.text}`
      if (fieldName(both)) {
        joined[joined.length - 1] = { text: both, quoted: false }
        continue
      }
    }
    joined.push(piece)
  }
  return joined
}

function fieldName(text: string): { field: SearchField; rest: string } | null {
  const colon = text.indexOf(':')
  if (colon <= 0) return null
  const name = tokens(text.slice(0, colon).replaceAll('_', ' '))
    .map((token) => token.term)
    .join('')
  const field = Object.hasOwn(FIELD_NAMES, name) ? FIELD_NAMES[name] : undefined
  return field ? { field, rest: text.slice(colon + 1) } : null
}

const NEAR_WITHIN = 10
const MOST_WITHIN = 200

/** "GẦN", "NEAR", "GẦN/5": how many words may stand between; null for anything else. */
function nearWithin(text: string): number | null {
  const [, , within] = /^(GẦN|NEAR)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  if (within !== undefined) return Math.min(MOST_WITHIN, Number(within))
  return text === 'GẦN' || text === 'NEAR' ? NEAR_WITHIN : null
}

/** "-CV/TU" after "713 " belongs to a reference, it excludes nothing. */
function isCode(text: string): boolean {
  return /^-\p{Lu}[\p{L}\d]*\//u.test(text)
}
function isOr(text: string): boolean {
  return text === '|' || text === 'OR' || text === 'HOẶC'
}
function isAnd(text: string): boolean {
  return text === 'AND' || text === 'VÀ'
}
function isNot(text: string): boolean {
  return text === 'NOT' || text === 'KHÔNG'
}
