import type { Medium } from '#contract/operations/care.ts'
import { careWords as words } from '../../strings/care.ts'
import { daysSince, showCount } from '../../strings/dates.ts'
import { failureWords, isFailureCode } from '../../strings/failures.ts'

/** "hôm nay", "9 ngày trước", "chưa lần nào". */
export function age(instant: string | null, never: string, now: number): string {
  const days = daysSince(instant, now)
  if (days === null) return never
  return days === 0 ? words.today : words.daysAgo(showCount(days))
}

/** What happened and what to do, of a failure code written down for a medium. */
export function failed(code: string): string {
  const said = failureWords({ code: isFailureCode(code) ? code : 'internal', detail: {} })
  return [said.happened, said.todo].filter(Boolean).join(' ')
}

/** A medium that is away and has had its backup of late wants nobody's look. */
export function mediumTone(medium: Medium): 'ok' | 'warn' | 'plain' {
  if (medium.failure !== null && medium.presence === 'present') return 'warn'
  return medium.presence === 'present' ? 'ok' : medium.presence === 'other' ? 'warn' : 'plain'
}

/** Whole months between two instants. */
export function monthsSince(instant: string | null, now: number): number | null {
  if (instant === null) return null
  const then = new Date(instant)
  const at = new Date(now)
  const months = (at.getFullYear() - then.getFullYear()) * 12 + at.getMonth() - then.getMonth()
  return Math.max(0, at.getDate() < then.getDate() ? months - 1 : months)
}

/** A whole number of a field, or null where it is none or out of its bounds. */
export function numberIn(text: string, least: number, most: number): number | null {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN
  return value >= least && value <= most ? value : null
}
