import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useKeyLayer, useShortcuts } from '../app/keyboard.ts'
import { Icon } from './icon.tsx'
import './menu-button.css'

/** `parts`: the values a head stands for; ticking it ticks them all. */
export type Tick<T extends string> = Readonly<{ text: string; parts: readonly T[]; head?: boolean; count?: number }>

type TickMenuProps<T extends string> = Readonly<{
  label: string
  /** What the button says: what is ticked, or that nothing is held back. */
  text: string
  ticks: readonly Tick<T>[]
  /** Empty: nothing is held back. */
  ticked: readonly T[]
  none: string
  onChange(ticked: readonly T[]): void
}>

/** A button that opens a list of boxes to tick, several at once: arrows move, Space ticks, Esc closes. */
export function TickMenu<T extends string>(props: TickMenuProps<T>) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <span className="menu-at tick-menu">
      <button
        ref={button}
        type="button"
        className={`btn sm${props.ticked.length > 0 ? ' on' : ''}`}
        aria-label={`${props.label}: ${props.text}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen((old) => !old)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <span className="clip">{props.text}</span>
        <Icon name="down" small />
      </button>
      {open && (
        <TickList
          {...props}
          id={id}
          button={button.current}
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
          onLeave={() => setOpen(false)}
        />
      )}
    </span>
  )
}

function TickList<T extends string>(
  props: TickMenuProps<T> & Readonly<{ id: string; button: HTMLElement | null; onClose(): void; onLeave(): void }>
) {
  const list = useRef<HTMLDivElement>(null)
  const { button, onLeave } = props
  const layer = useKeyLayer()
  useShortcuts({ Escape: props.onClose, Enter: props.onClose }, { layer })
  // Once: whoever ticks stays where they are.
  useEffect(() => list.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      const target = event.target as Node
      if (!list.current?.contains(target) && !button?.contains(target)) onLeave()
    }
    window.addEventListener('pointerdown', leave)
    return () => window.removeEventListener('pointerdown', leave)
  }, [button, onLeave])
  const press = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('input, button') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Tab') {
      event.preventDefault()
      props.onClose()
    }
    if (to === undefined) return
    event.preventDefault()
    all[(to + all.length) % all.length]?.focus()
  }
  const on = new Set(props.ticked)
  const turn = (tick: Tick<T>) => {
    const all = tick.parts.every((part) => on.has(part))
    const rest = props.ticked.filter((one) => !tick.parts.includes(one))
    props.onChange(all ? rest : [...rest, ...tick.parts])
  }
  return (
    <div className="menu ticks" role="dialog" aria-label={props.label} id={props.id} ref={list} onKeyDown={press}>
      {props.ticks.map((tick) => (
        <label key={tick.text} className={tick.head ? 'row head' : 'row'}>
          <input
            type="checkbox"
            className="check"
            checked={tick.parts.length > 0 && tick.parts.every((part) => on.has(part))}
            onChange={() => turn(tick)}
          />
          <span className="grow">{tick.text}</span>
          {tick.count !== undefined && <span className="num muted">{tick.count}</span>}
        </label>
      ))}
      <button type="button" className="link-btn" onClick={() => props.onChange([])}>
        {props.none}
      </button>
    </div>
  )
}
