import type { Body, Group } from '#contract/operations/distribution.ts'
import { foldKey } from '#domain/text/fold.ts'
import {
  DIRECTORY_CHANNELS,
  DIRECTORY_COLUMN_NAMES,
  DIRECTORY_COLUMNS,
  DIRECTORY_KINDS,
  DIRECTORY_LEVELS,
  type DirectoryColumn
} from '#domain/vocabulary/directory-sheet.ts'

/** The directory as one table of texts: bodies and persons, then groups; heads first. */
export function directoryTable(bodies: readonly Body[], groups: readonly Group[]): readonly (readonly string[])[] {
  const names = bodyNames(bodies)
  const heads = DIRECTORY_COLUMN_NAMES.map((column) => DIRECTORY_COLUMNS[column].title)
  const line = (cells: Readonly<Partial<Record<DirectoryColumn, string | null>>>) =>
    DIRECTORY_COLUMN_NAMES.map((column) => cells[column] ?? '')
  return [
    heads,
    ...bodies.map((body) =>
      line({
        id: body.id,
        kind: DIRECTORY_KINDS[body.kind],
        name: body.name,
        shortName: body.shortName,
        aliases: body.aliases.join('\n'),
        level: body.level === null ? null : DIRECTORY_LEVELS[body.level],
        code: body.code,
        parent: body.parentId === null ? null : (names.get(body.parentId) ?? body.parentId),
        validFrom: dayText(body.validFrom),
        validTo: dayText(body.validTo),
        successor: body.successorId === null ? null : (names.get(body.successorId) ?? body.successorId),
        channel: DIRECTORY_CHANNELS[body.channel],
        note: body.note,
        groups: groups.flatMap((group) => membershipLines(group, body.id)).join('\n')
      })
    ),
    ...groups.map((group) =>
      line({ id: group.id, kind: DIRECTORY_KINDS.group, name: group.name, aliases: group.aliases.join('\n') })
    )
  ]
}

/** A body's name as other rows call it; with its id where several have that name. */
function bodyNames(bodies: readonly Body[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>()
  for (const { name } of bodies) count.set(foldKey(name), (count.get(foldKey(name)) ?? 0) + 1)
  return new Map(
    bodies.map((body) => [body.id, (count.get(foldKey(body.name)) ?? 0) > 1 ? `${body.name} [${body.id}]` : body.name])
  )
}

/** "Các đ/c Huyện ủy viên | 01/07/2020 | 30/06/2025"; open ends are left empty, no days at all are not written. */
function membershipLines(group: Group, bodyId: string): readonly string[] {
  return group.members
    .filter((member) => member.bodyId === bodyId)
    .map(({ from, to }) =>
      from === null && to === null ? group.name : [group.name, dayText(from) ?? '', dayText(to) ?? ''].join(' | ')
    )
}

function dayText(day: string | null): string | null {
  return day === null ? null : day.split('-').reverse().join('/')
}
