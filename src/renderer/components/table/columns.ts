import type { ReactNode } from 'react'
import { useState } from 'react'

export type Column<Row> = Readonly<{
  id: string
  title: string
  /** The title is for those who hear the table; the cells speak for themselves. */
  bare?: boolean
  /** Pixels at 100 %; null: takes what is left (one column must). */
  width: number | null
  align?: 'r' | 'c'
  cell(row: Row): ReactNode
  /** The key `onSort` is called with; none: not sortable. */
  sort?: string
  /** Never given up: Số and trích yếu (ui README, "Density"). */
  always?: boolean
  /** Hidden until chosen. */
  optional?: boolean
}>

/** Which columns a person wants to see in this table, remembered on this machine. */
export function useChosenColumns<Row>(key: string, columns: readonly Column<Row>[]) {
  const place = `vankho.columns.${key}`
  const [hidden, setHidden] = useState<readonly string[]>(
    () => read(place) ?? columns.filter((one) => one.optional).map((one) => one.id)
  )
  const choose = (next: readonly string[]) => {
    setHidden(next)
    localStorage.setItem(place, JSON.stringify(next))
  }
  const toggle = (id: string) => choose(hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id])
  return {
    shown: columns.filter((column) => column.always || !hidden.includes(column.id)),
    hidden,
    toggle,
    choose
  } as const
}

function read(place: string): readonly string[] | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : null
  } catch {
    return null
  }
}
