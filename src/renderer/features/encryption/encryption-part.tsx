import { useState } from 'react'
import type { ArchiveState } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Note } from '../../components/note.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { showInstant } from '../../strings/dates.ts'
import { encryptionWords } from '../../strings/encryption.ts'
import { CareJob, useCareJob } from '../store/care-job.tsx'
import { OpenMade } from '../store/open-made.tsx'
import { ChangeArchivePassword, NewKeyDialog } from './change-key-dialogs.tsx'
import { ConvertDialog } from './convert-dialog.tsx'
import './encryption.css'

const words = encryptionWords.panel

/** Kho › Mã hóa: a sealed copy of a plain archive; what opens an encrypted one. */
export function EncryptionPart(props: Readonly<{ state: ArchiveState }>) {
  const { encrypted } = props.state
  return (
    <>
      <h2>{words.heading}</h2>
      <p className="muted">{encrypted ? words.sealed : words.plain}</p>
      <p className="muted encryption-about">{encryptionWords.offer.about}</p>
      <Note tone="warn">{encryptionWords.offer.loss}</Note>
      {encrypted ? <Slots state={props.state} /> : <Convert state={props.state} />}
    </>
  )
}

function Convert(props: Readonly<{ state: ArchiveState }>) {
  const [asking, setAsking] = useState(false)
  const { job, running, started } = useCareJob('encrypt')
  const made = job?.state === 'done' ? job.folder : null
  return (
    <>
      <p className="row store-deeds">
        <Button disabled={running || props.state.mode !== 'ready'} onPress={() => setAsking(true)}>
          {words.convert}
        </Button>
      </p>
      {job && <CareJob job={job} kind="encrypt" done={made && words.done(made)} />}
      {made && <OpenMade folder={made}>{words.open}</OpenMade>}
      {asking && <ConvertDialog state={props.state} onClose={() => setAsking(false)} onStarted={started} />}
    </>
  )
}

function Slots(props: Readonly<{ state: ArchiveState }>) {
  const known = useCall('encryption.state', {}, { keep: true })
  const remove = useCommand('encryption.removeSlot')
  const toasts = useToasts()
  const [open, setOpen] = useState<'password' | 'key' | null>(null)
  if (known.isError) return <FailureNote error={known.error} onRetry={() => void known.refetch()} />
  const slots = known.data?.slots ?? []
  const lone = (kind: string) => slots.filter((one) => one.kind === kind).length < 2
  const refresh = () => void known.refetch()
  return (
    <>
      <p className="strong encryption-slots-head">{words.slots}</p>
      <ul className="encryption-slots">
        {slots.map((slot) => (
          <li key={slot.id}>
            <span>
              {slot.kind === 'recovery'
                ? words.slotKey
                : slot.account === null
                  ? words.slotPassword
                  : words.slotAccount}
            </span>
            <span className="hint">{words.since(showInstant(slot.createdAt))}</span>
            {!lone(slot.kind) && (
              <Button
                small
                disabled={remove.isPending}
                onPress={() =>
                  remove.mutate(
                    { slotId: slot.id },
                    {
                      onSuccess: () => {
                        toasts.done(encryptionWords.removed)
                        refresh()
                      },
                      onError: (error) => toasts.failed(error, encryptionWords.notRemoved)
                    }
                  )
                }
              >
                {words.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="row store-deeds">
        <Button onPress={() => setOpen('password')}>{words.changePassword}</Button>
        <Button icon="print" onPress={() => setOpen('key')}>
          {words.newKey}
        </Button>
      </p>
      {open === 'password' && (
        <ChangeArchivePassword state={props.state} onClose={() => setOpen(null)} onDone={refresh} />
      )}
      {open === 'key' && <NewKeyDialog state={props.state} onClose={() => setOpen(null)} onDone={refresh} />}
    </>
  )
}
