import { useSyncExternalStore } from 'react'

/** A query handed to the search screen from elsewhere (palette, worklists); `turn` tells two equal ones apart. */
export type AskedSearch = Readonly<{ query: string; turn: number }>

let asked: AskedSearch = { query: '', turn: 0 }
const listeners = new Set<() => void>()

export function askSearch(query: string): void {
  asked = { query, turn: asked.turn + 1 }
  for (const listener of listeners) listener()
}

export function useAskedSearch(): AskedSearch {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked
  )
}
