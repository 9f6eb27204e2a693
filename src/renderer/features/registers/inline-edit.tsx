import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { RegisterRow } from '#contract/operations/registers.ts'
import type { OutputOf } from '#contract/operations.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Confirm } from '../../components/confirm.tsx'
import type { Column } from '../../components/table/columns.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { commonWords } from '../../strings/common.ts'
import { registerWords } from '../../strings/registers.ts'
import { INLINE_FIELDS, type InlineField, inlineText, withInline } from './inline-fields.ts'
import type { Book } from './register-columns.tsx'

const words = registerWords.inline

type Details = OutputOf<'document.get'>
type Pending = Readonly<{ field: InlineField; text: string; after: 'stay' | 'next' }>

/**
 * Correction in the row (U03): F2 opens the first cell, Tab goes on, Enter writes, Esc leaves. Each is a correction entry
 * with the old value and a reason; the reason given first is proposed from then on.
 */
export function useInlineEdit(
  book: Book,
  current: RegisterRow | null,
  shownColumns: readonly string[],
  /** Why a line is not corrected, its book being closed, and what is to be done. */
  sealedIn: (row: RegisterRow) => string | null,
  focusTable: () => void
) {
  const [editing, setEditing] = useState<Readonly<{ id: string; column: string }> | null>(null)
  const [reason, setReason] = useKeptState('register.correction.reason', '')
  const [pending, setPending] = useState<Pending | null>(null)
  const toasts = useToasts()
  const correct = useCommand('document.correct')
  const id = editing?.id ?? null
  const details = useCall(
    'document.get',
    { id: (id ?? 'd_none0') as RegisterRow['document']['id'] },
    { enabled: id !== null }
  )
  const shown: Details | null = details.data && details.data.line.id === id ? details.data : null
  const fields = INLINE_FIELDS[book].filter((one) => shownColumns.includes(one.column))
  const stop = () => {
    setEditing(null)
    setPending(null)
    focusTable()
  }
  const write = (why: string, { field, text, after }: Pending) => {
    const form = shown && withInline(shown.form, field, text)
    if (!shown || !form) return
    setReason(why)
    setPending(null)
    correct.mutate(
      { id: shown.line.id, revision: shown.revision, form, reason: why },
      {
        onSuccess: (out) => {
          toasts.done(words.done(out.document.reference ?? commonWords.noReference), out.undo)
          if (after === 'stay') stop()
          else step(field, 1)
        },
        onError: (error) => {
          toasts.failed(error, words.failed(text))
          stop()
        }
      }
    )
  }
  const step = (field: InlineField, by: 1 | -1) => {
    const next = fields[fields.indexOf(field) + by]
    if (next && editing) setEditing({ ...editing, column: next.column })
    else stop()
  }
  const leave = (field: InlineField, text: string, then: 'stay' | 'next' | 'back') => {
    if (!shown || correct.isPending) return
    const unchanged = text.trim() === inlineText(shown.form, field).trim()
    if (unchanged) {
      if (then === 'stay') stop()
      else step(field, then === 'next' ? 1 : -1)
      return
    }
    if (withInline(shown.form, field, text) === null) {
      toasts.refused(words.wrongCopies)
      return
    }
    const asked: Pending = { field, text, after: then === 'stay' ? 'stay' : 'next' }
    if (reason === '') setPending(asked)
    else write(reason, asked)
  }
  return {
    /** Begins at the first cell of the current row that can be put right here. */
    begin() {
      const [first] = fields
      if (!current || current.document.withdrawn || !first) return false
      const sealed = sealedIn(current)
      if (sealed !== null) {
        toasts.refused(sealed)
        return true
      }
      setEditing({ id: current.document.id, column: first.column })
      return true
    },
    editing: editing !== null,
    /** The cell being edited, or null where the column's own words stand. */
    cell(row: RegisterRow, column: Column<RegisterRow>): ReactNode {
      if (!editing || editing.id !== row.document.id || editing.column !== column.id) return null
      const field = fields.find((one) => one.column === column.id)
      if (!field || !shown) return null
      return (
        <InlineInput
          key={`${editing.id} ${column.id} ${shown.revision}`}
          label={column.title}
          text={inlineText(shown.form, field)}
          most={field.most}
          onLeave={(text, then) => leave(field, text, then)}
          onCancel={stop}
        />
      )
    },
    question: pending && shown && (
      <ReasonQuestion
        reference={shown.line.reference ?? commonWords.noReference}
        onKeep={() => setPending(null)}
        onReason={(why) => write(why, pending)}
      />
    )
  } as const
}

function ReasonQuestion(props: Readonly<{ reference: string; onKeep(): void; onReason(reason: string): void }>) {
  return (
    <Confirm
      title={words.title(props.reference)}
      action={words.write}
      reason="required"
      onKeep={props.onKeep}
      onDo={props.onReason}
    >
      <p className="muted">{words.about}</p>
    </Confirm>
  )
}

function InlineInput(
  props: Readonly<{
    label: string
    text: string
    most: number
    onLeave(text: string, then: 'stay' | 'next' | 'back'): void
    onCancel(): void
  }>
) {
  const [text, setText] = useState(props.text)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') props.onLeave(text, 'stay')
    else if (event.key === 'Tab') props.onLeave(text, event.shiftKey ? 'back' : 'next')
    else if (event.key === 'Escape') props.onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <input
      ref={input}
      className="reg-inline"
      aria-label={props.label}
      // biome-ignore lint/a11y/noAutofocus: F2 was pressed to write here
      autoFocus
      value={text}
      maxLength={props.most}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={press}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
