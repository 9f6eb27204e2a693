import { Link } from 'wouter'
import { Icon } from '../components/icon.tsx'
import { useAccess } from '../hooks/use-access.ts'
import { useCall } from '../hooks/use-call.ts'
import { showCount } from '../strings/dates.ts'
import { shellWords } from '../strings/vi.ts'
import { SECTIONS, type SectionId } from './sections.ts'

/** The sections, with what waits in three of them. */
export function Rail(props: Readonly<{ current: SectionId | null }>) {
  const { may } = useAccess()
  const overview = useCall('overview', {}, { keep: true }).data
  const waiting: Partial<Record<SectionId, number>> = overview
    ? {
        filing: overview.intakeWaiting,
        delivery: overview.unacknowledged,
        worklists: overview.worklist,
        handling: overview.overdue
      }
    : {}
  return (
    <nav className="rail" aria-label={shellWords.rail}>
      {SECTIONS.filter((section) => may(section.needs)).map((section) => (
        <RailItem
          key={section.id}
          section={section}
          current={section.id === props.current}
          count={waiting[section.id] ?? 0}
        />
      ))}
    </nav>
  )
}

function RailItem(props: Readonly<{ section: (typeof SECTIONS)[number]; current: boolean; count: number }>) {
  const { section } = props
  return (
    <>
      {section.id === 'reports' && <hr />}
      <Link
        href={section.path}
        className={section.id === 'store' ? 'end' : ''}
        aria-current={props.current ? 'page' : undefined}
        title={section.key === null ? section.name : `${section.name} (${section.key})`}
      >
        <Icon name={section.icon} />
        <span className="l">{section.name}</span>
        {props.count > 0 && <span className="n">{showCount(props.count)}</span>}
      </Link>
    </>
  )
}
