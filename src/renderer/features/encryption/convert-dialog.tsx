import { useState } from 'react'
import type { JobId } from '#contract/ids.ts'
import type { ArchiveState } from '#contract/operations/archive.ts'
import type { NewEncryption } from '#contract/operations/encryption.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { today } from '../../strings/dates.ts'
import { encryptionWords } from '../../strings/encryption.ts'
import { NewEncryptionFields } from './new-encryption.tsx'

const words = encryptionWords.panel

/** Where the sealed copy is to lie and what it will be opened with. */
export function ConvertDialog(
  props: Readonly<{ state: ArchiveState; onClose(): void; onStarted(jobId: JobId): void }>
) {
  const [folder, setFolder] = useState(`${props.state.folder ?? ''}-ma-hoa`)
  const [encryption, setEncryption] = useState<NewEncryption | null>(null)
  const convert = useCommand('encryption.convert')
  const question = useFolderQuestion()
  const choose = async () => {
    const chosen = await question.ask({
      title: words.chooseTitle,
      action: words.chooseDo,
      purpose: 'place',
      start: null,
      newName: words.folder
    })
    if (chosen !== null) setFolder(chosen)
  }
  const start = () => {
    if (!encryption || convert.isPending) return
    convert.mutate(
      { folder: folder.trim(), encryption },
      {
        onSuccess: (out) => {
          props.onStarted(out.jobId)
          props.onClose()
        }
      }
    )
  }
  return (
    <Dialog
      title={words.convertTitle}
      onClose={props.onClose}
      footer={
        <DialogFoot
          onClose={props.onClose}
          disabled={!encryption || folder.trim() === '' || convert.isPending}
          onPress={start}
        >
          {words.start}
        </DialogFoot>
      }
    >
      <div className="new-encryption">
        <p className="muted">{words.convertAbout}</p>
        <div className="folder-row">
          <TextField label={words.folder} value={folder} onChange={setFolder} />
          <Button icon="folder" onPress={() => void choose()}>
            {words.choose}
          </Button>
        </div>
        <NewEncryptionFields
          office={props.state.office?.name ?? ''}
          folder={folder}
          today={today()}
          onChange={setEncryption}
        />
        {convert.isError && <FailureNote error={convert.error} />}
      </div>
      {question.dialog}
    </Dialog>
  )
}
