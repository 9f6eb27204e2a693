import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'

const kept = new Map<string, unknown>()

/** `useState` whose value outlives the screen: coming back finds the list, the query and the row as they were left. */
export function useKeptState<T>(key: string, initial: T): [T, Dispatch<SetStateAction<T>>] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial))
  useEffect(() => {
    kept.set(key, value)
  }, [key, value])
  return [value, setValue]
}

/** Says how a screen that is about to open finds what it kept. */
export function keepState(key: string, value: unknown): void {
  kept.set(key, value)
}

/** Forgets everything kept: another archive was opened, or somebody else has signed in. */
export function forgetKeptState(): void {
  kept.clear()
}
