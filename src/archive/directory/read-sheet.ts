import type { BodyId, GroupId } from '#contract/ids.ts'
import type { DirectoryIssue } from '#contract/operations/directory-care.ts'
import type { Body } from '#contract/operations/distribution.ts'
import type { Cell } from '#domain/register/cell.ts'
import { readDay } from '#domain/register/read-day.ts'
import { readIssuingBody } from '#domain/resolve/issuing-body.ts'
import { foldKey } from '#domain/text/fold.ts'
import {
  DIRECTORY_CHANNELS,
  DIRECTORY_COLUMN_NAMES,
  DIRECTORY_COLUMNS,
  DIRECTORY_KINDS,
  DIRECTORY_LEVELS,
  type DirectoryColumn
} from '#domain/vocabulary/directory-sheet.ts'

export type IssueCode = DirectoryIssue['code']
export type CellIssue = Readonly<{ column: DirectoryColumn; code: IssueCode; value: string }>

/** A membership as a row says it. */
export type SaidMember = Readonly<{ group: string; from: string | null; to: string | null }>

/** A row as it was typed: what it does not have a column for is `undefined` and stays as it is. */
export type SaidRow = Readonly<{
  row: number
  id: string | null
  kind: 'organisation' | 'person' | 'group'
  name: string
  shortName: string | null | undefined
  aliases: readonly string[] | undefined
  level: Body['level'] | undefined
  code: string | null | undefined
  parent: string | null | undefined
  validFrom: string | null | undefined
  validTo: string | null | undefined
  successor: string | null | undefined
  channel: Body['channel'] | undefined
  note: string | null | undefined
  groups: readonly SaidMember[] | undefined
}>

export type SheetRead = Readonly<{
  rows: readonly Readonly<{ row: number; said: SaidRow | null; issues: readonly CellIssue[] }>[]
  columns: ReadonlySet<DirectoryColumn>
  /** Heads nobody knows. */
  strange: readonly string[]
}>

const MOST = { name: 200, shortName: 100, code: 40, note: 500, aliases: 50 } as const

/** Reads a table of bodies and groups; its heads may stand in any order, some may be missing, a name must be there. */
export function readDirectorySheet(rows: readonly (readonly Cell[])[]): SheetRead | null {
  const at = rows.slice(0, 20).findIndex((row) => row.some((cell) => columnOf(cellString(cell)) === 'name'))
  if (at < 0) return null
  const columns = new Map<DirectoryColumn, number>()
  const strange: string[] = []
  ;(rows[at] ?? []).forEach((cell, index) => {
    const title = cellString(cell).trim()
    const column = columnOf(title)
    if (column && !columns.has(column)) columns.set(column, index)
    else if (title !== '' && !/^(?:stt|tt|so tt)$/.test(foldKey(title))) strange.push(title.slice(0, 60))
  })
  const read = rows.slice(at + 1).flatMap((row, index): SheetRead['rows'][number][] => {
    if (row.every((cell) => cellString(cell).trim() === '')) return []
    return [readRow(row, at + 2 + index, columns)]
  })
  return { rows: read, columns: new Set(columns.keys()), strange }
}

function readRow(
  row: readonly Cell[],
  number: number,
  columns: ReadonlyMap<DirectoryColumn, number>
): SheetRead['rows'][number] {
  const issues: CellIssue[] = []
  const text = (column: DirectoryColumn): string | undefined => {
    const at = columns.get(column)
    return at === undefined
      ? undefined
      : cellString(row[at])
          .replace(/[^\S\n]+/g, ' ')
          .trim()
  }
  const wrong = (column: DirectoryColumn, code: IssueCode): undefined => {
    issues.push({ column, code, value: (text(column) ?? '').slice(0, 80) })
    return undefined
  }
  const plain = (column: 'shortName' | 'code' | 'note') => {
    const value = text(column)
    if (value === undefined) return undefined
    if (value.length > MOST[column]) return wrong(column, 'too-long')
    return value === '' ? null : value
  }
  const word = <T extends string>(column: DirectoryColumn, code: IssueCode, names: Readonly<Record<T, string>>) => {
    const value = text(column)
    if (value === undefined || value === '') return value === undefined ? undefined : null
    const found = (Object.keys(names) as T[]).find((key) => foldKey(names[key]) === foldKey(value))
    return found ?? wrong(column, code)
  }
  const day = (column: 'validFrom' | 'validTo') => {
    const value = text(column)
    if (value === undefined) return undefined
    return value === '' ? null : (dayOf(value) ?? wrong(column, 'bad-day'))
  }
  const name = text('name')?.replace(/\n/g, ' ') ?? ''
  const id = text('id') || null
  if (name === '') wrong('name', 'no-name')
  if (name.length > MOST.name) wrong('name', 'too-long')
  const own = id !== null
  const aliases = text('aliases')
  const list = aliases === undefined ? undefined : linesOf(aliases, own)
  if (list && (list.length > MOST.aliases || list.some((one) => one.length > MOST.name))) wrong('aliases', 'too-long')
  const validFrom = day('validFrom')
  const validTo = day('validTo')
  if (validFrom && validTo && validFrom > validTo) wrong('validTo', 'dates-order')
  const groups = text('groups')
  const members = groups === undefined ? undefined : linesOf(groups, own).map(memberOf)
  if (members?.some((one) => one === null)) wrong('groups', 'bad-day')
  const kind = word('kind', 'bad-kind', DIRECTORY_KINDS) ?? kindOfName(name)
  const level = word('level', 'bad-level', DIRECTORY_LEVELS)
  const channel = word('channel', 'bad-channel', DIRECTORY_CHANNELS)
  const said: SaidRow = {
    row: number,
    id,
    kind,
    name,
    shortName: plain('shortName'),
    aliases: list,
    level: own ? level : (level ?? undefined),
    code: plain('code'),
    parent: reference(text('parent')),
    validFrom,
    validTo,
    successor: reference(text('successor')),
    channel: channel ?? undefined,
    note: plain('note'),
    groups: members?.flatMap((one) => one ?? [])
  }
  return { row: number, said: issues.length > 0 ? null : said, issues }
}

/** A person by the way names of persons are written in these lists; else a body. */
export function kindOfName(name: string): 'organisation' | 'person' {
  return /^(?:đ\s*\/\s*c|đồng chí|ông|bà)\s/iu.test(name.normalize('NFC')) ? 'person' : 'organisation'
}

/** The level a body's name speaks of. */
export function levelOfName(name: string): Body['level'] {
  return readIssuingBody(name).level
}

/** "Tên [b_…]" names one of several entries of that name. */
export function splitName(text: string): Readonly<{ name: string; id: string | null }> {
  const found = /^(.*?) ?\[([bg]_[0-9a-z]{4,40})\]$/.exec(text)
  return found ? { name: found[1] ?? '', id: found[2] ?? null } : { name: text, id: null }
}

export function asBodyId(id: string | null): BodyId | null {
  return id !== null && /^b_[0-9a-z]{4,40}$/.test(id) ? (id as BodyId) : null
}

export function asGroupId(id: string | null): GroupId | null {
  return id !== null && /^g_[0-9a-z]{4,40}$/.test(id) ? (id as GroupId) : null
}

function reference(text: string | undefined): string | null | undefined {
  return text === undefined ? undefined : text === '' ? null : text
}

/** Our own sheets part with lines, since a name may hold any sign; a person's also with ";". */
function linesOf(text: string, own: boolean): readonly string[] {
  return text
    .split(own ? /\n/ : /[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean)
}

function memberOf(line: string): SaidMember | null {
  const [group = '', from = '', to = ''] = line.split('|').map((part) => part.trim())
  const start = from === '' ? null : dayOf(from)
  const end = to === '' ? null : dayOf(to)
  return group === '' || start === undefined || end === undefined ? null : { group, from: start, to: end }
}

function dayOf(text: string): string | undefined {
  return readDay(text, null) ?? undefined
}

function columnOf(title: string): DirectoryColumn | null {
  const key = foldKey(title)
  if (key === '') return null
  return (
    DIRECTORY_COLUMN_NAMES.find((column) => {
      const { title: own, also } = DIRECTORY_COLUMNS[column]
      return foldKey(own) === key || also.some((other) => foldKey(other) === key)
    }) ?? null
  )
}

/** What the cell holds, lines kept apart. */
function cellString(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.day.split('-').reverse().join('/')
  return String(cell).normalize('NFC').replace(/\r\n?/g, '\n')
}
