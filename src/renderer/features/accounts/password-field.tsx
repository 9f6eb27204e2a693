import { Field } from '../../components/field.tsx'

type PasswordFieldProps = Readonly<{
  label: string
  value: string
  onChange(value: string): void
  /** A new one: the browser is not to offer one it knows. */
  fresh?: boolean
  autoFocus?: boolean
  error?: string | null
}>

/** Never trimmed, never shown, never kept. */
export function PasswordField(props: PasswordFieldProps) {
  return (
    <Field label={props.label} error={props.error ?? null}>
      {(id) => (
        <input
          id={id}
          className={props.error ? 'input err' : 'input'}
          type="password"
          value={props.value}
          autoComplete={props.fresh ? 'new-password' : 'off'}
          aria-invalid={props.error ? true : undefined}
          // biome-ignore lint/a11y/noAutofocus: a dialog puts the cursor where typing starts
          autoFocus={props.autoFocus}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** What is typed twice; not equal, it is no password yet. */
export type Twice = Readonly<{ first: string; second: string }>
export const NO_PASSWORD: Twice = { first: '', second: '' }

export const isTwice = (typed: Twice): boolean => typed.first !== '' && typed.first === typed.second
