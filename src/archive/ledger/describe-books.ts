import type { NumberPlace } from '#domain/numbering/book-rule.ts'
import type { BlankSaid, LedgerEventOf, NumberSaid } from './events.ts'
import type { BookEventKind } from './inverse-books.ts'

type Facts = Record<string, string>

/** What a line of the ledger says of books and numbers. Codes of types and periods are put into words by the screens. */
export function describeBooks(event: LedgerEventOf<BookEventKind>): Facts {
  switch (event.kind) {
    case 'book-rule-saved': {
      const { rule, before } = event.data
      return given({
        bookRule: rule.name,
        direction: rule.direction,
        bookBody: rule.body,
        documentTypes: rule.documentTypes.join(', '),
        period: rule.period,
        'period.before': before && before.period !== rule.period ? before.period : null,
        perType: rule.perType ? 'true' : 'false',
        firstNumber: String(rule.firstNumber)
      })
    }
    case 'book-rule-removed':
      return {}
    case 'book-opened': {
      const { place, firstNumber, name } = event.data
      return given({ ...placeFacts(place), firstNumber: String(firstNumber), bookName: name })
    }
    case 'book-unopened':
      return {}
    case 'book-closed': {
      const { place, sheet } = event.data
      const { first, last, documents, withdrawn, voided, missing } = sheet.counts
      return given({
        ...placeFacts(place),
        first: first === null ? null : String(first),
        last: last === null ? null : String(last),
        documents: String(documents),
        withdrawn: some(withdrawn),
        voided: some(voided),
        missing: some(missing),
        note: sheet.note
      })
    }
    case 'book-reopened':
    case 'fonds-reopened':
      return given({ reason: event.data.reason })
    case 'number-reserved':
    case 'number-voided': {
      const [first] = event.data.numbers
      return given({
        ...(first ? placeFacts(first.place) : {}),
        numbers: numbersText(event.data.numbers),
        forWhom: first?.forWhom ?? null,
        reason: first?.reason ?? null
      })
    }
    case 'number-released': {
      const [first] = event.data.numbers
      return given({
        ...(first ? placeFacts(first.place) : {}),
        numbers: numbersText(event.data.numbers),
        reason: event.data.reason
      })
    }
    case 'fonds-closed': {
      const { on, decision, successor, note, books } = event.data
      return given({ on, decision, successor, note, books: String(books.length) })
    }
  }
}

/** Flags of a number given or moved, and why it was given though it was there. */
export function describeNumber(said: NumberSaid | null | undefined): Readonly<Record<string, string | null>> {
  if (!said || said.flags.length === 0) return {}
  return { numberFlags: said.flags.join(', '), numberReason: said.reason }
}

function placeFacts(place: NumberPlace): Readonly<Record<string, string | null>> {
  return { direction: place.direction, bookBody: place.body, documentType: place.documentType, day: place.day }
}

function numbersText(numbers: readonly BlankSaid[]): string {
  return numbers.map((one) => `${one.number}${one.suffix}`).join(', ')
}

function some(count: number): string | null {
  return count > 0 ? String(count) : null
}

function given(facts: Readonly<Record<string, string | null>>): Facts {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string] => Boolean(entry[1])))
}
