import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { hides } from './hidden.ts'
import { touchedMark, touchedSince } from './touched.ts'

/** Values of one facet by number: 0 is none. `alike`: spellings that count as one value, by their key; the first one met stands for them. */
export type Dictionary = Readonly<{
  texts: string[]
  numbers: Map<string, number>
  alike: Readonly<{ keyOf(text: string): string; numbers: Map<string, number> }> | null
}>

/**
 * What counting needs of every document, by `document.n`: some 20 bytes each, so that a total and its facets are exact and
 * yet no row is read for them. Kept for each connection, and brought up to date before every use.
 */
export type Columns = {
  /** data_version of the connection: another value means that somebody else wrote. */
  version: number
  /** As far as the log of touched documents was read. */
  mark: number
  /** One more than the highest `n`. */
  size: number
  live: Uint8Array
  direction: Uint8Array
  type: Uint16Array
  issuer: Uint32Array
  /** Day of issue as 20210809; 0 where there is none. */
  day: Uint32Array
  /** Recipients of the documents asked for so far, as numbers of `names`. */
  recipients: (Uint32Array | undefined)[]
  directions: Dictionary
  types: Dictionary
  issuers: Dictionary
  names: Dictionary
}

type Row = [
  n: number,
  live: number,
  direction: string,
  type: string | null,
  issuer: string | null,
  issuedOn: string | null
]

type Group = [direction: string, type: string | null, issuer: string | null, ns: string, days: string, live: string]

/** One row for all documents that differ in nothing but their day: a row for each of 100,000 would cost four times as much. */
const ALL = `SELECT direction, document_type, issuer, json_group_array(n), json_group_array(coalesce(
    substr(issued_on, 1, 4) * 10000 + substr(issued_on, 6, 2) * 100 + substr(issued_on, 9, 2), 0)),
    json_group_array(withdrawn_at IS NULL)
  FROM document`
/** A view has no index of its own to name. */
const GROUPED = 'GROUP BY direction, document_type, issuer'
const SELECT_ONE =
  'SELECT n, withdrawn_at IS NULL, direction, document_type, issuer, issued_on FROM document WHERE n = ?'

const kept = new WeakMap<ReadableDb, Columns>()

/** The columns as they are now. Reads all documents the first time, afterwards only those that were touched. */
export function columnsOf(db: ReadableDb): Columns {
  const version = prepared<[]>(db, 'PRAGMA data_version').pluck().get() as number
  const mark = touchedMark(db)
  let columns = kept.get(db)
  const touched = columns && touchedSince(db, columns.mark)
  if (columns?.version === version && touched) {
    const one = prepared<[number]>(db, SELECT_ONE).raw()
    columns.mark = mark
    for (const n of new Set(touched)) {
      const row = one.get(n) as Row | undefined
      if (row) put(columns, row)
    }
    return columns
  }
  columns = empty(version, mark)
  const groups = prepared<[]>(db, `${ALL} ${hides(db) ? '' : 'INDEXED BY search_columns'} ${GROUPED}`).raw()
  reserve(columns, sizeOf(db))
  for (const group of groups.iterate() as IterableIterator<Group>) putGroup(columns, group)
  kept.set(db, columns)
  return columns
}

/** One more than the highest `n`, without reading the columns. */
export function sizeOf(db: ReadableDb): number {
  const highest = prepared<[]>(db, 'SELECT n FROM document ORDER BY n DESC LIMIT 1').pluck().get() as number | undefined
  return (highest ?? -1) + 1
}

/** The recipients of documents, each once a document, as numbers of `columns.names`; those not known yet are read together. */
export function recipientsOf(db: ReadableDb, columns: Columns, rows: readonly number[]): readonly Uint32Array[] {
  const unknown = rows.filter((n) => columns.recipients[n] === undefined)
  if (unknown.length > 0) readRecipients(db, columns, unknown)
  return rows.map((n) => columns.recipients[n] ?? NOBODY)
}

const NOBODY = new Uint32Array(0)

function readRecipients(db: ReadableDb, columns: Columns, rows: readonly number[]): void {
  const lines = prepared<[string]>(
    db,
    `SELECT j.value, r.text FROM json_each(?) j CROSS JOIN document d ON d.n = j.value
     CROSS JOIN recipient_line r ON r.document_id = d.id WHERE r.kind IN ('body', 'group')`
  )
    .raw()
    .all(JSON.stringify(rows)) as [number, string][]
  const numbers = new Map<number, Set<number>>()
  for (const [n, text] of lines) {
    const own = numbers.get(n) ?? new Set()
    numbers.set(n, own.add(numberOf(columns.names, text)))
  }
  for (const n of rows) columns.recipients[n] = Uint32Array.from(numbers.get(n) ?? [])
}

/** The number of a value that may not be there: -1 then, which no document has. */
export function knownNumber(dictionary: Dictionary, text: string): number {
  return dictionary.numbers.get(text) ?? dictionary.alike?.numbers.get(dictionary.alike.keyOf(text)) ?? -1
}

function putGroup(columns: Columns, group: Group): void {
  const direction = numberOf(columns.directions, group[0])
  const type = numberOf(columns.types, group[1])
  const issuer = numberOf(columns.issuers, group[2])
  const [ns, days, live] = group.slice(3).map((list) => JSON.parse(list ?? '[]') as number[])
  for (const [index, n] of (ns ?? []).entries()) {
    columns.live[n] = live?.[index] ?? 0
    columns.direction[n] = direction
    columns.type[n] = type
    columns.issuer[n] = issuer
    columns.day[n] = days?.[index] ?? 0
  }
}

/** Room for rows below `size`. */
function reserve(columns: Columns, size: number): void {
  if (size > columns.live.length) grow(columns, Math.max(1024, size * 2))
  columns.size = Math.max(columns.size, size)
}

function put(columns: Columns, row: Row): void {
  const [n, live, direction, type, issuer, issuedOn] = row
  reserve(columns, n + 1)
  columns.live[n] = live
  columns.direction[n] = numberOf(columns.directions, direction)
  columns.type[n] = numberOf(columns.types, type)
  columns.issuer[n] = numberOf(columns.issuers, issuer)
  columns.day[n] = issuedOn ? dayNumber(issuedOn) : 0
  columns.recipients[n] = undefined
}

/** "2021-08-09" → 20210809. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 4)) * 10000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
}

function numberOf(dictionary: Dictionary, text: string | null): number {
  if (text === null) return 0
  const known = dictionary.numbers.get(text)
  if (known !== undefined) return known
  const key = dictionary.alike?.keyOf(text) ?? ''
  const number = dictionary.alike?.numbers.get(key) ?? dictionary.texts.length
  if (number === dictionary.texts.length) dictionary.texts.push(text)
  dictionary.numbers.set(text, number)
  dictionary.alike?.numbers.set(key, number)
  return number
}

function empty(version: number, mark: number): Columns {
  const dictionary = (): Dictionary => ({ texts: [''], numbers: new Map(), alike: null })
  /** One body, however its name is spelt: "Huyện uỷ" and "Huyện ủy". */
  const bodies = (): Dictionary => ({ ...dictionary(), alike: { keyOf: foldKey, numbers: new Map() } })
  return {
    version,
    mark,
    size: 0,
    live: new Uint8Array(0),
    direction: new Uint8Array(0),
    type: new Uint16Array(0),
    issuer: new Uint32Array(0),
    day: new Uint32Array(0),
    recipients: [],
    directions: dictionary(),
    types: dictionary(),
    issuers: bodies(),
    names: dictionary()
  }
}

function grow(columns: Columns, length: number): void {
  const longer = <T extends Uint8Array | Uint16Array | Uint32Array>(into: T, from: T): T => {
    into.set(from)
    return into
  }
  columns.live = longer(new Uint8Array(length), columns.live)
  columns.direction = longer(new Uint8Array(length), columns.direction)
  columns.type = longer(new Uint16Array(length), columns.type)
  columns.issuer = longer(new Uint32Array(length), columns.issuer)
  columns.day = longer(new Uint32Array(length), columns.day)
}
