import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { commonWords } from '../strings/common.ts'
import { dayFromParts } from '../strings/dates.ts'

type DateFieldProps = Readonly<{
  label: string
  /** ISO day, or null. */
  value: string | null
  onChange(value: string | null): void
  trail?: ReactNode
  unsure?: boolean
  disabled?: boolean
  /** Only a name for screen readers (toolbars). */
  bare?: boolean
  /** What the paper seems to say, shown beside and never taken by itself. */
  hint?: string | null
  error?: string | null
  name?: string
  onFocus?(): void
}>

type Parts = readonly [day: string, month: string, year: string]

function partsOf(value: string | null): Parts {
  const found = value ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  return found ? [found[3] ?? '', found[2] ?? '', found[1] ?? ''] : ['', '', '']
}

/** Day, month and year as three segments that take digits only: `1 2 0 8 2 0 2 1`, no slashes; the year may have two. */
export function DateField(props: DateFieldProps) {
  const id = useId()
  const inputs = useRef<(HTMLInputElement | null)[]>([])
  const [typed, setTyped] = useState<Parts | null>(null)
  const parts = typed ?? partsOf(props.value)
  const wrong =
    typed === null ? false : parts.every(Boolean) && parts[2].length === 4 && dayFromParts(...parts) === null

  const put = (next: Parts) => {
    setTyped(next)
    // A two-digit year is settled on leaving the field, since it may be the start of a longer one.
    const day = next[2].length === 4 ? dayFromParts(...next) : null
    if (day !== props.value) props.onChange(day)
  }
  const focus = (index: number) => {
    inputs.current[index]?.focus()
    inputs.current[index]?.select()
  }
  const type = (index: number, text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, index === 2 ? 4 : 2)
    put(parts.map((part, at) => (at === index ? digits : part)) as unknown as Parts)
    const full = index < 2 && (digits.length === 2 || Number(digits) > (index === 0 ? 3 : 1))
    if (full && digits !== '') focus(index + 1)
  }
  const press = (index: number, event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    const empty = input.value === ''
    if (event.key === 'Backspace' && empty && index > 0) focus(index - 1)
    else if (event.key === 'ArrowLeft' && index > 0 && input.selectionStart === 0) focus(index - 1)
    else if (event.key === 'ArrowRight' && index < 2 && input.selectionEnd === input.value.length) focus(index + 1)
    else if ((event.key === '/' || event.key === '-' || event.key === '.') && index < 2 && !empty) focus(index + 1)
    else return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const found = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})/.exec(event.clipboardData.getData('text'))
    if (!found) return
    event.preventDefault()
    put([found[1] ?? '', found[2] ?? '', found[3] ?? ''])
    focus(2)
  }
  const leave = () => {
    if (typed === null) return
    const day = dayFromParts(...parts)
    if (day !== props.value) props.onChange(day)
    if (day || parts.every((part) => part === '')) setTyped(null)
  }
  const names = [commonWords.day, commonWords.month, commonWords.year]
  // A hint stands where the empty field's own marks would, as in a text field.
  const hinted = /(\d{2})\/(\d{2})\/(\d{4})/.exec(props.hint ?? '')?.slice(1)
  const places = hinted ?? [commonWords.dayPlace, commonWords.monthPlace, commonWords.yearPlace]
  return (
    <div className="field">
      {!props.bare && (
        <div className="field-h">
          <label className="lbl" id={id} htmlFor={`${id}-0`}>
            {props.label}
          </label>
          {props.trail && <span className="trail">{props.trail}</span>}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie inline in a toolbar */}
      <div
        role="group"
        aria-label={props.label}
        title={props.hint ?? undefined}
        className={`date${props.unsure ? ' unsure' : ''}${wrong || props.error ? ' err' : ''}`}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) leave()
        }}
      >
        {[0, 1, 2].map((index) => (
          <span key={index} className="date-part">
            {index > 0 && (
              <span className="sl" aria-hidden="true">
                /
              </span>
            )}
            <input
              ref={(input) => {
                inputs.current[index] = input
              }}
              id={`${id}-${index}`}
              className={index === 2 ? 'y' : undefined}
              inputMode="numeric"
              autoComplete="off"
              aria-label={`${props.label}: ${names[index]}`}
              aria-invalid={wrong || props.error ? true : undefined}
              placeholder={places[index]}
              name={index === 0 ? props.name : undefined}
              disabled={props.disabled}
              value={parts[index]}
              onChange={(event) => type(index, event.target.value)}
              onKeyDown={(event) => press(index, event)}
              onPaste={paste}
              onFocus={(event) => {
                event.currentTarget.select()
                props.onFocus?.()
              }}
            />
          </span>
        ))}
      </div>
      {(wrong || props.error) && (
        <span className="field-error" role="alert">
          {props.error ?? commonWords.noSuchDay}
        </span>
      )}
    </div>
  )
}
