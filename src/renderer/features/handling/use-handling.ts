import type { DocumentId, HandlingId, ReportEntryId } from '#contract/ids.ts'
import type { Assignment, DeadlineView } from '#contract/operations/handling.ts'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { useToasts } from '../../app/toasts.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { showDay } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'

type Answer = OutputOf<'handling.assign'>
type Then = (() => void) | undefined

/** What can be done with the handling of one paper; each is said in a note that takes it back. */
export function useHandling(documentId: DocumentId) {
  const toasts = useToasts()
  const assign = useCommand('handling.assign')
  const remove = useCommand('handling.remove')
  const report = useCommand('handling.report')
  const removeReport = useCommand('handling.removeReport')
  const done = useCommand('handling.done')
  const reopen = useCommand('handling.reopen')
  const take = useCommand('handling.takeDeadline')
  const dismiss = useCommand('handling.dismissDeadline')
  const ending = (text: string, failed: string, then?: Then) => ({
    onSuccess: (out: Answer) => {
      toasts.done([text, ...out.warnings.map((code) => words.warnings[code])].join(' '), out.undo)
      then?.()
    },
    onError: (error: unknown) => toasts.failed(error, failed)
  })
  return {
    busy:
      assign.isPending || remove.isPending || report.isPending || done.isPending || reopen.isPending || take.isPending,
    assign: (id: HandlingId | null, assignment: Assignment, then?: Then) =>
      assign.mutate(
        { documentId, id, assignment },
        ending(assignment.main ? words.savedTo(assignment.main) : words.saved, words.notSaved, then)
      ),
    remove: (id: HandlingId, then?: Then) =>
      remove.mutate({ documentId, id }, ending(words.removed, words.notRemoved, then)),
    report: (said: Omit<InputOf<'handling.report'>, 'documentId'>, then?: Then) =>
      report.mutate({ documentId, ...said }, ending(words.reported, words.notReported, then)),
    removeReport: (id: ReportEntryId) =>
      removeReport.mutate({ documentId, id }, ending(words.reportRemoved, words.notReported)),
    done: (said: Omit<InputOf<'handling.done'>, 'documentId'>, then?: Then) =>
      done.mutate({ documentId, ...said }, ending(words.doneSaid, words.notDone, then)),
    reopen: (reason: string, then?: Then) =>
      reopen.mutate({ documentId, reason }, ending(words.reopened, words.notReopened, then)),
    take: (deadline: DeadlineView) =>
      take.mutate({ documentId, key: deadline.key }, ending(words.taken(showDay(deadline.day)), words.notTaken)),
    dismiss: (deadline: DeadlineView) =>
      dismiss.mutate({ documentId, key: deadline.key }, ending(words.dismissed, words.notDismissed))
  } as const
}

export type HandlingDeeds = ReturnType<typeof useHandling>
