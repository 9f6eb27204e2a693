import { useState } from 'react'
import { Link } from 'wouter'
import type { DocumentId } from '#contract/ids.ts'
import type { VerifyReport } from '#contract/operations/archive.ts'
import { paths } from '../../app/paths.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Note } from '../../components/note.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { showInstant } from '../../strings/dates.ts'
import { storeWords } from '../../strings/store.ts'
import { CareJob, useCareJob } from './care-job.tsx'
import { LedgerMarkPart } from './ledger-mark-part.tsx'
import { RepairPart } from './repair-part.tsx'
import { ScrubPart } from './scrub-part.tsx'
import { adviceFor, checkedLine, findingName, verdict } from './verify-words.ts'

const words = storeWords.verify
const DEPTHS = ['quick', 'rows', 'full'] as const

/** Checks to three depths, what was found, and making the database anew. */
export function VerifyPart(props: Readonly<{ readOnly: boolean }>) {
  const [depth, setDepth] = useState<VerifyReport['depth']>('quick')
  const [asking, setAsking] = useState(false)
  const toasts = useToasts()
  const verify = useCommand('archive.verify')
  const rebuild = useCommand('archive.rebuild')
  const checking = useCareJob('verify')
  const rebuilding = useCareJob('rebuild')
  const last = useCall('archive.lastVerify', {}, { keep: true }).data
  const busy = checking.running || rebuilding.running || verify.isPending || rebuild.isPending
  const start = () =>
    verify.mutate(
      { depth },
      { onSuccess: (out) => checking.started(out.jobId), onError: (error) => toasts.failed(error, words.notStarted) }
    )
  const startRebuild = () => {
    setAsking(false)
    rebuild.mutate(
      {},
      { onSuccess: (out) => rebuilding.started(out.jobId), onError: (error) => toasts.failed(error, words.notStarted) }
    )
  }
  // The report of the job just ended is the newest, whatever the file beside the archive says.
  const report = checking.job?.report ?? last?.report ?? null
  const at = checking.job?.report ? checking.job.endedAt : (last?.at ?? null)
  return (
    <>
      <h2>{words.heading}</h2>
      <p className="muted">{words.about}</p>
      <div className="store-depths" role="radiogroup" aria-label={words.depth}>
        {DEPTHS.map((one) => (
          <label key={one} className={one === depth ? 'depth on' : 'depth'}>
            <input
              type="radio"
              name="depth"
              className="check radio"
              checked={one === depth}
              onChange={() => setDepth(one)}
            />
            <span>
              <b className="strong">{words.depths[one][0]}</b> <span className="muted">{words.depths[one][1]}</span>
            </span>
          </label>
        ))}
      </div>
      <p className="row store-deeds">
        <Button kind="primary" disabled={busy} onPress={start}>
          {words.start}
        </Button>
      </p>
      {checking.job && checking.job.state !== 'done' && <CareJob job={checking.job} kind="verify" />}
      <h3 className="h3">
        {words.last} {at && <span className="hint">{showInstant(at)}</span>}
      </h3>
      {report ? <Report report={report} /> : <p className="muted">{words.none}</p>}
      <RepairPart />
      <ScrubPart readOnly={props.readOnly} />
      <h2 className="store-second">{words.rebuild}</h2>
      <p className="muted">{words.rebuildAbout}</p>
      <p className="row store-deeds">
        <Button disabled={busy || props.readOnly} onPress={() => setAsking(true)}>
          {words.rebuildAction}
        </Button>
      </p>
      {rebuilding.job && (
        <CareJob job={rebuilding.job} kind="rebuild" done={storeWords.notices['rebuilt-as-asked']?.join(' ') ?? null} />
      )}
      {asking && (
        <Confirm
          title={words.rebuildTitle}
          action={words.rebuildAction}
          onKeep={() => setAsking(false)}
          onDo={startRebuild}
        >
          <p>{words.rebuildText}</p>
        </Confirm>
      )}
      <LedgerMarkPart />
    </>
  )
}

function Report(props: Readonly<{ report: VerifyReport }>) {
  const { report } = props
  return (
    <>
      <Note tone={report.ok ? 'ok' : 'danger'}>
        <b className="strong">{verdict(report)}</b>
        <p>{checkedLine(report)}</p>
      </Note>
      {adviceFor(report.findings).map((advice) => (
        <p key={advice} className="store-advice">
          {advice}
        </p>
      ))}
      {report.findings.length > 0 && (
        <table className="tbl store-findings" aria-label={words.findings}>
          <colgroup>
            <col className="what" />
            <col className="doc" />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{words.columns.what}</th>
              <th scope="col">{words.columns.document}</th>
              <th scope="col">{words.columns.detail}</th>
            </tr>
          </thead>
          <tbody>
            {report.findings.map((finding, index) => (
              <tr key={index} className="rw">
                <td>{findingName(finding.code)}</td>
                <td>
                  {finding.documentId ? (
                    <Link className="ref" href={paths.document(finding.documentId as DocumentId)}>
                      {finding.document ?? finding.documentId}
                    </Link>
                  ) : (
                    finding.document
                  )}
                </td>
                <td title={finding.detail}>{finding.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
