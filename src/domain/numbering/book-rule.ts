import { foldKey } from '../text/fold.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'

export type BookDirection = 'incoming' | 'outgoing'
export type PeriodKind = 'term' | 'year'

/** How the numbers of some papers are given (N01, N02). */
export type NumberingRule = Readonly<{
  id: string
  fondsId: string | null
  direction: BookDirection
  /** Whose numbers; null: each body that issues has its own. */
  body: string | null
  separator: '-' | '/' | null
  /** Empty: every type no narrower rule covers. */
  documentTypes: readonly DocumentType[]
  /** Each type has numbers of its own; otherwise they share one series ("dùng chung số"). */
  perType: boolean
  period: PeriodKind
  firstNumber: number
  name: string | null
}>

/** What decides in which book a number stands. */
export type NumberPlace = Readonly<{
  fondsId: string | null
  direction: BookDirection
  body: string | null
  separator: '-' | '/'
  documentType: DocumentType | null
  day: string
}>

const EVERYTHING = { fondsId: null, body: null, documentTypes: [], firstNumber: 1, name: null } as const

/**
 * What holds until the office says otherwise: papers that come in have one book a year (NĐ 30/2020, Điều 22); Party
 * papers are numbered by type and term (05-HD/VPTW), State papers by type and year (NĐ 30/2020, Điều 15).
 */
export const DEFAULT_RULES: readonly NumberingRule[] = [
  {
    ...EVERYTHING,
    id: 'default-incoming',
    direction: 'incoming',
    separator: null,
    perType: false,
    period: 'year'
  },
  { ...EVERYTHING, id: 'default-party', direction: 'outgoing', separator: '-', perType: true, period: 'term' },
  { ...EVERYTHING, id: 'default-state', direction: 'outgoing', separator: '/', perType: true, period: 'year' }
]

/** The office's own rules with the usual ones behind them, where the office has not said otherwise. */
export function rulesWithDefaults(own: readonly NumberingRule[]): readonly NumberingRule[] {
  const said = new Set(own.map((rule) => rule.id))
  return [...own, ...DEFAULT_RULES.filter((rule) => !said.has(rule.id))]
}

/** The rule a place falls under: the one that says most of it, the body first, then the type, then the separator. */
export function ruleFor(place: NumberPlace, rules: readonly NumberingRule[]): NumberingRule | null {
  let best: NumberingRule | null = null
  for (const rule of rules) {
    if (covers(rule, place) && (best === null || weight(rule) > weight(best))) best = rule
  }
  return best
}

/** A rule that says the same of the same papers: of two such no one could tell which holds. */
export function overlapping(rule: NumberingRule, others: readonly NumberingRule[]): NumberingRule | null {
  return (
    others.find(
      (other) =>
        other.id !== rule.id &&
        other.direction === rule.direction &&
        other.fondsId === rule.fondsId &&
        bodyKey(other.body) === bodyKey(rule.body) &&
        other.separator === rule.separator &&
        (other.documentTypes.length === 0) === (rule.documentTypes.length === 0) &&
        (rule.documentTypes.length === 0 || rule.documentTypes.some((type) => other.documentTypes.includes(type)))
    ) ?? null
  )
}

function covers(rule: NumberingRule, place: NumberPlace): boolean {
  return (
    rule.direction === place.direction &&
    (rule.fondsId === null || rule.fondsId === place.fondsId) &&
    (rule.body === null || bodyKey(rule.body) === bodyKey(place.body)) &&
    (rule.separator === null || rule.separator === place.separator) &&
    (rule.documentTypes.length === 0 ||
      (place.documentType !== null && rule.documentTypes.includes(place.documentType)))
  )
}

function weight(rule: NumberingRule): number {
  return (
    (rule.fondsId === null ? 0 : 8) +
    (rule.body === null ? 0 : 4) +
    (rule.documentTypes.length === 0 ? 0 : 2) +
    (rule.separator === null ? 0 : 1)
  )
}

export function bodyKey(body: string | null): string | null {
  return body === null ? null : foldKey(body)
}
