import type { ArchiveState } from '#contract/operations/archive.ts'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { BackupSettings } from './backup-settings.tsx'
import { DrillPart } from './drill-part.tsx'
import { MediaPart } from './media-part.tsx'
import { RestorePart } from './restore-part.tsx'

/** Where the archive is backed up to, when, whether that was tried out, and an archive made of a backup. */
export function BackupPart(props: Readonly<{ state: ArchiveState }>) {
  const care = useCall('care.state', {}, { keep: true, every: 10_000 })
  if (care.isError) return <FailureNote error={care.error} onRetry={() => void care.refetch()} />
  if (!care.data) return <Loading rows={6} />
  return (
    <>
      <MediaPart care={care.data} documents={props.state.documents} />
      <DrillPart care={care.data} />
      <RestorePart start={care.data.media.find((one) => one.presence === 'present')?.folder ?? null} />
      <BackupSettings key={JSON.stringify(care.data.settings)} settings={care.data.settings} />
    </>
  )
}
