import type { InputOf } from '#contract/operations.ts'
import type { Direction } from '#contract/schemas.ts'
import { foldKey } from '#domain/text/fold.ts'
import { authorOf } from '#domain/vocabulary/author.ts'

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
  const byKey = orderBy(direction, sort)
  const sign = descending ? -1 : 1
  const inTime = group === 'day' || group === 'month'
  return (a, b) => {
    if (group !== 'none') {
      const [one, other] = [groupOf(a, direction, group), groupOf(b, direction, group)]
      const difference = inTime ? sign * compare(one, other) : compare(foldKey(one), foldKey(other))
      if (difference !== 0) return difference
    }
    return sign * (byKey(a, b) || a.n - b.n)
  }
}

function orderBy(direction: Direction, sort: Sort): Compare {
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
      return (a, b) => compare(foldKey(a.subject ?? ''), foldKey(b.subject ?? ''))
  }
}

/** Số đến begins anew each year (NĐ 30/2020, Điều 22). */
function byArrival(a: RegisterKeys, b: RegisterKeys): number {
  return compare(a.arrivedOn?.slice(0, 4), b.arrivedOn?.slice(0, 4)) || (a.arrivalNumber ?? 0) - (b.arrivalNumber ?? 0)
}

function byNumber(a: RegisterKeys, b: RegisterKeys): number {
  return Number(a.number ?? 0) - Number(b.number ?? 0) || compare(a.suffix, b.suffix) || compare(a.issuedOn, b.issuedOn)
}

function symbolOf(row: RegisterKeys): string {
  return row.referenceKey?.replace(/^\d+[a-z]?-/, '') ?? ''
}

/** null stands first. */
function compare(a: string | null | undefined, b: string | null | undefined): number {
  const [one, other] = [a ?? '', b ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
