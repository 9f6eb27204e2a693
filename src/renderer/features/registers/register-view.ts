import { useState } from 'react'
import type { InputOf } from '#contract/operations.ts'
import type { Book } from './register-columns.tsx'
import type { Grouping } from './register-groups.ts'

export type Sort = InputOf<'register.list'>['sort']
/** Order, grouping and panes of a register. */
export type RegisterView = Readonly<{
  sort: Sort
  descending: boolean
  group: Grouping
  withdrawn: boolean
  detail: boolean
}>

const VIEW: RegisterView = { sort: 'number', descending: true, group: 'day', withdrawn: true, detail: true }

/** Order, grouping and panes as the clerk left them, also after the program was closed. */
export function useStoredView(book: Book): readonly [RegisterView, (view: RegisterView) => void] {
  const place = `vankho.register.${book}`
  // Papers come in many a day; a few a month go out.
  const initial: RegisterView = book === 'incoming' ? VIEW : { ...VIEW, group: 'month' }
  const [view, setView] = useState<RegisterView>(() => {
    try {
      return { ...initial, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<RegisterView>) }
    } catch {
      return initial
    }
  })
  return [
    view,
    (next) => {
      setView(next)
      localStorage.setItem(place, JSON.stringify(next))
    }
  ]
}
