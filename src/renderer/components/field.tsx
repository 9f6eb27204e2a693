import { type ReactNode, useId } from 'react'

/** A label over its control. The child gets the id to put on its input. `trail`: the small words at the right of the label. */
export function Field(
  props: Readonly<{ label: string; trail?: ReactNode; error?: string | null; children(id: string): ReactNode }>
) {
  const id = useId()
  return (
    <div className="field">
      <div className="field-h">
        <label className="lbl" htmlFor={id}>
          {props.label}
        </label>
        {props.trail && <span className="trail">{props.trail}</span>}
      </div>
      {props.children(id)}
      {props.error && (
        <span className="field-error" role="alert">
          {props.error}
        </span>
      )}
    </div>
  )
}
