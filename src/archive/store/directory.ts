import type { Body, Group } from '#contract/operations/distribution.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

type BodyRow = Omit<Body, 'aliases'> & Readonly<{ aliases: string }>
type GroupRow = Readonly<{ id: Group['id']; name: string; aliases: string }>

const BODY = `id, name, short_name AS shortName, kind, level, code, parent_id AS parentId, aliases,
  valid_from AS validFrom, valid_to AS validTo, successor_id AS successorId, channel, note`

/** All bodies, in the order they were entered. */
export function allBodies(db: ReadableDb): Body[] {
  return prepared<[], BodyRow>(db, `SELECT ${BODY} FROM body ORDER BY n`).all().map(bodyOf)
}

export function bodyById(db: ReadableDb, id: string): Body | undefined {
  const row = prepared<[string], BodyRow>(db, `SELECT ${BODY} FROM body WHERE id = ?`).get(id)
  return row ? bodyOf(row) : undefined
}

export function allGroups(db: ReadableDb): Group[] {
  return prepared<[], GroupRow>(db, 'SELECT id, name, aliases FROM body_group ORDER BY n')
    .all()
    .map((row) => groupOf(db, row))
}

export function groupById(db: ReadableDb, id: string): Group | undefined {
  const row = prepared<[string], GroupRow>(db, 'SELECT id, name, aliases FROM body_group WHERE id = ?').get(id)
  return row ? groupOf(db, row) : undefined
}

/** Bodies and groups whose name, short name, code or alias holds the text; `on`: only bodies that are there on that day. */
export function listDirectory(db: ReadableDb, text: string, on: string | null): { bodies: Body[]; groups: Group[] } {
  const key = foldKey(text)
  const asWritten = text.trim()
  const has = (names: readonly (string | null)[]) =>
    asWritten === '' ||
    (key === '' && names.some((name) => name?.includes(asWritten))) ||
    (key !== '' && names.some((name) => name !== null && foldKey(name).includes(key)))
  return {
    bodies: allBodies(db).filter(
      (body) => has([body.name, body.shortName, body.code, ...body.aliases]) && (on === null || isThere(body, on))
    ),
    groups: allGroups(db).filter((group) => has([group.name, ...group.aliases]))
  }
}

/** Valid from–to holds the day (M10); open ends hold every day. */
export function isThere(body: Pick<Body, 'validFrom' | 'validTo'>, on: string): boolean {
  return (body.validFrom === null || body.validFrom <= on) && (body.validTo === null || body.validTo >= on)
}

function bodyOf(row: BodyRow): Body {
  return { ...row, aliases: JSON.parse(row.aliases) as string[] }
}

function groupOf(db: ReadableDb, row: GroupRow): Group {
  const members = prepared<[string], Group['members'][number]>(
    db,
    'SELECT body_id AS bodyId, from_on AS "from", to_on AS "to" FROM group_member WHERE group_id = ? ORDER BY position'
  ).all(row.id)
  return { ...row, aliases: JSON.parse(row.aliases) as string[], members }
}
