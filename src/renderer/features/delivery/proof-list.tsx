import { useRef, useState } from 'react'
import type { DeliveryId, DocumentId } from '#contract/ids.ts'
import type { Proof } from '#contract/operations/distribution.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { PageView } from '../../components/page-view.tsx'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { PROOF_FILES, useProof } from './use-proof.ts'

const words = careWords.proof

type ProofListProps = Readonly<{
  documentId: DocumentId
  proofs: readonly Proof[]
  /** Deliveries a new scan is tied to: the ticked ones, else the current one. */
  deliveryIds: readonly DeliveryId[]
}>

/** Scans of signed sheets of this paper: looked at, and more of them added. */
export function ProofList(props: ProofListProps) {
  const [open, setOpen] = useState<Proof | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const proof = useProof()
  return (
    <div className="sect">
      <h3>{words.title}</h3>
      <ul className="proof-list">
        {props.proofs.map((one) => (
          <li key={one.id}>
            <Button small quiet icon="scan" onPress={() => setOpen(one)}>
              {words.line(one.name, one.deliveryIds.length, one.others)}
            </Button>
          </li>
        ))}
      </ul>
      {props.deliveryIds.length > 0 ? (
        <Button small icon="file-add" disabled={proof.busy} onPress={() => chooser.current?.click()}>
          {words.attach}
        </Button>
      ) : (
        <p className="hint">{words.none}</p>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={PROOF_FILES}
        aria-label={words.attach}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void proof.attach(file, props.deliveryIds)
        }}
      />
      {open && (
        <Dialog
          size="wide"
          title={open.name}
          onClose={() => setOpen(null)}
          footer={
            <Button kind="primary" onPress={() => setOpen(null)}>
              {commonWords.close}
            </Button>
          }
        >
          <p className="muted">
            {words.line(words.title, open.deliveryIds.length, open.others)}.{' '}
            {words.by(showDay(open.attachedAt.slice(0, 10)), open.attachedBy)}
          </p>
          <div className="proof-page">
            <PageView
              label={open.name}
              address={{ documentId: props.documentId, sha256: open.sha256 }}
              mediaType={open.mediaType}
              pages={[]}
            />
          </div>
        </Dialog>
      )}
    </div>
  )
}
