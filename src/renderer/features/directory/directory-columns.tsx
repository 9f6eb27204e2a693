import type { Body, Group } from '#contract/operations/distribution.ts'
import { PLACEHOLDER } from '#domain/vocabulary/usual-bodies.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { today } from '../../strings/dates.ts'
import { deliveryWords } from '../../strings/delivery.ts'
import { directoryWords as words } from '../../strings/directory.ts'
import { directoryCareWords } from '../../strings/directory-care.ts'

const heads = words.columns

export const BODY_COLUMNS: readonly Column<Body>[] = [
  {
    id: 'name',
    title: heads.name,
    width: null,
    always: true,
    cell: (body) => (
      <>
        {body.name}
        {body.name.includes(PLACEHOLDER) && <Badge tone="warn">{directoryCareWords.placeholder}</Badge>}
        {body.validTo !== null && body.validTo < today() && <span className="hint"> · {words.ended}</span>}
      </>
    )
  },
  {
    id: 'aliases',
    title: heads.aliases,
    width: 220,
    cell: (body) => <span className="muted">{body.aliases.join(' · ')}</span>
  },
  { id: 'level', title: heads.level, width: 100, cell: (body) => (body.level ? words.levels[body.level] : '') },
  { id: 'channel', title: heads.channel, width: 130, cell: (body) => deliveryWords.channels[body.channel] }
]

export function groupColumns(): readonly Column<Group>[] {
  return [
    { id: 'name', title: heads.name, width: null, always: true, cell: (group) => group.name },
    {
      id: 'members',
      title: heads.members,
      width: 260,
      cell: (group) => words.memberCount(membersOn(group, today()), group.members.length)
    },
    {
      id: 'aliases',
      title: heads.aliases,
      width: 240,
      cell: (group) => <span className="muted">{group.aliases.join(' · ')}</span>
    }
  ]
}

/** How many of the group are in it on a day; ends are inclusive. */
export function membersOn(group: Group, day: string): number {
  return group.members.filter(
    (member) => (member.from === null || member.from <= day) && (member.to === null || member.to >= day)
  ).length
}
