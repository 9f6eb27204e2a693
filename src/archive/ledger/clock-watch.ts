import type { Ledger } from './ledger.ts'

/** Lines looked back at for the newest hour: a clock may have been wrong for a while. */
const LINES = 200
/** What machines set right by themselves is no jump. */
const TOLERANCE = 10 * 60_000
/** Longer than an office is still. */
const STILL = 400 * 24 * 3600_000

export type ClockNotice = Readonly<{ code: 'clock-behind' | 'clock-ahead'; detail: Readonly<{ last: string }> }>

/**
 * Whether the machine's clock can be right (reliability.md R14). Order and numbers never come from it, but days do: the clerk
 * is told when it stands before what was recorded last, or has leapt. Both are recorded as they come.
 */
export type ClockWatch = Readonly<{
  /** What speaks against this hour; null: nothing. */
  look(now: Date): ClockNotice | null
  /** The same after something was recorded at this hour. */
  recorded(now: Date): ClockNotice | null
}>

export function watchClock(ledger: Pick<Ledger, 'head' | 'readBack'>): ClockWatch {
  let newest = newestHour(ledger)
  function look(now: Date): ClockNotice | null {
    if (newest === 0) return null
    const at = now.getTime()
    const detail = { last: new Date(newest).toISOString() }
    if (at < newest - TOLERANCE) return { code: 'clock-behind', detail }
    return at > newest + STILL ? { code: 'clock-ahead', detail } : null
  }
  return {
    look,
    recorded(now) {
      const said = look(now)
      newest = Math.max(newest, now.getTime())
      return said
    }
  }
}

function newestHour(ledger: Pick<Ledger, 'head' | 'readBack'>): number {
  let newest = 0
  let seen = 0
  for (const { line } of ledger.readBack(ledger.head().seq + 1)) {
    newest = Math.max(newest, Date.parse(/"at":"([^"]{1,40})"/.exec(line)?.[1] ?? '') || 0)
    if (++seen === LINES) break
  }
  return newest
}
