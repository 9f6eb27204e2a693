import { useEffect, useRef, useState } from 'react'
import type { DocumentForm, PageTextView } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import type { FocusSpan } from '../../components/page-view.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useDebounced } from '../../hooks/use-debounced.ts'
import { commonWords } from '../../strings/common.ts'
import { documentWords as words } from '../../strings/document.ts'
import { filingWords } from '../../strings/filing.ts'
import { DocumentFields } from '../filing/form/document-fields.tsx'
import { cleanForm } from '../filing/form/fields.ts'
import { focusField } from '../filing/form/move-focus.ts'
import { findValue } from './find-value.ts'
import type { DocumentDetails } from './summary-tab.tsx'

type CorrectPanelProps = Readonly<{
  details: DocumentDetails
  pages: readonly PageTextView[]
  onFocus(span: FocusSpan | null): void
  onClose(): void
}>

const NOTHING = {}

/** F2: a registered line is changed only with a reason; the old one stays in the ledger (U03). */
export function CorrectPanel(props: CorrectPanelProps) {
  const { details, pages, onFocus } = props
  const toasts = useToasts()
  const panel = useRef<HTMLDivElement>(null)
  const reasonField = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const correct = useCommand('document.correct')
  const [form, setForm] = useState<DocumentForm>(details.form)
  const [reason, setReason] = useState('')
  const asked = useDebounced(form, 250)
  const check = useCall(
    'document.check',
    { form: cleanForm(asked), intakeIds: [], except: details.line.id },
    { keep: true }
  )
  const reference = details.line.reference ?? commonWords.noReference
  const changed = JSON.stringify(cleanForm(form)) !== JSON.stringify(cleanForm(details.form))
  const ready = changed && reason.trim() !== '' && !correct.isPending

  useEffect(() => focusField(panel.current, 'number'), [])
  const write = () => {
    if (!changed) {
      toasts.done(words.nothingChanged)
      return
    }
    if (reason.trim() === '') {
      reasonField.current?.focus()
      return
    }
    if (!ready) return
    correct.mutate(
      {
        id: details.line.id,
        revision: details.revision,
        form: cleanForm(form),
        reason: reason.normalize('NFC').trim()
      },
      {
        onSuccess: (out) => {
          toasts.done(words.corrected(out.document.reference ?? commonWords.noReference), out.undo)
          props.onClose()
        },
        onError: (error) => toasts.failed(error, words.notCorrected(reference))
      }
    )
  }
  useShortcuts({ 'Ctrl+Enter': write, 'Ctrl+s': write, Escape: props.onClose })
  useStatusKeys([
    { keys: ['Enter'], does: filingWords.keys.next },
    { keys: ['Ctrl Enter'], does: words.keys.save },
    { keys: ['Esc'], does: words.keys.cancel }
  ])
  return (
    <section className="panel" aria-label={words.correctTitle(reference)}>
      <div className="panel-h">
        <h2>{words.correctTitle(reference)}</h2>
        <span className="hint clip">{words.correctAbout}</span>
      </div>
      <div className="scroll grow" ref={panel}>
        <DocumentFields
          form={form}
          readings={NOTHING}
          warnings={check.data?.warnings ?? []}
          nextArrivalNumber={check.data?.nextArrivalNumber ?? null}
          onChange={(patch) => setForm((old) => ({ ...old, ...patch }))}
          onField={(field, line) => onFocus(findValue(form, field, line, pages))}
        />
      </div>
      <div className="correct-foot">
        <TextField ref={reasonField} label={words.correctReason} value={reason} onChange={setReason} required />
        <div className="row">
          <Button onPress={props.onClose}>
            {commonWords.cancel} <Kbd>Esc</Kbd>
          </Button>
          <span className="end">
            <Button kind="primary" disabled={!ready} onPress={write}>
              {words.correctSave} <Kbd>Ctrl Enter</Kbd>
            </Button>
          </span>
        </div>
      </div>
    </section>
  )
}
