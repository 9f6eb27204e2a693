import type { ReactNode } from 'react'
import { Field } from './field.tsx'

type SelectProps<T extends string> = Readonly<{
  label: string
  value: T
  choices: readonly Readonly<{ value: T; text: string }>[]
  onChange(value: T): void
  /** No label line: the name is only for screen readers (toolbars). */
  bare?: boolean
  disabled?: boolean
  unsure?: boolean
  name?: string
  trail?: ReactNode
  onFocus?(): void
}>

/** The system's own list: first letters choose, arrows move, works with every screen reader. */
export function Select<T extends string>(props: SelectProps<T>) {
  const control = (id: string | undefined) => (
    <select
      id={id}
      aria-label={id ? undefined : props.label}
      className={`input select${props.unsure ? ' unsure' : ''}`}
      value={props.value}
      disabled={props.disabled}
      name={props.name}
      onFocus={props.onFocus}
      onChange={(event) => props.onChange(event.target.value as T)}
    >
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  )
  return props.bare ? (
    control(undefined)
  ) : (
    <Field label={props.label} trail={props.trail}>
      {control}
    </Field>
  )
}
