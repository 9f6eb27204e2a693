import type { Place } from './places.ts'

export type Snippet = Readonly<{ text: string; marks: [number, number][] }>

const LENGTH = 150
const LEAD = 40

/** A piece of the text around its best place, with marks; white space is folded, cut ends bear "…". */
export function makeSnippet(body: string, places: readonly Place[]): Snippet {
  const best = places.reduce<Place | undefined>((one, other) => (one && !isBetter(other, one) ? one : other), undefined)
  if (!best) return { text: '', marks: [] }
  const start = wordStart(body, Math.max(0, best.start - LEAD))
  const end = wordEnd(body, Math.min(body.length, start + LENGTH))
  const inside = places.filter((place) => place.start >= start && place.end <= end)
  let text = start > 0 ? '… ' : ''
  const marks: [number, number][] = []
  let at = start
  for (const place of inside) {
    text = grow(text, body.slice(at, place.start))
    const from = text.length
    text += flat(body.slice(place.start, place.end))
    marks.push([from, text.length])
    at = place.end
  }
  text = grow(text, body.slice(at, end))
  return { text: end < body.length ? `${text.trimEnd()} …` : text.trimEnd(), marks }
}

function isBetter(a: Place, b: Place): boolean {
  return a.words > b.words || (a.words === b.words && a.exact && !b.exact)
}

function grow(text: string, more: string): string {
  const piece = flat(more)
  return text.endsWith(' ') || text === '' ? text + piece.trimStart() : text + piece
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.slice(at).search(/\s/)
  return space < 0 || space > 20 ? at : at + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space > at - 20 ? space : at
}
