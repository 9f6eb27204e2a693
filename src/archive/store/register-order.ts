import type { InputOf } from '#contract/operations.ts'
import type { Direction } from '#contract/schemas.ts'
import { foldKey } from '#domain/text/fold.ts'
import { authorOf } from '#domain/vocabulary/author.ts'
import { registerDay } from './register-day.ts'

/** What a register line is filtered and ordered by. */
export type RegisterKeys = Readonly<{
  id: string
  n: number
  day: string | null
  number: string | null
  suffix: string | null
  reference: string | null
  referenceKey: string | null
  issuedOn: string | null
  arrivedOn: string | null
  arrivalNumber: number | null
  issuer: string | null
  actingBody: string | null
  issuerKey: string | null
  documentType: string | null
  subject: string | null
  handler: string | null
  signer: string | null
  /** What the line is ordered by where that is none of the above. */
  other: string | null
  withdrawn: number
}>

type Sort = InputOf<'register.list'>['sort']
type Group = InputOf<'register.list'>['group']
type Compare = (a: RegisterKeys, b: RegisterKeys) => number

/** The key of the group a line falls in: ISO day or month, author, code of the type; '' where it has none. */
export function groupOf(row: RegisterKeys, direction: Direction, group: Group): string {
  switch (group) {
    case 'none':
      return ''
    case 'day':
      return row.day ?? ''
    case 'month':
      return row.day?.slice(0, 7) ?? ''
    case 'author':
      return (direction === 'incoming' ? (row.issuer ?? row.actingBody) : authorOf(row.issuer, row.actingBody)) ?? ''
    case 'type':
      return row.documentType ?? ''
  }
}

/** Lines of a group stand together: groups first (days and months in the order asked for, names by alphabet), then lines. */
export function compareRows(direction: Direction, sort: Sort, descending: boolean, group: Group): Compare {
  const folded = foldedOnce()
  const byKey = orderBy(direction, sort, folded)
  const sign = descending ? -1 : 1
  const inTime = group === 'day' || group === 'month'
  return (a, b) => {
    if (group !== 'none') {
      const [one, other] = [groupOf(a, direction, group), groupOf(b, direction, group)]
      const difference = inTime ? sign * compare(one, other) : compare(folded(one), folded(other))
      if (difference !== 0) return difference
    }
    return sign * (byKey(a, b) || a.n - b.n)
  }
}

/**
 * The same order for the database, which then reads an index and hands out a page; null where names must be folded, and
 * so every line be read. `alias` d of `document`.
 */
export function orderInSql(direction: Direction, sort: Sort, descending: boolean, group: Group): string | null {
  const keys = sortKeys(direction, sort)
  if (keys === null || group === 'author') return null
  const way = descending ? 'DESC' : 'ASC'
  const first = groupKey(direction, group)
  const groups = first === null ? [] : [group === 'type' ? first : `${first} ${way}`]
  return [...groups, ...keys.map((key) => `${key} ${way}`), `d.n ${way}`].join(', ')
}

function groupKey(direction: Direction, group: Exclude<Group, 'author'>): string | null {
  switch (group) {
    case 'none':
      return null
    case 'day':
      return `coalesce(${registerDay(direction)}, '')`
    case 'month':
      return `substr(coalesce(${registerDay(direction)}, ''), 1, 7)`
    case 'type':
      return "replace(coalesce(d.document_type, ''), '-', ' ')"
  }
}

const NUMBER = "CAST(coalesce(d.number, '0') AS INTEGER)"
const BY_NUMBER = [NUMBER, "coalesce(d.suffix, '')", "coalesce(d.issued_on, '')"] as const

function sortKeys(direction: Direction, sort: Sort): readonly string[] | null {
  const byArrival = [`substr(coalesce(${registerDay(direction)}, ''), 1, 4)`, 'coalesce(d.arrival_number, 0)']
  switch (sort) {
    case 'number':
      return direction === 'incoming' ? byArrival : BY_NUMBER
    case 'issued':
      return ["coalesce(d.issued_on, '')", ...BY_NUMBER]
    case 'arrived':
      return ["coalesce(d.arrived_on, '')", ...byArrival]
    case 'author':
      return ["coalesce(d.issuer_key, '')", `coalesce(${registerDay(direction)}, '')`]
    case 'reference':
      return ["substr(coalesce(d.reference_key, ''), instr(coalesce(d.reference_key, ''), '-') + 1)", ...BY_NUMBER]
    default:
      return null
  }
}

function orderBy(direction: Direction, sort: Sort, folded: (text: string) => string): Compare {
  switch (sort) {
    case 'number':
      return direction === 'incoming' ? byArrival : byNumber
    case 'issued':
      return (a, b) => compare(a.issuedOn, b.issuedOn) || byNumber(a, b)
    case 'arrived':
      return (a, b) => compare(a.arrivedOn, b.arrivedOn) || byArrival(a, b)
    case 'author':
      return (a, b) => compare(a.issuerKey, b.issuerKey) || compare(a.day, b.day)
    case 'reference':
      return (a, b) => compare(symbolOf(a), symbolOf(b)) || byNumber(a, b)
    case 'subject':
      return (a, b) => compare(folded(a.subject ?? ''), folded(b.subject ?? ''))
    case 'signer':
    case 'recipients':
    case 'handler':
    case 'copies':
    case 'handed':
    case 'signed':
    case 'note':
      return (a, b) => compare(folded(a.other ?? ''), folded(b.other ?? ''))
  }
}

const SENT = 'FROM delivery v WHERE v.document_id = d.id AND v.cancelled_on IS NULL'
const OPEN_OF = `${SENT} AND v.acknowledged_on IS NULL AND v.returned_on IS NULL AND v.recalled_on IS NULL`

/** What stands in the column, for those sorts that no key of its own has: as the register shows it. */
export function otherInSql(sort: Sort): string {
  switch (sort) {
    case 'signer':
      return 'd.signer'
    case 'handler':
      return 'coalesce(d.handler, (SELECT h.main FROM handling_case h WHERE h.document_id = d.id))'
    case 'copies':
      return `printf('%06d', coalesce(d.copies, (SELECT sum(v.copies) ${SENT}), 0))`
    case 'note':
      return 'coalesce(d.withdrawn_reason, d.note)'
    case 'handed':
      return `(SELECT min(v.sent_on) ${SENT})`
    case 'recipients':
      return `(SELECT group_concat(r.text, '; ' ORDER BY r.list, r.position) FROM recipient_line r
        WHERE r.document_id = d.id AND r.kind NOT IN ('file-copy', 'as-addressed'))`
    case 'signed':
      // Who signed by name; after them those who are waited for, the fewest first.
      return `CASE (SELECT count(*) ${OPEN_OF})
        WHEN 0 THEN (SELECT min(v.acknowledged_by) ${SENT})
        ELSE 'zzzz' || printf('%06d', (SELECT count(*) ${OPEN_OF})) END`
    default:
      return 'NULL'
  }
}

/** A name is compared some twenty times in a long list, and folded once. */
function foldedOnce(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const key = known.get(text) ?? foldKey(text)
    known.set(text, key)
    return key
  }
}

/** Số đến begins anew each year (NĐ 30/2020, Điều 22). */
function byArrival(a: RegisterKeys, b: RegisterKeys): number {
  return compare(a.day?.slice(0, 4), b.day?.slice(0, 4)) || (a.arrivalNumber ?? 0) - (b.arrivalNumber ?? 0)
}

function byNumber(a: RegisterKeys, b: RegisterKeys): number {
  return whole(a.number) - whole(b.number) || compare(a.suffix, b.suffix) || compare(a.issuedOn, b.issuedOn)
}

/** The digits a number begins with. */
function whole(number: string | null): number {
  return Number(/^\d+/.exec(number ?? '')?.[0] ?? 0)
}

function symbolOf(row: RegisterKeys): string {
  return row.referenceKey?.replace(/^\d+[a-z]?-/, '') ?? ''
}

/** null stands first. */
function compare(a: string | null | undefined, b: string | null | undefined): number {
  const [one, other] = [a ?? '', b ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
