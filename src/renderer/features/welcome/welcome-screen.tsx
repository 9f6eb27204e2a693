import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import type { JobId } from '#contract/ids.ts'
import type { ArchiveState } from '#contract/operations/archive.ts'
import { type Appearance, setAppearance, useAppearance } from '../../app/appearance.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Icon, type IconName } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Progress } from '../../components/progress.tsx'
import { Segments } from '../../components/segments.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useDelayed } from '../../hooks/use-delayed.ts'
import { takeArchiveState } from '../../hooks/use-engine-events.ts'
import { useJob } from '../../hooks/use-job.ts'
import { welcomeWords as words } from '../../strings/welcome.ts'
import { UnlockArchive } from '../encryption/unlock-archive.tsx'
import { useRestoring } from '../store/use-restoring.tsx'
import { CreateArchive } from './create-archive.tsx'
import './welcome.css'

/** No archive is open: open one, make one, or look at the sample (mock-up 08). */
export function WelcomeScreen(props: Readonly<{ state: ArchiveState }>) {
  const queries = useQueryClient()
  const close = useCommand('archive.close')
  const [creating, setCreating] = useState(false)
  return (
    <div className={creating ? 'welcome scroll creating' : 'welcome scroll'}>
      {props.state.locked ? (
        <UnlockArchive
          key={props.state.locked.folder}
          folder={props.state.locked.folder}
          onOther={() => close.mutate({}, { onSuccess: (state) => takeArchiveState(queries, state) })}
        />
      ) : creating ? (
        <CreateArchive state={props.state} onBack={() => setCreating(false)} />
      ) : (
        <Start state={props.state} onCreate={() => setCreating(true)} />
      )}
      <Notes />
    </div>
  )
}

function Start(props: Readonly<{ state: ArchiveState; onCreate(): void }>) {
  const queries = useQueryClient()
  const question = useFolderQuestion()
  const open = useCommand('archive.open')
  const sample = useCommand('archive.sample')
  const cancel = useCommand('job.cancel')
  const [jobId, setJobId] = useState<JobId | null>(null)
  const job = useJob(jobId)
  const first = useRef<HTMLButtonElement>(null)
  const restoring = useRestoring()
  const busy = open.isPending || sample.isPending || job?.state === 'running' || restoring.busy
  const slow = useDelayed(open.isPending)
  useEffect(() => first.current?.focus(), [])

  const openFolder = (folder: string) =>
    open.mutate({ folder }, { onSuccess: (state) => takeArchiveState(queries, state) })
  const choose = async () => {
    const folder = await question.ask({
      title: words.openTitle,
      action: words.openDo,
      purpose: 'archive',
      start: props.state.recentFolders[0] ? parentOf(props.state.recentFolders[0]) : null
    })
    if (folder !== null) openFolder(folder)
  }
  const trySample = () => {
    if (!busy) sample.mutate({ folder: null }, { onSuccess: (out) => setJobId(out.jobId) })
  }
  useShortcuts({
    'Ctrl+n': props.onCreate,
    'Ctrl+o': () => void choose(),
    F2: trySample,
    F4: () => void (busy || restoring.start())
  })
  return (
    <section className="welcome-start">
      <h1>{words.title}</h1>
      <p className="muted">{words.about}</p>
      <div className="welcome-ways">
        <Way
          icon="folder"
          title={words.open}
          about={words.openAbout}
          keys="Ctrl O"
          disabled={busy}
          ref={first}
          onPress={() => void choose()}
        />
        <Way
          icon="add"
          title={words.create}
          about={words.createAbout}
          keys="Ctrl N"
          disabled={busy}
          onPress={props.onCreate}
        />
        <Way
          icon="undo"
          title={words.restore}
          about={words.restoreAbout}
          keys="F4"
          disabled={busy}
          onPress={() => void restoring.start()}
        />
        <Way icon="eye" title={words.sample} about={words.sampleAbout} keys="F2" disabled={busy} onPress={trySample} />
      </div>
      {slow && (
        <p className="hint" role="status">
          {words.opening(open.variables?.folder ?? '')}
        </p>
      )}
      {(sample.isPending || job?.state === 'running') && (
        <div className="row welcome-job" role="status">
          <span>{words.sampleRunning}</span>
          <Progress label={words.sampleRunning} done={job?.done ?? 0} total={job?.total ?? 0} />
          {job && (
            <span className="num muted">
              {job.done}/{job.total}
            </span>
          )}
          {jobId && (
            <Button small onPress={() => cancel.mutate({ jobId })}>
              {words.sampleStop}
            </Button>
          )}
        </div>
      )}
      {open.isError && (
        <>
          <p className="strong">{words.notOpened(open.variables?.folder ?? '')}</p>
          <FailureNote error={open.error} />
        </>
      )}
      {sample.isError && <FailureNote error={sample.error} onRetry={trySample} />}
      {props.state.recentFolders.length > 0 && (
        <nav aria-label={words.recent}>
          <h2>{words.recent}</h2>
          <ul>
            {props.state.recentFolders.map((folder) => (
              <li key={folder}>
                <button type="button" className="link" disabled={busy} onClick={() => openFolder(folder)}>
                  {lastPart(folder)}
                </button>
                <span className="hint clip">{folder}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {restoring.shown}
      {question.dialog}
    </section>
  )
}

type WayProps = Readonly<{
  icon: IconName
  title: string
  about: string
  keys: string
  disabled: boolean
  ref?: Ref<HTMLButtonElement>
  onPress(): void
}>

function Way(props: WayProps) {
  return (
    <button type="button" className="way" ref={props.ref} disabled={props.disabled} onClick={props.onPress}>
      <Icon name={props.icon} />
      <span className="grow">
        <b className="strong">{props.title}</b>
        <span className="hint">{props.about}</span>
      </span>
      <Kbd>{props.keys}</Kbd>
    </button>
  )
}

function Notes() {
  const appearance = useAppearance()
  const { notes } = words
  return (
    <aside className="welcome-notes" aria-label={words.before}>
      <h2>{words.before}</h2>
      <ul>
        <NoteLine icon="store">{notes.local}</NoteLine>
        <NoteLine icon="warning" danger>
          {notes.secret}
        </NoteLine>
        <NoteLine icon="copies">{notes.backup}</NoteLine>
        <NoteLine icon="info">
          {notes.keys[0]} <Kbd>F1</Kbd> {notes.keys[1]}
        </NoteLine>
      </ul>
      <div className="row welcome-look">
        <span className="muted">{words.size}</span>
        <Segments<Appearance['size']>
          label={words.size}
          value={appearance.size}
          choices={[
            { value: '100', text: '100 %' },
            { value: '125', text: '125 %' },
            { value: '150', text: '150 %' }
          ]}
          onChange={(size) => setAppearance({ ...appearance, size })}
        />
        <span className="muted">{words.theme}</span>
        <Segments<Appearance['theme']>
          label={words.theme}
          value={appearance.theme}
          choices={[
            { value: 'light', text: words.light },
            { value: 'dark', text: words.dark }
          ]}
          onChange={(theme) => setAppearance({ ...appearance, theme })}
        />
      </div>
    </aside>
  )
}

function NoteLine(props: Readonly<{ icon: IconName; danger?: boolean; children: ReactNode }>) {
  return (
    <li className={props.danger ? 'row danger' : 'row'}>
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </li>
  )
}

function lastPart(folder: string): string {
  return folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder
}

function parentOf(folder: string): string | null {
  const cut = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\'))
  return cut > 0 ? folder.slice(0, cut) : null
}
