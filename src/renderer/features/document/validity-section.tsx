import { useState } from 'react'
import { Link } from 'wouter'
import type { DocumentLine } from '#contract/schemas.ts'
import { paths } from '../../app/paths.ts'
import { Badge } from '../../components/badge.tsx'
import { DateField } from '../../components/date-field.tsx'
import { RelationBadge } from '../../components/relation-badge.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import { VALIDITY_TONES } from './validity-tones.ts'

/** How the document stands on a day, and what touched it until then (C12). */
export function ValiditySection(props: Readonly<{ document: DocumentLine }>) {
  const [on, setOn] = useState<string | null>(null)
  const found = useCall('document.validity', { documentId: props.document.id, on }, { keep: true }).data
  if (!found || (on === null && found.acts.length === 0)) return null
  return (
    <section className="sect validity-on" aria-label={words.validity.title}>
      <h2>{words.validity.title}</h2>
      <div className="row">
        <DateField bare label={words.validity.on} value={on} onChange={setOn} />
        <Badge tone={VALIDITY_TONES[found.status]}>{commonWords.validity[found.status]}</Badge>
        <span className="muted">{on === null ? words.validity.now : words.validity.onDay(showDay(on))}</span>
      </div>
      {found.acts.length === 0 && <p className="muted">{words.validity.untouched}</p>}
      <ul>
        {found.acts.map((act) => (
          <li key={`${act.by.id} ${act.relation}`}>
            <RelationBadge relation={act.relation} />{' '}
            <Link href={paths.document(act.by.id)} className="ref">
              {act.by.reference ?? commonWords.noReference}
            </Link>{' '}
            <span className="num muted">{showDay(act.by.issuedOn)}</span>{' '}
            <span className="muted">{act.by.subject}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
