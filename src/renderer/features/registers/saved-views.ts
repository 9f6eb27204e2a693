import { ownStore, type Store } from '../../app/own-store.ts'
import type { Chosen } from './register-period.ts'
import type { RegisterView } from './register-view.ts'

/** How a register was looked at, under a name. */
export type SavedView = Readonly<{
  name: string
  chosen: Chosen
  bookId: string | null
  text: string
  view: RegisterView
  hidden: readonly string[]
}>

const MOST = 30

/** Views kept at this window for one register; what cannot be read counts as none. */
export function savedViews(register: string, store: Store = ownStore()): readonly SavedView[] {
  try {
    const stored: unknown = JSON.parse(store.getItem(place(register)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isSavedView) : []
  } catch {
    return []
  }
}

/** Keeps a view under its name; one of the same name goes. */
export function saveView(register: string, view: SavedView, store: Store = ownStore()): readonly SavedView[] {
  const rest = savedViews(register, store).filter((one) => one.name !== view.name)
  return write(register, [view, ...rest].slice(0, MOST), store)
}

export function dropView(register: string, name: string, store: Store = ownStore()): readonly SavedView[] {
  return write(
    register,
    savedViews(register, store).filter((one) => one.name !== name),
    store
  )
}

function write(register: string, views: readonly SavedView[], store: Store): readonly SavedView[] {
  store.setItem(place(register), JSON.stringify(views))
  return views
}

function place(register: string): string {
  return `vankho.register.views.${register}`
}

function isSavedView(value: unknown): value is SavedView {
  const view = value as Partial<SavedView> | null
  return (
    typeof view === 'object' &&
    view !== null &&
    typeof view.name === 'string' &&
    typeof view.text === 'string' &&
    typeof view.chosen === 'object' &&
    typeof view.view === 'object' &&
    Array.isArray(view.hidden)
  )
}
