import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Progress } from '../../components/progress.tsx'
import { commonWords } from '../../strings/common.ts'
import { showCount } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'
import type { Copying } from './use-add-files.ts'
import type { useIntakeJob } from './use-intake-job.ts'

type AddingStripProps = Readonly<{
  copying: Copying | null
  work: ReturnType<typeof useIntakeJob>
  onOpen(): void
  onClose(): void
}>

/** A line under the toolbar: files being copied or read, then what was not taken. It goes when there is nothing to say. */
export function AddingStrip(props: AddingStripProps) {
  const { copying, work } = props
  if (copying) {
    const text = words.copying(showCount(copying.done), showCount(copying.total))
    return (
      <div className="subbar adding" role="status">
        <span>{text}</span>
        <Progress label={text} done={copying.share} total={1} />
      </div>
    )
  }
  if (work.running && work.job) {
    const say = work.job.kind === 'import' ? words.importing : words.reading
    const text = say(showCount(work.job.done), showCount(work.job.total))
    return (
      <div className="subbar adding" role="status">
        <span className="nowrap">{text}</span>
        <Progress label={text} done={work.job.done} total={work.job.total} />
        <span className="hint clip grow">{work.job.current}</span>
        <Button small onPress={props.onOpen}>
          {words.seeResults} <Kbd>F9</Kbd>
        </Button>
      </div>
    )
  }
  if (!work.notice) return null
  return (
    <div className="subbar adding odd" role="status">
      <span className="dot warn" />
      <span>{words.results(showCount(work.odd))}</span>
      <Button small onPress={props.onOpen}>
        {words.seeResults} <Kbd>F9</Kbd>
      </Button>
      <span className="end">
        <Button small quiet icon="close" label={commonWords.close} onPress={props.onClose} />
      </span>
    </div>
  )
}
