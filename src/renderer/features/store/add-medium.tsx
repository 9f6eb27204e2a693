import { useState } from 'react'
import type { Medium } from '#contract/operations/care.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { careWords as words } from '../../strings/care.ts'

/** Names a folder of a disk or a stick as a place for backups. */
export function AddMedium(props: Readonly<{ onClose(): void }>) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Medium['kind']>('stick')
  const [folder, setFolder] = useState<string | null>(null)
  const folders = useFolderQuestion()
  const toasts = useToasts()
  const add = useCommand('care.addMedium')
  const choose = async () => {
    const chosen = await folders.ask({
      title: words.chooseTitle,
      action: words.chooseAction,
      purpose: 'place',
      start: folder
    })
    if (chosen) setFolder(chosen)
  }
  const ready = name.trim() !== '' && folder !== null
  const save = () => {
    if (!ready || folder === null) return
    add.mutate(
      { name: name.trim().normalize('NFC'), kind, folder },
      {
        onSuccess: () => {
          toasts.done(words.added(name.trim()))
          props.onClose()
        }
      }
    )
  }
  return (
    <>
      <Dialog
        title={words.addTitle}
        onClose={props.onClose}
        footer={
          <>
            <Button onPress={props.onClose}>
              {words.cancel} <Kbd>Esc</Kbd>
            </Button>
            <Button kind="primary" disabled={!ready || add.isPending} onPress={save}>
              {words.addAction} <Kbd>Ctrl Enter</Kbd>
            </Button>
          </>
        }
      >
        <div className="care-form">
          <TextField
            label={words.name}
            value={name}
            onChange={setName}
            placeholder={words.namePlaceholder}
            required
            autoFocus
          />
          <Select<Medium['kind']>
            label={words.kind}
            value={kind}
            choices={(['stick', 'disk'] as const).map((value) => ({ value, text: words.kinds[value] }))}
            onChange={setKind}
          />
          <p className="row">
            <span className="muted">{words.folder}</span>
            <b className="strong clip grow">{folder ?? words.noFolder}</b>
            <Button small icon="folder" onPress={() => void choose()}>
              {words.choose}
            </Button>
          </p>
          <p className="hint">{words.addHint}</p>
          {add.isError && <FailureNote error={add.error} />}
        </div>
      </Dialog>
      {folders.dialog}
    </>
  )
}
