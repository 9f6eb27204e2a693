import { useState } from 'react'
import type { QueryReading } from '#contract/operations/search.ts'
import { useCall } from '../../hooks/use-call.ts'

type Reading = Readonly<{ reading: QueryReading | null; caret: number; onCaret(caret: number): void }>

/** How what is typed is understood; the last reading stays until the next, but never for other words. */
export function useReading(typed: string): Reading {
  const text = typed.normalize('NFC')
  const [caret, setCaret] = useState(text.length)
  const at = Math.min(caret, text.length)
  const read = useCall('search.read', { text, caret: at }, { enabled: text.trim() !== '', keep: true }).data
  return { reading: read?.typed === text && text.trim() !== '' ? read : null, caret: at, onCaret: setCaret }
}
