import { useRef, useState } from 'react'
import { CallError, type Client } from '#contract/client.ts'
import type { IntakeId, JobId, StagedId } from '#contract/ids.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Progress } from '../../components/progress.tsx'
import { Select } from '../../components/select.tsx'
import { commonWords } from '../../strings/common.ts'
import { documentWords as words } from '../../strings/document.ts'
import { isFailureCode } from '../../strings/failures.ts'
import { filingWords } from '../../strings/filing.ts'
import { useClient, useTransport } from '../../transport/context.tsx'
import { ROLES, type Role } from '../filing/question.tsx'

/** Adds a file to a document that is there: it is staged and read like any other, then attached (F05). */
export function AttachDialog(props: Readonly<{ document: DocumentLine; onClose(): void }>) {
  const transport = useTransport()
  const client = useClient()
  const toasts = useToasts()
  const chooser = useRef<HTMLInputElement>(null)
  const [role, setRole] = useState<Role>('signed')
  const [share, setShare] = useState<number | null>(null)
  const reference = props.document.reference ?? commonWords.noReference

  const attach = async (file: File) => {
    setShare(0)
    let intakeId: IntakeId | null = null
    try {
      const staged = await transport.stage(file, setShare)
      if (!staged.ok) throw new CallError({ ...staged, detail: { ...staged.detail, name: file.name } })
      const { jobId } = await client.call('intake.start', { staged: [staged.value.staged as StagedId] })
      intakeId = await waitForItem(client, jobId, file.name)
      const out = await client.call('document.attach', { documentId: props.document.id, intakeId, role })
      toasts.done(words.attached(file.name), out.undo)
      props.onClose()
    } catch (error) {
      setShare(null)
      toasts.failed(error, words.notAttached(file.name))
      // It was put in the queue for this document alone.
      if (intakeId) void client.call('intake.discard', { id: intakeId }).catch(() => {})
    }
  }
  return (
    <Dialog
      title={words.attachTitle(reference)}
      onClose={props.onClose}
      footer={
        <DialogFoot
          onClose={props.onClose}
          icon="file-add"
          disabled={share !== null}
          onPress={() => chooser.current?.click()}
        >
          {words.attachChoose}
        </DialogFoot>
      }
    >
      <p className="muted">{words.attachAbout}</p>
      <Select<Role>
        label={words.attachRole}
        value={role}
        choices={ROLES.map((one) => ({ value: one, text: filingWords.roles[one] }))}
        onChange={setRole}
      />
      {share !== null && (
        <p className="row" role="status">
          {words.attaching} <Progress label={words.attaching} done={share} total={1} />
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={words.attachChoose}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void attach(file)
        }}
      />
    </Dialog>
  )
}

/** Waits until the file is read; a refusal is thrown as its failure. */
async function waitForItem(client: Client, jobId: JobId, name: string): Promise<IntakeId> {
  for (;;) {
    const job = await client.call('job.get', { jobId })
    const result = job.results[0]
    if (result?.id) return result.id as IntakeId
    if (result || job.state !== 'running') {
      const code = result?.code ?? job.failure?.code ?? 'internal'
      const detail = { ...result?.detail, name }
      throw new CallError({ ok: false, code: isFailureCode(code) ? code : 'internal', detail })
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
