import type { ReactNode } from 'react'

export function Checkbox(
  props: Readonly<{
    checked: boolean
    onChange(checked: boolean): void
    disabled?: boolean
    autoFocus?: boolean
    children: ReactNode
  }>
) {
  return (
    <label className="row check-line">
      <input
        type="checkbox"
        className="check"
        checked={props.checked}
        disabled={props.disabled}
        // biome-ignore lint/a11y/noAutofocus: a dialog puts the cursor where choosing starts
        autoFocus={props.autoFocus}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>{props.children}</span>
    </label>
  )
}
