import { UNDONE } from '#domain/vocabulary/reasons.ts'
import type { EventKind, LedgerEventOf, NewEvent } from './events.ts'

export type BookEventKind =
  | 'book-rule-saved'
  | 'book-rule-removed'
  | 'book-opened'
  | 'book-unopened'
  | 'book-closed'
  | 'book-reopened'
  | 'number-reserved'
  | 'number-voided'
  | 'number-released'
  | 'fonds-closed'
  | 'fonds-reopened'

/** The last event of this kind that had made what the one to be taken back took away, as a new event. */
export type SaidBefore = <K extends EventKind>(kind: K) => (NewEvent & { kind: K }) | null

/** The fact that takes an event of the books back. */
export function inverseOfBooks(event: LedgerEventOf<BookEventKind>, saidBefore: SaidBefore): NewEvent | null {
  switch (event.kind) {
    case 'book-rule-saved': {
      const { rule, before } = event.data
      if (!before) return { kind: 'book-rule-removed', data: { ruleId: rule.id } }
      return { kind: 'book-rule-saved', data: { rule: before, before: rule } }
    }
    case 'book-rule-removed': {
      const saved = saidBefore('book-rule-saved')
      return saved && { kind: 'book-rule-saved', data: { rule: saved.data.rule, before: null } }
    }
    case 'book-opened': {
      const { bookId, place, firstNumber, name, before } = event.data
      if (!before) return { kind: 'book-unopened', data: { bookId } }
      return { kind: 'book-opened', data: { bookId, place, ...before, before: { firstNumber, name } } }
    }
    case 'book-unopened': {
      const opened = saidBefore('book-opened')
      return opened && { kind: 'book-opened', data: { ...opened.data, before: null } }
    }
    case 'book-closed':
      return { kind: 'book-reopened', data: { bookId: event.data.sheet.bookId, reason: UNDONE } }
    case 'book-reopened':
      return saidBefore('book-closed')
    case 'number-reserved': {
      const { numbers } = event.data
      return { kind: 'number-released', data: { numbers, state: 'reserved', reason: UNDONE } }
    }
    case 'number-voided': {
      const { numbers } = event.data
      const reserved = saidBefore('number-reserved')?.data.numbers
      const keptBack = numbers.flatMap(
        ({ numberId }) => reserved?.find((earlier) => earlier.numberId === numberId) ?? []
      )
      return keptBack.length > 0
        ? { kind: 'number-reserved', data: { numbers: keptBack } }
        : { kind: 'number-released', data: { numbers, state: 'void', reason: UNDONE } }
    }
    case 'number-released': {
      const { numbers, state } = event.data
      return { kind: state === 'reserved' ? 'number-reserved' : 'number-voided', data: { numbers } }
    }
    case 'fonds-closed':
      return { kind: 'fonds-reopened', data: { fondsId: event.data.fondsId, reason: UNDONE } }
    case 'fonds-reopened':
      return saidBefore('fonds-closed')
  }
}
