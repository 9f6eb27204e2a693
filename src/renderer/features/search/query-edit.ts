import type { QueryPart, QueryReading } from '#contract/operations/search.ts'
import { searchWords as words } from '../../strings/search.ts'

export type Suggestion = QueryReading['help']['suggestions'][number]
export type Problem = QueryReading['problems'][number]

/** The query without one of its parts, and without a sign of alternatives that would stand alone. */
export function withoutPart(text: string, part: Pick<QueryPart, 'from' | 'to'>): string {
  const pieces = `${text.slice(0, part.from)} ${text.slice(part.to)}`.split(/\s+/).filter(Boolean)
  const isOr = (piece: string | undefined) => piece === undefined || words.query.orSigns.test(piece)
  const kept: string[] = []
  for (const piece of pieces) if (!isOr(piece) || !isOr(kept.at(-1))) kept.push(piece)
  if (isOr(kept.at(-1))) kept.pop()
  return kept.join(' ')
}

/** The query with a suggestion in it, and where the caret goes: behind it. */
export function withSuggestion(reading: QueryReading, taken: Suggestion): Readonly<{ text: string; caret: number }> {
  const name = words.query.typed[taken.field]
  const insert =
    taken.kind === 'field' ? `${name} ` : reading.help.field === null ? `${name} ${taken.insert} ` : `${taken.insert} `
  const rest = reading.text.slice(taken.to).replace(/^\s+/, '')
  const before = reading.text.slice(0, taken.from) + insert
  return { text: before + rest, caret: before.length }
}

/** Parts that say more than plain words do: those are read in the field itself, unless they stand there in an old encoding. */
export function partsShown(reading: QueryReading): readonly QueryPart[] {
  const { parts } = reading
  if (reading.text !== reading.typed) return parts
  const plain = (part: QueryPart) => part.kind === 'words' && part.field === null && !part.negated
  const alternatives = new Set(parts.map((part) => part.alternative)).size
  return alternatives > 1 ? parts : parts.filter((part) => !plain(part))
}

export function partText(part: QueryPart): string {
  const { query } = words
  const said =
    part.kind === 'near'
      ? query.near(part.text.replace(query.nearSigns, ` ${query.nearWord} `), part.within ?? 0)
      : part.kind === 'phrase'
        ? `“${part.text}”`
        : part.text
  if (part.field === null) return part.negated ? query.without(said) : said
  const named = `${query.fields[part.field]}: ${said}`
  return part.negated ? query.except(named) : named
}

const HARMLESS: ReadonlySet<Problem['code']> = new Set([
  'empty-field',
  'open-quote',
  'loose-operator',
  'small-operator',
  'brackets'
])

/** A query with such a thing in it cannot find what was meant. */
export function isWrong(problem: Problem): boolean {
  return !HARMLESS.has(problem.code)
}

/** The first thing to say of a query: what is wrong; else what does nothing, unless it is still being typed. */
export function problemShown(reading: QueryReading, caret: number): Problem | null {
  const wrong = reading.problems.find(isWrong)
  if (wrong) return wrong
  return (
    reading.problems.find((one) => one.code === 'small-operator' || one.code === 'brackets' || one.to < caret) ?? null
  )
}
