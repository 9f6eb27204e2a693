import { useSyncExternalStore } from 'react'

export type Appearance = Readonly<{ theme: 'light' | 'dark'; size: '100' | '125' | '150' }>

const KEY = 'vankho.appearance'
const listeners = new Set<() => void>()
let current: Appearance | null = null

/** What was chosen last, else what the system prefers. The address may force it (`?dark`, `?size=150`), for tests and pictures. */
export function readAppearance(): Appearance {
  if (current) return current
  const forced = new URLSearchParams(window.location.search)
  const stored = readStored()
  const size = forced.get('size') ?? stored.size
  current = {
    theme:
      forced.has('dark') || (!forced.has('light') && (stored.theme ?? systemTheme()) === 'dark') ? 'dark' : 'light',
    size: size === '125' || size === '150' ? size : '100'
  }
  return current
}

export function setAppearance(next: Appearance): void {
  current = next
  localStorage.setItem(KEY, JSON.stringify(next))
  applyAppearance(next)
  for (const listener of listeners) listener()
}

export function applyAppearance(appearance: Appearance): void {
  const html = document.documentElement
  html.classList.toggle('dark', appearance.theme === 'dark')
  if (appearance.size === '100') delete html.dataset.size
  else html.dataset.size = appearance.size
}

export function useAppearance(): Appearance {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readAppearance)
}

/** The figure of `--scale`: lengths a script measures in are multiplied by it. */
export function scaleOf(appearance: Appearance): number {
  return Number(appearance.size) / 100
}

function readStored(): Readonly<{ theme?: string; size?: string }> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

function systemTheme(): 'light' | 'dark' {
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
