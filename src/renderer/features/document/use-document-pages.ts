import { useMemo, useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import type { DocumentFile, FileSignature, PageTextView } from '#contract/schemas.ts'
import type { Span } from '#domain/text/span.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useClient } from '../../transport/context.tsx'

const NONE: readonly PageTextView[] = []
const NO_SIGNATURES: readonly FileSignature[] = []

/**
 * Which file of a document is shown, with its text. The document's text is that of all its files joined; a span that lies
 * in another file than the one shown brings that file forward.
 */
export function useDocumentPages(documentId: DocumentId, files: readonly DocumentFile[]) {
  const client = useClient()
  const [chosen, choose] = useState<string | null>(null)
  const file =
    files.find((one) => one.sha256 === chosen) ?? files.find((one) => one.role === 'main') ?? files[0] ?? null
  const text = useCall('document.text', { documentId, sha256: file?.sha256 ?? null }, { enabled: file !== null })
  const pages = text.data?.pages ?? NONE
  const address = useMemo(() => (file ? { documentId, sha256: file.sha256 } : null), [documentId, file])

  const bringForward = async (span: Span): Promise<void> => {
    if (text.data && holds(text.data.pages, span)) return
    for (const other of files) {
      if (other.sha256 === file?.sha256 && text.data) continue
      const read = await client.call('document.text', { documentId, sha256: other.sha256 })
      if (holds(read.pages, span)) {
        choose(other.sha256)
        return
      }
    }
  }
  const signatures = text.data?.signatures ?? NO_SIGNATURES
  return { file, pages, signatures, address, text, choose, bringForward } as const
}

/** True when a span lies in these pages. */
export function holds(pages: readonly Pick<PageTextView, 'offset' | 'text'>[], span: Span): boolean {
  const first = pages[0]
  const last = pages.at(-1)
  return (
    first !== undefined &&
    last !== undefined &&
    span.start >= first.offset &&
    span.end <= last.offset + last.text.length
  )
}
