import type { SearchField } from '#domain/search/fields.ts'
import { exactSpelling, otherWriting, tokens } from './tokens.ts'

export type { SearchField } from '#domain/search/fields.ts'

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
  /** Where the sign that excludes it stands: clauses under one sign are excluded together, where all of them hold. */
  exclusion: number | null
  words: readonly QueryWord[]
  /** Of "a GẦN b": how many of the words each part has, and how many other words may stand between; null for others. */
  near: Readonly<{ parts: readonly number[]; within: number }> | null
  /** As typed, for fields that are not words: a date or a reference. */
  text: string
  /** Where it stands in the query, with its sign of exclusion; `named`: where the name of its field begins, if one was typed. */
  from: number
  to: number
  named: number | null
}>

/** Alternatives of clauses that must all hold. An empty list finds everything. */
export type Query = Readonly<{ alternatives: readonly (readonly Clause[])[]; text: string }>

/** Names of fields as they are typed, folded and without spaces. */
export const FIELD_NAMES: Readonly<Record<string, SearchField>> = {
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

/** What stands between spaces, or between quotation marks (`closed`: the second mark is there). */
export type Piece = Readonly<{ text: string; quoted: boolean; closed: boolean; from: number; to: number }>

/**
 * Reads what was typed. Words side by side must all stand in the document; "…" is a phrase; HOẶC, OR and | part
 * alternatives; KHÔNG, NOT and a leading - exclude the next word or quotation, before a field its whole value; GẦN, NEAR and GẦN/5 ask two to stand close together; VÀ and AND say nothing new; "cq: đảng ủy" asks a field up to the
 * next field or operator, "cq: "đảng ủy" rừng" up to the end of the quotation. Operators count only in capitals, so that ordinary words stay words. Never fails.
 */
export function parseQuery(typed: string): Query {
  const text = queryText(typed)
  const alternatives: Clause[][] = [[]]
  let field: SearchField | null = null
  let named: number | null = null
  /** A sign of exclusion that waits for what it excludes, and the one that the field stands under. */
  let sign: number | null = null
  let ofField: number | null = null
  let within: number | null = null
  const leaveField = () => {
    field = null
    named = null
    ofField = null
  }
  const pieces = queryPieces(text)
  pieces.forEach((piece, index) => {
    const operator = operatorOf(piece)
    if (operator !== null) {
      if (operator.kind === 'near') {
        within = operator.within
        return
      }
      leaveField()
      if (operator.kind === 'not') sign = piece.from
      if (operator.kind === 'or') {
        alternatives.push([])
        sign = null
        within = null
      }
      return
    }
    const begun = piece.quoted ? null : fieldName(piece.text)
    if (begun) {
      field = begun.field
      named = piece.from
      ofField = piece.text.startsWith('-') ? piece.from : sign
      sign = null
      if (begun.rest === '') return
    }
    let body = begun ? begun.rest : piece.text
    let exclusion = field === null ? sign : ofField
    sign = null
    if (!piece.quoted && !begun && field === null && /^-\p{L}/u.test(body) && index > 0 && !isCode(body)) {
      exclusion = piece.from
      body = body.slice(1)
    }
    const last = index === pieces.length - 1 && !piece.quoted && !/\s$/.test(text)
    const all = alternatives.at(-1)
    const first = exclusion !== null && all?.at(-1)?.exclusion !== exclusion
    const from = first ? (exclusion ?? piece.from) : piece.from
    const clause = clauseOf(body, piece.quoted, field, last, { from, to: piece.to, named, exclusion })
    if (!clause) return
    // A value in quotation marks is whole: what stands behind it is no part of the field.
    if (piece.quoted && piece.closed && clause.field !== null) leaveField()
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

/** What is marked and quoted of a text: the words asked of it; those of named fields only where nothing else was asked. */
export function wordsOfText(query: Query): readonly QueryWord[] {
  const free = positiveWords(query, (clause) => clause.field === null || clause.field === 'subject')
  return free.length > 0 ? free : positiveWords(query)
}

function clauseOf(
  text: string,
  quoted: boolean,
  field: SearchField | null,
  last: boolean,
  place: Pick<Clause, 'from' | 'to' | 'named' | 'exclusion'>
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
  const negated = place.exclusion !== null
  return { field, phrase: quoted || found.length > 1, negated, words, near: null, text, ...place }
}

/** Both clauses as one whose parts stand close together; null where they are no pair: nothing before, another field. */
function nearer(before: Clause | undefined, clause: Clause, within: number): Clause | null {
  if (!before || before.field !== clause.field || clause.field === 'date') return null
  if (clause.negated && clause.exclusion !== before.exclusion) return null
  const words = [...before.words, ...clause.words]
  const parts = [...(before.near?.parts ?? [before.words.length]), clause.words.length]
  return {
    ...before,
    phrase: true,
    to: clause.to,
    words,
    near: { parts, within: Math.max(within, before.near?.within ?? 0) }
  }
}

function beginnings(term: string, typed: string): readonly string[] {
  const all = [...new Set([term, typed, otherWriting(term) ?? term])]
  return all.filter((one) => !all.some((other) => other !== one && one.startsWith(other)))
}

/** What is read of what was typed: NFC, so that places in it are places in what the screen shows. */
export function queryText(typed: string): string {
  return typed.normalize('NFC').slice(0, 500)
}

export function queryPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  const pattern = /["“”]([^"“”]*)(["“”]|$)|(\|)|([^\s"“”|]+)/gu
  for (const match of text.matchAll(pattern)) {
    const quoted = match[1] !== undefined
    pieces.push({
      text: quoted ? (match[1] ?? '') : (match[3] ?? match[4] ?? ''),
      quoted,
      closed: !quoted || match[2] !== '',
      from: match.index,
      to: match.index + match[0].length
    })
  }
  return joinFieldNames(pieces)
}

/** "người ký:" and "nơi nhận:" are typed as two words. */
function joinFieldNames(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    if (!piece.quoted && before && !before.quoted && piece.text.includes(':') && !before.text.includes(':')) {
      const text = `${before.text} ${piece.text}`
      if (fieldName(text)) {
        joined[joined.length - 1] = { ...piece, text, from: before.from }
        continue
      }
    }
    joined.push(piece)
  }
  return joined
}

/** The field that a piece names, and what of it stands after the colon; null where it names none. */
export function fieldName(text: string): { field: SearchField; rest: string } | null {
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

export type Operator = Readonly<{ kind: 'or' | 'and' | 'not' }> | Readonly<{ kind: 'near'; within: number }>

/** An operator counts only in capitals; null for anything else. */
export function operatorOf(piece: Pick<Piece, 'text' | 'quoted'>): Operator | null {
  if (piece.quoted) return null
  const { text } = piece
  if (text === '|' || text === 'OR' || text === 'HOẶC') return { kind: 'or' }
  if (text === 'AND' || text === 'VÀ') return { kind: 'and' }
  if (text === 'NOT' || text === 'KHÔNG') return { kind: 'not' }
  const [, , within] = /^(GẦN|NEAR)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  if (within !== undefined) return { kind: 'near', within: Math.min(MOST_WITHIN, Number(within)) }
  return text === 'GẦN' || text === 'NEAR' ? { kind: 'near', within: NEAR_WITHIN } : null
}

/** "-CV/TU" after "713 " belongs to a reference, it excludes nothing. */
function isCode(text: string): boolean {
  return /^-\p{Lu}[\p{L}\d]*\//u.test(text)
}
