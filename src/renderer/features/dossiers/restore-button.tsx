import type { DossierLine } from '#contract/operations/dossiers.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { dossierWords as words } from '../../strings/dossiers.ts'

/** Takes a dossier back that had been put away. */
export function RestoreButton(props: Readonly<{ dossier: DossierLine }>) {
  const toasts = useToasts()
  const restore = useCommand('dossier.restore')
  const run = () =>
    restore.mutate(
      { id: props.dossier.id },
      {
        onSuccess: (out) => toasts.done(words.restored(out.dossier.code), out.undo),
        onError: (error) => toasts.failed(error, words.notRestored)
      }
    )
  return (
    <Button disabled={restore.isPending} onPress={run}>
      {words.restore}
    </Button>
  )
}
