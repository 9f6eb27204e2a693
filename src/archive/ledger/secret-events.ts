import { UNDONE } from '#domain/vocabulary/reasons.ts'
import type { EventKind, LedgerEventOf, NewEvent } from './events.ts'

export type SecretEventKind = Extract<EventKind, `secret-${string}`>

/**
 * What the ledger's list says of the secret book: the number and the level of a line, never what stands in it and not
 * even why it was corrected, since a reason may tell of it.
 */
export function describeSecret(event: LedgerEventOf<SecretEventKind>): Readonly<Record<string, string>> {
  switch (event.kind) {
    case 'secret-book-switched':
      return { secretBook: event.data.on ? 'on' : 'off', reason: event.data.reason }
    case 'secret-entry-recorded': {
      const { year, number, entry } = event.data
      return numbered(entry.direction, year, number, entry.secrecy)
    }
    case 'secret-entry-corrected': {
      const { year, number, after } = event.data
      return numbered(after.direction, year, number, after.secrecy)
    }
    case 'secret-entry-voided':
    case 'secret-entry-restored': {
      const { direction, year, number, secrecy } = event.data
      return numbered(direction, year, number, secrecy)
    }
  }
}

function numbered(direction: string, year: number, number: number, secrecy: string): Record<string, string> {
  return { secretNumber: `${number}/${year}`, secrecy, direction }
}

/** A number once given is never free again: taking an entry back makes its line void. */
export function inverseOfSecret(event: LedgerEventOf<SecretEventKind>): NewEvent {
  switch (event.kind) {
    case 'secret-book-switched':
      return { kind: 'secret-book-switched', data: { on: !event.data.on, reason: UNDONE } }
    case 'secret-entry-recorded': {
      const { entryId, year, number, entry } = event.data
      const { direction, secrecy } = entry
      return { kind: 'secret-entry-voided', data: { entryId, direction, year, number, secrecy, reason: UNDONE } }
    }
    case 'secret-entry-corrected': {
      const { before, after, ...place } = event.data
      return { kind: 'secret-entry-corrected', data: { ...place, before: after, after: before, reason: UNDONE } }
    }
    case 'secret-entry-voided': {
      const { reason, ...place } = event.data
      return { kind: 'secret-entry-restored', data: place }
    }
    case 'secret-entry-restored':
      return { kind: 'secret-entry-voided', data: { ...event.data, reason: UNDONE } }
  }
}
