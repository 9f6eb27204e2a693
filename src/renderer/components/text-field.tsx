import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { Field } from './field.tsx'

type TextFieldProps = Readonly<{
  label: string
  value: string
  onChange(value: string): void
  trail?: ReactNode
  error?: string | null
  /** Lines; more than one makes a text area. */
  lines?: number
  placeholder?: string
  unsure?: boolean
  disabled?: boolean
  required?: boolean
  name?: string
  list?: string
  autoFocus?: boolean
  inputMode?: 'text' | 'numeric'
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement>
  onFocus?(): void
  onBlur?(): void
  onKeyDown?(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void
}>

/** One line, or an area, of text under its label. Text is handed on in NFC, whatever the input method makes. */
export function TextField(props: TextFieldProps) {
  const common = {
    className: `input${props.unsure ? ' unsure' : ''}${props.error ? ' err' : ''}`,
    value: props.value,
    placeholder: props.placeholder,
    disabled: props.disabled,
    name: props.name,
    'aria-required': props.required || undefined,
    'aria-invalid': props.error ? true : undefined,
    autoComplete: 'off',
    spellCheck: false,
    onFocus: props.onFocus,
    onBlur: props.onBlur,
    onKeyDown: props.onKeyDown,
    ref: props.ref
  } as const
  const take = (value: string) => props.onChange(value)
  return (
    <Field label={props.label} trail={props.trail} error={props.error ?? null}>
      {(id) =>
        (props.lines ?? 1) > 1 ? (
          <textarea
            {...common}
            id={id}
            rows={props.lines}
            // biome-ignore lint/a11y/noAutofocus: a dialog puts the cursor where typing starts
            autoFocus={props.autoFocus}
            onChange={(event) => take(event.target.value)}
          />
        ) : (
          <input
            {...common}
            id={id}
            type="text"
            list={props.list}
            inputMode={props.inputMode}
            // biome-ignore lint/a11y/noAutofocus: a dialog puts the cursor where typing starts
            autoFocus={props.autoFocus}
            onChange={(event) => take(event.target.value)}
          />
        )
      }
    </Field>
  )
}
