import { createHash } from 'node:crypto'
import type { LedgerEvent, NewEvent } from './events.ts'

/** The hash before the first line. */
export const GENESIS = '0'.repeat(64)
/** The newest version of an event's data this program knows; a newer one is of a newer program. */
export const EVENT_VERSION = 1

/** What stands at the end of every line: `,"prev":"<64>","hash":"<64>"}`. */
const TAIL = /^,"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}$/
const TAIL_LENGTH = 149
/** `,"hash":"<64>"}`: what the hash does not cover, but for the closing brace. */
const HASH_LENGTH = 75
const HEAD =
  /^\{"seq":(\d{1,15}),"at":"[^"]{1,40}","actor":"(?:[^"\\]|\\.)*","kind":"([a-z-]{1,40})","v":(\d{1,6}),(?:"more":(\d{1,6}),)?"data":/
const HEAD_LENGTH = 2000

export type LineStamp = Readonly<{ seq: number; at: string; actor: string; more: number; prev: string }>
/** What the chain check needs of a line, read without parsing its data. */
export type LineFacts = Readonly<{ seq: number; kind: string; v: number; more: number; prev: string; hash: string }>

/** The line of an event, without its line end, and its hash. */
export function writeLine(event: NewEvent, stamp: LineStamp): { line: string; event: LedgerEvent } {
  const { seq, at, actor, more, prev } = stamp
  const head = { seq, at, actor, kind: event.kind, v: EVENT_VERSION, ...(more > 0 ? { more } : {}) }
  const body = JSON.stringify({ ...head, data: event.data, prev })
  const hash = createHash('sha256').update(body).digest('hex')
  const line = `${body.slice(0, -1)},"hash":"${hash}"}`
  return { line, event: parseLine(line) }
}

/** Checks a line against its own hash; null: these are not the letters that were written. */
export function checkLine(bytes: Buffer): LineFacts | null {
  const tail = TAIL.exec(bytes.toString('latin1', Math.max(0, bytes.length - TAIL_LENGTH)))
  const head = HEAD.exec(bytes.toString('latin1', 0, HEAD_LENGTH))
  if (!tail || !head) return null
  const [, prev = '', hash = ''] = tail
  const covered = createHash('sha256').update(bytes.subarray(0, bytes.length - HASH_LENGTH))
  if (covered.update('}').digest('hex') !== hash) return null
  return { seq: Number(head[1]), kind: head[2] ?? '', v: Number(head[3]), more: Number(head[4] ?? 0), prev, hash }
}

/** A checked line as an event. */
export function parseLine(line: string): LedgerEvent {
  return JSON.parse(line) as LedgerEvent
}
