import { RELATIONS, type Relation } from '#domain/vocabulary/relations.ts'
import { Badge, type BadgeTone } from './badge.tsx'

const DIRECTS: readonly Relation[] = [
  'based-on',
  'implements',
  'in-spirit-of',
  'continues-implementing',
  'on-opinion-of',
  'follows',
  'issued-with'
]

/** Family of a relation: carries down (teal), talks (grey), touches validity (red). */
export function relationFamily(relation: Relation): 'directs' | 'talks' | 'validity' {
  if (RELATIONS[relation].validity) return 'validity'
  return DIRECTS.includes(relation) ? 'directs' : 'talks'
}

export function RelationBadge(props: Readonly<{ relation: Relation }>) {
  const tone: BadgeTone = relationFamily(props.relation)
  return <Badge tone={tone}>{RELATIONS[props.relation].name}</Badge>
}
