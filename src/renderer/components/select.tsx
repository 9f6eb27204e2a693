import { Fragment, type ReactNode } from 'react'
import { Field } from './field.tsx'

/** `group`: the head it stands under; choices of one head stand together. */
export type Choice<T extends string> = Readonly<{ value: T; text: string; group?: string }>

type SelectProps<T extends string> = Readonly<{
  label: string
  value: T
  choices: readonly Choice<T>[]
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
      {grouped(props.choices).map(({ head, choices }) => {
        const options = choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))
        return head === null ? (
          <Fragment key="">{options}</Fragment>
        ) : (
          <optgroup key={head} label={head}>
            {options}
          </optgroup>
        )
      })}
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

/** Choices under their heads, in the order they come. */
function grouped<T extends string>(choices: readonly Choice<T>[]) {
  const heads = new Map<string | null, Choice<T>[]>()
  for (const choice of choices) {
    const head = choice.group ?? null
    heads.set(head, [...(heads.get(head) ?? []), choice])
  }
  return [...heads].map(([head, under]) => ({ head, choices: under }))
}
