import { useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { RELATION_CODES, RELATIONS, type Relation } from '#domain/vocabulary/relations.ts'
import { useToasts } from '../../app/toasts.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useDebounced } from '../../hooks/use-debounced.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'

/** A citation the reader missed, written by a person; `quote`: what is marked on the page just now. */
export function AddCitation(props: Readonly<{ documentId: DocumentId; quote: string; onClose(): void }>) {
  const toasts = useToasts()
  const add = useCommand('citation.add')
  const [typed, setTyped] = useState('')
  const [issuedOn, setIssuedOn] = useState<string | null>(null)
  const [issuer, setIssuer] = useState('')
  const [relation, setRelation] = useState<Relation>('implements')
  const [quote, setQuote] = useState(props.quote)
  const [target, setTarget] = useState('')
  const reference = parseReference(typed)
  const settled = useDebounced(typed.trim(), 250)
  const found = useCall(
    'document.find',
    { reference: settled || '-' },
    { enabled: reference !== null && settled !== '' }
  )
  const documents = reference ? (found.data?.documents.filter((one) => one.id !== props.documentId) ?? []) : []
  const chosen = documents.find((one) => one.id === target) ?? null
  const write = () => {
    if (!reference || add.isPending) return
    const name = printReference(reference)
    add.mutate(
      {
        documentId: props.documentId,
        reference,
        documentType: chosen?.documentType ?? null,
        issuedOn: issuedOn ?? chosen?.issuedOn ?? null,
        issuer: issuer.normalize('NFC').trim() || chosen?.issuer || null,
        relation,
        quote: quote.normalize('NFC').trim(),
        target: chosen?.id ?? null
      },
      {
        onSuccess: (out) => {
          toasts.done(words.cited(name), out.undo)
          props.onClose()
        },
        onError: (error) => toasts.failed(error, words.notCited(name))
      }
    )
  }
  return (
    <Dialog
      title={words.addCiteTitle}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={!reference || add.isPending} onPress={write}>
          {words.addCite}
        </DialogFoot>
      }
    >
      <p className="muted">{words.addCiteAbout}</p>
      <TextField
        label={words.citedReference}
        value={typed}
        onChange={setTyped}
        placeholder={words.citedReferencePlace}
        error={typed.trim().length > 3 && !reference ? words.badReference : null}
        required
        autoFocus
      />
      <Select<string>
        label={words.target}
        trail={documents.length > 0 && !chosen ? words.sameNumber(showCount(documents.length)) : null}
        value={target}
        choices={[
          { value: '', text: words.targetNone },
          ...documents.map((one) => ({ value: one.id, text: lineText(one) }))
        ]}
        onChange={setTarget}
      />
      {!chosen && (
        <div className="two-fields">
          <DateField label={words.citedDay} value={issuedOn} onChange={setIssuedOn} />
          <TextField label={words.citedIssuer} value={issuer} onChange={setIssuer} />
        </div>
      )}
      <Select<Relation>
        label={words.relation}
        value={relation}
        choices={RELATION_CODES.map((code) => ({ value: code, text: RELATIONS[code].name }))}
        onChange={setRelation}
      />
      <TextField label={words.quote} value={quote} onChange={setQuote} lines={2} />
    </Dialog>
  )
}

function lineText(document: DocumentLine): string {
  return [
    document.reference ?? commonWords.noReference,
    showDay(document.issuedOn),
    document.subject ?? commonWords.noSubject
  ].join(' · ')
}
