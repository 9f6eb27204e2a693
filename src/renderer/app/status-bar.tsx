import { useLocation } from 'wouter'
import type { ArchiveState, Job } from '#contract/operations/archive.ts'
import { Icon } from '../components/icon.tsx'
import { Kbd } from '../components/kbd.tsx'
import { Progress } from '../components/progress.tsx'
import { useCall } from '../hooks/use-call.ts'
import { daysSince, showCount, showInstant } from '../strings/dates.ts'
import { isFailureCode } from '../strings/failures.ts'
import { shellWords } from '../strings/vi.ts'
import { useShortcuts } from './keyboard.ts'
import { paths } from './paths.ts'
import { useShownKeys } from './status-keys.tsx'

/** What the archive is doing and which keys work now. */
export function StatusBar(props: Readonly<{ state: ArchiveState; reached: boolean }>) {
  const keys = useShownKeys()
  const running = useCall('job.list', {}, { keep: true }).data?.jobs.find((job) => job.state === 'running')
  return (
    <footer className="statusbar">
      <Health state={props.state} reached={props.reached} />
      {running ? <RunningJob job={running} /> : <BackupAge state={props.state} />}
      <span className="keys">
        {keys.map((key) => (
          <span key={key.does} className="key">
            {key.keys.map((cap) => (
              <Kbd key={cap}>{cap}</Kbd>
            ))}
            {key.does}
          </span>
        ))}
      </span>
      <span className="key">
        <Kbd>F1</Kbd>
        {shellWords.shortcuts}
      </span>
    </footer>
  )
}

/** Days without a backup after which it stands out. */
const OLD_BACKUP = 7

function BackupAge(props: Readonly<{ state: ArchiveState }>) {
  const { lastBackupAt, documents } = props.state
  const remind = useCall('care.state', {}, { keep: true }).data?.settings.remindDays ?? OLD_BACKUP
  const days = daysSince(lastBackupAt, Date.now())
  if (days !== null && days <= remind) return <span>{shellWords.lastBackup(showInstant(lastBackupAt))}</span>
  return (
    <span className={documents > 0 ? 'st warn' : undefined}>
      {days === null ? shellWords.noBackup : shellWords.oldBackup(showCount(days))}
    </span>
  )
}

function Health(props: Readonly<{ state: ArchiveState; reached: boolean }>) {
  const report = useCall('archive.lastVerify', {}, { keep: true }).data?.report
  const [tone, words] = !props.reached
    ? (['danger', shellWords.disconnected] as const)
    : report && !report.ok
      ? (['danger', shellWords.damaged] as const)
      : props.state.mode === 'read-only'
        ? (['warn', shellWords.readOnly] as const)
        : (['ok', report ? shellWords.whole : shellWords.ready] as const)
  return (
    <span className={`st ${tone}`}>
      <Icon name={tone === 'ok' ? 'check' : 'warning'} small />
      {words}
    </span>
  )
}

function RunningJob(props: Readonly<{ job: Job }>) {
  const [location, navigate] = useLocation()
  const { job } = props
  const place = placeOf(job.kind)
  const open = () => navigate(place)
  // On its own screen the key is the screen's: it opens the list of results.
  useShortcuts({ F9: () => (location === place ? false : open()) })
  const refused = Object.entries(job.counts).reduce(
    (sum, [code, count]) => (isFailureCode(code) && code !== 'duplicate' ? sum + count : sum),
    0
  )
  const name = shellWords.jobs[job.kind]
  return (
    <button type="button" className="st row" onClick={open}>
      <span className="strong">{name}</span>
      <Progress label={name} done={job.done} total={job.total} />
      <span className="num">
        {showCount(job.done)}/{showCount(job.total)}
      </span>
      {refused > 0 && <span>{shellWords.jobRefused(showCount(refused))}</span>}
      <span className="key">
        <Kbd>F9</Kbd>
        {shellWords.openJob}
      </span>
    </button>
  )
}

/** The screen a job's results are looked at. */
function placeOf(kind: Job['kind']): string {
  if (kind === 'ocr') return paths.worklists
  return kind === 'intake' || kind === 'import' ? paths.filing : paths.store
}
