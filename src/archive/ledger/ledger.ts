import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import { type FileLayer, systemFiles } from '../files/file-layer.ts'
import { type LineSeal, plainLines } from '../vault/sealed-lines.ts'
import type { LedgerEvent } from './events.ts'
import { parseLine } from './ledger-line.ts'
import {
  type LedgerDamage,
  type LedgerScan,
  type Segment,
  scanLedger,
  segmentName,
  type TornTail
} from './scan-ledger.ts'

/** A file of the ledger takes no new commit once it is so long. */
const SEGMENT_BYTES = 4 * 1024 * 1024

export type Line = Readonly<{ line: string; event: LedgerEvent }>

/** The append-only journal of facts (ADR 0002): the witness a damaged database is held against. */
export type Ledger = Readonly<{
  head(): Readonly<{ seq: number; hash: string }>
  /** The hash of line `seq`; undefined where there is none. */
  hashOf(seq: number): string | undefined
  /** How many documents were filed up to line `seq`. */
  filingsUpTo(seq: number): number
  damage: LedgerDamage | null
  torn: TornTail | null
  /** Cuts an unfinished tail off, after keeping its letters in `asideFolder`. */
  cutTorn(asideFolder: string, stamp: string): void
  /** All lines of one commit, on the disk when this returns. Throws, and is broken from then on, when that is not sure. */
  append(lines: readonly Line[]): void
  /** Events in order, from line `from` (counted from 1) up to `to`. */
  read(from?: number, to?: number): Generator<LedgerEvent>
  /** Lines newest first, as text: for looking a few up without parsing all. */
  readBack(before: number): Generator<{ seq: number; line: string }>
  /** The files and how far each reaches, at this instant. */
  extent(): readonly Readonly<{ name: string; length: number }>[]
  /** The letters of such a file so far, as they are in a plain archive. */
  letters(name: string, length: number): Buffer
  close(): void
}>

export type LedgerOptions = Readonly<{ files?: FileLayer; segmentBytes?: number; seal?: LineSeal }>

export function openLedger(folder: string, options: LedgerOptions = {}): Ledger {
  const files = options.files ?? systemFiles
  const most = options.segmentBytes ?? SEGMENT_BYTES
  const seal = options.seal ?? plainLines
  const scan = scanLedger(folder, seal)
  let torn = scan.torn
  let fd: number | null = null
  let broken = false

  function current(): Segment {
    const last = scan.segments.at(-1)
    if (last && last.length < most && fd !== null) return last
    if (last && last.length < most) {
      fd = openSync(join(folder, last.name), 'a', 0o600)
      return last
    }
    if (fd !== null) closeSync(fd)
    mkdirSync(folder, { recursive: true })
    const name = segmentName(scan.segments.length + 1)
    fd = openSync(join(folder, name), 'ax', 0o600)
    files.syncFolder(folder)
    const segment: Segment = { name, firstSeq: scan.head.seq + 1, starts: [], length: 0 }
    scan.segments.push(segment)
    return segment
  }

  return {
    head: () => scan.head,
    hashOf: (seq) => scan.hashes[seq - 1],
    filingsUpTo: (seq) => countUpTo(scan.filings, seq),
    damage: scan.damage,
    get torn() {
      return torn
    },
    cutTorn(asideFolder, stamp) {
      if (!torn) return
      const path = join(folder, torn.name)
      mkdirSync(asideFolder, { recursive: true })
      const bytes = readFileSync(path)
      writeFileSync(join(asideFolder, `ledger-${torn.name}-${stamp}.torn`), bytes.subarray(torn.from), { flush: true })
      const handle = openSync(path, 'r+')
      try {
        files.truncate(handle, torn.from)
        files.sync(handle)
      } finally {
        closeSync(handle)
      }
      torn = null
    },
    append(lines) {
      if (broken || scan.damage || torn) throw new Error('this ledger takes no lines')
      broken = true // until every step below has come through
      const segment = current()
      if (fd === null) throw new Error('no file to append to')
      const before = segment.length
      const texts = lines.map((one) => Buffer.concat([seal.seal(Buffer.from(one.line)), LINE_END]))
      try {
        files.write(fd, Buffer.concat(texts))
        files.sync(fd)
      } catch (error) {
        takeBack(files, fd, before)
        throw error
      }
      for (const [index, { event }] of lines.entries()) {
        segment.starts.push(segment.length)
        segment.length += texts[index]?.length ?? 0
        remember(scan, event)
      }
      broken = false
    },
    *read(from = 1, to = Number.POSITIVE_INFINITY) {
      for (const segment of scan.segments) {
        const end = segment.firstSeq + segment.starts.length
        if (end <= from || segment.firstSeq > to) continue
        const bytes = readFileSync(join(folder, segment.name))
        for (let seq = Math.max(from, segment.firstSeq); seq < end && seq <= to; seq++) {
          yield parseLine(lineAt(segment, seq, bytes, seal))
        }
      }
    },
    *readBack(before) {
      for (const segment of [...scan.segments].reverse()) {
        if (segment.firstSeq >= before) continue
        const bytes = readFileSync(join(folder, segment.name))
        const last = Math.min(before, segment.firstSeq + segment.starts.length) - 1
        for (let seq = last; seq >= segment.firstSeq; seq--) yield { seq, line: lineAt(segment, seq, bytes, seal) }
      }
    },
    extent: () => scan.segments.map(({ name, length }) => ({ name, length })),
    letters(name, length) {
      const bytes = readFileSync(join(folder, name)).subarray(0, length)
      if (seal === plainLines) return bytes
      const lines: Buffer[] = []
      for (let from = 0, end = bytes.indexOf(10); end >= 0; from = end + 1, end = bytes.indexOf(10, from)) {
        lines.push(opened(seal, bytes.subarray(from, end)), LINE_END)
      }
      return Buffer.concat(lines)
    },
    close() {
      if (fd !== null) closeSync(fd)
      fd = null
      broken = true
    }
  }
}

/** After a failed write the letters are taken back as well as can be: a commit that failed must not come up again. */
function takeBack(files: FileLayer, fd: number, length: number): void {
  try {
    files.truncate(fd, length)
  } catch {
    // The disk refuses everything now; the next opening finds the tail and decides by the database's mark.
  }
}

function remember(scan: LedgerScan, event: LedgerEvent): void {
  scan.head = { seq: event.seq, hash: event.hash }
  scan.hashes.push(event.hash)
  if (event.kind === 'document-filed') scan.filings.push(event.seq)
}

const LINE_END = Buffer.from('\n')

function opened(seal: LineSeal, stored: Buffer): Buffer {
  const line = seal.open(stored)
  if (!line) throw new OperationError('archive-damaged', { damage: 'ledger-line' })
  return line
}

function lineAt(segment: Segment, seq: number, bytes: Buffer, seal: LineSeal): string {
  const index = seq - segment.firstSeq
  const from = segment.starts[index] ?? 0
  const to = segment.starts[index + 1] ?? segment.length
  return opened(seal, bytes.subarray(from, to - 1)).toString('utf8')
}

function countUpTo(ascending: readonly number[], most: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= most) low = middle + 1
    else high = middle
  }
  return low
}
