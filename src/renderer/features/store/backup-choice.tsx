import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { careWords } from '../../strings/care.ts'
import { showCount, showInstant } from '../../strings/dates.ts'

const words = careWords.backups

type BackupChoiceProps = Readonly<{
  title: string
  action: string
  onClose(): void
  onChoose(folder: string): void
}>

/** One of the archive's backups on the media that are there, the newest first; or another folder. */
export function BackupChoice(props: BackupChoiceProps) {
  const listed = useCall('care.backups', { folder: null })
  const folders = useFolderQuestion()
  const [chosen, setChosen] = useState<string | null>(null)
  const backups = listed.data?.backups ?? []
  const folder = chosen ?? backups[0]?.folder ?? null
  const other = async () => {
    const found = await folders.ask({
      title: words.otherTitle,
      action: words.otherAction,
      purpose: 'backup',
      start: null
    })
    if (found) props.onChoose(found)
  }
  return (
    <>
      <Dialog
        title={props.title}
        onClose={props.onClose}
        footer={
          <>
            <Button onPress={props.onClose}>
              {careWords.cancel} <Kbd>Esc</Kbd>
            </Button>
            <Button kind="primary" disabled={folder === null} onPress={() => folder !== null && props.onChoose(folder)}>
              {props.action} <Kbd>Ctrl Enter</Kbd>
            </Button>
          </>
        }
      >
        {listed.isError ? (
          <FailureNote error={listed.error} onRetry={() => void listed.refetch()} />
        ) : !listed.data ? (
          <Loading rows={3} />
        ) : backups.length === 0 ? (
          <p className="muted">{words.none}</p>
        ) : (
          <div className="store-depths" role="radiogroup" aria-label={words.table}>
            {backups.map((one) => (
              <label key={one.folder} className={one.folder === folder ? 'depth on' : 'depth'}>
                <input
                  type="radio"
                  name="backup"
                  className="check radio"
                  checked={one.folder === folder}
                  onChange={() => setChosen(one.folder)}
                />
                <span>
                  <b className="strong">{words.line(showInstant(one.createdAt), showCount(one.documents))}</b>{' '}
                  {one.missing > 0 && <span className="hint">{words.lacking(showCount(one.missing))}</span>}
                  <span className="hint care-path">{one.folder}</span>
                </span>
              </label>
            ))}
          </div>
        )}
        <p className="row store-deeds">
          <Button small icon="folder" onPress={() => void other()}>
            {words.other}
          </Button>
        </p>
      </Dialog>
      {folders.dialog}
    </>
  )
}
