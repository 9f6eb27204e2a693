import type { OutputOf } from '#contract/operations.ts'
import { ledgerMark, readLedgerMark } from '#domain/register/ledger-mark.ts'
import type { OpenedArchive } from '../archive-session.ts'

/** The mark of the ledger's last line, as it is printed. */
export function headMark({ ledger }: Pick<OpenedArchive, 'ledger'>): OutputOf<'ledger.mark'> {
  const { seq, hash } = ledger.head()
  return { mark: ledgerMark(hash), line: seq, at: instantOf(ledger, seq) }
}

/**
 * The line that bears a mark, where the ledger still holds it: then every line before it is as it was. Lines changed
 * before it, taken out or put in, a ledger cut short or written anew from there have no such line.
 */
export function findMark({ ledger }: Pick<OpenedArchive, 'ledger'>, text: string): OutputOf<'ledger.checkMark'> {
  const mark = readLedgerMark(text)
  if (mark === null) return { mark: null, found: null }
  for (let line = ledger.head().seq; line > 0; line--) {
    const hash = ledger.hashOf(line)
    if (hash !== undefined && ledgerMark(hash) === mark) {
      return { mark, found: { line, at: instantOf(ledger, line), newer: ledger.head().seq - line } }
    }
  }
  return { mark, found: null }
}

function instantOf(ledger: OpenedArchive['ledger'], line: number): string {
  for (const event of ledger.read(line, line)) return event.at
  return ''
}
