import { type KeyboardEvent, useId, useState } from 'react'
import type { Body } from '#contract/operations/distribution.ts'
import { foldKey } from '#domain/text/fold.ts'
import { Field } from '../../components/field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { handlingWords as words } from '../../strings/handling.ts'

const MOST = 7

type UnitFieldProps = Readonly<{
  label: string
  value: string
  placeholder?: string
  name?: string
  onChange(value: string): void
  /** A unit was chosen, or typed in full and confirmed with Enter. */
  onPick?(name: string): void
}>

/** A unit by name, completed from the directory; what the directory does not know may be typed all the same. */
export function UnitField(props: UnitFieldProps) {
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const typed = props.value.normalize('NFC').trim()
  const level = useCall('archive.state', {}, { keep: true }).data?.office?.level ?? null
  const found = useCall('directory.list', { text: typed, on: null }, { keep: true, enabled: open && typed !== '' })
  const names = open && typed !== '' ? choices(found.data?.bodies ?? [], typed, level) : []
  const shown = names.length > 0 && !(names.length === 1 && names[0] === typed)
  const pick = (name: string) => {
    props.onChange(name)
    props.onPick?.(name)
    setOpen(false)
    setAt(-1)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' && names.length > 0) setAt((at + 1) % names.length)
    else if (event.key === 'ArrowUp' && names.length > 0) setAt(at <= 0 ? names.length - 1 : at - 1)
    else if (event.key === 'Enter' && !event.ctrlKey && shown && at >= 0) pick(names[at] ?? typed)
    else if (event.key === 'Enter' && !event.ctrlKey && props.onPick && typed !== '') pick(typed)
    else if (event.key === 'Escape' && shown) setOpen(false)
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
            aria-expanded={shown}
            aria-controls={shown ? listId : undefined}
            aria-activedescendant={shown && at >= 0 ? `${listId}-${at}` : undefined}
            aria-autocomplete="list"
            placeholder={props.placeholder}
            name={props.name}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={props.value}
            onChange={(event) => {
              props.onChange(event.target.value)
              setOpen(true)
              setAt(-1)
            }}
            onKeyDown={press}
            onBlur={() => setOpen(false)}
          />
        )}
      </Field>
      {shown && (
        <div className="picker-list" role="listbox" id={listId} aria-label={words.units}>
          {names.map((name, index) => (
            <div
              key={name}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The field keeps the focus: a click must not blur it first.
              onMouseDown={(event) => {
                event.preventDefault()
                pick(name)
              }}
              onMouseMove={() => setAt(index)}
            >
              <span className="clip">{name}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** The office's own units first, since it is they who get the work; then names that begin with what is typed. */
function choices(bodies: readonly Body[], typed: string, level: Body['level']): readonly string[] {
  const key = foldKey(typed)
  const rank = (body: Body) => (body.level === level ? 0 : 2) + (foldKey(body.name).startsWith(key) ? 0 : 1)
  const names = bodies.toSorted((a, b) => rank(a) - rank(b)).map((body) => body.name)
  return [...new Set(names)].slice(0, MOST)
}
