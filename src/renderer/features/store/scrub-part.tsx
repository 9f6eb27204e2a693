import { Link } from 'wouter'
import type { DocumentId } from '#contract/ids.ts'
import { paths } from '../../app/paths.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { Progress } from '../../components/progress.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { careWords } from '../../strings/care.ts'
import { showCount, showInstant } from '../../strings/dates.ts'
import { CareJob, useCareJob } from './care-job.tsx'
import { findingName } from './verify-words.ts'

const words = careWords.scrub

/** How far the reading of all files has come, and what it found. */
export function ScrubPart(props: Readonly<{ readOnly: boolean }>) {
  const scrub = useCall('care.state', {}, { keep: true, every: 10_000 }).data?.scrub
  const toasts = useToasts()
  const start = useCommand('care.scrub')
  const reading = useCareJob('scrub')
  if (!scrub) return null
  const begin = () =>
    start.mutate(
      {},
      {
        onSuccess: (out) => reading.started(out.jobId),
        onError: (error) => toasts.failed(error, careWords.notStarted)
      }
    )
  return (
    <>
      <h2 className="store-second">{words.heading}</h2>
      <p className="muted">{words.about(showCount(scrub.days))}</p>
      {scrub.roundStartedAt !== null && (
        <>
          <p className="hint">
            {words.progress(
              showCount(scrub.checked),
              showCount(scrub.files),
              showInstant(scrub.roundStartedAt).slice(0, 10)
            )}
          </p>
          <Progress wide label={words.label} done={scrub.checked} total={scrub.files} />
        </>
      )}
      <p className="hint">
        {scrub.lastRoundEndedAt !== null
          ? words.ended(showInstant(scrub.lastRoundEndedAt))
          : scrub.roundStartedAt === null && words.never}
      </p>
      {scrub.findings.length > 0 ? (
        <Note tone="danger">
          <b className="strong">{words.bad(showCount(scrub.findings.length))}</b>
          <ul className="care-left">
            {scrub.findings.slice(0, 50).map((one) => (
              <li key={`${one.code} ${one.documentId} ${one.name}`}>
                <Link className="ref" href={paths.document(one.documentId as DocumentId)}>
                  {one.document ?? one.name}
                </Link>{' '}
                {findingName(one.code)}: {one.name}
              </li>
            ))}
          </ul>
        </Note>
      ) : (
        (scrub.checked > 0 || scrub.lastRoundEndedAt !== null) && <Note tone="ok">{words.ok}</Note>
      )}
      <p className="row store-deeds">
        <Button disabled={reading.running || start.isPending || props.readOnly} onPress={begin}>
          {words.now}
        </Button>
      </p>
      {reading.job && reading.job.state !== 'done' && <CareJob job={reading.job} kind="scrub" />}
    </>
  )
}
