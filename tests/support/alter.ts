import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import type { JobHandle } from '#archive/archive-context.ts'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { DERIVED_TABLES, FACT_TABLES } from '#archive/care/fact-tables.ts'
import { verify } from '#archive/care/verify.ts'
import type { VerifyReport } from '#contract/operations/archive.ts'

/** Turns one bit of a file. */
export function flipBit(path: string, bit: number): void {
  chmodSync(path, 0o600)
  const fd = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(fd, byte, 0, 1, bit >> 3)
  byte[0] = (byte[0] ?? 0) ^ (1 << (bit & 7))
  writeSync(fd, byte, 0, 1, bit >> 3)
  closeSync(fd)
}

export function bitsOf(path: string): number {
  return statSync(path).size * 8
}

export function cut(path: string, bytes: number): void {
  chmodSync(path, 0o600)
  truncateSync(path, bytes)
}

export function replaceText(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`)
  writeFileSync(path, text.replace(from, to))
}

/** A job for work that is called without the engine. */
export function quietJob(): JobHandle & { readonly results: { name: string; code: string }[] } {
  const results: { name: string; code: string }[] = []
  return {
    id: 'j_test',
    cancelled: false,
    signal: new AbortController().signal,
    results,
    total() {},
    step() {},
    result: (line) => void results.push(line),
    went() {},
    keep: () => Promise.resolve(),
    report() {},
    folder() {}
  }
}

export function verifyNow(archive: OpenedArchive, depth: VerifyReport['depth']): Promise<VerifyReport> {
  return verify(archive, depth, quietJob())
}

/** Every answer the archive could give, as one text: facts and what is derived. */
export function everything(archive: Pick<OpenedArchive, 'db'>): string {
  return [...FACT_TABLES, ...DERIVED_TABLES]
    .map((table) => {
      const rows = archive.db.prepare(`SELECT * FROM ${table}`).all() as object[]
      return `${table}\n${rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n')}`
    })
    .join('\n')
}
