import { type KeyboardEvent, useId, useState } from 'react'
import type { DocumentLine } from '#contract/schemas.ts'
import { useCall } from '../hooks/use-call.ts'
import { useDebounced } from '../hooks/use-debounced.ts'
import { commonWords } from '../strings/common.ts'
import { showDay } from '../strings/dates.ts'
import { pickerWords as words } from '../strings/document-picker.ts'
import { Field } from './field.tsx'
import './document-picker.css'

type DocumentPickerProps = Readonly<{
  label: string
  placeholder?: string
  autoFocus?: boolean
  onPick(document: DocumentLine): void
}>

/** A document by its number as a person types it ("221 cv hu"); several terms may hold it, so the day is shown beside. */
export function DocumentPicker(props: DocumentPickerProps) {
  const listId = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const typed = useDebounced(text.normalize('NFC').trim(), 120)
  const found = useCall('document.find', { reference: typed || '-' }, { enabled: typed !== '', keep: true })
  const documents = typed === '' ? [] : (found.data?.documents.slice(0, 8) ?? [])
  const none = typed !== '' && found.isSuccess && !found.isPlaceholderData && documents.length === 0
  const pick = (document: DocumentLine | undefined) => {
    if (!document) return
    props.onPick(document)
    setText('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || documents.length === 0) return
    if (event.key === 'ArrowDown') setAt((at + 1) % documents.length)
    else if (event.key === 'ArrowUp') setAt((at - 1 + documents.length) % documents.length)
    else if (event.key === 'Enter') pick(documents[at])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="picker">
      <Field label={props.label}>
        {(id) => (
          <input
            id={id}
            className="input"
            role="combobox"
            aria-expanded={documents.length > 0}
            aria-controls={documents.length > 0 ? listId : undefined}
            aria-activedescendant={documents.length > 0 ? `${listId}-${at}` : undefined}
            aria-autocomplete="list"
            placeholder={props.placeholder ?? words.placeholder}
            // biome-ignore lint/a11y/noAutofocus: asked for where choosing is the next thing to do
            autoFocus={props.autoFocus}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setAt(0)
            }}
            onKeyDown={press}
          />
        )}
      </Field>
      {documents.length > 0 && (
        <div className="picker-list" role="listbox" id={listId} aria-label={words.found}>
          {documents.map((document, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the field, which keeps the focus
            <div
              key={document.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => pick(document)}
              onMouseMove={() => setAt(index)}
            >
              <span className="ref">{document.reference ?? commonWords.noReference}</span>
              <span className="num">{showDay(document.issuedOn)}</span>
              <span className="clip muted">{document.subject ?? document.issuer ?? ''}</span>
            </div>
          ))}
        </div>
      )}
      {none && (
        <p className="hint" role="status">
          {words.none(typed)}
        </p>
      )}
    </div>
  )
}
