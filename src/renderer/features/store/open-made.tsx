import { useQueryClient } from '@tanstack/react-query'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { takeArchiveState } from '../../hooks/use-engine-events.ts'
import { storeWords } from '../../strings/store.ts'

/** Opens the archive that was just made of a backup or an export. */
export function OpenMade(props: Readonly<{ folder: string; children: string }>) {
  const { folder } = props
  const toasts = useToasts()
  const queries = useQueryClient()
  const open = useCommand('archive.open')
  const run = () =>
    open.mutate(
      { folder },
      {
        onSuccess: (out) => takeArchiveState(queries, out),
        onError: (error) => toasts.failed(error, storeWords.notOpened)
      }
    )
  return (
    <p className="row store-deeds">
      <Button icon="folder" disabled={open.isPending} onPress={run}>
        {props.children}
      </Button>
    </p>
  )
}
