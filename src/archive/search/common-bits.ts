import { crc32 } from 'node:zlib'
import type { ReadableDb, WritableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { type Bits, emptyBits } from './bits.ts'

/** What the database keeps of an expression: its documents as far as `upto`, save those in `changed`. */
export type Stored = Readonly<{ bits: Bits; upto: number; changed: readonly number[] }>

/** Above so many rows indexed again what is kept is not worth mending. */
const MOST_CHANGED = 5_000

/** One statement, so that bits and what changed since are of one moment. */
const SELECT = `SELECT upto, bits, sum, (SELECT json_group_array(n) FROM common_changed) AS changed FROM common_bits
  WHERE expression = ?`

/** The kept bits of an expression of the body's table, `size` long at least; null where there are none, or they were damaged. */
export function storedBits(db: ReadableDb, expression: string, size: number): Stored | null {
  type Row = Readonly<{ upto: number; bits: Uint8Array; sum: number; changed: string }>
  const row = prepared<[string], Row>(db, SELECT).get(expression)
  if (!row || crc32(row.bits) !== row.sum) return null
  const changed = JSON.parse(row.changed) as number[]
  if (changed.length > MOST_CHANGED) return null
  const bits = emptyBits(Math.max(size, row.bits.length * 8))
  new Uint8Array(bits.buffer).set(row.bits)
  return { bits, upto: row.upto, changed }
}

/** Where what is kept ends, and how many rows before that changed; null where nothing is kept. */
export function storedState(db: ReadableDb): Readonly<{ upto: number; changed: number }> | null {
  const upto = prepared<[]>(db, 'SELECT upto FROM common_bits LIMIT 1').pluck().get() as number | undefined
  if (upto === undefined) return null
  return { upto, changed: Number(prepared<[]>(db, 'SELECT count(*) FROM common_changed').pluck().get()) }
}

/** Puts these in the place of all that was kept. `upto`: the last row they speak of. */
export function storeBits(db: WritableDb, entries: ReadonlyMap<string, Bits>, upto: number): void {
  const insert = db.prepare<[string, number, Uint8Array, number]>(
    'INSERT INTO common_bits(expression, upto, bits, sum) VALUES (?, ?, ?, ?)'
  )
  const length = (upto >>> 5) + 1
  db.transaction(() => {
    db.exec('DELETE FROM common_bits; DELETE FROM common_changed')
    for (const [expression, bits] of entries) {
      const kept = bits.subarray(0, length)
      const bytes = new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength)
      insert.run(expression, upto, bytes, crc32(bytes))
    }
  }).immediate()
}

/** Says that a row is about to be indexed, anew or for the first time, or taken out: what is kept may no longer be right there. */
export function changeRow(db: WritableDb, n: number): void {
  prepared<[number, number]>(
    db,
    'INSERT OR IGNORE INTO common_changed(n) SELECT ? WHERE ? <= (SELECT upto FROM common_bits LIMIT 1)'
  ).run(n, n)
}
