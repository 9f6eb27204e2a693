import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { encryptionWords } from '../../strings/encryption.ts'
import { UnlockArchive } from './unlock-archive.tsx'

/** Another archive was to be opened and is encrypted; the open one stays until it is unlocked. */
export function UnlockDialog(props: Readonly<{ folder: string }>) {
  const [dismissed, setDismissed] = useState<string | null>(null)
  if (dismissed === props.folder) return null
  const dismiss = () => setDismissed(props.folder)
  return (
    <Dialog title={encryptionWords.unlock.title} onClose={dismiss}>
      <UnlockArchive folder={props.folder} onOther={dismiss} />
    </Dialog>
  )
}
