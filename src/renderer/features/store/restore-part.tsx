import { Button } from '../../components/button.tsx'
import { storeWords } from '../../strings/store.ts'
import { useRestoring } from './use-restoring.tsx'

const words = storeWords.backup

/** An archive made of a backup, in a new folder; `start`: where backups are. */
export function RestorePart(props: Readonly<{ start: string | null }>) {
  const restoring = useRestoring(props.start)
  return (
    <>
      <h2 className="store-second">{words.restoreHeading}</h2>
      <p className="muted">{words.restoreAbout}</p>
      <p className="row store-deeds">
        <Button icon="undo" disabled={restoring.busy} onPress={() => void restoring.start()}>
          {words.restore}
        </Button>
      </p>
      {restoring.shown}
    </>
  )
}
