import type { Body, Group } from '#contract/operations/distribution.ts'
import { PLACEHOLDER } from '#domain/vocabulary/usual-bodies.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { allBodies, allGroups, isThere } from '../store/directory.ts'
import { office } from '../store/office.ts'
import { lookupKeys, looseKeys, type OwnPlace } from './name-key.ts'

/** What a recipient's name stands for on a day. */
export type NameMatch =
  | Readonly<{ kind: 'bodies'; bodies: readonly Body[]; groupName: string | null }>
  | Readonly<{ kind: 'unknown' }>

type Entry = Readonly<{ body: Body } | { group: Group }>

export type DirectoryIndex = Readonly<{
  bodies: ReadonlyMap<string, Body>
  groups: ReadonlyMap<string, Group>
  /** `groupsFirst`: the line names a group. */
  find(name: string, on: string, groupsFirst: boolean): NameMatch
}>

const kept = new WeakMap<ReadableDb, { version: string; index: DirectoryIndex }>()

/** Names of the directory by key, kept until the directory or the office changes. */
export function directoryIndex(db: ReadableDb): DirectoryIndex {
  const version = versionOf(db)
  const known = kept.get(db)
  if (known?.version === version) return known.index
  const index = buildIndex(allBodies(db), allGroups(db), office(db))
  kept.set(db, { version, index })
  return index
}

function versionOf(db: ReadableDb): string {
  const rows = prepared<[], { value: string }>(
    db,
    "SELECT value FROM meta WHERE key IN ('directory_seq', 'office') ORDER BY key"
  ).all()
  return rows.map((row) => row.value).join('\n')
}

export function buildIndex(bodies: readonly Body[], groups: readonly Group[], own: OwnPlace): DirectoryIndex {
  const byId = new Map<string, Body>(bodies.map((body) => [body.id, body]))
  const sure = new Map<string, Entry[]>()
  const loose = new Map<string, Entry[]>()
  const put = (entry: Entry, names: readonly (string | null)[]) => {
    for (const name of names) {
      if (!name) continue
      for (const key of lookupKeys(name, own)) push(sure, key, entry)
      for (const key of looseKeys(name, own)) push(loose, key, entry)
    }
  }
  for (const body of bodies) if (!isPlaceholder(body)) put({ body }, [body.name, body.shortName, ...body.aliases])
  for (const group of groups) put({ group }, [group.name, ...group.aliases])
  const memo = new Map<string, NameMatch>()
  const find = (name: string, on: string, groupsFirst: boolean): NameMatch => {
    const asked = `${on}\n${groupsFirst}\n${name}`
    const known = memo.get(asked)
    if (known) return known
    const found = findName(name, on, groupsFirst)
    if (memo.size > 20_000) memo.clear()
    memo.set(asked, found)
    return found
  }
  const findName = (name: string, on: string, groupsFirst: boolean): NameMatch => {
    for (const [map, keys] of [
      [sure, lookupKeys(name, own)],
      [loose, looseKeys(name, own)]
    ] as const) {
      for (const key of keys) {
        const one = oneOf(map.get(key) ?? [], on, groupsFirst)
        if (one && 'group' in one) {
          return { kind: 'bodies', bodies: membersOn(one.group, byId, on), groupName: one.group.name }
        }
        if (one) return { kind: 'bodies', bodies: [standingFor(one.body, byId, on)], groupName: null }
      }
    }
    return { kind: 'unknown' }
  }
  return { bodies: byId, groups: new Map(groups.map((group) => [group.id, group])), find }
}

/** The one entry a key means; of several bodies, the one that is there on the day; else none, a person decides. */
function oneOf(entries: readonly Entry[], on: string, groupsFirst: boolean): Entry | undefined {
  const groups = entries.filter((entry) => 'group' in entry)
  const bodies = entries.filter((entry) => 'body' in entry)
  const there = bodies.filter((entry) => 'body' in entry && isThere(entry.body, on))
  const [first, second] = groupsFirst ? [groups, bodies] : [bodies, groups]
  for (const some of [first, first === bodies ? there : first, second, second === bodies ? there : second]) {
    if (some.length === 1) return some[0]
  }
  return undefined
}

/** Members of a group on a day: those in it then, as bodies that were there then (D01). */
export function membersOn(group: Group, bodies: ReadonlyMap<string, Body>, on: string): readonly Body[] {
  const members = group.members
    .filter((member) => (member.from === null || member.from <= on) && (member.to === null || member.to >= on))
    .flatMap((member) => bodies.get(member.bodyId) ?? [])
    .map((body) => standingFor(body, bodies, on))
    .filter((body) => isThere(body, on) && !isPlaceholder(body))
  return [...new Map(members.map((body) => [body.id, body])).values()]
}

/** An entry whose name the office has not filled in: nobody's name, and sent to by nobody. */
export function isPlaceholder(body: Pick<Body, 'name'>): boolean {
  return body.name.includes(PLACEHOLDER)
}

/** A body that had ended by that day is followed to its successor, where one is known. */
function standingFor(body: Body, bodies: ReadonlyMap<string, Body>, on: string): Body {
  let at = body
  for (let steps = 0; steps < 10 && at.validTo !== null && at.validTo < on && at.successorId !== null; steps++) {
    const next = bodies.get(at.successorId)
    if (!next) break
    at = next
  }
  return at
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const there = map.get(key)
  if (!there) map.set(key, [entry])
  else if (!there.some((one) => same(one, entry))) there.push(entry)
}

function same(a: Entry, b: Entry): boolean {
  return 'body' in a ? 'body' in b && a.body === b.body : 'group' in b && a.group === b.group
}
