import type { Body, Group } from '#contract/operations/distribution.ts'
import type { WritableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { writeMeta } from '../store/office.ts'
import type { Appliers } from './appliers.ts'

export const applyDirectory: Appliers<'body-saved' | 'body-removed' | 'group-saved' | 'group-removed'> = {
  'body-saved': (db, { data, seq }) => {
    directoryChanged(db, seq)
    saveBody(db, data.body)
  },
  'body-removed': (db, { data, seq }) => {
    directoryChanged(db, seq)
    removeBody(db, data.bodyId)
  },
  'group-saved': (db, { data, seq }) => {
    directoryChanged(db, seq)
    saveGroup(db, data.group)
  },
  'group-removed': (db, { data, seq }) => {
    directoryChanged(db, seq)
    removeGroup(db, data.groupId)
  }
}

export function removeBody(db: WritableDb, id: string): void {
  prepared<[string]>(db, 'DELETE FROM body WHERE id = ?').run(id)
}

export function removeGroup(db: WritableDb, id: string): void {
  prepared<[string]>(db, 'DELETE FROM group_member WHERE group_id = ?').run(id)
  prepared<[string]>(db, 'DELETE FROM body_group WHERE id = ?').run(id)
}

/** Tells what is kept in memory of the directory that it is out of date. */
export function directoryChanged(db: WritableDb, seq: number): void {
  writeMeta(db, 'directory_seq', String(seq))
}

export function saveBody(db: WritableDb, body: Body): void {
  prepared<unknown[]>(
    db,
    `INSERT INTO body(n, id, name, short_name, kind, level, code, parent_id, aliases, valid_from, valid_to, successor_id, channel, note)
     VALUES ((SELECT coalesce(max(n), 0) + 1 FROM body), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT(id) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,
       level = excluded.level, code = excluded.code, parent_id = excluded.parent_id, aliases = excluded.aliases,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, successor_id = excluded.successor_id,
       channel = excluded.channel, note = excluded.note`
  ).run(
    body.id,
    body.name,
    body.shortName,
    body.kind,
    body.level,
    body.code,
    body.parentId,
    JSON.stringify(body.aliases),
    body.validFrom,
    body.validTo,
    body.successorId,
    body.channel,
    body.note
  )
}

export function saveGroup(db: WritableDb, group: Group): void {
  prepared<[string, string, string]>(
    db,
    `INSERT INTO body_group(n, id, name, aliases) VALUES ((SELECT coalesce(max(n), 0) + 1 FROM body_group), ?, ?, ?)
     ON CONFLICT(id) DO UPDATE SET name = excluded.name, aliases = excluded.aliases`
  ).run(group.id, group.name, JSON.stringify(group.aliases))
  prepared<[string]>(db, 'DELETE FROM group_member WHERE group_id = ?').run(group.id)
  const insert = prepared<unknown[]>(
    db,
    'INSERT INTO group_member(group_id, position, body_id, from_on, to_on) VALUES (?, ?, ?, ?, ?)'
  )
  group.members.forEach((member, position) => {
    insert.run(group.id, position, member.bodyId, member.from, member.to)
  })
}
