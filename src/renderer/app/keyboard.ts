import { createContext, use, useEffect, useRef } from 'react'

/**
 * Keys as words: modifiers "Ctrl", "Alt", "Shift" in that order, then the key: "Ctrl+Enter", "Alt+ArrowLeft", "F3", "Space", "a".
 * Letters are lower case. Return false to let the key through.
 */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => unknown>>

type Entry = { shortcuts: Shortcuts; inFields: readonly string[]; layer: number }

const entries: Entry[] = []
/** Depths of the dialogs and menus that are open. */
const open: number[] = []
/** How many layers a component lies in; a component that appears below an open dialog still belongs below it. */
export const KeyLayerContext = createContext(0)

/** The name of a pressed key, as `Shortcuts` writes it. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
): string {
  // The digit row by place: with Alt, or on a French layout, `key` is another sign.
  const digit = (event.ctrlKey || event.altKey) && /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  const key = digit || (event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key)
  const marks = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && key.length > 1 ? 'Shift' : ''
  ]
  return [...marks.filter(Boolean), key].join('+')
}

/** Letters typed go to the field that has the focus. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'file'].includes(target.type)
}

/** In a text field only these work: with Ctrl or Alt, F-keys and Esc; the rest is typing (ui README, "Telex and VNI"). */
function worksInFields(name: string): boolean {
  return name.startsWith('Ctrl+') || name.startsWith('Alt+') || /^(?:Shift\+)?F\d+$/.test(name) || name === 'Escape'
}

function take(event: KeyboardEvent): void {
  // An input method is still composing the word: no key is ours (229: older engines).
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  const name = keyName(event)
  const inField = isTextField(event.target)
  const top = Math.max(0, ...open)
  for (const entry of entries.toReversed()) {
    if (entry.layer !== top) continue
    const run = Object.hasOwn(entry.shortcuts, name) ? entry.shortcuts[name] : undefined
    if (!run || (inField && !worksInFields(name) && !entry.inFields.includes(name))) continue
    if (run(event) === false) continue
    event.preventDefault()
    event.stopPropagation()
    return
  }
}

let typedIn: EventTarget | null = null

/** True when something was typed into this field since it got the focus: Ctrl+Z is then the field's own. */
export function typedSinceFocus(target: EventTarget | null): boolean {
  return target !== null && target === typedIn
}

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', take)
  window.addEventListener('input', (event) => {
    typedIn = event.target
  })
  window.addEventListener('focusin', () => {
    typedIn = null
  })
}

/**
 * Keys that work while the component is on screen; the one mounted last is asked first.
 * `inFields`: names that are also taken while a text field has the focus, beyond the usual ones.
 */
export function useShortcuts(
  shortcuts: Shortcuts,
  options: Readonly<{ enabled?: boolean; inFields?: readonly string[]; layer?: number }> = {}
): void {
  const around = use(KeyLayerContext)
  const layer = options.layer ?? around
  const entry = useRef<Entry | null>(null)
  const enabled = options.enabled ?? true
  useEffect(() => {
    if (!enabled) return
    const mine: Entry = { shortcuts: {}, inFields: [], layer }
    entry.current = mine
    entries.push(mine)
    return () => {
      entry.current = null
      entries.splice(entries.indexOf(mine), 1)
    }
  }, [enabled, layer])
  useEffect(() => {
    if (!entry.current) return
    entry.current.shortcuts = shortcuts
    entry.current.inFields = options.inFields ?? []
  })
}

/**
 * While the component is on screen, keys of what lies below it rest. Gives the layer's depth: hand it down by
 * `KeyLayerContext` where the layer has content of its own, or to `useShortcuts` of the same component.
 */
export function useKeyLayer(): number {
  const depth = use(KeyLayerContext) + 1
  useEffect(() => {
    open.push(depth)
    return () => {
      open.splice(open.indexOf(depth), 1)
    }
  }, [depth])
  return depth
}
