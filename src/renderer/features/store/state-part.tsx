import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArchiveState } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { parentFolder } from '../../components/folder-choice.ts'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Note } from '../../components/note.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { takeArchiveState } from '../../hooks/use-engine-events.ts'
import { daysSince, showCount, showInstant } from '../../strings/dates.ts'
import { storeWords as words } from '../../strings/store.ts'
import { CareJob } from './care-job.tsx'
import type { StorePart } from './parts.ts'
import { isHarm } from './verify-words.ts'

/** Days after which a backup is called old. */
const OLD = 7

/** How the archive is, in words, and the way to another one. */
export function StatePart(props: Readonly<{ state: ArchiveState; onPart(part: StorePart): void }>) {
  const { state } = props
  const toasts = useToasts()
  const queries = useQueryClient()
  const folders = useFolderQuestion()
  const open = useCommand('archive.open')
  const close = useCommand('archive.close')
  const verified = useCall('archive.lastVerify', {}, { keep: true }).data
  const running = useCall('job.list', {}, { keep: true }).data?.jobs.filter((job) => job.state === 'running') ?? []
  const [closing, setClosing] = useState(false)
  const since = daysSince(state.lastBackupAt, Date.now())

  const openFolder = (folder: string) =>
    open.mutate(
      { folder },
      { onSuccess: (out) => takeArchiveState(queries, out), onError: (error) => toasts.failed(error, words.notOpened) }
    )
  const openOther = async () => {
    const folder = await folders.ask({
      title: words.openTitle,
      action: words.openAction,
      purpose: 'archive',
      start: parentFolder(state.folder ?? '')
    })
    if (folder) openFolder(folder)
  }
  const closeNow = () => {
    setClosing(false)
    close.mutate(
      {},
      { onSuccess: (out) => takeArchiveState(queries, out), onError: (error) => toasts.failed(error, words.notClosed) }
    )
  }
  const others = state.recentFolders.filter((folder) => folder !== state.folder)
  const report = verified?.report
  const when = showInstant(verified?.at)
  const facts: readonly (readonly [string, string])[] = [
    [words.facts.folder, state.folder ?? ''],
    [words.facts.documents, showCount(state.documents)],
    [words.facts.mode, words.modes[state.mode]],
    [words.facts.backup, showInstant(state.lastBackupAt) || words.never],
    [
      words.facts.verified,
      report
        ? report.ok
          ? words.verifiedOk(when)
          : words.verifiedBad(when, showCount(report.findings.filter(isHarm).length))
        : words.never
    ],
    [words.facts.version, state.version]
  ]
  return (
    <>
      <h2>{words.part.state}</h2>
      <div className="store-notices">
        {state.notices.map((notice) => (
          <NoticeNote
            key={notice.code}
            code={notice.detail.why === 'asked' ? 'rebuilt-as-asked' : notice.code}
            readOnly={state.mode === 'read-only'}
          />
        ))}
        {state.notices.length === 0 && state.mode === 'read-only' && <Note tone="warn">{words.readOnlyPlain}</Note>}
        {report && !report.ok && (
          <Note tone="danger">
            <b className="strong">{words.damagedNote(when, showCount(report.findings.filter(isHarm).length))}</b>{' '}
            <button type="button" className="link-btn" onClick={() => props.onPart('verify')}>
              {words.seeDamage}
            </button>
          </Note>
        )}
        {since === null && state.documents > 0 && <Note tone="warn">{words.noBackupYet}</Note>}
        {since !== null && since > OLD && <Note tone="warn">{words.oldBackup(showCount(since))}</Note>}
        {state.notices.length === 0 &&
          state.mode === 'ready' &&
          (!report || report.ok) &&
          since !== null &&
          since <= OLD && <Note tone="ok">{words.allWell}</Note>}
      </div>
      {running.map((job) => (
        <CareJob key={job.id} job={job} kind={job.kind} />
      ))}
      <dl className="defs store-facts">
        {facts.map(([name, value]) => (
          <div key={name} className="defs-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="row store-deeds">
        <Button icon="folder" disabled={open.isPending} onPress={() => void openOther()}>
          {words.openOther}
        </Button>
        <Button disabled={close.isPending} onPress={() => setClosing(true)}>
          {words.closeArchive}
        </Button>
      </p>
      {others.length > 0 && (
        <>
          <h3 className="h3">{words.recent}</h3>
          <ul className="store-recent">
            {others.map((folder) => (
              <li key={folder}>
                <button type="button" className="link-btn" disabled={open.isPending} onClick={() => openFolder(folder)}>
                  {folder}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {folders.dialog}
      {closing && (
        <Confirm title={words.closeTitle} action={words.closeArchive} onKeep={() => setClosing(false)} onDo={closeNow}>
          <p>{words.closeText}</p>
        </Confirm>
      )}
    </>
  )
}

/** Why the archive is read-only, or what was mended when it was opened: what happened, what is safe, what to do. */
function NoticeNote(props: Readonly<{ code: string; readOnly: boolean }>) {
  const known = words.notices[props.code]
  const mended = [
    'ledger-replayed',
    'database-rebuilt',
    'rebuilt-as-asked',
    'torn-line-cut',
    'archive-file-remade',
    'key-file-mended',
    'being-encrypted',
    'encrypted-copy'
  ].includes(props.code)
  return (
    <Note tone={mended ? 'info' : props.readOnly ? 'danger' : 'warn'}>
      <b className="strong">{known?.[0] ?? words.otherNotice(props.code)}</b>
      <p>{known?.[1] ?? words.otherNoticeTodo}</p>
    </Note>
  )
}
