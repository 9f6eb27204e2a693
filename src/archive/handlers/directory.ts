import { OperationError } from '#contract/failures.ts'
import type { BodyId, GroupId } from '#contract/ids.ts'
import type { Body, distributionOperations, Group } from '#contract/operations/distribution.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { allBodies, bodyById, groupById, listDirectory } from '../store/directory.ts'
import type { Handlers } from './handlers.ts'

type DirectoryOperation = Extract<keyof typeof distributionOperations, `directory.${string}`>

export const directoryHandlers: Handlers<DirectoryOperation> = {
  'directory.list': (archive, input) => listDirectory(archive.db, input.text, input.on),
  'directory.saveBody': (archive, input, caller) => {
    const body: Body = { ...input.body, id: input.body.id ?? (archive.newId('b') as BodyId) }
    const before = bodyById(archive.db, body.id) ?? null
    if (input.body.id !== null && !before) throw new OperationError('not-found', { id: body.id })
    checkBody(archive, body)
    const [written] = archive.commit([{ kind: 'body-saved', data: { body, before } }], caller)
    return { body, undo: written ? { seq: written.seq, what: 'body-saved' } : null }
  },
  'directory.saveGroup': (archive, input, caller) => {
    const group: Group = { ...input.group, id: input.group.id ?? (archive.newId('g') as GroupId) }
    const before = groupById(archive.db, group.id) ?? null
    if (input.group.id !== null && !before) throw new OperationError('not-found', { id: group.id })
    for (const { bodyId, from, to } of group.members) {
      known(archive, bodyId)
      if (from !== null && to !== null && from > to) throw new OperationError('bad-input', { field: 'members' })
    }
    const [written] = archive.commit([{ kind: 'group-saved', data: { group, before } }], caller)
    return { group, undo: written ? { seq: written.seq, what: 'group-saved' } : null }
  }
}

/**
 * The facts of tying a name to bodies or a group. Remembered: the name becomes an alias of the one body or of the group;
 * of several bodies, a group of that name.
 */
export function assignEvents(archive: ArchiveContext, input: CheckedInputOf<'delivery.assign'>): readonly NewEvent[] {
  const { documentId, name, bodyIds, groupId } = input
  if (bodyIds.length === 0 && groupId === null) return [{ kind: 'recipient-unassigned', data: { documentId, name } }]
  for (const id of bodyIds) known(archive, id)
  const group = groupId === null ? undefined : groupById(archive.db, groupId)
  if (groupId !== null && !group) throw new OperationError('not-found', { id: groupId })
  const assigned: NewEvent = { kind: 'recipient-assigned', data: { documentId, name, bodyIds, groupId } }
  return input.remember ? [...aliasEvents(archive, name, bodyIds, group), assigned] : [assigned]
}

function aliasEvents(
  archive: ArchiveContext,
  name: string,
  bodyIds: readonly BodyId[],
  group: Group | undefined
): readonly NewEvent[] {
  const [only, ...more] = bodyIds
  const alias = name.slice(0, 200)
  if (group && bodyIds.length === 0) {
    const saved: Group = { ...group, aliases: withAlias(group.aliases, alias) }
    return [{ kind: 'group-saved', data: { group: saved, before: group } }]
  }
  if (group) return []
  const body = only ? bodyById(archive.db, only) : undefined
  if (body && more.length === 0) {
    return [{ kind: 'body-saved', data: { body: { ...body, aliases: withAlias(body.aliases, alias) }, before: body } }]
  }
  const made: Group = {
    id: archive.newId('g') as GroupId,
    name: alias,
    aliases: [],
    members: bodyIds.map((bodyId) => ({ bodyId, from: null, to: null }))
  }
  return [{ kind: 'group-saved', data: { group: made, before: null } }]
}

function withAlias(aliases: readonly string[], alias: string): string[] {
  return aliases.some((one) => foldKey(one) === foldKey(alias)) ? [...aliases] : [...aliases, alias].slice(-50)
}

function checkBody(archive: ArchiveContext, body: Body): void {
  if (body.validFrom !== null && body.validTo !== null && body.validFrom > body.validTo) {
    throw new OperationError('bad-input', { field: 'validTo' })
  }
  if (body.successorId === body.id) throw new OperationError('bad-input', { field: 'successorId' })
  if (body.parentId === body.id) throw new OperationError('bad-input', { field: 'parentId' })
  for (const field of ['parentId', 'successorId'] as const) {
    if (body[field] !== null) known(archive, body[field])
    noCircle(archive, body, field)
  }
  const twin = allBodies(archive.db).find(
    (one) =>
      one.id !== body.id && one.validTo === null && body.validTo === null && foldKey(one.name) === foldKey(body.name)
  )
  if (twin) throw new OperationError('duplicate', { name: twin.name })
}

/** Nobody stands above, or comes after, the one who stands above or before him. */
function noCircle(archive: ArchiveContext, body: Body, field: 'parentId' | 'successorId'): void {
  const seen = new Set<string>([body.id])
  for (let at = body[field]; at !== null; at = bodyById(archive.db, at)?.[field] ?? null) {
    if (seen.has(at)) throw new OperationError('bad-input', { field })
    seen.add(at)
  }
}

function known(archive: ArchiveContext, id: string): void {
  if (!bodyById(archive.db, id)) throw new OperationError('not-found', { id })
}
