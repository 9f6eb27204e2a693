import type { BodyId, GroupId } from '#contract/ids.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import { readIssuingBody } from '#domain/resolve/issuing-body.ts'
import type { Level } from '#domain/vocabulary/levels.ts'
import {
  placeholderNote,
  SEED_BODIES,
  SEED_GROUPS,
  SEED_PARENTS,
  SEED_PLACEHOLDERS,
  type SeedKey,
  type SeedPlace,
  UNIT_NAMES
} from '#domain/vocabulary/usual-bodies.ts'
import type { NewEvent } from '../ledger/events.ts'

/** `parent`: place in the list of bodies. */
export type SeedBody = Omit<Body, 'id' | 'parentId' | 'successorId'> & Readonly<{ parent: number | null }>
/** `members`: places in the list of bodies. */
export type SeedGroup = Readonly<{ name: string; aliases: readonly string[]; members: readonly number[] }>

type Keyed = Readonly<{ key: SeedKey; parent: SeedKey | null; body: Omit<SeedBody, 'parent'> }>

/**
 * The bodies and groups an office of this level usually writes to, for a new archive: a start the clerk corrects. Names
 * go without the place, as papers of the district write them; communes and cells have their names filled in.
 */
export function seedDirectory(office: Office): { bodies: readonly SeedBody[]; groups: readonly SeedGroup[] } {
  const place = placeOf(office)
  const local = localNames(office)
  const made = [...usual(office, place, local), ...placeholders(office, place, local)]
  const at = new Map<SeedKey, number[]>()
  for (const [index, one] of made.entries()) at.set(one.key, [...(at.get(one.key) ?? []), index])
  const groups = SEED_GROUPS.filter((one) => one.places.includes(place)).map((one) => ({
    name: local(one.name),
    aliases: one.aliases.map(local),
    members: one.members.flatMap((key) => at.get(key) ?? [])
  }))
  const bodies = made.map(({ body, parent }) => ({
    ...body,
    parent: parent === null ? null : (at.get(parent)?.[0] ?? null)
  }))
  return { bodies, groups }
}

function usual(office: Office, place: SeedPlace, local: (name: string) => string): readonly Keyed[] {
  return SEED_BODIES.filter((one) => one.places.includes(place)).map((one) => ({
    key: one.key,
    parent: SEED_PARENTS[one.key] ?? null,
    body: {
      ...BLANK,
      name: local(one.name),
      shortName: one.shortName,
      level: one.level,
      code: one.code,
      aliases: one.aliases.map(local),
      channel: one.level === office.level || one.level === 'XA' ? 'direct' : 'network'
    }
  }))
}

function placeholders(office: Office, place: SeedPlace, local: (name: string) => string): readonly Keyed[] {
  const units = UNIT_NAMES.find((one) => one.office.test(office.name)) ?? DISTRICT_UNITS
  return SEED_PLACEHOLDERS.filter((one) => one.places.includes(place)).flatMap((one) =>
    Array.from({ length: one.count }, (_, index) => ({
      key: one.key,
      parent: one.parent,
      body: {
        ...BLANK,
        name: one.count > 1 ? `${one.name(units[one.unit])} (${index + 1})` : one.name(units[one.unit]),
        level: 'XA' as const,
        aliases: [],
        channel: 'direct' as const,
        note: placeholderNote(local(office.name))
      }
    }))
  )
}

const DISTRICT_UNITS = { town: 'thị trấn', commune: 'xã', village: 'thôn' } as const
const BLANK = { shortName: null, kind: 'organisation', code: null, validFrom: null, validTo: null, note: null } as const

/** Names of a district's bodies for a town, a city district, a ward: only the words for the unit differ. */
function localNames(office: Office): (name: string) => string {
  const units = UNIT_NAMES.find((one) => one.office.test(office.name))
  if (!units) return (name) => name
  const { committee, unit, youth } = units
  if (committee === null) return (name) => name.replace(/(?<!\p{L})xã$/u, unit).replace(/(?<!\p{L})xã(?= )/u, unit)
  return (name) =>
    name
      .replaceAll('Huyện ủy', committee)
      .replaceAll('Huyện đoàn', youth ?? 'Huyện đoàn')
      .replace(/(?<!\p{L})huyện(?!\p{L})/gu, unit)
}

/** The same as facts, with ids given: what a new archive records after its creation. */
export function seedEvents(office: Office, newId: (letter: string) => string): readonly NewEvent[] {
  const { bodies, groups } = seedDirectory(office)
  const ids = bodies.map(() => newId('b') as BodyId)
  const made = bodies.map(
    ({ parent, ...body }, index): Body => ({
      ...body,
      id: ids[index] ?? (newId('b') as BodyId),
      parentId: parent === null ? null : (ids[parent] ?? null),
      successorId: null
    })
  )
  return [
    ...made.map((body): NewEvent => ({ kind: 'body-saved', data: { body, before: null } })),
    ...groups.map(({ name, aliases, members }): NewEvent => {
      const bodyIds = members.flatMap((index) => made[index]?.id ?? [])
      const group: Group = {
        id: newId('g') as GroupId,
        name,
        aliases: [...aliases],
        members: bodyIds.map((bodyId) => ({ bodyId, from: null, to: null }))
      }
      return { kind: 'group-saved', data: { group, before: null } }
    })
  ]
}

function placeOf(office: Office): SeedPlace {
  const level: Level = readIssuingBody(office.name).level ?? office.level
  return level === 'XA' ? 'commune' : 'district'
}
