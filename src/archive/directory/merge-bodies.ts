import { OperationError } from '#contract/failures.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { BodiesMerged } from '../ledger/events.ts'
import { assignmentsOf, deliveryIdsOf, dismissalsOf } from '../store/body-use.ts'
import { allBodies, allGroups, bodyById } from '../store/directory.ts'

const MOST_ALIASES = 50

/** What merging `goneId` into `keepId` changes: everything that spoke of the one, as it was and as it will be. */
export function bodiesMerged(db: ReadableDb, keepId: string, goneId: string): BodiesMerged {
  if (keepId === goneId) throw new OperationError('bad-input', { field: 'goneId' })
  const kept = bodyById(db, keepId)
  const gone = bodyById(db, goneId)
  if (!kept || !gone) throw new OperationError('not-found', { id: kept ? goneId : keepId })
  if (kept.kind !== gone.kind) throw new OperationError('bad-input', { field: 'kind' })
  const own = new Set(dismissalsOf(db, keepId).map((one) => one.documentId))
  return {
    gone,
    kept: united(kept, gone),
    keptBefore: kept,
    deliveries: deliveryIdsOf(db, goneId),
    groups: allGroups(db)
      .filter((group) => group.members.some((member) => member.bodyId === goneId))
      .map((before) => ({ before, group: withMember(before, kept.id, gone.id) })),
    others: allBodies(db)
      .filter((body) => body.id !== keepId && body.id !== goneId)
      .filter((body) => body.parentId === goneId || body.successorId === goneId)
      .map((before) => ({ before, body: { ...before, ...redirected(before, kept.id, gone.id) } })),
    assignments: assignmentsOf(db, goneId).map(({ documentId, name, bodyIds }) => ({
      documentId,
      name,
      before: bodyIds,
      after: [...new Set(bodyIds.map((id) => (id === goneId ? keepId : id)))]
    })),
    dismissals: dismissalsOf(db, goneId).map((one) => ({ ...one, moved: !own.has(one.documentId) }))
  }
}

/** The kept entry with the other's names; what it does not say itself, the other may say for it. */
function united(kept: Body, gone: Body): Body {
  const names = [gone.name, gone.shortName, ...gone.aliases].flatMap((name) => name ?? [])
  const known = new Set([kept.name, kept.shortName ?? '', ...kept.aliases].map(foldKey))
  const aliases = [...kept.aliases]
  for (const name of names) {
    if (known.has(foldKey(name))) continue
    known.add(foldKey(name))
    aliases.push(name)
  }
  if (aliases.length > MOST_ALIASES) throw new OperationError('bad-input', { field: 'aliases', most: MOST_ALIASES })
  return {
    ...kept,
    ...redirected({ ...kept, parentId: kept.parentId ?? gone.parentId }, kept.id, gone.id),
    aliases,
    level: kept.level ?? gone.level,
    code: kept.code ?? gone.code,
    note: kept.note ?? gone.note
  }
}

/** Parent and successor with the one entry for the other; nobody is above himself or follows himself. */
function redirected(body: Body, keepId: Body['id'], goneId: Body['id']): Pick<Body, 'parentId' | 'successorId'> {
  const put = (id: Body['id'] | null) => {
    const to = id === goneId ? keepId : id
    return to === body.id ? null : to
  }
  return { parentId: put(body.parentId), successorId: put(body.successorId) }
}

/** Both memberships as one where they touch, else each with its own days: nobody is in a group for a day he was not. */
function withMember(group: Group, keepId: Body['id'], goneId: Body['id']): Group {
  const members: Group['members'] = []
  for (const member of group.members) {
    const one = member.bodyId === goneId ? { ...member, bodyId: keepId } : member
    const at = members.findIndex((other) => other.bodyId === one.bodyId && one.bodyId === keepId && meet(other, one))
    const other = members[at]
    if (other) members[at] = { bodyId: keepId, from: earlier(other.from, one.from), to: later(other.to, one.to) }
    else members.push(one)
  }
  return { ...group, members }
}

type Days = Readonly<{ from: string | null; to: string | null }>

function meet(a: Days, b: Days): boolean {
  return (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999')
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : a < b ? a : b
}

function later(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : a > b ? a : b
}
