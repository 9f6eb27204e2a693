import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useKeyLayer, useShortcuts } from '../app/keyboard.ts'
import { Icon, type IconName } from './icon.tsx'
import './menu-button.css'

export type MenuItem = Readonly<{ id: string; text: ReactNode; disabled?: boolean; run(): void }>

/** A button that opens a short list of deeds: arrows, Home, End, first letters are left to the system's reader; Esc closes. */
export function MenuButton(
  props: Readonly<{
    icon?: IconName
    small?: boolean
    /** The list opens above the button: it stands at the lower edge. */
    up?: boolean
    disabled?: boolean
    items: readonly MenuItem[]
    children: ReactNode
  }>
) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <span className={props.up ? 'menu-at up' : 'menu-at'}>
      <button
        ref={button}
        type="button"
        className={`btn${props.small ? ' sm' : ''}${open ? ' on' : ''}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={props.disabled}
        onClick={() => setOpen((old) => !old)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {props.icon && <Icon name={props.icon} small={props.small ?? false} />}
        {props.children}
        <Icon name="down" small />
      </button>
      {open && (
        <MenuList id={id} items={props.items} button={button.current} onClose={close} onLeave={() => setOpen(false)} />
      )}
    </span>
  )
}

function MenuList(
  props: Readonly<{
    id: string
    items: readonly MenuItem[]
    button: HTMLElement | null
    onClose(): void
    onLeave(): void
  }>
) {
  const list = useRef<HTMLDivElement>(null)
  const { button, onLeave } = props
  const layer = useKeyLayer()
  useShortcuts({ Escape: props.onClose }, { layer })
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') ?? [])]
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus()
    const leave = (event: PointerEvent) => {
      const target = event.target as Node
      if (!list.current?.contains(target) && !button?.contains(target)) onLeave()
    }
    window.addEventListener('pointerdown', leave)
    return () => window.removeEventListener('pointerdown', leave)
  }, [button, onLeave])
  const press = (event: KeyboardEvent) => {
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Tab') props.onClose()
    if (to === undefined) return
    event.preventDefault()
    all[(to + all.length) % all.length]?.focus()
  }
  return (
    <div className="menu" role="menu" id={props.id} ref={list} tabIndex={-1} onKeyDown={press}>
      {props.items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={item.disabled}
          onClick={() => {
            props.onClose()
            item.run()
          }}
        >
          {item.text}
        </button>
      ))}
    </div>
  )
}
