import { parseReference } from '../reference/parse-reference.ts'
import type { Reference } from '../reference/reference.ts'
import { type Cell, cellText } from './cell.ts'

/** The number of a paper as a book has it; a number alone has no symbol. */
export type BookReference = Omit<Reference, 'symbol'> & Readonly<{ symbol: string | null }>

export type ReferenceRead =
  | Readonly<{ kind: 'read'; reference: BookReference }>
  /** The book says that the paper has none. */
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'empty' }>
  | Readonly<{ kind: 'unknown' }>

const SAID_NONE = /^(?:không(?: có)? số|không|k\.?\s?số|ks|k\/s|0|-|x)$/iu
const NUMBER = /^(\d{1,6})\s?(\p{Ll})?$/u
/** "221 CV/HU", "221CV-HU", "45 BC": the dash or slash after the number left out. */
const LOOSE = /^(\d{1,6})\s*[-–—_/]?\s*(\p{L}[\p{L}\d]*(?:\s*[-–—_/]\s*\p{L}[\p{L}\d]*){0,4})$/u

/** A reference in one cell, or its number and symbol in two. Written loosely it is read as the usual spelling. */
export function readReference(
  whole: Cell | undefined,
  number: Cell | undefined,
  symbol: Cell | undefined
): ReferenceRead {
  const text = cellText(whole).replace(/^số\s*:?\s*/iu, '')
  const first = cellText(number)
  const second = cellText(symbol).replace(/^[-–—/\s]+/, '')
  if (text === '' && first === '') return { kind: 'empty' }
  if (SAID_NONE.test(text) || (text === '' && SAID_NONE.test(first))) return { kind: 'none' }
  const typed = text !== '' && !NUMBER.test(text) ? text : null
  if (typed === null) {
    const bare = NUMBER.exec(text !== '' ? text : first)
    if (!bare?.[1]) {
      const joined = parseReference(text === '' ? first : text)
      return joined ? { kind: 'read', reference: joined } : loose(first)
    }
    if (second === '')
      return { kind: 'read', reference: { number: bare[1], suffix: bare[2] ?? null, separator: '-', symbol: null } }
    const parted = parseReference(`${bare[0]}${separatorOf(cellText(symbol))}${second}`)
    return parted ? { kind: 'read', reference: parted } : { kind: 'unknown' }
  }
  const exact = parseReference(typed)
  return exact ? { kind: 'read', reference: exact } : loose(typed)
}

function loose(text: string): ReferenceRead {
  const found = LOOSE.exec(text)
  if (!found?.[1] || !found[2]) return { kind: 'unknown' }
  const symbol = found[2].replace(/\s*[–—_]\s*/g, '-').replace(/\s*([-/])\s*/g, '$1')
  const spelled = parseReference(`${found[1]}-${symbol.replace('-', symbol.includes('/') ? '-' : '/')}`)
  if (spelled) return { kind: 'read', reference: spelled }
  const short = /^\p{L}[\p{L}\d]*$/u.test(symbol)
  return short
    ? { kind: 'read', reference: { number: found[1], suffix: null, separator: '-', symbol } }
    : { kind: 'unknown' }
}

/** "/UBND-VP" and "KH-UBND" are the State's, "CV/HU" the Party's. */
function separatorOf(symbol: string): '-' | '/' {
  if (symbol.startsWith('/')) return '/'
  return /^[\p{L}\d]+-[\p{L}\d-]+$/u.test(symbol) ? '/' : '-'
}
