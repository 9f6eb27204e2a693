import type { DocumentId } from '#contract/ids.ts'
import { saveFile } from '../../app/print.ts'
import { useToasts } from '../../app/toasts.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { exportWords as words } from '../../strings/export.ts'

/** "Lưu thành gói edXML": the document with its files for another office's program. */
export function useSaveEdxml(documentId: DocumentId): () => void {
  const make = useCommand('export.edxml')
  const toasts = useToasts()
  return () => {
    if (make.isPending) return
    make.mutate(
      { documentId },
      {
        onSuccess: ({ name, base64 }) => {
          saveFile({ name, mediaType: 'application/xml', base64 })
          toasts.done(words.edxmlSaved(name))
        },
        onError: (error) => toasts.failed(error, words.edxmlNotSaved)
      }
    )
  }
}
