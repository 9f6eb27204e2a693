import { createContext, type ReactNode, use, useCallback, useEffect, useId, useMemo, useState } from 'react'

/** A hint in the status bar: key caps and what they do. */
export type StatusKey = Readonly<{ keys: readonly string[]; does: string }>

type Board = Readonly<{ put(id: string, keys: readonly StatusKey[]): void; drop(id: string): void }>
const BoardContext = createContext<Board | null>(null)
const ShownContext = createContext<readonly StatusKey[]>([])

export function StatusKeysProvider(props: Readonly<{ children: ReactNode }>) {
  const [stack, setStack] = useState<readonly Readonly<{ id: string; keys: readonly StatusKey[] }>[]>([])
  const put = useCallback((id: string, keys: readonly StatusKey[]) => {
    setStack((old) =>
      old.some((one) => one.id === id) ? old.map((one) => (one.id === id ? { id, keys } : one)) : [...old, { id, keys }]
    )
  }, [])
  const drop = useCallback((id: string) => setStack((old) => old.filter((one) => one.id !== id)), [])
  const board = useMemo(() => ({ put, drop }), [put, drop])
  return (
    <BoardContext value={board}>
      <ShownContext value={stack.at(-1)?.keys ?? []}>{props.children}</ShownContext>
    </BoardContext>
  )
}

export function useShownKeys(): readonly StatusKey[] {
  return use(ShownContext)
}

/** Says in the status bar which keys work now; the component mounted last has the word. F1 is always added. */
export function useStatusKeys(keys: readonly StatusKey[], enabled = true): void {
  const board = use(BoardContext)
  const id = useId()
  const text = JSON.stringify(keys)
  useEffect(() => {
    if (!board || !enabled) return
    board.put(id, JSON.parse(text) as StatusKey[])
    return () => board.drop(id)
  }, [board, id, text, enabled])
}
