import { useToasts } from '../../app/toasts.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { documentWords as words } from '../../strings/document.ts'
import type { DocumentDetails } from './summary-tab.tsx'

/** A person has looked at a document that was filed in bulk: an entry that changes no field. */
export function useMarkReviewed(details: DocumentDetails): () => void {
  const toasts = useToasts()
  const correct = useCommand('document.correct')
  const { line, form, revision } = details
  return () => {
    if (correct.isPending) return
    const reference = line.reference ?? commonWords.noReference
    correct.mutate(
      { id: line.id, revision, form, reason: words.reviewReason },
      {
        onSuccess: (out) => toasts.done(words.reviewed(reference), out.undo),
        onError: (error) => toasts.failed(error, words.notCorrected(reference))
      }
    )
  }
}
