import type { BodyId, GroupId } from '#contract/ids.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import { readIssuingBody } from '#domain/resolve/issuing-body.ts'
import type { Level } from '#domain/vocabulary/levels.ts'
import { SEED_BODIES, SEED_GROUPS, type SeedKey, type SeedPlace } from '#domain/vocabulary/usual-bodies.ts'
import type { NewEvent } from '../ledger/events.ts'

export type SeedBody = Omit<Body, 'id' | 'parentId' | 'successorId'>
/** `members`: places in the list of bodies. */
export type SeedGroup = Readonly<{ name: string; aliases: readonly string[]; members: readonly number[] }>

/**
 * The bodies and groups an office of this level usually writes to, for a new archive: a start the clerk corrects. Names
 * go without the place, as papers of the district write them.
 */
export function seedDirectory(office: Office): { bodies: readonly SeedBody[]; groups: readonly SeedGroup[] } {
  const place = placeOf(office)
  const wanted = SEED_BODIES.filter((one) => one.places.includes(place))
  const bodies = wanted.map(
    (one): SeedBody => ({
      name: one.name,
      shortName: one.shortName,
      kind: 'organisation',
      level: one.level,
      code: one.code,
      aliases: [...one.aliases],
      validFrom: null,
      validTo: null,
      channel: one.level === office.level || one.level === 'XA' ? 'direct' : 'network',
      note: null
    })
  )
  const at = new Map<SeedKey, number>(wanted.map((one, index) => [one.key, index]))
  const groups = SEED_GROUPS.filter((one) => one.places.includes(place)).map((one) => ({
    name: one.name,
    aliases: one.aliases,
    members: one.members.flatMap((key) => at.get(key) ?? [])
  }))
  return { bodies, groups }
}

/** The same as facts, with ids given: what a new archive records after its creation. */
export function seedEvents(office: Office, newId: (letter: string) => string): readonly NewEvent[] {
  const { bodies, groups } = seedDirectory(office)
  const made = bodies.map((body): Body => ({ ...body, id: newId('b') as BodyId, parentId: null, successorId: null }))
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
