import type { BodyId, GroupId } from '#contract/ids.ts'
import type { DirectoryIssue } from '#contract/operations/directory-care.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import { foldKey } from '#domain/text/fold.ts'
import { DIRECTORY_COLUMNS, type DirectoryColumn } from '#domain/vocabulary/directory-sheet.ts'
import type { ReadableDb } from '../archive-context.ts'
import { mergedInto } from '../store/body-use.ts'
import { allBodies, allGroups } from '../store/directory.ts'
import { BLANK_BODY } from './blank-body.ts'
import {
  asBodyId,
  asGroupId,
  levelOfName,
  type SaidMember,
  type SaidRow,
  type SheetRead,
  splitName
} from './read-sheet.ts'

export type BodyChange = Readonly<{ row: number; body: Body; before: Body | null; fields: readonly string[] }>
export type GroupChange = Readonly<{ group: Group; before: Group | null }>

/** What a sheet would change; nothing of it is done. */
export type DirectoryPlan = Readonly<{
  bodies: readonly BodyChange[]
  groups: readonly GroupChange[]
  same: number
  issues: readonly DirectoryIssue[]
}>

type NewId = (letter: string) => string

/**
 * The rows of a sheet against the directory as it is. A row is known by its id, else by its name; a column that is not
 * there leaves what is, and nobody is removed for not being in the sheet. Rows with faults change nothing.
 */
export function planImport(db: ReadableDb, sheet: SheetRead, newId: NewId): DirectoryPlan {
  const bodies = allBodies(db)
  const groups = allGroups(db)
  const issues: DirectoryIssue[] = []
  const put = (
    row: number,
    column: DirectoryColumn,
    code: DirectoryIssue['code'],
    value = '',
    otherRow: number | null = null
  ) => void issues.push({ row, column: DIRECTORY_COLUMNS[column].title, code, value, otherRow })
  for (const { row, issues: found } of sheet.rows) for (const one of found) put(row, one.column, one.code, one.value)
  const said = sheet.rows.flatMap((one) => one.said ?? [])
  const entries = known(
    db,
    said.filter((one) => one.kind !== 'group'),
    bodies,
    newId,
    put
  )
  const changes = bodyChanges(entries, bodies, put)
  const groupChanges = groupsOf(said, changes.all, groups, newId, sheet.columns.has('groups'))
  const changed = changes.all.filter((one) => one.before === null || one.fields.length > 0)
  const memberRows = new Set(groupChanges.flatMap((one) => one.rows))
  return {
    bodies: changed,
    groups: groupChanges.map(({ group, before }) => ({ group, before })),
    same: changes.all.filter((one) => one.before !== null && one.fields.length === 0 && !memberRows.has(one.row))
      .length,
    issues: issues.sort((a, b) => a.row - b.row)
  }
}

type Put = (
  row: number,
  column: DirectoryColumn,
  code: DirectoryIssue['code'],
  value?: string,
  otherRow?: number
) => void
type Entry = Readonly<{ said: SaidRow; id: BodyId; before: Body | null }>

/** Which entry each row is. */
function known(
  db: ReadableDb,
  said: readonly SaidRow[],
  bodies: readonly Body[],
  newId: NewId,
  put: Put
): readonly Entry[] {
  const taken = new Map<string, number>()
  const byId = new Map<string, Body>(bodies.map((body) => [body.id, body]))
  return said.flatMap((one): Entry[] => {
    const asked = asBodyId(one.id)
    const merged = asked === null ? undefined : mergedInto(db, asked)
    if (merged !== undefined) {
      put(one.row, 'id', 'merged-away', byId.get(merged)?.name ?? one.name)
      return []
    }
    const same = bodies.filter((body) => foldKey(body.name) === foldKey(one.name))
    const named = same.filter((body) => one.validFrom === undefined || body.validFrom === one.validFrom)
    const before = (asked === null ? undefined : byId.get(asked)) ?? (named.length > 0 ? named : same)[0]
    if (asked === null && (named.length > 1 || (named.length === 0 && same.length > 1))) {
      put(one.row, 'name', 'two-entries', one.name)
      return []
    }
    const id = before?.id ?? asked ?? (newId('b') as BodyId)
    const key = before ? before.id : `${foldKey(one.name)}\n${one.validFrom ?? ''}`
    const other = taken.get(key)
    if (other !== undefined) {
      put(one.row, 'name', 'duplicate-row', one.name, other)
      return []
    }
    taken.set(key, one.row)
    return [{ said: one, id, before: before ?? null }]
  })
}

function bodyChanges(entries: readonly Entry[], bodies: readonly Body[], put: Put): { all: readonly BodyChange[] } {
  const ids = new Map<string, Set<BodyId>>()
  const all = new Set<string>()
  const name = (text: string, id: BodyId) => {
    all.add(id)
    const key = foldKey(text)
    ids.set(key, (ids.get(key) ?? new Set()).add(id))
  }
  for (const body of bodies) name(body.name, body.id)
  for (const entry of entries) name(entry.said.name, entry.id)
  const find = (entry: Entry, column: 'parent' | 'successor'): BodyId | null | undefined => {
    const text = entry.said[column]
    if (text === undefined || text === null) return text
    const { name: asked, id } = splitName(text)
    const found = id === null ? [...(ids.get(foldKey(asked)) ?? [])] : all.has(id) ? [id as BodyId] : []
    const [only] = found
    if (only === undefined || found.length > 1) {
      put(entry.said.row, column, column === 'parent' ? 'unknown-parent' : 'unknown-successor', text.slice(0, 80))
      return undefined
    }
    if (only !== entry.id) return only
    put(entry.said.row, column, 'itself', text.slice(0, 80))
    return undefined
  }
  const changes = entries.flatMap((entry): BodyChange[] => {
    const parentId = find(entry, 'parent')
    const successorId = find(entry, 'successor')
    const { said, id, before } = entry
    const lost = (said.parent && parentId === undefined) || (said.successor && successorId === undefined)
    if (lost) return []
    const from: Body = before ?? { ...BLANK_BODY, id, name: said.name, level: levelOfName(said.name) }
    const body: Body = {
      id,
      name: said.name,
      kind: said.kind === 'person' ? 'person' : 'organisation',
      shortName: said.shortName === undefined ? from.shortName : said.shortName,
      aliases: said.aliases === undefined ? from.aliases : [...said.aliases],
      level: said.level === undefined ? from.level : said.level,
      code: said.code === undefined ? from.code : said.code,
      parentId: parentId === undefined ? from.parentId : parentId,
      validFrom: said.validFrom === undefined ? from.validFrom : said.validFrom,
      validTo: said.validTo === undefined ? from.validTo : said.validTo,
      successorId: successorId === undefined ? from.successorId : successorId,
      channel: said.channel ?? from.channel,
      note: said.note === undefined ? from.note : said.note
    }
    return [{ row: said.row, body, before, fields: before ? differing(before, body) : [] }]
  })
  return { all: changes }
}

function differing(before: Body, after: Body): readonly string[] {
  return (Object.keys(after) as (keyof Body)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  )
}

/**
 * Groups with their own rows, and those that rows of bodies name. A row of our own sheet says all groups of its body; any
 * other only adds to them.
 */
function groupsOf(
  said: readonly SaidRow[],
  changes: readonly BodyChange[],
  groups: readonly Group[],
  newId: NewId,
  hasMembers: boolean
): readonly (GroupChange & Readonly<{ rows: readonly number[] }>)[] {
  const now = new Map<string, { group: Group; before: Group | null; rows: number[] }>()
  for (const group of groups)
    now.set(group.id, { group: { ...group, members: [...group.members] }, before: group, rows: [] })
  const byName = (name: string) => [...now.values()].find((one) => foldKey(one.group.name) === foldKey(name))
  const ensure = (name: string, id: GroupId | null) => {
    const found = (id === null ? undefined : now.get(id)) ?? byName(name)
    if (found) return found
    const group: Group = { id: id ?? (newId('g') as GroupId), name, aliases: [], members: [] }
    const made = { group, before: null, rows: [] }
    now.set(group.id, made)
    return made
  }
  for (const one of said.filter((row) => row.kind === 'group')) {
    const at = ensure(one.name, asGroupId(one.id))
    at.group = { ...at.group, name: one.name, aliases: one.aliases === undefined ? at.group.aliases : [...one.aliases] }
  }
  const rows = new Map(said.map((one) => [one.row, one]))
  for (const { row, body } of hasMembers ? changes : []) {
    const one = rows.get(row)
    if (!one?.groups) continue
    const wanted = new Map<string, SaidMember[]>()
    for (const member of one.groups) {
      const at = ensure(member.group, null)
      wanted.set(at.group.id, [...(wanted.get(at.group.id) ?? []), member])
    }
    for (const at of now.values()) {
      const mine = at.group.members.filter((member) => member.bodyId === body.id)
      const asked = wanted.get(at.group.id)
      if (!asked && (mine.length === 0 || one.id === null)) continue
      const next = (asked ?? []).map(({ from, to }) => ({ bodyId: body.id, from, to }))
      if (JSON.stringify(mine) === JSON.stringify(next)) continue
      if (one.id === null && mine.length > 0 && next.every(({ from, to }) => from === null && to === null)) continue
      at.rows.push(row)
      at.group = { ...at.group, members: [...at.group.members.filter((member) => member.bodyId !== body.id), ...next] }
    }
  }
  return [...now.values()].filter((one) => JSON.stringify(one.group) !== JSON.stringify(one.before))
}
