import { CallError } from '#contract/client.ts'
import type { DocumentFile } from '#contract/schemas.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { commonWords } from '../../strings/common.ts'
import { showBytes, showCount } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import { filingWords } from '../../strings/filing.ts'
import { useTransport } from '../../transport/context.tsx'
import { FileName, OpenOutside } from './outside-file.tsx'
import type { DocumentDetails } from './summary-tab.tsx'

type FilesTabProps = Readonly<{
  details: DocumentDetails
  shown: string | null
  onView(sha256: string): void
  onAttach(): void
}>

/** The originals of a document; each can be looked at and copied out, bytes unchanged. */
export function FilesTab(props: FilesTabProps) {
  const { files, form, line } = props.details
  const transport = useTransport()
  const toasts = useToasts()
  const save = async (file: DocumentFile) => {
    const outcome = await transport.bytes({ documentId: line.id, sha256: file.sha256 })
    if (!outcome.ok) {
      toasts.failed(new CallError(outcome), words.notSaved)
      return
    }
    saveBytes(outcome.value, file)
    toasts.done(words.saved(file.name))
  }
  const attach = !line.withdrawn && (
    <Button needs="document.attach" icon="add" onPress={props.onAttach}>
      {words.attach}
    </Button>
  )
  if (files.length === 0) {
    return (
      <EmptyState title={words.noFiles}>
        <p className="muted">{words.noFilesText(form.paperLocation ?? '')}</p>
        {attach}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="document-files">
        {files.map((file) => (
          <li key={file.sha256} className="sect" aria-current={file.sha256 === props.shown ? 'true' : undefined}>
            <div className="row">
              <FileName address={{ documentId: line.id, sha256: file.sha256 }} name={file.name} />
              <Badge tone="plain">{filingWords.roles[file.role]}</Badge>
            </div>
            <p className="hint">
              {[
                showBytes(file.bytes),
                file.pages === null ? '' : words.pages(showCount(file.pages)),
                commonWords.textKinds[file.textKind]
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="hint clip hash" title={file.sha256}>
              {words.hashLabel} {file.sha256.slice(0, 16)}…
            </p>
            <div className="row file-deeds">
              <Button small pressed={file.sha256 === props.shown} onPress={() => props.onView(file.sha256)}>
                {file.sha256 === props.shown ? words.mainFile : words.view}
              </Button>
              <Button small onPress={() => void save(file)}>
                {words.save}
              </Button>
              <OpenOutside address={{ documentId: line.id, sha256: file.sha256 }} name={file.name} />
            </div>
          </li>
        ))}
      </ul>
      <div className="sect last">{attach}</div>
    </>
  )
}

function saveBytes(bytes: ArrayBuffer, file: DocumentFile): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
