import type { DocumentId, DossierId } from '#contract/ids.ts'
import type { DossierLine, DossierRule } from '#contract/operations/dossiers.ts'
import { useToasts } from '../../app/toasts.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { showCount } from '../../strings/dates.ts'
import { dossierWords as words } from '../../strings/dossiers.ts'

/** What is put into a dossier: chosen papers, all that a search finds, or a whole lineage. */
export type PutIn =
  | Readonly<{ kind: 'papers'; documentIds: readonly DocumentId[] }>
  | Readonly<{ kind: 'found'; search: DossierRule; leftOut?: readonly DocumentId[] }>
  | Readonly<{ kind: 'lineage'; documentId: DocumentId; direction: 'up' | 'down' | 'both' }>

/** Putting papers in and taking them out, with what is said of it and the way back. */
export function useDossierDeeds() {
  const toasts = useToasts()
  const add = useCommand('dossier.add')
  const addFound = useCommand('dossier.addFound')
  const addLineage = useCommand('dossier.addLineage')
  const takeOut = useCommand('dossier.takeOut')
  const order = useCommand('dossier.order')
  const put = (id: DossierId, what: PutIn, onDone?: () => void) => {
    const answers = {
      onSuccess: (
        out: Readonly<{ dossier: DossierLine; added: number; undo: { seq: number; what: string } | null }>
      ) => {
        const { code } = out.dossier
        toasts.done(out.added === 0 ? words.noneAdded(code) : words.added(showCount(out.added), code), out.undo)
        onDone?.()
      },
      onError: (error: Error) => toasts.failed(error, words.notAdded)
    }
    if (what.kind === 'papers') add.mutate({ id, documentIds: [...what.documentIds] }, answers)
    else if (what.kind === 'found')
      addFound.mutate({ id, search: what.search, leftOut: [...(what.leftOut ?? [])] }, answers)
    else addLineage.mutate({ id, documentId: what.documentId, direction: what.direction }, answers)
  }
  return {
    busy: add.isPending || addFound.isPending || addLineage.isPending || takeOut.isPending || order.isPending,
    put,
    takeOut: (id: DossierId, documentIds: readonly DocumentId[], onDone?: () => void) =>
      takeOut.mutate(
        { id, documentIds: [...documentIds] },
        {
          onSuccess: (out) => {
            toasts.done(words.takenOut(showCount(documentIds.length), out.dossier.code), out.undo)
            onDone?.()
          },
          onError: (error) => toasts.failed(error, words.notTakenOut)
        }
      ),
    order: (id: DossierId, documentIds: readonly DocumentId[]) =>
      order.mutate(
        { id, documentIds: [...documentIds] },
        {
          onSuccess: (out) => toasts.done(words.ordered, out.undo),
          onError: (error) => toasts.failed(error, words.notOrdered)
        }
      )
  } as const
}
