import type { Relation } from '../vocabulary/relations.ts'

export const VALIDITY_STATUSES = ['in-force', 'amended', 'replaced', 'repealed', 'expired'] as const
export type ValidityStatus = (typeof VALIDITY_STATUSES)[number]

/** A later document's act on the one in question. */
export type ValidityAct = Readonly<{ relation: Relation; by: string; issuedOn: string | null }>

export type Validity = Readonly<{ status: ValidityStatus; by: string | null }>

const STATUS: Readonly<Partial<Record<Relation, ValidityStatus>>> = {
  replaces: 'replaced',
  repeals: 'repealed',
  expired: 'expired',
  amends: 'amended',
  corrects: 'amended',
  extends: 'amended'
}
/** The stronger act decides; of equal ones the later. */
const WEIGHT: Readonly<Record<ValidityStatus, number>> = {
  'in-force': 0,
  amended: 1,
  expired: 2,
  replaced: 3,
  repealed: 3
}

/** What an act makes of the document it speaks of; null: it changes nothing. */
export function statusAfter(relation: Relation): ValidityStatus | null {
  return STATUS[relation] ?? null
}

/** Whether nobody should rest a new paper on it any more. */
export function isOver(status: ValidityStatus): boolean {
  return WEIGHT[status] >= WEIGHT.expired
}

/**
 * Whether a document stands on a day, from what later documents say they do to it (design §10, C12). An act of a
 * document issued after that day does not count yet. "Tiếp tục có hiệu lực" undoes nothing: it only says so.
 */
export function validityOn(day: string, acts: readonly ValidityAct[]): Validity {
  let best: Readonly<{ status: ValidityStatus; by: string; issuedOn: string }> | null = null
  for (const act of acts) {
    const status = STATUS[act.relation]
    if (!status || (act.issuedOn !== null && act.issuedOn > day)) continue
    const one = { status, by: act.by, issuedOn: act.issuedOn ?? '' }
    if (!best || outweighs(one, best)) best = one
  }
  return best ? { status: best.status, by: best.by } : { status: 'in-force', by: null }
}

type Weighed = Readonly<{ status: ValidityStatus; issuedOn: string }>

function outweighs(a: Weighed, b: Weighed): boolean {
  const difference = WEIGHT[a.status] - WEIGHT[b.status]
  return difference > 0 || (difference === 0 && a.issuedOn > b.issuedOn)
}
