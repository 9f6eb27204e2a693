import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useShortcuts } from '../app/keyboard.ts'
import { useCall } from '../hooks/use-call.ts'
import { commonWords } from '../strings/common.ts'
import { folderWords as words } from '../strings/folder-dialog.ts'
import { useTransport } from '../transport/context.tsx'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { FailureNote } from './failure.tsx'
import { type FolderPurpose, type FolderRow, folderChosen } from './folder-choice.ts'
import { Icon } from './icon.tsx'
import { Loading } from './loading.tsx'
import { TextField } from './text-field.tsx'
import './folder-dialog.css'

export type FolderQuestion = Readonly<{
  title: string
  /** The verb of the button: "Mở kho", "Sao lưu vào đây". */
  action: string
  purpose: FolderPurpose
  /** Where to begin; null: the person's own folder. */
  start?: string | null
  /** Proposes a new folder of this name inside the one chosen. */
  newName?: string
  /** What is good to know before choosing. */
  hint?: ReactNode
}>

/**
 * Asks for a folder: the system's own dialog where the shell has one and it is enough, else one of ours. Render `dialog`.
 * The answer is null when nothing was chosen.
 */
export function useFolderQuestion() {
  const transport = useTransport()
  const [asked, setAsked] = useState<Readonly<{
    question: FolderQuestion
    answer(folder: string | null): void
  }> | null>(null)
  const ask = async (question: FolderQuestion): Promise<string | null> => {
    if (transport.chooseFolder && question.newName === undefined) return transport.chooseFolder()
    return new Promise((resolve) => setAsked({ question, answer: resolve }))
  }
  const answer = (folder: string | null) => {
    asked?.answer(folder)
    setAsked(null)
  }
  const dialog = asked ? <FolderDialog {...asked.question} onClose={() => answer(null)} onChoose={answer} /> : null
  return { ask, dialog } as const
}

type FolderDialogProps = FolderQuestion & Readonly<{ onClose(): void; onChoose(folder: string): void }>

/** Folders of the machine the engine runs on, walked by keys. */
export function FolderDialog(props: FolderDialogProps) {
  const [folder, setFolder] = useState<string | null>(props.start ?? null)
  const [typed, setTyped] = useState<string | null>(null)
  const [name, setName] = useState(props.newName ?? null)
  const [at, setAt] = useState(-1)
  const [known, setKnown] = useState<FolderRow | null>(null)
  const asked = useCall('folders.list', { folder }, { keep: true })
  const list = asked.data ?? null
  const row = list?.folders[at] ?? null
  const chosen = list ? folderChosen(list, row, props.purpose, name, known?.path === list.folder ? known : null) : null
  const go = (to: string, from: FolderRow | null) => {
    setFolder(to)
    setKnown(from)
    setTyped(null)
    setAt(-1)
  }
  const choose = () => {
    if (chosen) props.onChoose(chosen)
  }
  return (
    <Dialog
      title={props.title}
      size="wide"
      onClose={props.onClose}
      footer={
        <>
          <span className="hint grow folder-chosen">
            {chosen ? (
              <>
                {words.chosen} <b className="strong">{chosen}</b>
              </>
            ) : props.purpose === 'archive' ? (
              words.notArchive
            ) : props.purpose === 'backup' ? (
              words.notBackup
            ) : list && !list.writable ? (
              words.readOnly
            ) : null}
          </span>
          <Button onPress={props.onClose}>{commonWords.cancel}</Button>
          <Button kind="primary" disabled={chosen === null} onPress={choose}>
            {props.action}
          </Button>
        </>
      }
    >
      <FolderKeys onChoose={choose} />
      {props.hint && <p className="muted folder-hint">{props.hint}</p>}
      <form
        className="row folder-path"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed !== null && typed.trim() !== '') go(typed.trim(), null)
        }}
      >
        <Button
          icon="up"
          label={words.up}
          disabled={!list?.parent}
          onPress={() => list?.parent && go(list.parent, null)}
        />
        <input
          className="input"
          aria-label={words.path}
          value={typed ?? list?.folder ?? ''}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button submit disabled={typed === null || typed.trim() === ''}>
          {words.go}
        </Button>
      </form>
      {asked.isError ? (
        <FailureNote error={asked.error} />
      ) : !list ? (
        <Loading rows={4} />
      ) : (
        <FolderRows
          key={list.folder}
          folder={list.folder}
          rows={list.folders}
          at={at}
          onAt={setAt}
          onOpen={(one) => {
            const final = (props.purpose === 'archive' && one.isArchive) || (props.purpose === 'backup' && one.isBackup)
            if (final) props.onChoose(one.path)
            else go(one.path, one)
          }}
          onUp={() => list.parent && go(list.parent, null)}
        />
      )}
      {name !== null && <TextField label={words.newFolder} value={name} onChange={setName} />}
    </Dialog>
  )
}

function FolderKeys(props: Readonly<{ onChoose(): void }>) {
  useShortcuts({ 'Ctrl+Enter': props.onChoose })
  return null
}

type FolderRowsProps = Readonly<{
  folder: string
  rows: readonly FolderRow[]
  at: number
  onAt(index: number): void
  onOpen(row: FolderRow): void
  onUp(): void
}>

function FolderRows(props: FolderRowsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (props.at >= 0) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [props.at])
  const last = props.rows.length - 1
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey) return
    const row = props.rows[props.at]
    if (event.key === 'ArrowDown') props.onAt(Math.min(last, props.at + 1))
    else if (event.key === 'ArrowUp') props.onAt(Math.max(-1, props.at - 1))
    else if (event.key === 'Home') props.onAt(last < 0 ? -1 : 0)
    else if (event.key === 'End') props.onAt(last)
    else if ((event.key === 'Enter' || event.key === 'ArrowRight') && row) props.onOpen(row)
    else if (event.key === 'Backspace' || event.key === 'ArrowLeft') props.onUp()
    else return
    event.preventDefault()
  }
  return (
    <>
      <div
        className="folder-list scroll"
        role="listbox"
        tabIndex={0}
        ref={list}
        aria-label={words.inside(props.folder)}
        aria-activedescendant={props.at >= 0 ? `folder-${props.at}` : undefined}
        onKeyDown={press}
      >
        {props.rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the list, which has the focus
          <div
            key={row.path}
            id={`folder-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === props.at}
            onClick={() => props.onAt(index)}
            onDoubleClick={() => props.onOpen(row)}
          >
            <Icon name={row.isArchive || row.isBackup ? 'store' : 'folder'} small />
            <span className="clip grow">{row.name}</span>
            {row.isArchive && <Badge tone="directs">{words.archive}</Badge>}
            {row.isBackup && <Badge tone="ok">{words.backup}</Badge>}
          </div>
        ))}
      </div>
      <p className="hint">{props.rows.length === 0 ? words.none : words.keys}</p>
    </>
  )
}
