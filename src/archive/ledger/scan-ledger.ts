import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LineSeal, plainLines } from '../vault/sealed-lines.ts'
import { checkLine, EVENT_VERSION, GENESIS, type LineFacts } from './ledger-line.ts'

/** One file of the ledger: the byte at which each of its lines begins, and its whole length. */
export type Segment = { readonly name: string; readonly firstSeq: number; readonly starts: number[]; length: number }

export type LedgerDamage = Readonly<{
  /** ledger-line: a line is not what was written; ledger-chain: whole lines are missing, added or in another order. */
  code: 'ledger-line' | 'ledger-chain' | 'ledger-newer'
  /** The line that is wrong, counted through the whole ledger. */
  seq: number
  file: string
}>

/** A tail nobody was told about: an unfinished line, or a commit of which not all lines arrived. */
export type TornTail = Readonly<{ name: string; from: number; bytes: number; seq: number }>

export type LedgerScan = {
  readonly segments: Segment[]
  /** Of the last good line. */
  head: Readonly<{ seq: number; hash: string }>
  /** Hash of every good line's seq, in order: `hashes[seq - 1]`. */
  readonly hashes: string[]
  /** Seq of each document-filed line, ascending. */
  readonly filings: number[]
  readonly damage: LedgerDamage | null
  readonly torn: TornTail | null
}

const SEGMENT = /^\d{6}\.jsonl$/

export function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.jsonl`
}

/**
 * Reads the whole ledger and checks its chain, without parsing the events. Stops at the first damage: what stands
 * behind a broken line cannot be trusted to be in its place.
 */
export function scanLedger(folder: string, seal: LineSeal = plainLines): LedgerScan {
  const names = ledgerFiles(folder)
  const segments: Segment[] = []
  const hashes: string[] = []
  const filings: number[] = []
  let head = { seq: 0, hash: GENESIS }
  let open: { name: string; from: number; seq: number } | null = null
  const scan = (damage: LedgerDamage | null, torn: TornTail | null): LedgerScan => ({
    segments,
    head,
    hashes,
    filings,
    damage,
    torn
  })
  for (const [index, name] of names.entries()) {
    const last = index === names.length - 1
    const bytes = readFileSync(join(folder, name))
    const segment: Segment = { name, firstSeq: head.seq + 1, starts: [], length: 0 }
    if (name !== segmentName(index + 1)) {
      return scan({ code: 'ledger-chain', seq: head.seq + 1, file: segmentName(index + 1) }, null)
    }
    segments.push(segment)
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(10, from)
      const line = end < 0 ? null : seal.open(bytes.subarray(from, end))
      const facts = line && checkLine(line)
      const isLastLine = last && (end < 0 || end === bytes.length - 1)
      if (!facts && isLastLine) {
        const start = open ?? { name, from, seq: head.seq + 1 }
        return scan(null, cutBack(start, name, from, bytes.length))
      }
      const damage = facts
        ? chainDamage(facts, head, name)
        : { code: 'ledger-line' as const, seq: head.seq + 1, file: name }
      if (!facts || damage) return scan(damage, null)
      head = { seq: facts.seq, hash: facts.hash }
      hashes.push(facts.hash)
      if (facts.kind === 'document-filed') filings.push(facts.seq)
      segment.starts.push(from)
      open = facts.more === 0 ? null : (open ?? { name, from, seq: facts.seq })
      from = end + 1
      segment.length = from
    }
    if (open && !last) return scan({ code: 'ledger-chain', seq: head.seq + 1, file: name }, null)
  }
  if (!open) return scan(null, null)
  const end = segments.at(-1)?.length ?? 0
  return scan(null, cutBack(open, open.name, end, end))

  /** Takes the lines of an unfinished commit out of what was read: it begins and ends in one file. */
  function cutBack(
    start: { name: string; from: number; seq: number },
    name: string,
    at: number,
    end: number
  ): TornTail {
    const segment = segments.at(-1)
    const from = start.name === name ? start.from : at
    if (segment) {
      segment.starts.length = segment.starts.filter((one) => one < from).length
      segment.length = from
    }
    hashes.length = start.seq - 1
    while ((filings.at(-1) ?? 0) >= start.seq) filings.pop()
    head = { seq: start.seq - 1, hash: hashes.at(-1) ?? GENESIS }
    return { name, from, bytes: end - from, seq: start.seq }
  }
}

export function ledgerFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => SEGMENT.test(name))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function chainDamage(facts: LineFacts, head: { seq: number; hash: string }, file: string): LedgerDamage | null {
  const seq = head.seq + 1
  if (facts.seq !== seq || facts.prev !== head.hash) return { code: 'ledger-chain', seq, file }
  return facts.v > EVENT_VERSION ? { code: 'ledger-newer', seq, file } : null
}
