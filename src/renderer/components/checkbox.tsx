import type { ReactNode } from 'react'

export function Checkbox(
  props: Readonly<{ checked: boolean; onChange(checked: boolean): void; disabled?: boolean; children: ReactNode }>
) {
  return (
    <label className="row check-line">
      <input
        type="checkbox"
        className="check"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>{props.children}</span>
    </label>
  )
}
